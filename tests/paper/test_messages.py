"""Messages on each directive: counted, speakable, and whole in a file."""

import dataclasses
import io
import json
import re
import zipfile

import pytest
from docx import Document
from paper_of_posters import OFFICE

from bluezone_desk.domain.message_text import message_length
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.message_file import message_docx, message_txt
from bluezone_desk.paper.message_wording import KINDS, MessageOrder, message_text, syllables
from bluezone_desk.paths import resource
from bluezone_desk.services.office_record import directive_from_record

PRESETS = [
    directive_from_record(one) for one in json.loads(resource("presets", "directives.json").read_text("utf-8"))
]
OFFICES = [Office(name="Sở Thông tin và Truyền thông tỉnh Hòa Bình", directive=one) for one in PRESETS]


def test_the_first_directives_sms_has_its_own_words() -> None:
    text = message_text(MessageOrder("sms"), OFFICES[0])
    assert text == "đề nghị thuê bao tải cài đặt ứng dụng Bluezone tại địa chỉ: https://www.bluezone.gov.vn"


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.directive.code)
def test_an_sms_fits_two_parts_or_one_without_marks(office: Office) -> None:
    assert message_length(message_text(MessageOrder("sms"), office)).parts <= 3
    bare = message_text(MessageOrder("sms", has_marks=False), office)
    assert message_length(bare).encoding == "GSM-7"
    assert message_length(bare).parts == 1
    assert all(name in bare for name in {p.name for p in office.programmes})


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.directive.code)
def test_a_bulletin_can_be_read_aloud_within_a_minute_or_so(office: Office) -> None:
    text = message_text(MessageOrder("loudspeaker", has_marks=False), office)
    assert text.startswith("Thông báo của Sở Thông tin")
    assert text.endswith("Xin cảm ơn và trân trọng thông báo.")
    assert not re.search(r"\d|://|www|/", text)
    block = text.split("\n\n")[2].removeprefix("Xin nhắc lại. Đ")
    assert text.count(block) == 2
    assert 80 <= syllables(text) <= 170


def test_the_office_says_how_its_link_is_read() -> None:
    text = message_text(MessageOrder("loudspeaker", reading="trang Bluezone chấm gốp chấm vê-en"), OFFICES[0])
    assert text.count("trang Bluezone chấm gốp") == 2


def test_directives_change_what_is_asked() -> None:
    texts = {office.directive.code: message_text(MessageOrder("zalo"), office) for office in OFFICES}
    assert "kích hoạt lại" in texts["quang-ngai-2021"]
    assert "khai báo y tế" in texts["dak-nong-2021"]
    assert "60%" in texts["binh-duong-12"]
    assert "trước ngày 20/8/2020" in texts["binh-duong-12"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_files_hold_the_whole_text(kind: str) -> None:
    text = message_text(MessageOrder(kind), OFFICE)
    assert message_txt(text).decode("utf-8-sig").split("\r\n")[:-1] == text.split("\n")
    made = message_docx(text, kind, OFFICE)
    assert made == message_docx(text, kind, OFFICE)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}
    lines = [line.text for line in Document(io.BytesIO(made)).paragraphs]
    assert lines[0] == OFFICE.name.upper()
    assert lines[2:] == [" ".join(line.split()) for line in text.split("\n")]


def test_an_office_of_a_long_name_gets_its_word_file() -> None:
    office = dataclasses.replace(OFFICE, name="Trung tâm " * 30)
    assert message_docx("Xin mời", "zalo", office).startswith(b"PK")

"""Short messages are counted as phones count them, and bulletins read as announcers read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.message_text import message_length, without_marks
from bluezone_desk.domain.spoken_vietnamese import spoken_day, spoken_document, spoken_link, spoken_number

SEED = "đề nghị thuê bao tải cài đặt ứng dụng Bluezone tại địa chỉ: https://www.bluezone.gov.vn"
OURS = (
    "Cơ quan đề nghị Ông/Bà cài đặt và bật ứng dụng Bluezone trước khi đến làm việc."
    " Tải tại: https://www.bluezone.gov.vn. Trân trọng."
)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        (SEED, "UCS-2", 87, 2),
        (without_marks(SEED), "GSM-7", 87, 1),
        (without_marks(OURS), "GSM-7", 129, 1),
        (OURS, "UCS-2", 129, 2),
        ("", "GSM-7", 0, 0),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("ơ" * 70, "UCS-2", 70, 1),
        ("ơ" * 71, "UCS-2", 71, 2),
        ("ơ" * 134, "UCS-2", 134, 2),
        ("ơ" * 135, "UCS-2", 135, 3),
        ("^{}\\[~]|€", "GSM-7", 18, 1),
        ("à è é ì ò ù", "GSM-7", 11, 1),
        ("a\u0300", "GSM-7", 1, 1),
        ("😀", "UCS-2", 2, 1),
        ("€" * 80, "GSM-7", 160, 1),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
        ("ơ" * 66 + "😀" + "ơ" * 66, "UCS-2", 134, 3),
    ],
)
def test_the_length_is_what_a_phone_counts(text: str, encoding: str, units: int, parts: int) -> None:
    length = message_length(text)
    assert (length.encoding, length.units, length.parts) == (encoding, units, parts)


def test_the_letter_that_makes_a_message_dearer_is_named() -> None:
    assert message_length("Bat ung dung Bluezone ở cổng").odd_letter == "ở"
    assert message_length("Bat ung dung Bluezone").odd_letter == ""


@pytest.mark.parametrize("base", ["aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"])
def test_every_vietnamese_letter_loses_its_marks(base: str) -> None:
    text = "".join(
        letter + tone for letter in base for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
    assert without_marks(text + "đĐ“”–…").isascii()


@settings(max_examples=80)
@given(st.text(max_size=400))
def test_any_text_has_a_length_its_parts_can_hold(text: str) -> None:
    length = message_length(text)
    most = length.encoding.single if length.parts <= 1 else length.encoding.joined * length.parts
    assert length.units <= most
    assert message_length(without_marks(text)).units <= 3 * max(1, length.units)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (105, "một trăm linh năm"),
        (478, "bốn trăm bảy mươi tám"),
        (1287, "một nghìn hai trăm tám mươi bảy"),
        (2020, "hai nghìn không trăm hai mươi"),
        (1_000_000, "một triệu"),
        (1_204_318, "một triệu hai trăm linh tư nghìn ba trăm mười tám"),
    ],
)
def test_numbers_are_read_as_in_vietnamese(number: int, words: str) -> None:
    assert spoken_number(number).replace("linh bốn", "linh tư") == words


def test_days_documents_and_links_are_read_without_signs() -> None:
    assert spoken_day(date(2020, 8, 4)) == "ngày mùng bốn tháng tám năm hai nghìn không trăm hai mươi"
    assert spoken_day(date(2021, 4, 30)) == "ngày ba mươi tháng tư năm hai nghìn không trăm hai mươi mốt"
    assert spoken_document("12/CT-UBND") == "mười hai"
    assert spoken_document("") == ""
    assert spoken_link("https://www.bluezone.gov.vn/") == (
        "vê kép vê kép vê kép chấm bờ-lu-dôn chấm gốp chấm vê-en"
    )


@settings(max_examples=60)
@given(st.from_regex(r"https://[a-z0-9.-]{1,30}/[a-z0-9/?=&_-]{0,30}", fullmatch=True))
def test_a_link_read_aloud_holds_no_sign_of_a_link(link: str) -> None:
    assert not set(spoken_link(link)) & set("/.?=&_0123456789:")

"""The daily report as a file: repeatable, whole for any office and any visitor's name."""

import dataclasses
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import paper_reading
import pytest
import report_cases
import sample_day
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.daily_report import ReportOptions, daily_report
from bluezone_desk.paper.fonts import SERIF, has_glyph

PRINT_DIGEST = """
import hashlib, sample_day
from bluezone_desk.paper.daily_report import daily_report
print(hashlib.sha256(daily_report(sample_day.summary(120, previous=90), sample_day.OFFICE)).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    here = hashlib.sha256(daily_report(sample_day.summary(120, previous=90), sample_day.OFFICE)).hexdigest()
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    for seed in ("1", "2"):
        env = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", PRINT_DIGEST], env=env, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == here


def test_without_the_register_the_report_ends_with_its_signature() -> None:
    pdf = daily_report(sample_day.summary(64), sample_day.OFFICE, ReportOptions(with_register=False))
    pages = paper_reading.read(pdf)
    assert all(page.height > page.width for page in pages)
    assert "Phụ lục" not in "".join(page.text for page in pages)


def test_the_register_bears_whole_numbers_only_when_asked() -> None:
    summary = sample_day.summary(5)
    line = summary.lines[2]
    shown = paper_reading.read(daily_report(summary, sample_day.OFFICE, ReportOptions(masked=False)))[-1].text
    hidden = paper_reading.read(daily_report(summary, sample_day.OFFICE))[-1].text
    assert line.id_number in shown
    assert line.phone in shown
    assert line.id_number not in hidden
    assert line.phone not in hidden


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Sở 信息"},
        {"place": "🙂"},
        {"recipients": ("Phòng 😀",)},
        {"directive": dataclasses.replace(sample_day.DIRECTIVE, issuer="北京")},
    ],
)
def test_an_offices_own_words_must_be_printable(change: dict[str, object]) -> None:
    office = dataclasses.replace(sample_day.OFFICE, **change)  # type: ignore[arg-type]
    with pytest.raises(DeskFault) as caught:
        daily_report(sample_day.summary(1), office)
    assert caught.value.code is Trouble.GLYPH_MISSING
    assert caught.value.facts["glyph"]


def test_a_visitors_strange_letters_are_marked_and_explained() -> None:
    lines = (sample_day.visit(1, name="王伟 Vương 🙂🙂", party=0),)
    annex = paper_reading.read(daily_report(sample_day.summary(lines), sample_day.OFFICE))[-1]
    assert annex.run("[?] Vương [?]")
    assert annex.having("Chữ không có trong phông chữ")


def test_a_hundred_recipients_and_a_long_title_still_fit() -> None:
    many = tuple(f"Ủy ban nhân dân xã số {n}" for n in range(100))
    office = dataclasses.replace(sample_day.OFFICE, recipients=many)
    pages = [p for p in paper_reading.read(daily_report(sample_day.summary(3), office)) if p.height > p.width]
    listed = [run for page in pages for run in page.runs if run.text.startswith("- Ủy ban nhân dân xã")]
    assert len(listed) == 100
    assert all(run.base > 20 * paper_reading.MM for run in listed)


@pytest.mark.parametrize("programmes", [3, 6])
def test_many_programmes_divide_tables_only_with_their_heads_repeated(programmes: int) -> None:
    apps = tuple(
        dataclasses.replace(sample_day.BLUEZONE, code=f"a{n}", name=f"App {n}") for n in range(programmes)
    )
    pages = paper_reading.read(daily_report(sample_day.summary(40, programmes=apps), sample_day.OFFICE), most=6)
    for page in pages:
        ordinals = [run for run in page.runs if run.text in {"4", "5", "6", "7"} and run.left < 110]
        heads = [run for run in page.runs if run.text == "TT" and run.left < 110]
        assert not ordinals or (heads and max(o.base for o in ordinals) < max(h.base for h in heads))


_office_words = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x1EF9).filter(lambda c: has_glyph(c, SERIF)), max_size=250
)


@given(
    name=_office_words,
    parent=_office_words,
    place=_office_words,
    number=st.from_regex(r"[0-9]{0,4}(/BC-[A-ZĐ]{0,5})?", fullmatch=True),
    title=_office_words,
)
@settings(max_examples=12, deadline=None)
def test_any_office_gets_a_report_whose_boxes_stay_clear(
    name: str, parent: str, place: str, number: str, title: str
) -> None:
    office = Office(name=name, parent=parent, place=place, directive=sample_day.DIRECTIVE)
    office = dataclasses.replace(office, signatory=dataclasses.replace(office.signatory, title=title))
    try:
        pdf = daily_report(sample_day.summary(2), office, ReportOptions(number=number, with_register=False))
    except DeskFault as fault:
        assert fault.code is Trouble.GLYPH_MISSING  # noqa: PT017 -- the only refusal there may be
        return
    first = paper_reading.read(pdf, most=1)[0]
    nation = first.run(report_cases.NATION)
    beside = [run for run in first.runs if run.base > first.run("BÁO CÁO").base and run.right < nation.left + 1]
    assert all(run.left >= 30 * paper_reading.MM - 3 for run in beside)
    assert max((run.right for run in beside), default=0) < nation.left + 1


@pytest.mark.parametrize("number", ["1234567890/BC-TTCNTTTTVPUBNDTINH", "12/" + "BC-" * 12, ""])
def test_a_long_number_stays_in_its_box(number: str) -> None:
    office = dataclasses.replace(sample_day.OFFICE, symbol="TTCNTT-VPUBND-TINH-HOA-BINH-PHONG-HCTC")
    pdf = daily_report(sample_day.summary(3), office, ReportOptions(number=number))
    first = paper_reading.read(pdf)[0]
    box = [run for run in first.runs if run.size == 13 and run.font == "Tinos-Regular" and run.base > 650]
    assert "".join(run.text for run in box).replace(" ", "").startswith("Số:" + number)
    assert max(run.right for run in box) < first.run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").left
    assert min(run.base for run in box) > first.run("BÁO CÁO").base

"""The register as Word and Excel files, masked or whole, and the count it gives while it is made."""

import io
import tempfile
from datetime import time
from pathlib import Path

import paper_reading
import pytest
from docx_reading import every_line, open_word, repeats_head
from python_calamine import CalamineWorkbook
from sample_day import DAY, OFFICE, summary, visit

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.daily_report import daily_report
from bluezone_desk.paper.daily_report_docx import daily_report_docx
from bluezone_desk.paper.daily_report_xlsx import daily_report_xlsx
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register import register_pdf
from bluezone_desk.paper.register_docx import register_docx
from bluezone_desk.paper.register_xlsx import register_xlsx
from bluezone_desk.paper.workbook import visits_xlsx

LINES = (*(visit(n) for n in range(1, 601)), visit(601, voided=True))
MADE = summary(0).made_at
BOX = "LƯU HÀNH NỘI BỘ"


def _pdf(lines: tuple[VisitLine, ...], masked: bool, progress: Progress | None = None) -> bytes:
    return register_pdf(lines, OFFICE, DAY, DAY, masked, progress)


def _docx(lines: tuple[VisitLine, ...], masked: bool, progress: Progress | None = None) -> bytes:
    return register_docx(lines, OFFICE, DAY, DAY, MADE, masked=masked, progress=progress)


def _xlsx(lines: tuple[VisitLine, ...], masked: bool, progress: Progress | None = None) -> bytes:
    return register_xlsx(lines, OFFICE, DAY, DAY, MADE, masked=masked, progress=progress)


def _told(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        return "\n".join(run.text for page in paper_reading.read(data) for run in page.runs)
    if b"word/document.xml" in data:
        return "\n".join(line.text for line in every_line(open_word(data)))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return "\n".join(str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row)


FORMS = pytest.mark.parametrize("make", [_pdf, _docx, _xlsx])


@FORMS
@pytest.mark.parametrize("masked", [True, False])
def test_whole_numbers_stand_only_in_a_register_that_stays_inside(make: object, masked: bool) -> None:
    text = _told(make(LINES[:40], masked))  # type: ignore[operator]
    assert (BOX in text) is not masked
    assert (LINES[7].id_number in text) is not masked
    assert (LINES[7].phone in text) is not masked
    assert "SỔ THEO DÕI KHÁCH RA, VÀO TRỤ SỞ NGÀY 05/8/2020" in text
    assert "Tổng số: 40 lượt." in text


@FORMS
def test_long_work_counts_up_and_can_be_stopped(
    make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen: list[tuple[int, int]] = []
    make(LINES, True, lambda done, total: seen.append((done, total)))  # type: ignore[operator]
    assert seen[0] == (0, 600)
    assert seen[-1] == (600, 600)
    assert seen == sorted(seen)
    with pytest.raises(DeskFault) as stopped:
        make(LINES, True, lambda done, total: done < 300)  # type: ignore[operator]
    assert stopped.value.code is Trouble.WORK_CANCELLED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [daily_report, daily_report_docx, daily_report_xlsx])
def test_the_daily_report_can_be_stopped_in_its_annex(make: object) -> None:
    with pytest.raises(DeskFault) as stopped:
        make(summary(600), OFFICE, None, lambda done, total: done < 300)  # type: ignore[operator]
    assert stopped.value.code is Trouble.WORK_CANCELLED


def test_an_export_can_be_stopped() -> None:
    with pytest.raises(DeskFault) as stopped:
        visits_xlsx(LINES, OFFICE.programmes, "Sổ", lambda done, total: False)
    assert stopped.value.code is Trouble.WORK_CANCELLED


@FORMS
def test_the_same_register_is_the_same_file(make: object) -> None:
    assert make(LINES[:30], True) == make(LINES[:30], True)  # type: ignore[operator]


def test_the_word_register_is_landscape_with_a_repeated_head() -> None:
    document = open_word(_docx(LINES, True))
    assert round(document.sections[0].page_width.mm) == 297
    [table] = document.tables
    assert repeats_head(table)
    assert len(table._tbl.tr_lst) == 601


@FORMS
def test_a_register_of_nothing_is_a_paper_too(make: object) -> None:
    assert "Tổng số: 0 lượt." in _told(make((), True))  # type: ignore[operator]


def test_times_of_the_day_are_times_in_the_workbook() -> None:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(_xlsx(LINES[:40], True))).get_sheet_by_index(0).to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "TT")
    came, left = rows[head].index("Vào"), rows[head].index("Ra")
    body = rows[head + 1 : head + 41]
    assert [row[came] for row in body] == [
        office_time(line.entered_at).time().replace(second=0) for line in LINES[:40]
    ]
    assert {type(row[left]) for row in body} == {time, str}
    assert all(row[left].endswith("*") for row in body if isinstance(row[left], str))

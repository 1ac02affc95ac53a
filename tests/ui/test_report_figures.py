"""One day and one week, read from the desk page, the PDF, the Word file, the workbook and the command line."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bluezone_desk.cli import main
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.vietnamese_numbers import number_text, percent_text
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, CheckOutDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage

pytestmark = pytest.mark.gui

DAYS = {"daily": ("--date", "2020-08-06"), "period": ("--from", "2020-08-03", "--to", "2020-08-09")}
#: What the receptionist saw, visitor by visitor; `None` comes a second time on the same day.
SEEN = [CheckState.RUNNING] * 7 + [
    CheckState.REACTIVATED,
    CheckState.INSTALLED_HERE,
    CheckState.INSTALLED_HERE,
    CheckState.NOT_INSTALLED,
    CheckState.UNSUPPORTED,
    CheckState.DECLINED,
    CheckState.NOT_ASKED,
]


@dataclass(frozen=True)
class Files:
    """The same report in three forms, and what the command line said of it."""

    told: dict[str, Any]
    pdf: str
    docx: str
    sheets: dict[str, list[list[Any]]]

    @property
    def share(self) -> str:
        percent = percent_text(Decimal(self.told["bluezone.percent"]))
        return f"{self.told['bluezone.count']}/{self.told['bluezone.of']} ({percent})"


@pytest.fixture
def busy(desk: Desk, clock: SetClock) -> Desk:
    """Two days: the second with a visitor who comes back and one who was still inside over night."""
    enter(desk, "eve", 90, CheckState.DECLINED)
    clock.advance(timedelta(days=1))
    for number, state in enumerate(SEEN):
        visit_id = enter(desk, f"v{number}", number, state)
        clock.advance(timedelta(minutes=7))
        if number % 3:
            desk.check_out.check_out(CheckOutDraft(visit_id=visit_id))
    enter(desk, "again", 1, CheckState.RUNNING)
    return desk


def enter(desk: Desk, request: str, number: int, state: CheckState) -> str:
    checks = (AppCheck("bluezone", state),)
    draft = CheckInDraft(
        request, f"Lò Văn Số {number}", phone=f"09000001{number:02}", party=number % 2, checks=checks
    )
    done = desk.check_in.check_in(draft)
    assert isinstance(done, CheckedIn)
    return done.visit.visit_id


def made(kind: str, folder: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> Files:
    written = {}
    for ending in ("pdf", "docx", "xlsx"):
        target = folder / f"{kind}.{ending}"
        words = ["--data-dir", str(data), "report", kind, *DAYS[kind], "--json", "-o", str(target)]
        capsys.readouterr()
        assert main(words) == 0
        written[ending] = (target.read_bytes(), json.loads(capsys.readouterr().out)["figures"])
    assert written["pdf"][1] == written["docx"][1] == written["xlsx"][1]
    pages = PdfReader(io.BytesIO(written["pdf"][0])).pages
    book = CalamineWorkbook.from_filelike(io.BytesIO(written["xlsx"][0]))
    return Files(
        written["pdf"][1],
        squeezed(" ".join(page.extract_text() for page in pages)),
        squeezed(" ".join(word_texts(written["docx"][0]))),
        {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names},
    )


def word_texts(data: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(data))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (" ".join(cell.text for cell in row.cells) for row in table.rows)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_day_is_told_the_same_everywhere(
    window: MainWindow, busy: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = made("daily", tmp_path, tmp_path / "data", capsys)
    told = files.told
    assert told["entries"] == len(SEEN) + 1
    assert told["persons"] == len(SEEN)
    window.show_page(PageName.DESK)
    page = window.page
    assert isinstance(page, DeskPage)
    assert page.figures.entries.text == number_text(told["entries"])
    assert page.figures.exits.text == number_text(told["exits"])
    assert page.figures.helped.text == number_text(told["bluezone.helped"])
    assert f"({page.figures.percent})" in files.share
    for text in (files.pdf, files.docx):
        assert f"{told['entries']} lượt khách vào trụ sở của {told['persons']} người" in text
        assert f"Cộng đang chạy (1 + 2 + 3) {told['bluezone.count']} {files.share}" in text
        assert f"Tổng số lượt vào {told['entries']}" in text
    counts = {row[1]: row[2] for row in files.sheets["Báo cáo"] if len(row) > 2}
    assert counts["Tổng số lượt vào"] == told["entries"]
    assert counts["Cộng đang chạy (1 + 2 + 3)"] == told["bluezone.count"]


def test_the_week_is_told_the_same_everywhere(
    qapp: object, busy: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = made("period", tmp_path, tmp_path / "data", capsys)
    told = files.told
    day = busy.reports.day(busy.visits.inside()[0].day).figures
    eve = busy.reports.day(day.day - timedelta(days=1)).figures
    assert told["entries"] == day.entries + eve.entries
    assert told["exits"] == day.exits + eve.exits
    assert told["carried_over"] + told["entries"] == told["exits"] + told["inside_at_end"]
    row = f"Cộng {told['entries']} {told['persons']} {told['exits']} {files.share}"
    assert row in files.pdf
    assert row in files.docx
    sums = next(row for row in files.sheets["Theo ngày"] if row[0] == "Cộng")
    keys = ("entries", "persons", "exits", "companions", "bluezone.count", "bluezone.of")
    assert sums[1:7] == [float(told[key]) for key in keys]

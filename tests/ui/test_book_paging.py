"""Lists too long to be read whole: paged as they are scrolled, kept in the book's orders, exported in pieces."""

import io
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.pages import book_search
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.book_lines import KEPT_PAGES, PAGE_LINES, PagedLines
from bluezone_desk.ui.pages.book_table import NAME, TIME
from bluezone_desk.ui.task_runner import TaskRunner

pytestmark = pytest.mark.gui

MANY = PAGE_LINES * 2 + 30


@pytest.fixture
def page(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    threaded_runner: TaskRunner,
    clock: SetClock,
) -> BookPage:
    monkeypatch.setattr(book_search, "MOST_LISTED", 100)
    for number in range(MANY):
        clock.advance(timedelta(seconds=1))
        outcome = desk.check_in.check_in(CheckInDraft(f"r{number}", called(number), department="Một cửa"))
        assert isinstance(outcome, CheckedIn)
    made = BookPage(desk, threaded_runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.searching.made, timeout=10_000):
        made.entered()
    return made


def called(number: int) -> str:
    """Names whose order is that of their numbers."""
    return f"Khách {chr(97 + number // 16)}{chr(97 + number % 16)}".title()


def name(page: BookPage, row: int) -> str:
    line = page.model.line(row)
    assert line is not None
    return line.name


def test_every_row_can_be_reached_and_the_footer_counts_them(page: BookPage) -> None:
    assert page.model.rowCount() == MANY
    assert (name(page, 0), name(page, MANY - 1)) == (called(MANY - 1), called(0))
    assert str(MANY) in page.list.footer.text()
    page.list.table.scrollToBottom()
    page.list.table.selectRow(MANY - 1)
    assert page.list.line is not None
    assert page.details.history_text


def test_order_by_time_and_name_is_the_books_own(qtbot: QtBot, page: BookPage) -> None:
    for key in (NAME, TIME):
        with qtbot.waitSignal(page.searching.made, timeout=10_000):
            page.list.table.sortByColumn(page.model.column_at(key), Qt.SortOrder.AscendingOrder)
        assert (name(page, 0), name(page, MANY - 1)) == (called(0), called(MANY - 1))


def test_export_writes_every_line_in_pieces(qtbot: QtBot, page: BookPage, tmp_path: Path) -> None:
    target = tmp_path / "so.xlsx"
    page.export.outlet.ask_path = lambda _window, _suggested: target
    told: list[int] = []
    page.export.outlet.progressed.connect(lambda done, _total: told.append(done))
    page.export.save_xlsx()
    qtbot.waitUntil(target.exists, timeout=20_000)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(target.read_bytes())).get_sheet_by_index(0).to_python()
    assert len(rows) == MANY + 1
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    qtbot.waitUntil(page.export.button.isVisible, timeout=5_000)


def test_a_stopped_export_leaves_no_file(qtbot: QtBot, page: BookPage, tmp_path: Path) -> None:
    target = tmp_path / "so.csv"
    page.export.outlet.ask_path = lambda _window, _suggested: target
    page.export.save_csv()
    page.export.stop.click()
    assert page.export.button.isVisibleTo(page)
    page.runner.close()
    assert list(tmp_path.glob("so*")) == []


def test_only_a_few_pages_are_kept(page: BookPage) -> None:
    asked: list[object] = []
    outline = page.desk.visits.outline(page.filters.filter(), page.model.order, 1)
    lines = PagedLines(outline, lambda key: asked.append(key) or ())
    for row in range(MANY):
        assert lines.line(row) is None
    assert len(lines._pages) == KEPT_PAGES
    assert len(asked) == MANY


def test_a_search_that_takes_long_is_said_to_be_under_way(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, page: BookPage
) -> None:
    may_end = Event()

    def slow(*asked: object) -> object:
        may_end.wait(10)
        return book_search.search_book(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("bluezone_desk.ui.pages.book.search_book", slow)
    before = page.list.footer.text()
    page.search()
    qtbot.waitUntil(lambda: page.list.footer.text() != before)
    assert str(MANY) not in page.list.footer.text()
    assert page.model.rowCount() == MANY
    with qtbot.waitSignal(page.searching.made, timeout=10_000):
        may_end.set()
    assert str(MANY) in page.list.footer.text()

"""The book page on a real book: found without marks, ordered as Vietnamese order names, exported as filtered."""

import csv
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, VisitLine
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.book_filters import Period
from bluezone_desk.ui.pages.book_table import NAME, TIME
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.wording import rule_text

pytestmark = pytest.mark.gui

PEOPLE = (
    ("Trần Văn Sáng", "Một cửa", CheckState.RUNNING),
    ("Nguyễn Đặng Khoa", "Văn phòng Sở", CheckState.NOT_INSTALLED),
    ("Đinh Công Sự", "Một cửa", CheckState.UNSUPPORTED),
    ("Lò Thị Thủy", "Một cửa", CheckState.INSTALLED_HERE),
)


@pytest.fixture
def lines(desk: Desk, clock: SetClock) -> list[VisitLine]:
    made = []
    for number, (name, department, state) in enumerate(PEOPLE):
        clock.advance(timedelta(minutes=1))
        draft = CheckInDraft(
            f"r{number}", name, department=department, phone="0912000678", checks=(AppCheck("bluezone", state),)
        )
        outcome = desk.check_in.check_in(draft)
        assert isinstance(outcome, CheckedIn)
        made.append(outcome.visit)
    return made


@pytest.fixture
def page(
    qtbot: QtBot,
    dressed: QApplication,
    desk: Desk,
    runner: InlineTaskRunner,
    clock: SetClock,
    lines: list[VisitLine],
) -> BookPage:
    made = BookPage(desk, runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.searching.made):
        made.entered()
    return made


def names(page: BookPage) -> list[str]:
    return [line.name for line in page.model.lines]


def search(qtbot: QtBot, page: BookPage, words: str) -> list[str]:
    with qtbot.waitSignal(page.searching.made):
        page.filters.words.setText(words)
    return names(page)


def test_newest_first_and_counted(page: BookPage) -> None:
    assert names(page) == [name for name, *_rest in reversed(PEOPLE)]
    assert page.list.footer.text().startswith("4 ")


def test_found_without_marks_and_by_number(qtbot: QtBot, page: BookPage) -> None:
    assert search(qtbot, page, "nguyen dang") == ["Nguyễn Đặng Khoa"]
    assert search(qtbot, page, "Lo\u0300 Thi\u0323") == ["Lò Thị Thủy"]
    assert len(search(qtbot, page, "0912")) == 4
    assert search(qtbot, page, "%_'\"🙂") == []
    assert page.list.empty_text
    with qtbot.waitSignal(page.searching.made):
        page.list.show_all.click()
    assert len(names(page)) == 4


def test_names_sort_as_vietnamese_order_them(page: BookPage) -> None:
    page.list.table.sortByColumn(page.model.column_at(NAME), Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Nguyễn Đặng Khoa", "Trần Văn Sáng", "Đinh Công Sự", "Lò Thị Thủy"]
    page.list.table.sortByColumn(page.model.column_at(TIME), Qt.SortOrder.AscendingOrder)
    assert names(page)[0] == PEOPLE[0][0]


def test_filters_by_state_department_and_period(qtbot: QtBot, page: BookPage) -> None:
    with qtbot.waitSignal(page.searching.made):
        page.filters.state.setCurrentIndex(page.filters.state.findText("Bluezone: chưa cài"))
    assert names(page) == ["Nguyễn Đặng Khoa"]
    with qtbot.waitSignal(page.searching.made):
        page.filters.show_everything()
        page.filters.host.setCurrentIndex(page.filters.host.findData("Một cửa"))
    assert len(names(page)) == 3
    with qtbot.waitSignal(page.searching.made):
        page.filters.period.setCurrentIndex(page.filters.period.findData(Period.YESTERDAY.value))
    assert names(page) == []


@pytest.mark.parametrize("rule", ExitRule)
def test_every_rule_of_an_estimated_exit_is_said_in_words(lines: list[VisitLine], rule: ExitRule) -> None:
    told = rule_text(replace(lines[0], left_rule=str(rule)))
    assert told
    assert str(rule) not in told
    assert "sổ cũ" in rule_text(replace(lines[0], left_rule="sổ cũ"))
    assert rule_text(lines[0]) == ""


def test_each_state_is_a_pill_with_its_word(page: BookPage) -> None:
    place = page.model.column_at("programme:bluezone")
    tone = page.model.columns[place].tone
    assert tone is not None
    assert [tone(line) for line in page.model.lines] == ["warn", "calm", "bad", "good"]
    assert all(page.model.index(row, place).data() for row in range(page.model.rowCount()))


def test_check_out_by_key_then_undo_by_key(
    qtbot: QtBot, page: BookPage, desk: Desk, lines: list[VisitLine]
) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    QTest.keyClick(page.filters.words, Qt.Key.Key_Return)
    assert page.list.line is not None
    chosen = page.list.line.visit_id
    with qtbot.waitSignal(page.searching.made):
        QTest.keyClick(page.list.table, Qt.Key.Key_F9)
    assert chosen not in {line.visit_id for line in desk.visits.inside()}
    assert page.list.line.visit_id == chosen
    assert "08:46" in page.details.history_text
    with qtbot.waitSignal(page.searching.made):
        QTest.keyClick(page.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chosen in {line.visit_id for line in desk.visits.inside()}
    assert [notice.tone for notice in notices] == ["good", "good"]


def test_a_line_taken_back_stays_visible_as_void(qtbot: QtBot, page: BookPage, desk: Desk) -> None:
    page.list.table.selectRow(0)
    with qtbot.waitSignal(page.searching.made):
        page.details.undo.click()
    line = page.model.line(0)
    assert line is not None
    assert line.voided
    assert page.details.check_out.isHidden()
    assert page.details.undo.isHidden()


def test_too_late_to_undo_offers_nothing(page: BookPage, clock: SetClock) -> None:
    clock.advance(timedelta(minutes=6))
    page.list.table.selectRow(0)
    assert page.details.undo.isHidden()
    assert not page.details.check_out.isHidden()


def test_numbers_beside_the_list_are_masked(page: BookPage) -> None:
    page.list.table.selectRow(0)
    assert "0912000678" not in page.details.facts_text
    assert "•••" in page.details.facts_text


def test_exactly_what_is_listed_is_exported(qtbot: QtBot, page: BookPage, tmp_path: Path) -> None:
    search(qtbot, page, "lo thi")
    target = tmp_path / "so.csv"
    asked: list[str] = []

    def answer(window: object, suggested: Path) -> Path:
        asked.append(suggested.name)
        return target

    page.export.outlet.ask_path = answer
    page.export.save_csv()
    rows = list(csv.reader(StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 2
    assert "Lò Thị Thủy" in rows[1]
    assert asked == ["so-ra-vao-2020-08-05.csv"]
    search(qtbot, page, "nobody at all")
    assert not page.export.button.isEnabled()


def test_a_name_cannot_write_markup_into_the_history(qtbot: QtBot, page: BookPage, desk: Desk) -> None:
    outcome = desk.check_in.check_in(CheckInDraft("x", "Tên", entered_at=page.clock.now(), reason="<img src=x>"))
    assert isinstance(outcome, CheckedIn)
    search(qtbot, page, "tên")
    page.list.table.selectRow(0)
    assert "<img" not in page.details.history_text


def test_columns_give_way_before_anything_is_cut(page: BookPage) -> None:
    table = page.list.table
    everything = {page.model.column_at(column.key) for column in page.model.columns}

    def shown(width: int) -> set[int]:
        page.resize(width, 600)
        QApplication.processEvents()
        return {place for place in everything if not table.isColumnHidden(place)}

    assert shown(1800) == everything
    for width in range(1300, 620, -7):
        seen = shown(width)
        assert sum(table.columnWidth(place) for place in seen) <= table.viewport().width()
        assert {page.model.column_at(NAME), page.model.column_at("programme:bluezone")} <= seen
    assert shown(700) < everything
    assert shown(1800) == everything


def test_words_are_not_cut_while_another_column_has_room(qtbot: QtBot, page: BookPage, desk: Desk) -> None:
    long = "Trung tâm Phục vụ hành chính công tỉnh"
    desk.check_in.check_in(CheckInDraft("long", "An", organisation=long, host="Bà Hà"))
    search(qtbot, page, "an")
    page.resize(1320, 600)
    QApplication.processEvents()
    table, model = page.list.table, page.model
    needed = table.fontMetrics().horizontalAdvance(long)
    widths = {key: table.columnWidth(model.column_at(key)) for key in ("name", "organisation", "host")}
    assert widths["organisation"] > needed
    assert sum(widths.values()) <= table.viewport().width()


def test_no_filter_is_squeezed_on_a_narrow_page(page: BookPage) -> None:
    filters = page.filters
    for width in (1160, 1000, 840, 700, 1160):
        page.resize(width, 600)
        QApplication.processEvents()
        shown = [w for w in (filters.words, filters.period, filters.state, filters.host) if w.isVisible()]
        for widget in (*shown, page.importing, page.export.button):
            assert widget.width() >= widget.minimumSizeHint().width()
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= page.width()

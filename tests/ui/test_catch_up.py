"""Lines from the paper book, typed one after the other."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.import_cells import typed_time
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.catch_up import CatchUpDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName

pytestmark = pytest.mark.gui


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication, desk: Desk, clock: SetClock) -> CatchUpDialog:
    made = CatchUpDialog(desk, clock)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill(dialog: CatchUpDialog, entered: str, left: str, name: str = "Nguyễn Văn Mẫu") -> None:
    dialog.entered.setText(entered)
    dialog.left.setText(left)
    dialog.form.name.control.setText(name)
    dialog.form.host.control.set_text("Văn phòng")


def test_line_after_line_with_the_same_day_and_reason(dialog: CatchUpDialog, desk: Desk) -> None:
    told: list[bool] = []
    dialog.recorded.connect(lambda: told.append(True))
    dialog.reason.setText("sổ giấy trang 12")
    for entered, left in (("0830", "9h10"), ("8:45", "10:00")):
        fill(dialog, entered, left)
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.form.is_blank
        assert dialog.entered.text() == ""
    first, second = desk.visits.select(VisitFilter())
    assert (first.day, first.number, second.number) == (date(2020, 8, 4), 1, 2)
    assert first.entered_at == datetime(2020, 8, 4, 1, 30, tzinfo=UTC)
    assert first.left_at == datetime(2020, 8, 4, 2, 10, tzinfo=UTC)
    assert first.catch_up == second.catch_up == "sổ giấy trang 12"
    assert len(told) == 2


@pytest.mark.parametrize(
    ("entered", "left", "reason", "field"),
    [
        ("", "9:00", "sổ", "entered_at"),
        ("sáng", "9:00", "sổ", "entered_at"),
        ("8:00", "trưa", "sổ", "left_at"),
        ("8:00", "", "sổ", "left_at"),
        ("9:00", "8:00", "sổ", "left_at"),
        ("8:00", "9:00", " ", "reason"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    dialog: CatchUpDialog, desk: Desk, entered: str, left: str, reason: str, field: str
) -> None:
    fill(dialog, entered, left)
    dialog.reason.setText(reason)
    dialog.record()
    assert {name for name, shown in dialog._fields.items() if shown.problem} == {field}
    assert not desk.visits.select(VisitFilter())


def test_times_to_come_are_refused_and_today_s_line_may_stay_open(dialog: CatchUpDialog, desk: Desk) -> None:
    dialog.reason.setText("mất điện")
    dialog.day.set_day(date(2020, 8, 5))
    fill(dialog, "8:00", "11:00")
    dialog.record()
    assert not desk.visits.select(VisitFilter())
    fill(dialog, "8:00", "")
    dialog.record()
    assert [line.inside for line in desk.visits.select(VisitFilter())] == [True]
    fill(dialog, "8:10", "", name="")
    dialog.record()
    assert dialog.form.name.said
    assert len(desk.visits.select(VisitFilter())) == 1


def test_a_night_ends_the_day_after(dialog: CatchUpDialog, desk: Desk) -> None:
    dialog.reason.setText("sổ trực đêm")
    fill(dialog, "22:10", "1:30")
    dialog.record()
    (line,) = desk.visits.select(VisitFilter())
    assert line.left_at is not None
    assert (line.day, line.left_at - line.entered_at) == (date(2020, 8, 4), timedelta(hours=3, minutes=20))
    dialog.day.set_day(date(2020, 8, 5))
    fill(dialog, "7:00", "5:00")
    dialog.record()
    assert dialog._fields["left_at"].problem
    assert len(desk.visits.select(VisitFilter())) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [("830", time(8, 30)), ("0830", time(8, 30)), ("8g30", time(8, 30)), ("2460", None), ("8", None)],
)
def test_hurried_times(text: str, told: time | None) -> None:
    assert typed_time(text) == told


def test_a_key_of_the_desk_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(PageName.DESK)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    opened = window.findChild(CatchUpDialog)
    assert isinstance(opened, CatchUpDialog)
    assert opened.isVisible()
    opened.reject()


def test_yesterday_s_line_of_somebody_inside_now_is_taken(dialog: CatchUpDialog, desk: Desk) -> None:
    desk.check_in.check_in(CheckInDraft("r", "Nguyễn Văn Mẫu", phone="0912000000", host="Văn phòng"))
    dialog.reason.setText("sổ giấy trang 12")
    fill(dialog, "8:30", "9:10")
    dialog.form.phone.control.setText("0912000000")
    dialog.record()
    past, inside = sorted(desk.visits.select(VisitFilter()), key=lambda line: line.entered_at)
    assert (past.visitor_id, past.inside, inside.inside) == (inside.visitor_id, False, True)
    fill(dialog, "8:30", "")
    dialog.form.phone.control.setText("0912000000")
    dialog.day.set_day(date(2020, 8, 5))
    dialog.record()
    assert len(desk.visits.select(VisitFilter())) == 2


def test_the_app_check_is_answered_by_its_number_on_the_way(dialog: CatchUpDialog, desk: Desk) -> None:
    dialog.reason.setText("sổ giấy trang 12")
    fill(dialog, "0830", "0910")
    dialog.activateWindow()
    dialog.form.host.control.setFocus()
    QTest.keyClick(dialog.form.host.control, Qt.Key.Key_Return)
    assert dialog.focusWidget() in dialog.checks.cards
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_2)
    assert dialog.focusWidget() is dialog.record_button
    QTest.keyClick(dialog.record_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (line,) = desk.visits.select(VisitFilter())
    assert line.state("bluezone") is CheckState.REACTIVATED


def test_a_line_that_was_begun_is_left_only_when_that_is_said_twice(dialog: CatchUpDialog, desk: Desk) -> None:
    dialog.form.name.control.setText("Nguyễn Văn Mẫu")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notices.isVisible()
    dialog.form.name.control.setText("Nguyễn Văn Mẫu An")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not desk.visits.select(VisitFilter())


def test_a_digit_in_a_field_is_no_answer(dialog: CatchUpDialog) -> None:
    dialog.form.plate.control.setFocus()
    QTest.keyClick(dialog.form.plate.control, Qt.Key.Key_2)
    assert dialog.form.plate.control.text() == "2"
    assert not dialog.checks.is_begun

"""Groups, several exits, passes, labels and the day's end at the desk."""

from datetime import timedelta

import pytest
from conftest import Commit
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.passes import PassState
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.dialogs.closing import ClosingDialog
from bluezone_desk.ui.dialogs.group import GroupDialog
from bluezone_desk.ui.dialogs.guide import GuideDialog
from bluezone_desk.ui.dialogs.passes import PassesDialog
from bluezone_desk.ui.main_window import MainWindow

pytestmark = pytest.mark.gui

CARD = "001001000000||Cao Lệch Mẫu|06062001|Nữ|Phường Thử, Quận Mẫu, Hà Nội|01022023"
LIST = "1. Nguyễn Văn An - 0912 345 678\n\n2) Trần Thị Bình\n***\n"


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def enter(desk: Desk, name: str, **more: str) -> str:
    outcome = desk.check_in.check_in(CheckInDraft(f"r-{name}", name, department="Một cửa", **more))
    assert isinstance(outcome, CheckedIn)
    return outcome.visit.visit_id


def front() -> object:
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def test_a_group_is_scanned_and_pasted_shown_first_and_comes_in_together(hands: Hands, desk: Desk) -> None:
    hands.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, GroupDialog)
    dialog.organisation.setText("Công ty CP Điện Hòa Bình")
    dialog.host.set_text("Một cửa")
    dialog.field.setFocus()
    QGuiApplication.clipboard().setText(LIST)
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog.field.setText(CARD)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert [member.name for member in dialog.model.members] == ["Nguyễn Văn An", "Trần Thị Bình", "Cao Lệch Mẫu"]
    assert desk.visits.inside() == ()
    dialog.table.setFocus()
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, "1")
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, "6")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    inside = {line.name: line for line in desk.visits.inside()}
    assert {line.state("bluezone") for line in inside.values()} == {CheckState.RUNNING, CheckState.DECLINED}
    assert inside["Trần Thị Bình"].organisation == "Công ty CP Điện Hòa Bình"
    hands.window.activateWindow()
    QApplication.processEvents()
    hands.page.inside.take_focus()
    assert hands.page.inside.chosen
    hands.page.verbs.leave_group()
    assert desk.visits.inside() == ()
    hands.page.verbs.undo()
    assert len(desk.visits.inside()) == 3


def test_one_bad_member_keeps_the_group_out_and_is_told(hands: Hands, desk: Desk) -> None:
    enter(desk, "Lê Anh", id_number="017190000000")
    hands.page.verbs.open_group()
    dialog = front()
    assert isinstance(dialog, GroupDialog)
    dialog.host.set_text("Một cửa")
    dialog.take_list("Trần Thị Bình\nLê Anh 017190000000")
    dialog.confirm()
    assert dialog.problem
    assert dialog.isVisible()
    assert len(desk.visits.inside()) == 1
    dialog.reject()
    dialog.reject()


def test_a_list_that_was_gathered_is_left_only_when_that_is_said_twice(hands: Hands, desk: Desk) -> None:
    hands.page.verbs.open_group()
    dialog = front()
    assert isinstance(dialog, GroupDialog)
    dialog.take_list("Trần Thị Bình\nLê Anh")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "2" in dialog.problem
    dialog.take_list("Lê Anh 0912345678\nLê Anh")
    assert [member.phone for member in dialog.model.members] == ["", "", "0912345678"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert front() is None


def test_several_leave_at_once_and_one_undo_brings_all_back(hands: Hands, desk: Desk) -> None:
    for name in ("Trần Quốc Bảo", "Lò Thị Thủy", "Bùi Văn Nhượng"):
        enter(desk, name)
    hands.page.refresh()
    hands.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_F9)
    assert len(desk.visits.inside()) == 1
    assert hands.page.strip.tone == "good"
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.visits.inside()) == 3


def test_enter_pressed_twice_in_the_list_ends_one_visit(hands: Hands, desk: Desk) -> None:
    for name in ("Trần Quốc Bảo", "Lò Thị Thủy", "Bùi Văn Nhượng"):
        enter(desk, name)
    hands.page.refresh()
    hands.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert len(desk.visits.inside()) == 2


def test_overdue_visitors_are_marked_and_listed_alone(hands: Hands, desk: Desk, clock: SetClock) -> None:
    enter(desk, "Trần Quốc Bảo")
    clock.advance(timedelta(hours=5))
    enter(desk, "Lò Thị Thủy")
    hands.page.refresh()
    assert hands.page.inside.count == 2
    hands.page.inside._overdue.click()
    assert hands.page.inside.count == 1


def test_closing_asks_and_marks_estimates(hands: Hands, desk: Desk, clock: SetClock) -> None:
    stays = enter(desk, "Trần Quốc Bảo")
    clock.advance(timedelta(minutes=1))
    goes = enter(desk, "Lò Thị Thủy")
    clock.advance(timedelta(hours=10))
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, ClosingDialog)
    assert dialog.chosen == (stays, goes)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.confirm()
    assert [line.visit_id for line in desk.visits.inside()] == [stays]
    line = desk.visits.visit(goes)
    assert line is not None
    assert line.left_rule


def test_the_next_pass_is_offered_and_a_lost_one_is_not(hands: Hands, desk: Desk, commit_text: Commit) -> None:
    desk.passes.lost("01", "")
    commit_text(hands.page.field, "Lò Thị Thủy")
    hands.press(Qt.Key.Key_Return)
    field = hands.page.form.pass_number.control
    assert field.text() == ""
    assert "02" in field.placeholderText()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "02"
    hands.press(Qt.Key.Key_Escape)
    assert field.placeholderText() == ""


def test_passes_are_marked_lost_and_found(hands: Hands, desk: Desk) -> None:
    hands.page.verbs.show_passes()
    dialog = front()
    assert isinstance(dialog, PassesDialog)
    dialog.mark()
    assert desk.passes.state()[0].state is PassState.LOST
    dialog.mark()
    assert desk.passes.state()[0].state is PassState.FREE
    dialog.reject()


def test_a_missing_printer_never_holds_the_visitor(hands: Hands, desk: Desk, commit_text: Commit) -> None:
    remembered.remember_label_choice("", "62x100", each=True)
    try:
        commit_text(hands.page.field, "Lò Thị Thủy")
        hands.press(Qt.Key.Key_Return)
        hands.page.form.host.control.set_text("Một cửa")
        hands.press(Qt.Key.Key_1)
        hands.page.keys.settle()
        hands.record()
    finally:
        remembered.remember_label_choice("", "62x100", each=False)
    (line,) = desk.visits.inside()
    assert line.pass_number == "01"
    assert hands.page.form.is_blank
    assert hands.focus is hands.page.field
    assert hands.window.notices.isVisible()


def test_the_guide_shows_the_code_and_goes_away_with_its_key(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F10)
    dialog = front()
    assert isinstance(dialog, GuideDialog)
    assert dialog.code.accessibleName() == "https://www.bluezone.gov.vn"
    title = dialog.title.text()
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.title.text() != title
    QTest.keyClick(dialog, Qt.Key.Key_F10)
    assert front() is None

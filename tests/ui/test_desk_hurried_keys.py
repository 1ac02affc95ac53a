"""Keys that come faster than the window reads them, and lists of suggestions that stand open in their way."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.widgets.suggest_box import SuggestBox

# An open list of suggestions wants what the off-screen platform cannot give.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("^This plugin does not support")]

CARD = "001090000000||Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01052021"
OTHER = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Hồ Chí Minh|10102022"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(window: MainWindow, desk: Desk) -> Hands:
    """Somebody was here before, so that a host is suggested."""
    desk.check_in.check_in(CheckInDraft("r", "Đỗ Mẫu", phone="0912000000", host="Tổ một cửa"))
    made = Hands(window)
    made.page.entered()
    return made


def host(hands: Hands) -> SuggestBox:
    box = hands.page.form.host.control
    assert isinstance(box, SuggestBox)
    return box


def open_list(hands: Hands) -> QWidget:
    """The suggestions for a host, open after two letters."""
    box = host(hands)
    box.setFocus()
    for letter in "mo":
        QTest.keyClick(hands.focus, letter)
    popup = box.completer().popup()
    assert popup.isVisible()
    assert QApplication.activePopupWidget() is popup
    return popup


def test_a_number_key_still_held_is_answered_before_the_visitor_is_recorded(hands: Hands, desk: Desk) -> None:
    hands.scan(CARD)
    host(hands).set_text("Tổ một cửa")
    hands.page.checks.take_focus()
    hands.press(Qt.Key.Key_2)
    hands.record()
    (line,) = (line for line in desk.visits.inside() if line.name == "Nguyễn Văn Mẫu")
    assert line.state("bluezone") is CheckState.REACTIVATED
    assert hands.page.field.text() == ""
    hands.scan(OTHER)
    hands.page.keys.settle()
    assert not hands.page.checks.is_answered


def test_a_letter_after_a_held_number_key_goes_where_the_answer_has_led(hands: Hands) -> None:
    hands.scan(CARD)
    hands.page.checks.take_focus()
    hands.press(Qt.Key.Key_1)
    # Not settled: the window reads the next key before the number's time is over.
    hands.press(Qt.Key.Key_T)
    assert hands.page.checks.is_answered
    assert host(hands).text().lower() == "t"
    assert hands.page.field.text() == ""


def test_enter_at_an_open_list_keeps_the_text_as_it_stands_and_goes_on(hands: Hands) -> None:
    hands.scan(CARD)
    popup = open_list(hands)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert host(hands).text() == "mo"
    assert hands.focus is not host(hands).lineEdit()
    assert hands.focus is not host(hands)


def test_down_and_enter_at_an_open_list_take_what_is_suggested(hands: Hands) -> None:
    hands.scan(CARD)
    popup = open_list(hands)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert host(hands).text() == "Tổ một cửa"


def test_a_scan_at_an_open_list_is_the_next_visitor_and_no_host(hands: Hands) -> None:
    hands.scan(CARD)
    open_list(hands)
    hands.scan(OTHER)
    assert hands.page.flow.waiting == 1
    assert (hands.page.form.number, host(hands).text()) == ("001090000000", "mo")


def test_a_text_put_in_closes_the_open_list(hands: Hands) -> None:
    hands.scan(CARD)
    popup = open_list(hands)
    host(hands).set_text("Văn thư")
    assert not popup.isVisible()


def test_ctrl_i_chooses_a_row_that_can_leave_at_once(hands: Hands, desk: Desk) -> None:
    hands.page.inside.view.selectionModel().clear()
    hands.press(Qt.Key.Key_I, CTRL)
    (line,) = desk.visits.inside()
    assert hands.page.inside.all_chosen == (line.visit_id,)
    hands.press(Qt.Key.Key_F9)
    assert desk.visits.inside() == ()

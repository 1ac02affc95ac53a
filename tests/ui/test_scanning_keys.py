"""A wedge scanner at the desk page: keys stamped by the system, read by the window whenever it has time."""

import pytest
from conftest import Commit
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage

pytestmark = pytest.mark.gui

CARD = "001090000000|010000000|Nguyen Van Mau|15081990|Nam|So 0, Pho Thu Nghiem, Ha Noi|01052021"
OTHER = "079303000000||Tran Thi Vi Du|02022003|Nu|To 0, Khu pho 0, Thanh pho Ho Chi Minh|10102022"
KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


class Wedge:
    """Presses keys at moments of its own; the window may be late to read them."""

    def __init__(self, window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, DeskPage)
        self.page = page
        self.window = window
        self.pressed_ms = 50_000
        self.late_ms = 0
        page.keys.seconds = lambda: (self.pressed_ms + self.late_ms) / 1000
        self.raw: list[str] = []
        page.keys.scanned.connect(self.raw.append)

    def press(self, text: str, gap_ms: int, first_gap_ms: int | None = None) -> None:
        for place, sign in enumerate(text):
            self.pressed_ms += first_gap_ms if place == 0 and first_gap_ms is not None else gap_ms
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                written = sign if sign not in KEYS else {"\n": "\r"}.get(sign, sign)
                event = QKeyEvent(kind, KEYS.get(sign, 0), Qt.KeyboardModifier.NoModifier, written)
                event.setTimestamp(self.pressed_ms)
                QApplication.sendEvent(self.focus, event)

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


@pytest.fixture
def wedge(window: MainWindow) -> Wedge:
    window.show_page(PageName.DESK)
    return Wedge(window)


def test_a_scan_is_out_of_the_field_at_its_enter_and_in_the_form_soon_after(qtbot: QtBot, wedge: Wedge) -> None:
    wedge.press(CARD + "\n", 5)
    assert wedge.page.field.text() == ""
    qtbot.waitUntil(lambda: wedge.page.form.number == "001090000000", timeout=1000)
    assert wedge.raw == [CARD]


def test_a_window_that_reads_its_keys_late_loses_none(qtbot: QtBot, wedge: Wedge) -> None:
    wedge.press("a\b", 200)
    wedge.press(CARD + "\n", 5, first_gap_ms=300)
    wedge.press(OTHER[:1], 5, first_gap_ms=150)
    wedge.late_ms = 90
    wedge.press(OTHER[1:] + "\n", 5)
    qtbot.waitUntil(lambda: wedge.raw == [CARD, OTHER], timeout=1000)
    assert wedge.page.form.number == "001090000000"
    assert wedge.page.flow.waiting == 1


def test_keys_right_after_a_scan_go_where_the_scan_has_led(wedge: Wedge) -> None:
    wedge.press(CARD + "\n", 5)
    wedge.press("Mot", 60)
    assert wedge.raw == [CARD]
    assert wedge.page.form.host.control.text() == "Mot"
    assert wedge.page.field.text() == ""


def test_a_late_input_method_corrects_the_scan_and_not_the_field(qtbot: QtBot, wedge: Wedge) -> None:
    wedge.press(CARD.replace("|01052021", "|01052021 Mau") + "\n", 5)
    wedge.press("\b\bâu", 4, first_gap_ms=60)
    assert wedge.page.field.text() == ""
    qtbot.waitUntil(lambda: len(wedge.raw) == 1, timeout=1000)
    assert wedge.raw[0].rstrip("\b").endswith("Mâu")
    codes = {problem.code for problem in wedge.page.desk.people.recognise(wedge.raw[0]).problems}
    assert Trouble.WARN_INPUT_METHOD in codes


def test_an_input_method_that_writes_words_changes_nothing_of_that(
    qtbot: QtBot, wedge: Wedge, commit_text: Commit
) -> None:
    head, word, tail = "066192000000||Y ", "Thu", "|03031992|Nam|Buon|01072021|Mau"
    wedge.press(head, 5)
    wedge.pressed_ms += 5
    commit_text(wedge.page.field, word)
    wedge.press(tail + "\n", 5)
    wedge.pressed_ms += 60
    correction = QInputMethodEvent()
    correction.setCommitString("âu", -2, 2)
    QApplication.sendEvent(wedge.page.field, correction)
    assert wedge.page.field.text() == ""
    qtbot.waitUntil(lambda: len(wedge.raw) == 1, timeout=1000)
    assert wedge.raw == [head + word + tail[:-2] + "âu\b"]


def test_a_scan_while_another_field_is_typed_in_leaves_it_as_it_was(qtbot: QtBot, wedge: Wedge) -> None:
    plate = wedge.page.form.plate.control
    wedge.page.form.fill_new(name="Lê Anh")
    plate.setFocus()
    wedge.press("28a", 150)
    wedge.press(CARD + "\t", 5, first_gap_ms=150)
    assert (plate.text(), wedge.focus) == ("28a", plate)
    qtbot.waitUntil(lambda: wedge.page.flow.waiting == 1, timeout=1000)
    assert plate.text() == "28a"


def test_a_scan_while_the_app_is_asked_about_gives_the_focus_back(qtbot: QtBot, wedge: Wedge) -> None:
    wedge.page.form.fill_new(name="Lê Anh")
    wedge.page.form.host.control.set_text("Một cửa")
    wedge.page.checks.take_focus()
    card = wedge.focus
    wedge.press("1" + CARD + "\n", 5)
    qtbot.waitUntil(lambda: len(wedge.raw) == 1, timeout=1000)
    assert wedge.focus is card
    assert not wedge.page.checks.is_begun


def test_a_scan_waits_for_nothing_when_a_command_follows(wedge: Wedge, desk: Desk) -> None:
    wedge.press(CARD + "\n", 5)
    wedge.pressed_ms += 40
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        control = Qt.KeyboardModifier.ControlModifier
        QApplication.sendEvent(wedge.focus, QKeyEvent(kind, Qt.Key.Key_Return, control, "\r"))
    assert wedge.page.form.number == "001090000000"


def test_shift_inside_a_scan_is_no_key_of_its_own(qtbot: QtBot, wedge: Wedge) -> None:
    for sign in CARD:
        shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
        QApplication.sendEvent(wedge.focus, shift)
        wedge.press(sign, 5)
    wedge.press("\n", 5)
    qtbot.waitUntil(lambda: wedge.raw == [CARD], timeout=1000)

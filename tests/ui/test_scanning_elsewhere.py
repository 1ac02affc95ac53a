"""A scan that comes while another page or a dialog is in front: the desk's, and nobody else's text changes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.devices.scanner import FakeScanner, Road
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.catch_up import CatchUpDialog
from bluezone_desk.ui.dialogs.group import GroupDialog
from bluezone_desk.ui.dialogs.passes import PassesDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.scanning_choice import ScannerChoice

pytestmark = pytest.mark.gui

CARD = "001090000000|010000000|Nguyen Van Mau|15081990|Nam|So 0, Pho Thu Nghiem, Ha Noi|01052021"
OTHER = "079303000000||Tran Thi Vi Du|02022003|Nu|To 0, Khu pho 0, Thanh pho Ho Chi Minh|10102022"


class Keyboard:
    """Presses keys at moments of its own, wherever the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.now_ms = 50_000
        window.elsewhere.seconds = lambda: self.now_ms / 1000

    def press(self, text: str, gap_ms: int) -> None:
        self.now_ms += 300
        for sign in text:
            self.now_ms += gap_ms
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}.get(sign, 0)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def scan(self, text: str) -> None:
        self.press(text, 5)
        self.window.elsewhere.settle()


@pytest.fixture
def keyboard(window: MainWindow) -> Keyboard:
    return Keyboard(window)


def desk_page(window: MainWindow) -> DeskPage:
    assert isinstance(window.page, DeskPage)
    return window.page


def front() -> QWidget | None:
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def number(window: MainWindow) -> str:
    QApplication.processEvents()
    return desk_page(window).form.number


@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_scan_on_another_page_goes_to_the_desk_and_leaves_the_editor_as_it_was(
    window: MainWindow, keyboard: Keyboard, end: str
) -> None:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    page.filters.words.setFocus()
    keyboard.press("lo", 150)
    keyboard.scan(CARD + end)
    assert number(window) == "001090000000"
    assert page.filters.words.text() == "lo"


def test_an_editor_of_several_lines_is_as_it_was_too(window: MainWindow, keyboard: Keyboard) -> None:
    window.show_page(PageName.SETTINGS)
    editor = QPlainTextEdit("Van phong\nPhong Y te", window.page)
    editor.show()
    editor.setFocus()
    keyboard.scan(CARD + "\r")
    assert editor.toPlainText() == "Van phong\nPhong Y te"
    assert number(window) == "001090000000"


def test_what_is_typed_by_hand_or_written_by_an_abbreviation_stays(window: MainWindow, keyboard: Keyboard) -> None:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    page.filters.words.setFocus()
    keyboard.press("001090000000", 90)
    keyboard.window.elsewhere.settle()
    assert page.filters.words.text() == "001090000000"
    page.filters.words.clear()
    keyboard.scan("So Thong tin va Truyen thong")
    assert page.filters.words.text() == "So Thong tin va Truyen thong"
    assert window.page is page


def test_a_scan_at_a_button_presses_nothing(window: MainWindow, keyboard: Keyboard) -> None:
    window.show_page(PageName.BOOK)
    button = QPushButton("x", window.page)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    button.show()
    button.setFocus()
    keyboard.scan(CARD + "\r")
    assert not pressed
    assert number(window) == "001090000000"


def test_a_dialog_keeps_its_text_and_the_desk_gets_the_scans_when_it_closes(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    desk_page(window).verbs.open_catch_up()
    dialog = front()
    assert isinstance(dialog, CatchUpDialog)
    dialog.reason.setFocus()
    keyboard.press("trang 12", 120)
    keyboard.scan(CARD + "\r")
    keyboard.scan(OTHER + "\t")
    assert dialog.isVisible()
    assert dialog.reason.text() == "trang 12"
    assert any(label.isVisible() and label.text().startswith("2 ") for label in dialog.findChildren(QLabel))
    assert desk_page(window).form.is_blank
    dialog.close()
    qtbot.waitUntil(lambda: number(window) == "001090000000")
    assert desk_page(window).flow.waiting == 1


def test_a_scan_chooses_no_other_row_of_a_list(qtbot: QtBot, window: MainWindow, keyboard: Keyboard) -> None:
    desk_page(window).verbs.show_passes()
    dialog = front()
    assert dialog is not None
    (view,) = dialog.findChildren(QListWidget)
    view.setFocus()
    view.setCurrentRow(2)
    keyboard.scan(CARD + "\r")
    assert view.currentRow() == 2
    dialog.close()
    qtbot.waitUntil(lambda: number(window) == "001090000000")


def test_a_device_scan_waits_for_the_dialog_too(qtbot: QtBot, window: MainWindow) -> None:
    device = FakeScanner()
    window.scanners._make = lambda _choice: device
    window.scanners.use(ScannerChoice(Road.SERIAL, "COM3"))
    desk_page(window).verbs.show_passes()
    dialog = front()
    assert isinstance(dialog, PassesDialog)
    device.send(CARD)
    assert desk_page(window).form.is_blank
    dialog.reject()
    qtbot.waitUntil(lambda: number(window) == "001090000000")


def test_a_group_takes_its_scans_from_wherever_the_focus_is(
    window: MainWindow, keyboard: Keyboard, desk: Desk
) -> None:
    desk_page(window).verbs.open_group()
    dialog = front()
    assert isinstance(dialog, GroupDialog)
    dialog.organisation.setFocus()
    keyboard.scan(CARD + "\r")
    window.elsewhere.take(OTHER)
    assert isinstance(dialog.organisation, QLineEdit)
    assert dialog.organisation.text() == ""
    assert [draft.id_number for draft in dialog.model.members] == ["001090000000", "079303000000"]
    dialog.reject()
    assert desk_page(window).form.is_blank

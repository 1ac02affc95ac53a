"""A receptionist's hands and a scanner, for tests: keys with the time between them that each takes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage

FINGER_SECONDS, SCANNER_SECONDS = 0.15, 0.004


class Hands:
    """Presses keys where the focus is, and counts them; a scanner's keys are not counted."""

    def __init__(self, window: MainWindow) -> None:
        window.show_page(PageName.DESK)
        page = window.page
        assert isinstance(page, DeskPage)
        self.window = window
        self.page = page
        self.presses = 0
        self._now = 100.0
        page.keys.seconds = lambda: self._now

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, as a finger presses it."""
        self._now += FINGER_SECONDS
        self.presses += 1
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """A plain text, letter by letter."""
        for letter in text:
            self._now += FINGER_SECONDS
            self.presses += 1
            QTest.keyClick(self.focus, letter)
            self.page.keys.settle()

    def scan(self, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """A wedge scanner: every letter a few milliseconds after the one before, then its suffix."""
        self._now += FINGER_SECONDS
        for letter in text:
            self._now += SCANNER_SECONDS
            self._send(letter)
        if end is not None:
            self._now += SCANNER_SECONDS
            QTest.keyClick(self.focus, end)
            self.page.keys.settle()
        QApplication.processEvents()

    def record(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    @property
    def focus(self) -> QWidget:
        """Where keys go: a list that is open gets them first."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def _send(self, letter: str) -> None:
        target = self.focus
        if letter.isascii():
            QTest.keyClick(target, letter)
            return
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        # Letters beyond ASCII have no key of their own; a scanner's firmware sends them as text.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)

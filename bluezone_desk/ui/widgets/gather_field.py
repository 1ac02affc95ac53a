"""The field of a delegation: a scan, a name, or a whole list pasted at once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

#: A card scanned without a suffix is over when no letter has come for so long.
SCAN_REST_MS = 250
_CARD_BARS = 5
LONGEST_TEXT = 1000
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class GatherField(QLineEdit):
    """`given` carries one line that was typed or scanned, `pasted` a text of several lines."""

    given = Signal(str)
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_TEXT)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SCAN_REST_MS)
        self._rest.timeout.connect(self.give)
        self.textEdited.connect(self._follow)

    def give(self) -> None:
        """Hand over what stands here; an empty field gives nothing."""
        self._rest.stop()
        text = self.text().strip()
        self.clear()
        if text:
            self.given.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if len(text.splitlines()) > 1:
                self.pasted.emit(text)
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMANDS:
            # Kept from the dialog: Enter adds a member and never presses a button.
            if not event.isAutoRepeat():
                self.give()
            return
        super().keyPressEvent(event)

    def _follow(self, text: str) -> None:
        if text.count("|") >= _CARD_BARS:
            self._rest.start()

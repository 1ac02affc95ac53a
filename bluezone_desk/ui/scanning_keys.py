"""When keys were pressed, whatever the window was doing; and an editor as it was before a scan ran into it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from bluezone_desk.devices.scanner import End

ENDS: dict[int, End] = {Qt.Key.Key_Return: End.ENTER, Qt.Key.Key_Enter: End.ENTER, Qt.Key.Key_Tab: End.TAB}
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Control,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
#: Two clocks that differ more than this were set anew; no window stalls for so long.
_MOST_DELAY_SECONDS = 5.0


class KeyMoments:
    """The moment a key was pressed, on the clock `seconds`.

    A window that paints, or fills a form, reads its keys late and then all at once; the system's own stamp on each
    tells a scanner's rhythm all the same. Keys without a stamp count as pressed when they are read.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self.seconds = seconds
        self._last = 0.0
        self._offset: float | None = None

    @property
    def last(self) -> float:
        """When the last key was pressed."""
        return self._last

    def note(self, event: QEvent) -> None:
        """A key is being handled now."""
        now = self.seconds()
        stamp = event.timestamp() / 1000 if isinstance(event, QKeyEvent) else 0.0
        if not stamp:
            self._last = now
            return
        delay = now - stamp
        if self._offset is None or delay < self._offset or delay - self._offset > _MOST_DELAY_SECONDS:
            self._offset = delay
        self._last = stamp + self._offset


@dataclass(frozen=True, slots=True)
class EditedPlace:
    """Where the focus was, and what the editor there held, before a row of keys."""

    focus: QWidget | None
    editor: QLineEdit | None
    text: str = ""
    cursor: int = 0

    @classmethod
    def of(cls, focus: QWidget | None, field: QLineEdit | None = None) -> "EditedPlace":
        """The place now. Keys pressed where there is no editor go to `field`."""
        editor = line_of(focus) or (None if focus is not None and is_editor(focus) else field)
        if editor is None:
            return cls(focus, None)
        return cls(focus, editor, editor.text(), editor.cursorPosition())

    def put_back(self) -> None:
        """Take out of the editor whatever came since, and give the focus back."""
        if self.editor is None:
            return
        if self.editor.text() != self.text:
            self.editor.setText(self.text)
            self.editor.setCursorPosition(self.cursor)
        if self.focus is not None and self.focus is not self.editor and self.editor.hasFocus():
            self.focus.setFocus(Qt.FocusReason.OtherFocusReason)


def is_editor(widget: QWidget) -> bool:
    """Whether letters belong to this widget when it has the focus."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QAbstractSpinBox | QPlainTextEdit | QTextEdit)


def line_of(widget: QWidget | None) -> QLineEdit | None:
    """The line edit in which letters appear when this widget has the focus; None when it has none."""
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None

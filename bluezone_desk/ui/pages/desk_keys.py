"""What the keyboard of the desk page means, wherever the focus is: a scan, a letter for the field, a number key.

A wedge scanner is a keyboard that types faster than a person. Its burst ends with Enter, Tab or a pause; it is
taken out of whatever editor it landed in, so that two visitors' cards never stand glued in one field.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from bluezone_desk.ui.widgets.scan_field import ScanField

#: Measured on wedge scanners: 2 to 20 ms between keys; a very fast typist needs 60.
SCAN_GAP_SECONDS = 0.035
SHORTEST_SCAN = 12
#: A scanner without a suffix simply stops.
PAUSE_MS = 130
#: How long a number key waits for the rest of a scan before it means itself.
HELD_MS = 45
FEWEST_SEPARATORS = 5

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


@dataclass(slots=True)
class _Burst:
    """Keys that came faster than fingers, and how the editor stood before the first of them."""

    texts: list[str]
    editor: QLineEdit | None
    before: str
    cursor: int


class DeskKeys(QObject):
    """Watches the application's keys while the page is in front."""

    scanned = Signal(str)
    number_pressed = Signal(int)
    undo_asked = Signal()

    def __init__(self, page: QWidget, field: ScanField, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(page)
        self._page = page
        self._field = field
        self.seconds = seconds
        self._burst = _Burst([], None, "", 0)
        self._last = 0.0
        self._held = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._end_by_pause)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.settle)

    def watch(self) -> None:
        """Start watching."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def ignore(self) -> None:
        """Stop watching; what was held is forgotten."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._held = ""
        self._pause.stop()
        self._wait.stop()

    @property
    def is_bursting(self) -> bool:
        """Whether keys are arriving faster than fingers."""
        return len(self._burst.texts) > 1 and self.seconds() - self._last < SCAN_GAP_SECONDS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        target = focus if focus is not None else self._page.window()
        if watched is not target or not self._is_ours(target):
            return False
        if event.key() in _ENDS and not event.modifiers() & _COMMANDS:
            return self._on_end(event)
        if event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self._on_undo(focus)
        if event.key() == Qt.Key.Key_Backspace:
            return self._on_backspace()
        text = event.text()
        if not text or not text.isprintable() or event.modifiers() & _COMMANDS:
            self.settle()
            return False
        return self._on_text(text, focus, event.isAutoRepeat())

    def _is_ours(self, target: QWidget) -> bool:
        is_inside = self._page.isAncestorOf(target) or target is self._page.window() or target is self._page
        is_outside_editor = not is_inside and self._page.window().isAncestorOf(target) and not is_editor(target)
        return self._page.isVisible() and (is_inside or is_outside_editor) and not QApplication.activeModalWidget()

    def _on_text(self, text: str, focus: QWidget | None, is_repeat: bool) -> bool:
        now = self.seconds()
        if is_repeat or now - self._last > SCAN_GAP_SECONDS:
            self._burst = _remembered(focus)
        self._last = now
        self._burst.texts.append(text)
        self._pause.start(PAUSE_MS)
        if self._held:
            self._give_to_field(self._take_held() + text)
            return True
        if focus is not None and is_editor(focus):
            return False
        if text == " " and isinstance(focus, QPushButton):
            return False
        if text in "123456" and not is_repeat:
            self._held = text
            self._wait.start(HELD_MS)
        elif not text.isspace():
            self._give_to_field(text)
        return True

    def _on_backspace(self) -> bool:
        if self.is_bursting:
            # An input method at work inside a scan; identifying it takes notice of the sign.
            self._burst.texts.append("\b")
            self._last = self.seconds()
        return False

    def _on_end(self, event: QKeyEvent) -> bool:
        if self._is_scan() and self.seconds() - self._last < PAUSE_MS / 1000:
            self._deliver()
            return True
        self.settle()
        self._burst = _Burst([], None, "", 0)
        return event.isAutoRepeat()

    def _on_undo(self, focus: QWidget | None) -> bool:
        editor = _line_of(focus)
        if editor is not None and editor.text() and editor.isUndoAvailable():
            return False
        self.undo_asked.emit()
        return True

    def _is_scan(self) -> bool:
        return len(self._burst.texts) >= SHORTEST_SCAN

    def _end_by_pause(self) -> None:
        if self._is_scan() and self._burst.texts.count("|") >= FEWEST_SEPARATORS:
            self._deliver()

    def _deliver(self) -> None:
        burst, self._burst = self._burst, _Burst([], None, "", 0)
        self._pause.stop()
        self._wait.stop()
        self._held = ""
        if burst.editor is not None:
            burst.editor.setText(burst.before)
            burst.editor.setCursorPosition(burst.cursor)
        if burst.editor is not self._field:
            self._field.clear()
        self.scanned.emit("".join(burst.texts))

    def settle(self) -> None:
        """A number key that nothing followed means itself."""
        held = self._take_held()
        if held:
            self.number_pressed.emit(int(held))

    def _take_held(self) -> str:
        self._wait.stop()
        held, self._held = self._held, ""
        return held

    def _give_to_field(self, text: str) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.deselect()
        self._field.insert(text)


def is_editor(widget: QWidget) -> bool:
    """Whether letters belong to this widget when it has the focus."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QAbstractSpinBox | QPlainTextEdit | QTextEdit)


def _line_of(widget: QWidget | None) -> QLineEdit | None:
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    if isinstance(widget, QAbstractSpinBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None


def _remembered(focus: QWidget | None) -> _Burst:
    editor = _line_of(focus)
    if editor is None:
        return _Burst([], None, "", 0)
    return _Burst([], editor, editor.text(), editor.cursorPosition())

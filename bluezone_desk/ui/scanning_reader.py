"""Hears a keyboard scanner in any part of a window, and says of slower keys that they were typed."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from bluezone_desk.devices.scanner import Scan
from bluezone_desk.ui.key_listener import KeyListener
from bluezone_desk.ui.scanning_keys import COMMANDS, ENDS, MODIFIERS, is_editor

#: Fewer keys are not worth a word.
_FEWEST_TYPED = 4


class WedgeReader(KeyListener):
    """While it listens it keeps letters from the widgets of `ground`, but for its editors and lists."""

    scanned = Signal(object)
    #: Keys that ended with Enter but were no scan: how many, and the milliseconds from one to the next.
    typed = Signal(int, int)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._count = 0
        self._first = self._last = 0.0

    def ignore(self) -> None:
        super().ignore()
        self._count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if focus is None or watched is not focus or not self._hears(focus) or event.key() in MODIFIERS:
            return False
        if event.modifiers() & COMMANDS:
            return False
        self._moments.note(event)
        by = ENDS.get(event.key())
        if by is not None:
            return self._offer(lambda: self._wedge.end(by)) or self._end_typing()
        text = event.text()
        if not text or not text.isprintable() or (text == " " and not self._wedge.is_bursting):
            # Space presses a button; inside a scan it is a letter.
            return False
        self._offer_letter(text, is_repeat=event.isAutoRepeat())
        return True

    def _hears(self, focus: QWidget) -> bool:
        is_list = isinstance(focus, QComboBox)
        return (
            self._ground.isVisible() and self._ground.isAncestorOf(focus) and not is_editor(focus) and not is_list
        )

    def _offer_letter(self, text: str, *, is_repeat: bool) -> None:
        self._offer(lambda: self._wedge.letter(text, is_repeat=is_repeat))
        if self._count == 0:
            self._first = self._moments.last
        self._count += 1
        self._last = self._moments.last

    def _end_typing(self) -> bool:
        count, self._count = self._count, 0
        if count >= _FEWEST_TYPED:
            self.typed.emit(count, round((self._last - self._first) * 1000 / (count - 1)))
        return False

    def _deliver(self, scans: tuple[Scan, ...]) -> None:
        self._count = 0 if scans else self._count
        for scan in scans:
            self.scanned.emit(scan)

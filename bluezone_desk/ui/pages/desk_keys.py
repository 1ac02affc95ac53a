"""What the keyboard of the desk page means, wherever the focus is: a scan, a letter for the field, a number key.

A wedge scanner is a keyboard that types faster than a person. Its burst is taken out of whatever editor it landed
in, so that two visitors' cards never stand glued in one field.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bluezone_desk.devices.scanner import End, Scan
from bluezone_desk.devices.wedge import SCAN_GAP_SECONDS
from bluezone_desk.ui.key_listener import KeyListener, is_open_list
from bluezone_desk.ui.scanning_keys import COMMANDS, ENDS, MODIFIERS, EditedPlace, is_editor, line_of
from bluezone_desk.ui.widgets.scan_field import ScanField
from bluezone_desk.ui.widgets.suggest_box import SuggestBox

#: How long a number key waits for the rest of a scan before it means itself.
HELD_MS = 45


class DeskKeys(KeyListener):
    """Watches the application's keys while the page is in front."""

    scanned = Signal(str)
    number_pressed = Signal(int)
    undo_asked = Signal()

    def __init__(self, page: QWidget, field: ScanField) -> None:
        super().__init__(page)
        self._page = page
        self._field = field
        self._place = EditedPlace(None, None)
        self._held = ""
        self._held_at = 0.0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._release)

    def ignore(self) -> None:
        """Hear nothing any more; what was held is forgotten."""
        super().ignore()
        self._held = ""
        self._wait.stop()

    @property
    def is_bursting(self) -> bool:
        """Whether keys are arriving faster than fingers."""
        return self._wedge.is_bursting and self.seconds() - self._moments.last < SCAN_GAP_SECONDS

    def settle(self) -> None:
        """No key follows: a number key means itself, and what was scanned is over."""
        self._release()
        self._end_scan()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod):
            return False
        focus = QApplication.focusWidget()
        target = focus if focus is not None else self._page.window()
        if not (watched is target or is_open_list(watched)) or not self._is_ours(target):
            return False
        if isinstance(event, QInputMethodEvent):
            return self._on_commit(event, focus)
        if not isinstance(event, QKeyEvent) or event.key() in MODIFIERS:
            return False
        if kind is QEvent.Type.ShortcutOverride:
            self._on_shortcut(event)
            return False
        self._moments.note(event)
        return self._on_key(event, focus)

    def _on_key(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        is_command = bool(event.modifiers() & COMMANDS)
        by = ENDS.get(event.key())
        if by is not None and not is_command:
            return self._on_end(by, event)
        if event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self._on_undo(focus)
        if event.key() == Qt.Key.Key_Backspace and not is_command:
            return self._offer(self._wedge.backspace, event)
        text = event.text()
        if not text or not text.isprintable() or is_command:
            self._release()
            self._deliver(self._wedge.finish())
            return False
        if self._has_waited_enough:
            self._release()
            now = QApplication.focusWidget()
            if now is not None and now is not focus:
                QApplication.sendEvent(now, event.clone())
                return True
        is_repeat = event.isAutoRepeat()
        return self._offer(lambda: self._wedge.letter(text, is_repeat=is_repeat), event) or self._on_text(
            text, focus, is_repeat
        )

    @property
    def _has_waited_enough(self) -> bool:
        """The key pressed now is no part of the held one's scan, however late a busy window reads the two."""
        return bool(self._held) and self._moments.last - self._held_at >= SCAN_GAP_SECONDS

    def _is_ours(self, target: QWidget) -> bool:
        is_inside = self._page.isAncestorOf(target) or target is self._page.window() or target is self._page
        is_outside_editor = not is_inside and self._page.window().isAncestorOf(target) and not is_editor(target)
        return self._page.isVisible() and (is_inside or is_outside_editor) and not QApplication.activeModalWidget()

    def _on_text(self, text: str, focus: QWidget | None, is_repeat: bool) -> bool:
        if self._wedge.has_begun:
            self._place = EditedPlace.of(focus, self._field)
        if self._held:
            self._give_to_field(self._take_held() + text)
            return True
        if focus is not None and is_editor(focus) and not self._asks_for_words(focus, text):
            return False
        if text == " " and isinstance(focus, QPushButton):
            return False
        if text in "123456" and not is_repeat:
            self._held, self._held_at = text, self._moments.last
            self._wait.start(HELD_MS)
        elif not text.isspace():
            self._give_to_field(text)
        return True

    @staticmethod
    def _asks_for_words(focus: QWidget, text: str) -> bool:
        """An empty host or purpose waits for words: there the number keys stay the app check's."""
        editor = line_of(focus)
        is_choice = isinstance(focus, SuggestBox) or isinstance(focus.parent(), SuggestBox)
        return is_choice and text in "123456" and editor is not None and not editor.text()

    def _on_commit(self, event: QInputMethodEvent, focus: QWidget | None) -> bool:
        is_taken = self._hear_commit(event)
        if event.commitString() and not is_taken and self._wedge.has_begun:
            self._place = EditedPlace.of(focus, self._field)
        return is_taken

    def _on_end(self, by: End, event: QKeyEvent) -> bool:
        if self._offer(lambda: self._wedge.end(by), event):
            self._take_held()
            self._place.put_back()
            return True
        self._release()
        return event.isAutoRepeat()

    def _on_shortcut(self, event: QKeyEvent) -> None:
        """A key that may be a command is about to act: the number key or the scan before it comes first."""
        is_typing = event.text().isprintable() and event.text() != ""
        is_typing = is_typing or event.key() in ENDS or event.key() == Qt.Key.Key_Backspace
        if event.modifiers() & COMMANDS or not is_typing:
            self._release()
            self._deliver(self._wedge.finish())

    def _on_undo(self, focus: QWidget | None) -> bool:
        editor = line_of(focus)
        if editor is not None and editor.text() and editor.isUndoAvailable():
            return False
        self.undo_asked.emit()
        return True

    def _deliver(self, scans: tuple[Scan, ...]) -> None:
        if not scans:
            return
        self._take_held()
        if scans[0].ended_by is End.PAUSE:
            self._place.put_back()
        for scan in scans:
            self.scanned.emit(scan.raw)

    def _release(self) -> None:
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

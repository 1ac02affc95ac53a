"""Scans that come while the desk is not in front: taken out of other editors, and held while a dialog is open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from bluezone_desk.devices.scanner import Scan
from bluezone_desk.devices.wedge import Answer
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.key_listener import KeyListener, is_open_list
from bluezone_desk.ui.scanning_keys import COMMANDS, ENDS, MODIFIERS, EditedPlace, is_editor
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.gather_field import GatherField


@dataclass(frozen=True, slots=True)
class ManyLines:
    """What an editor of several lines held before a row of keys."""

    editor: QPlainTextEdit | None = None
    text: str = ""
    cursor: int = 0

    @classmethod
    def of(cls, focus: QWidget) -> "ManyLines":
        if not isinstance(focus, QPlainTextEdit):
            return cls()
        return cls(focus, focus.toPlainText(), focus.textCursor().position())

    def put_back(self) -> None:
        """Take out whatever came since; it can be undone like anything typed."""
        if self.editor is None or self.editor.toPlainText() == self.text:
            return
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self.text)
        cursor.setPosition(self.cursor)
        self.editor.setTextCursor(cursor)


class ScansElsewhere(KeyListener):
    """`given` carries a scan for the desk. An open dialog with a method `take_scan` gets the scan itself.

    `is_code` tells a card or number from words: an office's abbreviations are written as fast as a scan, and stay
    where they were written. `is_heard` says that somebody else hears the keys of the page in front.
    """

    given = Signal(str)

    def __init__(
        self,
        is_code: Callable[[str], bool],
        is_heard: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._is_code, self._is_heard = is_code, is_heard
        self._place = EditedPlace(None, None)
        self._page_of_text = ManyLines()
        self._choice: Callable[[], None] | None = None
        #: Fast letters at a widget that is no editor: they may press or choose something, so they wait.
        self._letters: list[tuple[QWidget, QKeyEvent]] = []
        self._is_sending = False
        self._waiting: list[str] = []
        self._told: QLabel | None = None

    def take(self, raw: str) -> None:
        """A scan from any device: to the dialog that takes scans, else to the desk once no dialog is open."""
        dialog = open_dialog()
        taker = getattr(dialog, "take_scan", None)
        if taker is not None:
            taker(raw)
        elif dialog is not None:
            self._waiting.append(raw)
            self._tell(dialog)
        else:
            self.given.emit(raw)

    def _end_scan(self) -> None:
        super()._end_scan()
        self._send_letters()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Hide and isinstance(watched, QDialog):
            self._leave_dialog()
        if kind is QEvent.Type.ShortcutOverride and self._letters and isinstance(event, QKeyEvent):
            self._on_shortcut(event)
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.InputMethod) or self._is_sending:
            return False
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        if focus is None or not (watched is focus or is_open_list(watched)) or not self._hears(focus):
            return False
        if isinstance(event, QInputMethodEvent):
            return self._on_commit(event, focus)
        if not isinstance(event, QKeyEvent) or event.key() in MODIFIERS:
            return False
        self._moments.note(event)
        return self._on_key(event, focus)

    def _hears(self, focus: QWidget) -> bool:
        if isinstance(focus, GatherField):
            return False
        return open_dialog() is not None or not self._is_heard()

    def _on_key(self, event: QKeyEvent, focus: QWidget) -> bool:
        by = ENDS.get(event.key())
        text = event.text()
        if event.modifiers() & COMMANDS:
            self._send_letters()
            return False
        if by is not None:
            return self._on_end(lambda: self._wedge.end(by))
        if event.key() == Qt.Key.Key_Backspace:
            return self._offer(self._wedge.backspace)
        if not text or not text.isprintable() or (text == " " and not self._wedge.is_bursting):
            self._send_letters()
            return False
        return self._on_letter(text, event, focus)

    def _on_shortcut(self, event: QKeyEvent) -> None:
        """A key that may be a command is about to act: the letters before it come first."""
        is_typing = event.text().isprintable() and event.text() != ""
        if event.modifiers() & COMMANDS or not (is_typing or event.key() in (*ENDS, *MODIFIERS)):
            self._send_letters()

    def _on_letter(self, text: str, event: QKeyEvent, focus: QWidget) -> bool:
        place, lines = EditedPlace.of(focus), ManyLines.of(focus)
        is_repeat = event.isAutoRepeat()
        if self._offer(lambda: self._wedge.letter(text, is_repeat=is_repeat)):
            return True
        if self._wedge.has_begun:
            self._send_letters()
            self._place, self._page_of_text = place, lines
            self._choice = _choice_of(focus)
            return False
        if is_editor(focus):
            return False
        self._letters.append((focus, event.clone()))
        return True

    def _on_commit(self, event: QInputMethodEvent, focus: QWidget) -> bool:
        place, lines = EditedPlace.of(focus), ManyLines.of(focus)
        is_taken = self._hear_commit(event)
        if event.commitString() and not is_taken and self._wedge.has_begun:
            self._place, self._page_of_text = place, lines
        return is_taken

    def _on_end(self, end: Callable[[], Answer]) -> bool:
        if not self._offer(end):
            self._send_letters()
            return False
        if not self._is_code(self._wedge.ended_text):
            self._wedge.forget()
            self._send_letters()
            return False
        self._letters.clear()
        self._put_back()
        return True

    def _deliver(self, scans: tuple[Scan, ...]) -> None:
        codes = [scan.raw for scan in scans if self._is_code(scan.raw)]
        if codes:
            self._letters.clear()
            self._put_back()
        for raw in codes:
            self.take(raw)

    def _put_back(self) -> None:
        place, self._place = self._place, EditedPlace(None, None)
        lines, self._page_of_text = self._page_of_text, ManyLines()
        lines.put_back()
        choice, self._choice = self._choice, None
        if choice is not None:
            choice()
        if place.editor is not None and place.editor.text() != place.text:
            place.put_back()
            # The page may have followed the letters as they were typed.
            place.editor.textEdited.emit(place.text)

    def _send_letters(self) -> None:
        letters, self._letters = self._letters, []
        self._is_sending = True
        try:
            for widget, event in letters:
                if widget is (QApplication.focusWidget() or QApplication.activeWindow()):
                    QApplication.sendEvent(widget, event)
        finally:
            self._is_sending = False

    def _tell(self, dialog: QWidget) -> None:
        count = len(self._waiting)
        words = ngettext(
            "{count} scan waits; the desk takes it when this is closed.",
            "{count} scans wait; the desk takes them when this is closed.",
            count,
        )
        if self._told is None or self._told.parentWidget() is not dialog:
            self._told = QLabel(dialog)
            set_role(self._told, "pill", "warn")
        self._told.setText(words.format(count=count))
        self._told.adjustSize()
        self._told.move(max(0, dialog.width() - self._told.width() - theme().px(8)), theme().px(4))
        self._told.raise_()
        self._told.show()

    def _leave_dialog(self) -> None:
        """A dialog goes, and its editors may go with it."""
        self._place, self._page_of_text, self._choice = EditedPlace(None, None), ManyLines(), None
        self._letters.clear()
        if self._told is not None:
            self._told.deleteLater()
            self._told = None
        if self._waiting:
            QTimer.singleShot(0, self, self._give_waiting)

    def _give_waiting(self) -> None:
        if open_dialog() is not None:
            return
        waiting, self._waiting = self._waiting, []
        for raw in waiting:
            self.given.emit(raw)


def _choice_of(focus: QWidget) -> Callable[[], None] | None:
    """Puts back what is chosen in a list now: the first letter of a scan looks for a row that begins with it."""
    if not isinstance(focus, QAbstractItemView):
        return None
    chosen = QPersistentModelIndex(focus.currentIndex())

    def put_back() -> None:
        if focus.currentIndex() != chosen:
            focus.setCurrentIndex(focus.model().index(chosen.row(), chosen.column(), chosen.parent()))

    return put_back


def open_dialog() -> QWidget | None:
    """The dialog in front, modal or not; None when there is none."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    active = QApplication.activeWindow()
    return active if isinstance(active, QDialog) else None

"""The book's file taken away under the open window: said over the whole window, and put back from it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.icons import pixmap
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.wording import fault_words

if TYPE_CHECKING:
    from bluezone_desk.services.book_care import BookCare
    from bluezone_desk.ui.main_window import MainWindow
    from bluezone_desk.ui.task_runner import Runner

_log = logging.getLogger(__name__)

LOOKS_EVERY_MS = 1000
#: A finger takes longer from one key to the next.
SCAN_SECONDS = 0.1
WIDTH_PX = 640


class LostBook(QFrame):
    """Covers `window` while the book is not where it was opened, and goes by itself when it is back.

    What is typed below stays. `put_back` comes when the book lies in its place again, to be opened anew.
    """

    put_back = Signal()

    def __init__(self, window: MainWindow, runner: Runner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._care: BookCare | None = None
        self._is_working = False
        self._is_saved = False
        self.seconds: Callable[[], float] = time.monotonic
        self._key_at = 0.0
        # Not the button: the spaces of a scanned name would press it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign, self._title, self._words, self._said = QLabel(), QLabel(), QLabel(), QLabel()
        self.act = QPushButton()
        self.act.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.hide()
        window.installEventFilter(self)

    def watch(self, care: BookCare) -> None:
        """Look at the file every second from now on; the book that is open now is the one to be looked at."""
        self._care = care
        self._timer.start(LOOKS_EVERY_MS)
        self.look()

    @property
    def said(self) -> str:
        """All that is read here."""
        return "\n".join(label.text() for label in (self._title, self._words, self._said))

    def look(self) -> None:
        """Cover or uncover the window by where the file is now."""
        if self._care is None or self._is_working:
            return
        try:
            self._care.check_file()
        except DeskFault as fault:
            self._cover(Path(str(fault.facts["path"])))
        else:
            self._uncover()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button's, but for the one behind a scan: the queue goes on whatever is shown here."""
        gap, self._key_at = self.seconds() - self._key_at, self.seconds()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if is_enter and gap > SCAN_SECONDS:
            self.act.click()

    def save_last(self) -> None:
        """The window is closing: what it still holds would go with it."""
        if self._care is None or self._is_saved:
            return
        try:
            self._care.check_file()
        except DeskFault:
            try:
                self._care.save_beside()
            except DeskFault as fault:
                _log.warning("a lost book could not be saved: %s", fault.code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _cover(self, path: Path) -> None:
        if not self._is_saved:
            self._show_words(path)
        if not self.isHidden():
            return
        if self._window.page is not None:
            self._window.page.left()
        self._set_below(is_enabled=False)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _uncover(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self._is_saved = False
        self._say("")
        self._set_below(is_enabled=True)
        if self._window.page is not None:
            self._window.page.entered()

    def _set_below(self, *, is_enabled: bool) -> None:
        below = self._window.centralWidget()
        if below is not None:
            below.setEnabled(is_enabled)

    def _show_words(self, path: Path) -> None:
        if path.exists():
            happened = _("Another file has taken the place of {path}, or the book's log was deleted.")
            todo = _("Press the button to save everything that was recorded to a file beside it, for IT staff.")
            self.act.setText(_("Save what was recorded") + " (Enter)")
        else:
            happened = _("The file {path} was moved, renamed or deleted.")
            todo = _("Whoever moved it may move it back. If nobody did, press the button.")
            self.act.setText(_("Put the book back") + " (Enter)")
        held = _(
            "Everything recorded until now is still held by this window: do not close it. Nothing more can be"
            " recorded; write the next visitors on paper. F12 shows who is inside."
        )
        self._words.setText("\n\n".join((happened.format(path=path), held, todo)))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._words.text())

    def _act(self) -> None:
        care = self._care
        if self._is_working:
            return
        if care is None:
            self.put_back.emit()
            return
        self._set_working(is_working=True)
        self._runner.run(lambda _report: care.put_back(), self._was_put_back, self.say_error)

    def _was_put_back(self, path: Path) -> None:
        self._set_working(is_working=False)
        if self._care is not None and path == self._care.path:
            self._care = None
            self.put_back.emit()
            return
        self._is_saved = True
        words = _(
            "Saved as {path}. Ask IT staff to bring this file and the other one together, then close the window."
        )
        self._say(words.format(path=path))

    def say_error(self, error: BaseException) -> None:
        """Why the book could not be put back or opened again; what is no known trouble is raised on."""
        self._set_working(is_working=False)
        if not isinstance(error, DeskFault):
            raise error
        self._say(" ".join(fault_words(error)))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _set_working(self, *, is_working: bool) -> None:
        self._is_working = is_working
        self.act.setEnabled(not is_working)

    def _lay_out(self) -> None:
        worn = theme()
        self._title.setText(_("The book is not in its place any more"))
        set_role(self._title, "big")
        self._sign.setPixmap(pixmap("warning", worn.tokens.bad_text, worn.px(40)))
        for label in (self._title, self._words, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(worn.px(WIDTH_PX))
        set_role(self._said, "heading")
        self._say("")
        set_role(self.act, "primary")
        words = QVBoxLayout()
        words.setSpacing(worn.px(14))
        words.addStretch(1)
        for part in (self._sign, self._title, self._words, self._said):
            words.addWidget(part)
        words.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(words)
        row.addStretch(1)

"""The line above a page that says what happened, what is safe and what to do next. Never modal."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.icons import pixmap
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme

#: What keeps the book from being written to, as `Book.writing` raises it.
BOOK_TROUBLES = frozenset(
    {
        Trouble.BOOK_BUSY,
        Trouble.BOOK_DAMAGED,
        Trouble.BOOK_REPLACED,
        Trouble.BOOK_WENT_BACK,
        Trouble.PLACE_FAILED,
        Trouble.PLACE_FULL,
        Trouble.PLACE_READ_ONLY,
    }
)

_ICONS = {"good": "check", "warn": "warning", "bad": "warning", "accent": "info"}


@dataclass(frozen=True, slots=True)
class Notice:
    """`tone` is good, accent, warn or bad. `seconds` 0 stays until closed or replaced."""

    title: str
    body: str = ""
    tone: str = "accent"
    seconds: int = 0
    #: Text to be put on the clipboard by "copy details"; empty shows no such button.
    details: str = field(default="", repr=False)
    #: One thing to do about it, next to "close"; no text shows no such button.
    action_text: str = ""
    action: Callable[[], None] | None = field(default=None, repr=False)
    #: The book could not be written to: it goes by itself once it can.
    tells_unwritten: bool = False


def notice_of(fault: DeskFault) -> Notice:
    """The notice of a known trouble."""
    # The sentences are read when the first is needed: the window paints without them.
    from bluezone_desk.ui.wording import fault_words

    title, body = fault_words(fault)
    return Notice(title, body, "bad", tells_unwritten=fault.code in BOOK_TROUBLES)


class NoticeBar(QFrame):
    """Shows one notice at a time; the newest replaces the one before."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(_("Notice"))
        self._sign = QLabel()
        self._title = QLabel()
        self._title.setWordWrap(True)
        set_role(self._title, "heading")
        self._body = QLabel()
        self._body.setWordWrap(True)
        for label in (self._title, self._body):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._act = QPushButton()
        set_role(self._act, "quiet")
        self._act.clicked.connect(self._do)
        self._notice = Notice("")
        self._close = QPushButton(_("Close"))
        set_role(self._close, "quiet")
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._lay_out()
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show `notice`, for its seconds or until closed."""
        self._notice = notice
        self._act.setText(notice.action_text)
        self._act.setVisible(bool(notice.action_text))
        set_tone(self, notice.tone)
        colour = getattr(theme().tokens, f"{notice.tone}_text")
        self._sign.setPixmap(pixmap(_ICONS.get(notice.tone, "info"), colour, theme().px(22)))
        self._title.setText(notice.title)
        self._body.setText(notice.body)
        self._body.setVisible(bool(notice.body))
        self.setAccessibleDescription(f"{notice.title} {notice.body}".strip())
        self.show()
        self._timer.stop()
        if notice.seconds:
            self._timer.start(notice.seconds * 1000)

    def take_over(self, before: "NoticeBar") -> None:
        """Show what another bar shows."""
        if not before.isHidden():
            self.show_notice(before._notice)

    def forget_unwritten(self) -> None:
        """Take the notice away if it says that the book could not be written to."""
        if self._notice.tells_unwritten:
            self.dismiss()

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _do(self) -> None:
        if self._notice.action is not None:
            self._notice.action()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._body)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._act, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

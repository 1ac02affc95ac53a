"""The line under the one field: ready, recorded, already inside, refused. One thing at a time, never a dialog."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.icons import pixmap
from bluezone_desk.ui.keys import Keys, shown
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.key_cap import KeyCap
from bluezone_desk.ui.widgets.two_line_label import TwoLineLabel

GREEN_MS = 5000
#: Two lines of text.
LINES_PX = 34
_ICONS = {"good": "check", "warn": "warning", "bad": "warning", "accent": "info", "": "info"}


class DeskStrip(QFrame):
    """`word` is the big word, `text` the rest. `check_out_asked` comes from its button."""

    check_out_asked = Signal()
    #: The tone of what was just said.
    said_tone = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setFixedHeight(theme().px(LINES_PX) + 6)
        self._sign = QLabel()
        self._word = QLabel()
        self._word.setObjectName("strip_word")
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._text = TwoLineLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(_("Check out"))
        set_role(self._button, "strip")
        self._button.setAccessibleName(_("Check out") + f" ({shown(Keys.CHECK_OUT)})")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.check_out_asked)
        self._cap = KeyCap(shown(Keys.CHECK_OUT))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(9)
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addWidget(self._text, 1)
        row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rest)
        self.rest()

    @property
    def tone(self) -> str:
        """The tone of what is said now; empty at rest."""
        return str(self.property("tone") or "")

    @property
    def said(self) -> str:
        """What is said now, as one text."""
        return f"{self._word.text()} {self._text.text()}".strip()

    @property
    def offers_check_out(self) -> bool:
        """Whether an exit is offered now: F9 means nobody whose offer was replaced by other words."""
        return not self._button.isHidden()

    def say(self, tone: str, word: str, text: str = "", *, offers_check_out: bool = False) -> None:
        """Say something until the next thing is said; a green line goes after five seconds."""
        self._show(tone, word, text)
        self._button.setVisible(offers_check_out)
        self._cap.setVisible(offers_check_out)
        self.said_tone.emit(tone)
        if tone == "good":
            self._timer.start(GREEN_MS)
        else:
            self._timer.stop()

    def rest(self) -> None:
        """Nothing to say: the desk is ready."""
        self._timer.stop()
        self._show("", _("Ready"), _("Scan a card or type the visitor's name. A pass number records the exit."))
        self._button.hide()
        self._cap.hide()

    def _show(self, tone: str, word: str, text: str) -> None:
        set_tone(self, tone)
        for part in (self._word, self._text):
            set_tone(part, tone)
        colour = getattr(theme().tokens, f"{tone}_text" if tone else "second")
        self._sign.setPixmap(pixmap(_ICONS[tone], colour, theme().px(20)))
        self._word.setText(word)
        self._text.say(text)
        self.setAccessibleName(self.said)

"""The install guide over the whole screen, turned to the visitor: the code, the link, and the steps."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.programme import Programme
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import language
from bluezone_desk.paper.install_guide_wording import SCAN_HERE, guide_heading, install_steps, systems_of
from bluezone_desk.paper.poster_wording import Said
from bluezone_desk.ui.keys import Keys, with_key
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.qr_picture import QrPicture

_CLOSING = (Qt.Key.Key_F10, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class GuideDialog(QDialog):
    """Left and right change programme and system; Esc or the key that opened it goes back to the desk."""

    def __init__(self, programmes: tuple[Programme, ...], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Install guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._faces = [(p, system) for p in programmes for system in systems_of(p.link)]
        self._place = next((n for n, (p, _s) in enumerate(self._faces) if p.code == first), 0)
        self.title, self.steps, self.link = QLabel(), QLabel(), QLabel()
        self.code = QrPicture()
        self._place_words = QLabel()
        self._lay_out()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._turn(step)
        elif event.key() in _CLOSING and not event.isAutoRepeat():
            self.reject()
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        self._place = (self._place + step) % len(self._faces)
        self._show()

    def _show(self) -> None:
        programme, system = self._faces[self._place]
        self.title.setText(f"{_say(guide_heading(system)).format(names=programme.name)}")
        steps = install_steps(programme, system)
        self.steps.setText("".join(_rich(n, _say(step), programme) for n, step in enumerate(steps, 1)))
        self.code.show_text(programme.link)
        self.link.setText(f"{_say(SCAN_HERE)}\n{programme.link}" if programme.link else "")
        self.link.setVisible(bool(programme.link))
        self._place_words.setText(f"{self._place + 1} / {len(self._faces)}")

    def _lay_out(self) -> None:
        set_role(self.title, "evacuation")
        self.steps.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.title, self.steps, self.link):
            label.setWordWrap(True)
        set_role(self.steps, "guide")
        set_role(self.link, "heading")
        self.link.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.addWidget(self.code, 1)
        left.addWidget(self.link)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(36))
        middle.addLayout(left, 4)
        middle.addWidget(self.steps, 5, Qt.AlignmentFlag.AlignVCenter)
        close = QPushButton(with_key(_("Back to the desk"), Keys.GUIDE))
        close.clicked.connect(self.reject)
        after = QPushButton(_("Next") + " (→)")
        after.clicked.connect(lambda: self._turn(1))
        after.setVisible(len(self._faces) > 1)
        for button in (close, after):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot = QHBoxLayout()
        foot.addWidget(self._place_words)
        foot.addStretch(1)
        foot.addWidget(after)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        margin = theme().room(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.title)
        column.addLayout(middle, 1)
        column.addLayout(foot)


def _say(said: Said) -> str:
    return said.vi if language() == "vi" else said.en


def _rich(number: int, text: str, programme: Programme) -> str:
    parts = escape(text.replace("{names}", programme.name)).split("**")
    marked = "".join(f"<b>{part}</b>" if n % 2 else part for n, part in enumerate(parts))
    return f"<p style='margin-bottom:10px'><b>{number}.</b> {marked}</p>"

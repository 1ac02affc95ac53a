"""What the window's pages stand on: the strip at the left, the bar and the notices above."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.navigation import Navigation
from bluezone_desk.ui.notices import Notice, NoticeBar
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.top_bar import TopBar


class WindowGround(QWidget):
    """Made anew, with the pages on it, when the look changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "page")
        self.navigation, self.top_bar, self.notices = Navigation(), TopBar(), NoticeBar()
        self.stack = QStackedWidget()
        self.waiting = QLabel(_("Opening the book…"))
        set_role(self.waiting, "faint")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.waiting)
        notice_room = QVBoxLayout()
        notice_room.setContentsMargins(20, 0, 20, 0)
        notice_room.addWidget(self.notices)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addLayout(notice_room)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def say(self, notice: Notice) -> None:
        """Show a notice; one of something that was not written changes what the bar says too."""
        self.notices.show_notice(notice)
        if notice.tells_unwritten:
            self.top_bar.show_not_saved()

    def show_saved(self, moment: datetime) -> None:
        """Something was written: a notice that it could not be is over."""
        self.top_bar.show_saved(moment)
        self.notices.forget_unwritten()

    def take_over(self, before: "WindowGround") -> None:
        """Say what another ground said."""
        self.top_bar.take_over(before.top_bar)
        self.notices.take_over(before.notices)

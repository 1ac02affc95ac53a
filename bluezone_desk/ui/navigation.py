"""The dark strip at the left: the pages, and who sits at which desk."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.icons import icon, pixmap
from bluezone_desk.ui.keys import Keys, shown
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.key_cap import KeyCap

#: Larger text may not take the room of the page.
WIDTH_PX, WIDEST_PX = 206, 268


class PageName(StrEnum):
    """The pages of the window, in the order of the navigation."""

    DESK = "desk"
    BOOK = "book"
    REPORT = "report"
    POSTER = "poster"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """How one page is called and reached."""

    title: str
    key: Keys


ENTRIES = {
    PageName.DESK: PageEntry(noop("Reception desk"), Keys.DESK),
    PageName.BOOK: PageEntry(noop("Visitor book"), Keys.BOOK),
    PageName.REPORT: PageEntry(noop("Reports"), Keys.REPORT),
    PageName.POSTER: PageEntry(noop("Posters, leaflets"), Keys.POSTER),
    PageName.SETTINGS: PageEntry(noop("Settings"), Keys.SETTINGS),
}


class NavigationButton(QPushButton):
    """One page: icon, title and key."""

    def __init__(self, name: PageName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entry = ENTRIES[name]
        worn = theme()
        self.setText(_(entry.title))
        self.setAccessibleName(f"{_(entry.title)} ({shown(entry.key)})")
        self.setIcon(icon(name.value, worn.tokens.nav_ink, worn.px(18)))
        self.setIconSize(QSize(worn.px(18), worn.px(18)))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click must not take the focus from the field a visitor is being typed into.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self, "navigation")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(KeyCap(shown(entry.key)), 0, Qt.AlignmentFlag.AlignVCenter)


class Navigation(QFrame):
    """Emits `page_chosen` with the name of a page."""

    page_chosen = Signal(PageName)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(min(theme().px(WIDTH_PX), WIDEST_PX))
        self._footer = QLabel()
        self._footer.setObjectName("footer")
        self._footer.setWordWrap(True)
        self._footer.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = {name: NavigationButton(name) for name in PageName}
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.page_chosen.emit(name))
        self._lay_out()
        self.is_ready = False
        for button in self._buttons.values():
            button.setEnabled(False)

    def set_chosen(self, name: PageName) -> None:
        """Show which page is in front."""
        self._buttons[name].setChecked(True)

    def set_ready(self) -> None:
        """Pages can be asked for: the book is open and the office is known."""
        self.is_ready = True
        for button in self._buttons.values():
            button.setEnabled(True)

    def show_footer(self, receptionist: str, desk: str) -> None:
        """Who sits where."""
        self._footer.setText("\n".join(text for text in (receptionist, desk) if text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 18)
        column.setSpacing(3)
        column.addLayout(_brand())
        column.addSpacing(12)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        footer = QHBoxLayout()
        footer.setContentsMargins(8, 0, 8, 0)
        footer.addWidget(self._footer)
        column.addLayout(footer)


def _brand() -> QHBoxLayout:
    size = theme().px(30)
    sign = QLabel()
    sign.setPixmap(pixmap("brand", "#FFFFFF", size))
    sign.setFixedSize(size, size)
    name = QLabel("Bluezone Desk")
    name.setObjectName("brand")
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(sign)
    row.addWidget(name)
    row.addStretch(1)
    return row

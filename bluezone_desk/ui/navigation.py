"""The dark strip at the left: the pages, and who sits at which desk."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.icons import icon, pixmap
from bluezone_desk.ui.keys import Keys, shown
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.key_cap import KeyCap

#: Wide with whole titles; narrow, with a word under the icon, where large text needs the window for the page.
WIDTH_PX, NARROW_PX = 206, 76
#: In a window less wide than this, at the text scale in use, the strip is narrow.
ROOMY_WINDOW_PX = 1150


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
    word: str


ENTRIES = {
    PageName.DESK: PageEntry(noop("Reception desk"), Keys.DESK, noop("At desk")),
    PageName.BOOK: PageEntry(noop("Visitor book"), Keys.BOOK, noop("In book")),
    PageName.REPORT: PageEntry(noop("Reports"), Keys.REPORT, noop("Reports")),
    PageName.POSTER: PageEntry(noop("Posters, leaflets"), Keys.POSTER, noop("Posters")),
    PageName.SETTINGS: PageEntry(noop("Settings"), Keys.SETTINGS, noop("Settings")),
}


class NavigationButton(QPushButton):
    """One page: icon, title and key; when narrow the icon and the key stand over a short word."""

    def __init__(self, name: PageName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entry, worn = ENTRIES[name], theme()
        self._title = _(entry.title)
        self._icon = icon(name.value, worn.tokens.nav_ink, worn.px(18))
        self.setAccessibleName(f"{self._title} ({shown(entry.key)})")
        self.setIconSize(QSize(worn.px(18), worn.px(18)))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click must not take the focus from the field a visitor is being typed into.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self, "navigation")
        self._sign, self._word = QLabel(), QLabel(_(entry.word))
        self._sign.setPixmap(pixmap(name.value, worn.tokens.nav_ink, worn.px(18)))
        self._word.setObjectName("word")
        for label in (self._sign, self._word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        grid = QGridLayout(self)
        grid.setSpacing(0)
        grid.addWidget(self._sign, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(KeyCap(shown(entry.key)), 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._word, 1, 0, 1, 3, Qt.AlignmentFlag.AlignHCenter)
        self.set_narrow(False)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the short word for the title, or the title."""
        self.setText("" if is_narrow else self._title)
        self.setIcon(QIcon() if is_narrow else self._icon)
        self.setToolTip(self._title if is_narrow else "")
        self._sign.setVisible(is_narrow)
        self._word.setVisible(is_narrow)
        layout = self.layout()
        if layout is not None:
            side = 5 if is_narrow else 0
            layout.setContentsMargins(side, 5 if is_narrow else 0, side or 10, 5 if is_narrow else 0)
        set_tone(self, "narrow" if is_narrow else "")


class Navigation(QFrame):
    """Emits `page_chosen` with the name of a page."""

    page_chosen = Signal(PageName)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._is_narrow: bool | None = None
        self._brand = QLabel("Bluezone Desk")
        self._brand.setObjectName("brand")
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        is_narrow = self.window().width() < theme().px(ROOMY_WINDOW_PX)
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.setFixedWidth(theme().px(NARROW_PX if is_narrow else WIDTH_PX))
        self._brand.setVisible(not is_narrow)
        for button in self._buttons.values():
            button.set_narrow(is_narrow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(3)
        column.addLayout(self._branded())
        column.addSpacing(10)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        footer = QHBoxLayout()
        footer.setContentsMargins(8, 0, 8, 0)
        footer.addWidget(self._footer)
        column.addLayout(footer)

    def _branded(self) -> QHBoxLayout:
        size = theme().px(30)
        sign = QLabel()
        sign.setPixmap(pixmap("brand", "#FFFFFF", size))
        sign.setFixedSize(size, size)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self._brand)
        row.addStretch(1)
        return row

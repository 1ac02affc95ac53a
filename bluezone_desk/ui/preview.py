"""The live preview: the paper that will print, its page number and its zoom, above the pages themselves."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.preview_pages import PdfPages
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.elided_label import ElidedLabel


class PdfPreview(QWidget):
    """Holds the bytes it shows: what is saved and printed is `pdf`, never a second rendering."""

    shown = Signal()

    def __init__(self, *, has_title: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._caption = ""
        self.pages = PdfPages()
        self.pages.setAccessibleName(_("Pages of the paper"))
        self._message = QLabel()
        set_role(self._message, "faint")
        self._message.setContentsMargins(40, 24, 40, 24)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._mat = QFrame()
        set_role(self._mat, "mat")
        self._stack = QStackedLayout(self._mat)
        self._stack.setContentsMargins(2, 2, 2, 2)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._message)
        self._where = ElidedLabel()
        set_role(self._where, "faint")
        self._zoom = QLabel()
        set_role(self._zoom, "faint")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._header(has_title))
        column.addWidget(self._mat, 1)
        self.pages.page_changed.connect(self._show_where)
        self.pages.zoom_changed.connect(self._show_zoom)
        self.show_message("")

    @property
    def pdf(self) -> bytes:
        """The bytes shown, empty when there is no paper."""
        return self._pdf

    @property
    def message(self) -> str:
        """What stands in place of a paper, "" when a paper is shown."""
        return "" if self._pdf else self._message.text()

    @property
    def where(self) -> str:
        return self._where.whole

    def show_pdf(self, pdf: bytes, caption: str = "") -> None:
        """Show a paper; `caption` follows the page number."""
        self._pdf, self._caption = pdf, caption
        self._stack.setCurrentIndex(0)
        self.pages.show_pdf(pdf)
        self._set_tools_enabled(True)
        self._show_where()
        self.shown.emit()

    def show_working(self) -> None:
        """Say that a newer paper is being made; the last one stays in sight."""
        if self._pdf:
            self._where.say(_("Making the paper…"))
        else:
            self.show_message(_("Making the paper…"))

    def show_message(self, text: str) -> None:
        """Say why there is no paper, or what to do to get one."""
        self._pdf = b""
        self.pages.clear()
        self._message.setText(text)
        self._stack.setCurrentIndex(1)
        self._where.say("")
        self._zoom.clear()
        self._set_tools_enabled(False)

    def _header(self, has_title: bool) -> QHBoxLayout:
        title = QLabel(_("Preview"))
        if not has_title:
            title.hide()
        set_role(title, "heading")
        is_roomy = theme().percent == SMALLEST_PERCENT
        self._tools = [
            self._tool("−", _("Zoom out"), "Ctrl+-", self.pages.zoom_out),
            self._tool("+", _("Zoom in"), "Ctrl++", self.pages.zoom_in),
            self._tool(
                _("Page width") if is_roomy else _("Width"),
                _("Fit the page's width"),
                "Ctrl+0",
                lambda: self.pages.set_fit("width"),
            ),
            self._tool(
                _("Whole page") if is_roomy else _("Page"),
                _("Fit the whole page"),
                "",
                lambda: self.pages.set_fit("page"),
            ),
        ]
        self._zoom.setMinimumWidth(48)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(title)
        row.addSpacing(6)
        row.addWidget(self._where, 1)
        smaller, larger, width, whole = self._tools
        for widget in (smaller, self._zoom, larger, width, whole):
            row.addWidget(widget)
        return row

    def _tool(self, text: str, name: str, key: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        set_role(button, "segment")
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)
        button.clicked.connect(lambda: action())
        return button

    def _set_tools_enabled(self, are_enabled: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(are_enabled)

    def _show_where(self) -> None:
        if not self._pdf:
            return
        words = _("Page {page} of {count}") if theme().percent == SMALLEST_PERCENT else "{page}/{count}"
        where = words.format(page=self.pages.page + 1, count=self.pages.page_count)
        self._where.say(f"{where} · {self._caption}" if self._caption else where)

    def _show_zoom(self, zoom: float) -> None:
        if self._pdf:
            self._zoom.setText(f"{round(zoom * 100)}%")

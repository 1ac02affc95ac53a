"""The list under the one field. It lies over the page, never takes the focus, and follows the field's keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.person_rows import ROW_PX, ROW_ROLE, PersonDelegate, PersonRow

EDGE_PX = 4
#: The popup's own line, and the border the style sheet gives to every list.
LINES_PX = 2 * (1 + 2)


class SearchPopup(QFrame):
    """Shows rows; `taken` gives the number of the row that was clicked."""

    taken = Signal(int)

    def __init__(self, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "popup")
        self._field = field
        self._page = parent
        self._rows = QStandardItemModel(self)
        self._view = QListView()
        set_role(self._view, "rows")
        self._view.setAccessibleName(_("People found"))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMouseTracking(True)
        self._view.setItemDelegate(PersonDelegate(self._view))
        self._view.setModel(self._rows)
        # The rows fill it, so what lies under the list need not be painted with each letter.
        self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        #: A row was gone to by key or mouse, and does not stand there by itself.
        self.is_moved = False
        self._view.entered.connect(self._go_to)
        self._view.clicked.connect(lambda index: self.taken.emit(index.row()))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        column.addWidget(self._view)
        self.hide()

    @property
    def chosen(self) -> int:
        """The row Enter would take, -1 when there is none."""
        return self._view.currentIndex().row() if self.isVisible() else -1

    def show_rows(self, rows: Sequence[PersonRow], *, takes_first: bool = True) -> None:
        """Open with these rows, the first one chosen unless Enter means something else; no rows close it."""
        self.is_moved = False
        self._rows.clear()
        for row in rows:
            item = QStandardItem(row.name)
            item.setData(row, ROW_ROLE)
            item.setAccessibleText(", ".join(part for part in (row.name, row.details, row.pill) if part))
            self._rows.appendRow(item)
        if not rows:
            self.hide()
            return
        self._view.setCurrentIndex(self._rows.index(0 if takes_first else -1, 0))
        self._place(len(rows))
        self.show()
        self.raise_()

    def move_choice(self, step: int) -> None:
        """Choose the row `step` further down, going round at the ends."""
        if self._rows.rowCount():
            here = self._view.currentIndex()
            row = here.row() if here.isValid() else min(-step, 0)
            self._go_to(self._rows.index((row + step) % self._rows.rowCount(), 0))

    def _go_to(self, index: QModelIndex) -> None:
        self.is_moved = True
        self._view.setCurrentIndex(index)

    def _place(self, count: int) -> None:
        corner = self._field.mapTo(self._page, QPoint(0, self._field.height() + 6))
        high = count * theme().px(ROW_PX) + 2 * EDGE_PX + LINES_PX
        self.setGeometry(corner.x(), corner.y(), self._field.width(), high)

"""The table of the book in its card, with the line below that says how many there are."""

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.pages.book_table import NAME, TIME, BookTable, Column
from bluezone_desk.ui.pages.book_view import BookView
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.pill_delegate import pill_width

ROW_PX = 36
LEAST_WORDS_PX = 80
#: Around a cell's words; and how many lines are looked at to see how much room words need.
CELL_PADDING_PX, MEASURED_LINES = 26, 100


class BookList(QFrame):
    """Shows the lines it was fed; one is chosen, with the arrow keys or the mouse."""

    chosen = Signal()
    everything_asked = Signal()

    def __init__(self, model: BookTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.model = model
        self.table = BookView(model)
        self.footer = QLabel()
        set_role(self.footer, "faint")
        self.footer.setContentsMargins(12, 0, 12, 0)
        self._empty_text = QLabel()
        self.show_all = QPushButton(_("Show every line of the period"))
        self._dress_table()
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.show_all.clicked.connect(self.everything_asked)

    @property
    def line(self) -> VisitLine | None:
        """The chosen line."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.line(rows[0].row()) if rows else None

    @property
    def empty_text(self) -> str:
        """What stands in place of an empty table, "" when there are lines."""
        return self._empty_text.text() if self._stack.currentIndex() else ""

    def choose(self, visit_id: str) -> None:
        """Choose a visit's row and bring it into view; nothing when it is not shown."""
        row = self.model.row_of(visit_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def show_lines(self, empty_text: str, *, is_narrowed: bool) -> None:
        """Show the table, or `empty_text` when it has no line."""
        self._empty_text.setText(empty_text)
        self.show_all.setVisible(is_narrowed)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column its width; those of words share what is left by what they hold. Some give way."""
        columns, room = list(self.model.columns), self.table.viewport().width()
        widths = {column.key: max(theme().px(column.width), self._need(column)) for column in columns}
        widths |= {column.key: 0 for column in columns if column.share}
        for column in sorted(columns, key=lambda column: -column.gives_way_px):
            words = sum(1 for kept in columns if kept.share)
            if _spare(columns, widths, room) < theme().px(column.gives_way_px) * words:
                columns.remove(column)
        needs = {c: max(theme().px(LEAST_WORDS_PX), self._need(c)) for c in columns if c.share}
        widths |= _shared(_spare(columns, widths, room), needs)
        for place, column in enumerate(self.model.columns):
            self.table.setColumnHidden(place, column not in columns)
            self.table.setColumnWidth(place, widths[column.key])

    def _need(self, column: Column) -> int:
        """The width at which none of the first lines is cut in this column."""
        place = self.model.column_at(column.key)
        rows = range(min(MEASURED_LINES, self.model.rowCount()))
        texts = {str(self.model.index(row, place).data() or "") for row in rows} | {""}
        if column.tone:
            return max(map(pill_width, texts))
        font = text_font(theme().px(14))
        if column.key == NAME:
            font.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(font).horizontalAdvance
        return max(map(measure, texts)) + theme().px(CELL_PADDING_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar that comes or goes changes the room for the columns."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self.fit_columns()
        return super().eventFilter(watched, event)

    def _selected(self, now: QItemSelection, before: QItemSelection) -> None:
        self.chosen.emit()

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(_("Lines of the book"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(theme().px(ROW_PX))
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme().px(48))
        header.setFixedHeight(theme().px(33))
        table.viewport().installEventFilter(self)
        table.setSortingEnabled(True)
        table.sortByColumn(self.model.column_at(TIME), Qt.SortOrder.DescendingOrder)

    def _lay_out(self) -> None:
        empty = QWidget()
        set_role(self._empty_text, "faint")
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.show_all, "quiet")
        column = QVBoxLayout(empty)
        column.setContentsMargins(40, 40, 40, 40)
        column.addStretch(1)
        column.addWidget(self._empty_text)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        held = QWidget()
        self._stack = QStackedLayout(held)
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        rule = QFrame()
        set_role(rule, "rule")
        self.footer.setFixedHeight(theme().px(36))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 8, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(held, 1)
        whole.addWidget(rule)
        whole.addWidget(self.footer)


def _shared(spare: int, needs: dict[Column, int]) -> dict[str, int]:
    """Widths of the columns of words: those that need little take that, the others share the rest."""
    widths: dict[str, int] = {}
    left = dict(needs)
    while left:
        shares = sum(column.share for column in left)
        fair = {column: spare * column.share // shares for column in left}
        short = {column: need for column, need in left.items() if need < fair[column]}
        if len(short) == len(left):
            over = spare - sum(left.values())
            return widths | {column.key: need + over * column.share // shares for column, need in left.items()}
        if not short:
            return widths | {column.key: max(theme().px(LEAST_WORDS_PX), room) for column, room in fair.items()}
        for column, need in short.items():
            widths[column.key] = need
            spare -= need
            del left[column]
    return widths


def _spare(columns: list[Column], widths: dict[str, int], room: int) -> int:
    return room - sum(widths[column.key] for column in columns)

"""The lines of the book as a table. The model is fed; it never fetches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from bluezone_desk.domain.book_page import BookSort
from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.names import given_name
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.sort_key import text_sort_key
from bluezone_desk.domain.vietnamese_dates import clock_time
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.pages.book_lines import PagedLines
from bluezone_desk.ui.wording import host_text, party_name, state_short, state_tone

Index = QModelIndex | QPersistentModelIndex
TIME, NAME, LEFT, RECORDED = "entered", "name", "left", "recorded"
#: Columns in the second ink.
FAINT = frozenset({LEFT, RECORDED})
#: Qt asks for more at every paint; these alone have an answer.
_TOLD = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what its head and cells say, what it sorts by, and how wide it is.

    `width` is in pixels of the design; 0 means that the column takes its `share` of what the others leave.
    """

    key: str
    head: str
    text: Callable[[VisitLine], str]
    sort_by: Callable[[VisitLine], Any]
    width: int = 0
    share: int = 0
    #: It gives way where columns of words would get less than this on average; the details have it too.
    gives_way_px: int = 0
    tone: Callable[[VisitLine], str] | None = None


class BookTable(QAbstractTableModel):
    """Lines as they were fed, in the order chosen. `has_days` shows the day before the hour.

    A long list keeps the book's own orders, by time and by name: `resort_asked` wants it read in another.
    """

    resort_asked = Signal()

    def __init__(self, programmes: tuple[Programme, ...]) -> None:
        super().__init__()
        self._lines: list[VisitLine] = []
        self._paged: PagedLines | None = None
        self._sort = (TIME, False)
        self.has_days = False
        self.columns: tuple[Column, ...] = ()
        self.set_programmes(programmes)

    @property
    def order(self) -> BookSort:
        """The order asked for, as the book itself can keep it."""
        key, is_rising = self._sort
        if key == NAME:
            return BookSort.NAME
        return BookSort.OLDEST if key == TIME and is_rising else BookSort.NEWEST

    def feed_paged(self, lines: PagedLines, *, has_days: bool) -> None:
        """Show a list too long to be read whole; it is in the order it was asked for."""
        self.beginResetModel()
        self.has_days = has_days
        self._lines, self._paged = [], lines
        self.endResetModel()

    @property
    def lines(self) -> tuple[VisitLine, ...]:
        """The lines in the order shown."""
        return tuple(self._lines)

    def set_programmes(self, programmes: tuple[Programme, ...]) -> None:
        """One column for each programme the office asks for."""
        self.beginResetModel()
        self.columns = (*self._first_columns(), *map(_programme_column, programmes), self._recorder())
        self.endResetModel()

    def feed(self, lines: Sequence[VisitLine], *, has_days: bool) -> None:
        """Show these lines in the order chosen before."""
        self.beginResetModel()
        self.has_days = has_days
        self._lines, self._paged = self._sorted(lines), None
        self.endResetModel()

    def row_of(self, visit_id: str) -> int:
        """The row of a visit, -1 when it is not shown."""
        known = self._paged.known() if self._paged is not None else enumerate(self._lines)
        return next((row for row, line in known if line.visit_id == visit_id), -1)

    def line(self, row: int) -> VisitLine | None:
        if self._paged is not None:
            return self._paged.line(row)
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def column_at(self, key: str) -> int:
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        if parent.isValid():
            return 0
        return len(self._lines if self._paged is None else self._paged)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _TOLD:
            return None
        line, column = self.line(index.row()), self.columns[index.column()]
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.text(line) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        key = self.columns[column].key
        if self._paged is not None and key not in (TIME, NAME):
            return
        self._sort = (key, order is Qt.SortOrder.AscendingOrder)
        if self._paged is not None:
            self.resort_asked.emit()
            return
        self.beginResetModel()
        self._lines = self._sorted(self._lines)
        self.endResetModel()

    def _sorted(self, lines: Sequence[VisitLine]) -> list[VisitLine]:
        key, is_rising = self._sort
        column = next((c for c in self.columns if c.key == key), self.columns[0])
        by_time = sorted(lines, key=_by_time)
        if column.key == TIME:
            return by_time if is_rising else by_time[::-1]
        return sorted(by_time, key=column.sort_by, reverse=not is_rising)

    def _first_columns(self) -> tuple[Column, ...]:
        return (
            Column(TIME, _("In"), self._entered, _by_time, 62),
            Column(LEFT, _("Out"), _left, lambda line: (line.left_at is not None, str(line.left_at)), 58),
            Column(NAME, _("Full name"), party_name, lambda line: line.name_sort, share=14),
            Column(
                "organisation",
                _("Organisation"),
                _organisation,
                _sorted_by(_organisation),
                share=12,
                gives_way_px=112,
            ),
            Column("host", _("Visits whom"), host_text, _sorted_by(host_text), share=10, gives_way_px=120),
        )

    def _recorder(self) -> Column:
        return Column(RECORDED, _("Recorder"), _recorder, _sorted_by(_recorder), 76, gives_way_px=130)

    def _entered(self, line: VisitLine) -> str:
        day = office_time(line.entered_at)
        return f"{day.day:02}/{day.month} {clock_time(line.entered_at)}" if self.has_days else _hour(line)


def _recorder(line: VisitLine) -> str:
    """People of three syllables and more are called by the last; a post such as "Lễ tân" stays whole."""
    is_person = len(line.recorded_by.split()) > 2
    return given_name(line.recorded_by) if is_person else line.recorded_by


def _hour(line: VisitLine) -> str:
    return clock_time(line.entered_at)


def _by_time(line: VisitLine) -> tuple[str, int]:
    return line.entered_at.isoformat(), line.number


def _left(line: VisitLine) -> str:
    if line.left_at is None:
        return ""
    hour = clock_time(line.left_at)
    return f"≈ {hour}" if line.left_rule else hour


def _organisation(line: VisitLine) -> str:
    return line.organisation or line.address


def _sorted_by(text: Callable[[VisitLine], str]) -> Callable[[VisitLine], tuple[bool, str]]:
    return lambda line: (not text(line), text_sort_key(text(line)))


def _programme_column(programme: Programme) -> Column:
    code = programme.code
    return Column(
        f"programme:{code}",
        programme.name,
        lambda line: _("Void") if line.voided else state_short(line.state(code)),
        lambda line: line.state(code).value,
        92,
        tone=lambda line: "calm" if line.voided else state_tone(line.state(code)),
    )

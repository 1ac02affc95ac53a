"""The rows of those inside, changed only where they differ, so that what is chosen stays chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bluezone_desk.ui.widgets.inside_rows import ROW_ROLE, InsideRow

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class InsideModel(QAbstractListModel):
    """`show_rows` says what is to be shown; of a row under `ROW_ROLE` the delegate gets the whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[InsideRow] = []

    def visit_at(self, row: int) -> str:
        """The visit of a row."""
        return self._rows[row].visit_id

    def show_rows(self, rows: Sequence[InsideRow]) -> None:
        """Take out who is gone, put in who is new, draw again whose words changed."""
        wanted = {row.visit_id for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].visit_id not in wanted:
                self._remove(place)
        if not self._rows:
            self._fill(rows)
            return
        here = {row.visit_id for row in self._rows}
        for place, row in enumerate(rows):
            while row.visit_id in here and self._rows[place].visit_id != row.visit_id:
                # The row moved up: who stands above it comes again below.
                here.discard(self._rows[place].visit_id)
                self._remove(place)
            if row.visit_id in here:
                self._change(place, row)
            else:
                self._insert(place, row)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.name, row.time, row.details, row.overdue) if part)
        return None

    def _fill(self, rows: Sequence[InsideRow]) -> None:
        if rows:
            self.beginInsertRows(_NO_PARENT, 0, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(_NO_PARENT, place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _insert(self, place: int, row: InsideRow) -> None:
        self.beginInsertRows(_NO_PARENT, place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def _change(self, place: int, row: InsideRow) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

"""The members of a delegation as a table: who, by which number, and what each phone showed."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.programme import AppCheck, CheckState, Programme
from bluezone_desk.domain.visits import CheckInDraft, Problem
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.wording import state_short, state_tone

Index = QModelIndex | QPersistentModelIndex
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NAME, NUMBER, FIRST_PROGRAMME = 0, 1, 2


class GroupTable(QAbstractTableModel):
    """Holds drafts; the last column says what keeps a member out. Names can be edited in place."""

    def __init__(self, programmes: tuple[Programme, ...]) -> None:
        super().__init__()
        self._programmes = programmes
        self.members: list[CheckInDraft] = []
        self._said: dict[int, str] = {}

    def add(self, drafts: Sequence[CheckInDraft]) -> None:
        """More members, at the end."""
        first = len(self.members)
        self.beginInsertRows(QModelIndex(), first, first + len(drafts) - 1)
        self.members.extend(drafts)
        self.endInsertRows()

    def remove(self, rows: Sequence[int]) -> None:
        self.beginResetModel()
        self.members = [draft for row, draft in enumerate(self.members) if row not in set(rows)]
        self._said.clear()
        self.endResetModel()

    def set_state(self, rows: Sequence[int], programme: str, state: CheckState) -> None:
        """What these members' phones showed of one programme."""
        for row in rows:
            kept = [check for check in self.members[row].checks if check.programme != programme]
            self.members[row] = dataclasses.replace(self.members[row], checks=(*kept, AppCheck(programme, state)))
        self._changed()

    def say(self, problems: Mapping[int, Sequence[Problem]]) -> None:
        """Why members were refused, each at its row."""
        self._said = {row: " ".join(map(problem_sentence, found)) for row, found in problems.items()}
        self._changed()

    def state(self, row: int, programme: str) -> CheckState:
        checks = self.members[row].checks
        return next((c.state for c in checks if c.programme == programme), CheckState.NOT_ASKED)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else FIRST_PROGRAMME + len(self._programmes) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        draft, column = self.members[index.row()], index.column()
        programme = self._programme(column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == NAME:
                return draft.name
            if column == NUMBER:
                return mask_id(draft.id_number) if draft.id_number else mask_phone(draft.phone)
            return (
                state_short(self.state(index.row(), programme)) if programme else self._said.get(index.row(), "")
            )
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return draft.name
        if role == TONE_ROLE:
            return state_tone(self.state(index.row(), programme)) if programme else ""
        if role == Qt.ItemDataRole.ForegroundRole and column == self.columnCount() - 1:
            return theme().colour("bad_text")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() != NAME or role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.members[index.row()] = dataclasses.replace(self.members[index.row()], name=str(value).strip())
        self._changed()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return known | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else known

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        heads = (_("Full name"), _("Number"), *(programme.name for programme in self._programmes), _("To look at"))
        return heads[section]

    def _programme(self, column: int) -> str:
        place = column - FIRST_PROGRAMME
        return self._programmes[place].code if 0 <= place < len(self._programmes) else ""

    def _changed(self) -> None:
        if self.members:
            last = self.index(len(self.members) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

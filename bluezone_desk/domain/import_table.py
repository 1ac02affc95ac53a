"""First look at a table: its encoding, and which column holds what. Both are guesses for a person to confirm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_cells import Cell, text_of
from bluezone_desk.domain.import_columns import (
    HEADINGS_WITHIN,
    ColumnMap,
    ImportField,
    fields_for,
    guess_columns,
)
from bluezone_desk.domain.legacy_text import LegacyGuess, guess_legacy
from bluezone_desk.domain.programme import Programme

Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class FirstLook:
    """`columns` is never without headings: where none were found, the first row that is not empty serves."""

    legacy: LegacyGuess | None
    columns: ColumnMap
    is_sure: bool


def look_at(rows: Rows, programmes: Sequence[Programme]) -> FirstLook:
    """What the table seems to be."""
    legacy = guess_legacy(_texts(rows))
    columns = guess_columns(rows, programmes, legacy.encoding if legacy else None)
    return FirstLook(legacy, columns or _unknown(rows), columns is not None)


def most_likely(sheets: Sequence[Rows], programmes: Sequence[Programme]) -> int:
    """Which of the sheets is the visitor book: the one whose headings name most."""
    looks = [look_at(rows[: HEADINGS_WITHIN * 2], programmes) for rows in sheets]
    return max(range(len(looks)), key=lambda n: (len(looks[n].columns.columns), -n), default=0)


def mapped(columns: ColumnMap, told: Mapping[str, str], programmes: Sequence[Programme]) -> ColumnMap:
    """The columns with what a person said of them: field to heading or letter, "" for no column.

    Raises DeskFault IMPORT_FIELD_UNKNOWN, IMPORT_COLUMN_UNKNOWN.
    """
    known = fields_for(programmes)
    for name, heading in told.items():
        if name not in known:
            raise DeskFault(Trouble.IMPORT_FIELD_UNKNOWN, field=name, known=", ".join(known))
        column = columns.column_named(heading) if heading else None
        if heading and column is None:
            headings = ", ".join(filter(None, columns.headings))
            raise DeskFault(Trouble.IMPORT_COLUMN_UNKNOWN, column=heading, known=headings)
        columns = columns.with_field(name, column)
    return columns


def demand_name(columns: ColumnMap) -> None:
    """Raise DeskFault(IMPORT_HEADINGS_MISSING) when no column holds names or none holds times of entry."""
    if not {ImportField.NAME, ImportField.ENTERED} <= set(columns.columns):
        raise DeskFault(Trouble.IMPORT_HEADINGS_MISSING)


def _texts(rows: Rows) -> Iterator[str]:
    return (cell for row in rows for cell in row if isinstance(cell, str) and not cell.isascii())


def _unknown(rows: Rows) -> ColumnMap:
    place = next((n for n, row in enumerate(rows) if sum(bool(text_of(cell)) for cell in row) > 1), 0)
    return ColumnMap(place, tuple(text_of(cell) for cell in rows[place]) if rows else ())

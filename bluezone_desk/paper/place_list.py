"""Places for posters from somebody's list: typed lines, or a column of a CSV file or workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.names import fold
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.domain.import_cells import Cell

#: Headings of the column of places; without one the first column that has text is taken.
_HEADINGS = frozenset(
    {
        "vi tri",
        "vi tri dan",
        "vi tri treo",
        "ten vi tri",
        "dia diem",
        "diem dan",
        "noi dan",
        "noi treo",
        "ten phong",
    }
    | {"place", "places", "location", "name"}
)
#: Rows of which a fault tells.
_ROWS_TOLD = 5


@dataclass(frozen=True, slots=True)
class PlaceList:
    """`places[i]` stood in line `lines[i]`, counted from 1 as the file's own program counts."""

    places: tuple[str, ...]
    lines: tuple[int, ...]
    name: str = ""


def typed_places(text: str) -> PlaceList:
    """One place for each line; blank lines are left out."""
    rows = [(number, one_line(line)) for number, line in enumerate(text.splitlines(), 1)]
    return _listed(rows, "")


def read_places(path: Path) -> PlaceList:
    """The places of the file's first sheet that has any.

    Raises DeskFault: PLACES_UNREADABLE(name) for a file without places, and the faults of `read_book`.
    """
    from bluezone_desk.domain.import_cells import text_of
    from bluezone_desk.paper.book_reading import read_book

    for sheet in read_book(path).sheets:
        start, column = _column(sheet.rows)
        rows = [
            (number, text_of(row[column]))
            for number, row in enumerate(sheet.rows[start:], start + 1)
            if column < len(row)
        ]
        listed = _listed(rows, path.name)
        if listed.places:
            return listed
    raise DeskFault(Trouble.PLACES_UNREADABLE, name=path.name)


def _listed(rows: Iterable[tuple[int, str]], name: str) -> PlaceList:
    kept = [(number, place) for number, place in rows if place]
    return PlaceList(tuple(place for _, place in kept), tuple(number for number, _ in kept), name)


def _column(rows: "Sequence[Sequence[Cell]]") -> tuple[int, int]:
    """The first row below the headings, counted from 0, and the column of places."""
    from bluezone_desk.domain.import_cells import text_of

    for number, row in enumerate(rows[:10]):
        for column, cell in enumerate(row):
            if fold(text_of(cell)) in _HEADINGS:
                return number + 1, column
    texts = (column for row in rows for column, cell in enumerate(row) if isinstance(cell, str) and one_line(cell))
    return 0, next(texts, 0)


def bad_rows(found: Sequence[tuple[int, DeskFault]], name: str) -> DeskFault:
    """One fault that names every bad row by its line, the first of them with what is wrong."""
    told = [
        _("Line {line}: {reason}").format(line=line, reason=_reason(fault)) for line, fault in found[:_ROWS_TOLD]
    ]
    if len(found) > _ROWS_TOLD:
        told.append(_("{count} more lines.").format(count=len(found) - _ROWS_TOLD))
    lines = ",".join(str(line) for line, _ in found)
    return DeskFault(
        Trouble.PLACES_BAD_ROWS, name=name or _("The list of places"), rows=" ".join(told), lines=lines
    )


def _reason(fault: DeskFault) -> str:
    if fault.code is Trouble.GLYPH_MISSING:
        return _("the letter “{glyph}” cannot be printed.").format(glyph=fault.facts["glyph"])
    return _("too long for this paper: “{text}”.").format(text=fault.facts["text"])

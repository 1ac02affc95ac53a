"""A list of people and units to be offered at the desk, read from somebody else's table."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluezone_desk.domain.import_cells import Cell, text_of
from bluezone_desk.domain.import_columns import HEADINGS_WITHIN
from bluezone_desk.domain.legacy_text import Legacy, from_legacy
from bluezone_desk.domain.names import clean_name, fold

#: More would not be a list to choose from, and the book's settings are read at every start.
MOST_HOSTS = 2_000
LONGEST_HOST = 250
_PEOPLE = ("ho va ten", "ho ten", "nguoi tiep", "can bo", "nhan vien", "ten can bo", "ten", "name", "host")
_UNITS = ("phong ban", "phong bo phan", "bo phan", "don vi", "phong", "khoa phong", "department", "unit")


@dataclass(frozen=True, slots=True)
class HostList:
    """Names as the desk offers them, each once, in the table's order."""

    hosts: tuple[str, ...]
    departments: tuple[str, ...]
    #: Names that were cut from the list: too long, or beyond the most.
    left_out: int = 0


def read_hosts(rows: Sequence[Sequence[Cell]], encoding: Legacy | None = None) -> HostList | None:
    """People and units under their headings; one column without headings is people. None when neither."""
    texts = [[_text(cell, encoding) for cell in row] for row in rows]
    place, person, unit = _headings(texts)
    if person is None and unit is None:
        if any(sum(map(bool, row)) > 1 for row in texts):
            return None
        place, person = -1, next((n for row in texts for n, text in enumerate(row) if text), None)
    hosts, too_many = _column(texts[place + 1 :], person)
    departments, too_many_units = _column(texts[place + 1 :], unit)
    return HostList(hosts, departments, too_many + too_many_units) if hosts or departments else None


def _text(cell: Cell, encoding: Legacy | None) -> str:
    text = text_of(cell)
    return clean_name(from_legacy(cell, encoding)) if encoding and isinstance(cell, str) else text


def _headings(texts: Sequence[Sequence[str]]) -> tuple[int, int | None, int | None]:
    for place, row in enumerate(texts[:HEADINGS_WITHIN]):
        folded = [fold(text) for text in row]
        person = next((n for n, text in enumerate(folded) if text in _PEOPLE), None)
        unit = next((n for n, text in enumerate(folded) if text in _UNITS or text.startswith("phong")), None)
        if person is not None or (unit is not None and folded[unit] in _UNITS):
            return place, person, unit
    return -1, None, None


def _column(texts: Sequence[Sequence[str]], column: int | None) -> tuple[tuple[str, ...], int]:
    if column is None:
        return (), 0
    found = dict.fromkeys(row[column] for row in texts if column < len(row) and row[column])
    fitting = [name for name in found if len(name) <= LONGEST_HOST][:MOST_HOSTS]
    return tuple(fitting), len(found) - len(fitting)

"""Many lines at once: made beforehand on a view of the book, written in one go if nothing was written since.

The desk waits only for the writing, and a writer that is in its way can stop and begin anew.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from bluezone_desk.domain.names import fold
from bluezone_desk.store import changes as row_changes
from bluezone_desk.store import people
from bluezone_desk.store.changes import RowChange, Value
from bluezone_desk.store.journal import Head, Page, closed_line, head_after, head_of
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import journal, visit, visitor
from bluezone_desk.store.statement import Statement

_POSITION = Statement(select(func.coalesce(func.max(journal.c.position), 0)))
_PERSON = Statement(select(*visitor.c).where(visitor.c.id == bindparam("id")))
_OPEN = Statement(
    select(visit.c.visitor_id, visit.c.pass_number).where(visit.c.left_at.is_(None), visit.c.voided_at.is_(None))
)
_REQUESTS = Statement(
    select(visit.c.request_id).where(
        visit.c.request_id >= bindparam("first"), visit.c.request_id < bindparam("last")
    )
)
_ON_DAY = Statement(
    select(visit.c.entered_at, visit.c.visitor_id, visitor.c.name)
    .join(visitor, visitor.c.id == visit.c.visitor_id)
    .where(visit.c.day == bindparam("day"), visit.c.voided_at.is_(None))
)
_MINUTE = 60_000
_COLUMNS = tuple(column.name for column in visitor.columns)

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Point:
    """Where the book stood: the newest line of all desks, and the head of this one."""

    position: int
    head: Head


def point_of(connection: sqlite3.Connection, desk: str) -> Point:
    """Where the book stands in this view."""
    row = _POSITION.one(connection)
    assert row is not None
    return Point(row[0], head_of(connection, desk))


class Bundle:
    """Lines closed one over the other from a point of the book on."""

    def __init__(self, point: Point, at: datetime) -> None:
        self.point = point
        self._at = to_milliseconds(at)
        self._head = point.head
        self.lines: list[tuple[dict[str, Any], tuple[RowChange, ...]]] = []

    def add(self, verb: str, subject: str, by: str, changes: tuple[RowChange, ...]) -> None:
        """One more line, after those before it."""
        line = closed_line(self._head, self._at, by, verb, subject, changes)
        self._head = head_after(line)
        self.lines.append((line, changes))

    def is_fresh(self, page: Page) -> bool:
        """Nothing was written since the bundle's point."""
        return point_of(page.connection, page.head.desk) == self.point


def write(page: Page, lines: Sequence[tuple[dict[str, Any], tuple[RowChange, ...]]]) -> None:
    """Write the next lines of a fresh bundle: tables first, parents before children, then the journal."""
    row_changes.apply_many(page.connection, [change for _, changes in lines for change in changes])
    page.append([line for line, _ in lines])


def person_by_number(connection: sqlite3.Connection, number: str) -> Row | None:
    """The row of the person with this number, or else of the newest whose cancelled number it was."""
    person = people.by_number(connection, number)
    return _row(connection, person.visitor_id) if person else None


def people_by_phone(connection: sqlite3.Connection, phone: str) -> list[Row]:
    """Rows of up to 20 people with this canonical phone number, newest first."""
    found = (_row(connection, person.visitor_id) for person in people.by_phone(connection, phone))
    return [row for row in found if row]


def _row(connection: sqlite3.Connection, visitor_id: str) -> Row | None:
    values = _PERSON.one(connection, {"id": visitor_id})
    return dict(zip(_COLUMNS, values, strict=True)) if values else None


def inside_now(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Ids of the people inside, and the passes they carry."""
    rows = _OPEN.run(connection).fetchall()
    return {visitor_id for visitor_id, _ in rows}, {number for _, number in rows if number}


def requests_of(connection: sqlite3.Connection, source: str) -> set[str]:
    """Requests of this source that are in the book already."""
    return {row[0] for row in _REQUESTS.run(connection, {"first": f"{source}:", "last": f"{source};"})}


def minutes_of(connection: sqlite3.Connection, days: Iterable[str]) -> set[tuple[int, str]]:
    """Whole minutes of entries on these days, each with the visitor's id and with the folded name."""
    found: set[tuple[int, str]] = set()
    for day in days:
        for entered_at, visitor_id, name in _ON_DAY.run(connection, {"day": day}):
            found |= {(entered_at // _MINUTE, visitor_id), (entered_at // _MINUTE, fold(name))}
    return found


def minute_of(moment: datetime) -> int:
    """The moment in whole minutes, as `minutes_of` counts them."""
    return to_milliseconds(moment) // _MINUTE

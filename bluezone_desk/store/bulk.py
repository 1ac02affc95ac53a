"""Many lines at once: made beforehand on a view of the book, written in one go if nothing since speaks against it.

The desk waits only for the writing, and a writer that is in its way can stop and begin anew.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from bluezone_desk.domain.names import fold
from bluezone_desk.store import changes as row_changes
from bluezone_desk.store import people, rows
from bluezone_desk.store.changes import RowChange, Value
from bluezone_desk.store.journal import Page, closed, head_after, open_line
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import journal, visit, visitor
from bluezone_desk.store.statement import Statement

_POSITION = Statement(select(func.coalesce(func.max(journal.c.position), 0)))
_SINCE = Statement(
    select(journal.c.changes).where(journal.c.position > bindparam("position")).order_by(journal.c.position)
)
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

Row = dict[str, Value]


def position_of(connection: sqlite3.Connection) -> int:
    """The newest journal line of all desks in this view."""
    row = _POSITION.one(connection)
    assert row is not None
    return int(row[0])


def changes_since(connection: sqlite3.Connection, position: int) -> list[RowChange]:
    """Every change written after that line."""
    texts = _SINCE.run(connection, {"position": position}).fetchall()
    return [change for (text,) in texts for change in row_changes.from_json(text)]


class Bundle:
    """Lines made on a view of the book; each is closed over the one before it when it is written."""

    def __init__(self, position: int, at: datetime) -> None:
        self.position = position
        self._at = to_milliseconds(at)
        self.lines: list[tuple[dict[str, Any], tuple[RowChange, ...]]] = []

    def add(
        self,
        verb: str,
        subject: str,
        by: str,
        changes: tuple[RowChange, ...],
        told: Mapping[str, str] | None = None,
    ) -> None:
        """One more line, after those before it."""
        self.lines.append((open_line(self._at, by, verb, subject, changes, told), changes))


def write(page: Page, lines: Sequence[tuple[dict[str, Any], tuple[RowChange, ...]]]) -> None:
    """Write the next lines of a bundle: tables first, parents before children, then the journal."""
    row_changes.apply_many(page.connection, [change for _, changes in lines for change in changes])
    head = page.head
    whole = []
    for line, _ in lines:
        whole.append(closed(head, line))
        head = head_after(whole[-1])
    page.append(whole)


def person_by_number(connection: sqlite3.Connection, number: str) -> Row | None:
    """The row of the person with this number, or else of the newest whose cancelled number it was."""
    person = people.by_number(connection, number)
    return rows.row_of(connection, "visitor", (person.visitor_id,)) if person else None


def people_by_phone(connection: sqlite3.Connection, phone: str) -> list[Row]:
    """Rows of up to 20 people with this canonical phone number, newest first."""
    found = (rows.row_of(connection, "visitor", (one.visitor_id,)) for one in people.by_phone(connection, phone))
    return [row for row in found if row]


def inside_now(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Ids of the people inside, and the passes they carry."""
    found = _OPEN.run(connection).fetchall()
    return {visitor_id for visitor_id, _ in found}, {number for _, number in found if number}


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

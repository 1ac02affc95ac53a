"""Marks on passes that did not come back."""

import sqlite3

from sqlalchemy import select

from bluezone_desk.store import rows
from bluezone_desk.store.changes import RowChange, Value, added
from bluezone_desk.store.schema import visit, visitor_pass
from bluezone_desk.store.statement import Statement

_LOST = Statement(select(*visitor_pass.c).where(visitor_pass.c.lost_at.is_not(None)))
_OUT = Statement(
    select(visit.c.pass_number, visit.c.id).where(
        visit.c.pass_number != "", visit.c.left_at.is_(None), visit.c.voided_at.is_(None)
    )
)


def lost(connection: sqlite3.Connection) -> dict[str, dict[str, Value]]:
    """The marks of lost passes by number, without leading zeros."""
    names = visitor_pass.c.keys()
    return {row[0]: dict(zip(names, row, strict=True)) for row in _LOST.run(connection)}


def out(connection: sqlite3.Connection) -> dict[str, str]:
    """Visit ids by the numbers of the passes they carry, as they were written."""
    return dict(_OUT.run(connection).fetchall())


def marked(
    connection: sqlite3.Connection, number: str, lost_at: int | None, visit_id: str, note: str
) -> RowChange | None:
    """The change that marks a pass lost, or with None found again."""
    row: dict[str, Value] = {"number": number, "lost_at": lost_at, "visit_id": visit_id, "note": note}
    if rows.row_of(connection, "visitor_pass", (number,)) is None:
        return added("visitor_pass", row)
    return rows.change_to(connection, "visitor_pass", (number,), row)

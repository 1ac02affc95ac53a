"""A day counted where it lies: what the desk shows after each visit, without reading the day's lines."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select

from bluezone_desk.domain.programme import CheckState
from bluezone_desk.store.filters import IS_NEWEST_LOOK
from bluezone_desk.store.schema import app_check, visit
from bluezone_desk.store.statement import Statement

_DAY: BindParameter[str] = bindparam("day")
_ENTERED = and_(visit.c.day == _DAY, visit.c.voided_at.is_(None))
_ENTRIES = Statement(select(func.count()).select_from(visit).where(_ENTERED))
#: Two arms, each with an index: those who came and went on the day, and the few who stayed over midnight.
_EXITS = Statement(
    select(func.count())
    .select_from(visit)
    .where(
        visit.c.left_day == _DAY,
        visit.c.voided_at.is_(None),
        or_(visit.c.day == _DAY, and_(visit.c.day < _DAY, visit.c.left_day != visit.c.day)),
    )
)
_CHECKS = Statement(
    select(app_check.c.programme, app_check.c.state, func.count())
    .join(visit, visit.c.id == app_check.c.visit_id)
    .where(_ENTERED, IS_NEWEST_LOOK)
    .group_by(app_check.c.programme, app_check.c.state)
)


def entries(connection: sqlite3.Connection, day: date) -> int:
    """Visits entered on the day, voided ones not among them."""
    return _count(_ENTRIES, connection, day)


def exits(connection: sqlite3.Connection, day: date) -> int:
    """Exits on the day, of whichever day the entry was."""
    return _count(_EXITS, connection, day)


def checks(connection: sqlite3.Connection, day: date) -> Mapping[str, Mapping[CheckState, int]]:
    """For each programme how many of the day's entries were last seen in each state; unasked ones are in none."""
    found: dict[str, dict[CheckState, int]] = {}
    for programme, state, count in _CHECKS.run(connection, {"day": day.isoformat()}):
        found.setdefault(programme, {})[CheckState(state)] = count
    return found


def _count(statement: Statement, connection: sqlite3.Connection, day: date) -> int:
    row = statement.one(connection, {"day": day.isoformat()})
    assert row is not None
    return int(row[0])

"""What reports over several days and over one visit's company need, each read through its index."""

import sqlite3
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from sqlalchemy import bindparam, func, literal_column, select, union_all

from bluezone_desk.domain.clock import day_bounds
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store import visits
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import journal, visit
from bluezone_desk.store.statement import Statement

_BETWEEN = Statement(
    visits.lines_query()
    .where(visit.c.entered_at >= bindparam("start"), visit.c.entered_at < bindparam("end"))
    .order_by(visit.c.entered_at)
)
_FIRST_DAY = Statement(select(func.min(visit.c.day)).where(visit.c.voided_at.is_(None)))
_OPEN = (visit.c.left_at.is_(None), visit.c.voided_at.is_(None))
#: A stay that ends on the day it began is shorter than a day; the few others are in indexes of their own.
_LONGEST_WITHIN_A_DAY = timedelta(days=1)
_COMPANY_IDS = union_all(
    select(visit.c.id).where(
        visit.c.entered_at > bindparam("day_before"),
        visit.c.entered_at <= bindparam("end"),
        visit.c.left_at >= bindparam("start"),
    ),
    select(visit.c.id).where(
        visit.c.left_day != visit.c.day,
        visit.c.left_day >= bindparam("first_day"),
        literal_column("+visit.entered_at") <= bindparam("end"),
        literal_column("+visit.left_at") >= bindparam("start"),
    ),
    select(visit.c.id).where(*_OPEN, literal_column("+visit.entered_at") <= bindparam("end")),
)
_COMPANY = Statement(visits.lines_query().where(visit.c.id.in_(_COMPANY_IDS)))
_ANY_DAY = date(2020, 8, 5)
#: From a day's name read as midnight UTC to the end of that day at the office.
_DAY_END_SECONDS = int((day_bounds(_ANY_DAY)[1] - datetime.combine(_ANY_DAY, time(0), UTC)).total_seconds())
_CHANGED_AFTER = Statement(
    select(func.count(visit.c.id.distinct()))
    .select_from(visit)
    .join(journal, journal.c.subject == visit.c.id)
    .where(
        visit.c.day >= bindparam("day_from"),
        visit.c.day <= bindparam("day_to"),
        journal.c.verb.in_([literal_column("'correct'"), literal_column("'void'")]),
        journal.c.at >= (func.unixepoch(visit.c.day) + _DAY_END_SECONDS) * literal_column("1000"),
    )
)


def touching(connection: sqlite3.Connection, day_from: date, day_to: date) -> tuple[VisitLine, ...]:
    """Visits entered on these days, and those entered before that were still open when they began."""
    start, end = day_bounds(day_from)[0], day_bounds(day_to)[1]
    values = {"start": to_milliseconds(start), "end": to_milliseconds(end)}
    entered = visits.lines_of(_BETWEEN.run(connection, values))
    return tuple(chain(visits.carried_into(connection, day_from), entered))


def first_day(connection: sqlite3.Connection) -> date | None:
    """The first day of the book."""
    row = _FIRST_DAY.one(connection)
    return date.fromisoformat(row[0]) if row and row[0] else None


def corrected_after(connection: sqlite3.Connection, day_from: date, day_to: date) -> int:
    """How many lines of these days were corrected or voided after their own day was over."""
    row = _CHANGED_AFTER.one(connection, {"day_from": day_from.isoformat(), "day_to": day_to.isoformat()})
    assert row is not None
    return int(row[0])


def company_of(connection: sqlite3.Connection, line: VisitLine, until: datetime) -> tuple[VisitLine, ...]:
    """Every visit open at any moment of this one, however long; one without an exit lasts until `until`."""
    values = {
        "start": to_milliseconds(line.entered_at),
        "end": to_milliseconds(line.left_at or until),
        "day_before": to_milliseconds(line.entered_at - _LONGEST_WITHIN_A_DAY),
        "first_day": line.day.isoformat(),
    }
    return visits.lines_of(_COMPANY.run(connection, values))

"""Visits as the tables hold them, read out as lines of the book."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal_column, select, union_all

from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store.moments import from_milliseconds
from bluezone_desk.store.schema import app_check, desk, visit, visitor
from bluezone_desk.store.statement import Statement

_FIELD, _RECORD = "\x1f", "\x1e"

#: All checks of the visit in one text, so that a line is one row and one moment in time.
ALL_CHECKS = (
    select(
        literal_column(
            "group_concat(app_check.programme || char(31) || app_check.at || char(31) || app_check.state"
            " || char(31) || app_check.reason, char(30))"
        )
    )
    .select_from(app_check)
    .where(app_check.c.visit_id == visit.c.id)
    .correlate(visit)
    .scalar_subquery()
)
_OPEN = and_(visit.c.left_at.is_(None), visit.c.voided_at.is_(None))


def lines_query() -> Select[Any]:
    """Visits with what a line shows of the visitor and the desk."""
    return (
        select(
            visit.c.id,
            visit.c.visitor_id,
            visit.c.number,
            visit.c.day,
            visit.c.entered_at,
            visit.c.left_at,
            visitor.c.name,
            visitor.c.id_number,
            visitor.c.phone,
            visit.c.organisation,
            visitor.c.address,
            visit.c.host,
            visit.c.department,
            visit.c.purpose,
            visit.c.party,
            visit.c.plate,
            visit.c.pass_number,
            ALL_CHECKS,
            visit.c.left_rule,
            visit.c.catch_up,
            visit.c.head_decision,
            visit.c.recorded_by,
            desk.c.name,
            visit.c.voided_at,
            visitor.c.name_sort,
            visit.c.group_id,
            visit.c.void_reason,
            visit.c.decided_by,
        )
        .join(visitor, visitor.c.id == visit.c.visitor_id)
        .join(desk, desk.c.id == visit.c.desk)
    )


def _where(*conditions: ColumnElement[bool]) -> Select[Any]:
    return lines_query().where(*conditions)


_BY_ID = Statement(_where(visit.c.id == bindparam("id")))
_BY_REQUEST = Statement(_where(visit.c.request_id == bindparam("request_id")))
_OPEN_OF_VISITOR = Statement(_where(visit.c.visitor_id == bindparam("visitor_id"), _OPEN))
#: 7, 07 and 007 are the same pass, however it was printed or typed.
_SAME_PASS = func.ltrim(visit.c.pass_number, literal_column("'0'")) == func.ltrim(
    bindparam("pass_number"), literal_column("'0'")
)
_OPEN_BY_PASS = Statement(_where(_SAME_PASS, visit.c.pass_number != literal_column("''"), _OPEN))
_LAST_BY_PASS = Statement(
    _where(_SAME_PASS, visit.c.pass_number != literal_column("''"), visit.c.voided_at.is_(None))
    .order_by(visit.c.entered_at.desc())
    .limit(1)
)
_LAST_OF_VISITOR = Statement(
    _where(visit.c.visitor_id == bindparam("visitor_id"), visit.c.voided_at.is_(None))
    .order_by(visit.c.entered_at.desc())
    .limit(1)
)
_OF_VISITOR = Statement(
    _where(visit.c.visitor_id == bindparam("visitor_id"))
    .order_by(visit.c.entered_at.desc())
    .limit(bindparam("limit"))
)
_OF_GROUP = Statement(
    _where(visit.c.group_id == bindparam("group_id"), visit.c.group_id != literal_column("''")).order_by(
        visit.c.entered_at, visit.c.number, visit.c.id
    )
)
#: The plus keeps SQLite to the few open visits, away from the index in which all lie in this order.
_INSIDE = Statement(_where(_OPEN).order_by(literal_column("+visit.entered_at").desc(), visit.c.id.desc()))
_ON_DAY = Statement(_where(visit.c.day == bindparam("day")).order_by(visit.c.number, visit.c.desk))
#: Two arms, so that each keeps to its small partial index; the plus keeps SQLite from walking all earlier days.
_CARRIED_IDS = union_all(
    select(visit.c.id).where(_OPEN, literal_column("+visit.day") < bindparam("day")),
    select(visit.c.id).where(
        visit.c.left_day != visit.c.day,
        visit.c.day < bindparam("day"),
        visit.c.left_day >= bindparam("day"),
        visit.c.voided_at.is_(None),
    ),
)
_CARRIED = Statement(_where(visit.c.id.in_(_CARRIED_IDS)).order_by(visit.c.entered_at, visit.c.id))
_NEXT_NUMBER = Statement(
    select(func.coalesce(func.max(visit.c.number), 0) + 1).where(visit.c.day == bindparam("day"))
)
_DAY_BEFORE = Statement(
    select(visit.c.day)
    .where(visit.c.day < bindparam("day"), visit.c.voided_at.is_(None))
    .order_by(visit.c.day.desc())
    .limit(1)
)


def checks_of(text: str | None) -> tuple[AppCheck, ...]:
    """The latest check of each programme, in the order of their codes."""
    if not text:
        return ()
    latest: dict[str, tuple[int, AppCheck]] = {}
    for record in text.split(_RECORD):
        programme, at, state, reason = record.split(_FIELD, 3)
        if programme not in latest or int(at) >= latest[programme][0]:
            latest[programme] = (int(at), AppCheck(programme, CheckState(state), reason))
    return tuple(latest[programme][1] for programme in sorted(latest))


def line_of(row: tuple[Any, ...]) -> VisitLine:
    """The line that a row of `lines_query` tells."""
    (visit_id, visitor_id, number, day, entered_at, left_at, *middle, checks, rule, catch_up, decision) = row[:21]
    name, id_number, phone, organisation, address, host, department, purpose, party, plate, pass_number = middle
    return VisitLine(
        visit_id,
        visitor_id,
        number,
        date.fromisoformat(day),
        from_milliseconds(entered_at),
        None if left_at is None else from_milliseconds(left_at),
        name,
        id_number,
        phone,
        organisation,
        address,
        host,
        department,
        purpose,
        party,
        plate,
        pass_number,
        checks_of(checks),
        rule,
        catch_up,
        decision,
        row[21],
        row[22],
        row[23] is not None,
        *row[24:],
    )


def _one(statement: Statement, connection: sqlite3.Connection, **values: str) -> VisitLine | None:
    row = statement.one(connection, values)
    return line_of(row) if row else None


def lines_of(rows: Iterable[tuple[Any, ...]]) -> tuple[VisitLine, ...]:
    return tuple(map(line_of, rows))


def by_id(connection: sqlite3.Connection, visit_id: str) -> VisitLine | None:
    return _one(_BY_ID, connection, id=visit_id)


def by_request(connection: sqlite3.Connection, request_id: str) -> VisitLine | None:
    return _one(_BY_REQUEST, connection, request_id=request_id)


def open_of_visitor(connection: sqlite3.Connection, visitor_id: str) -> VisitLine | None:
    return _one(_OPEN_OF_VISITOR, connection, visitor_id=visitor_id)


def open_by_pass(connection: sqlite3.Connection, pass_number: str) -> VisitLine | None:
    return _one(_OPEN_BY_PASS, connection, pass_number=pass_number)


def last_by_pass(connection: sqlite3.Connection, pass_number: str) -> VisitLine | None:
    """The newest visit that carried this pass, ended or not; a walk through the book, for refusals only."""
    return _one(_LAST_BY_PASS, connection, pass_number=pass_number)


def last_of_visitor(connection: sqlite3.Connection, visitor_id: str) -> VisitLine | None:
    return _one(_LAST_OF_VISITOR, connection, visitor_id=visitor_id)


def inside(connection: sqlite3.Connection) -> tuple[VisitLine, ...]:
    """Open visits, newest first."""
    return lines_of(_INSIDE.run(connection))


def of_visitor(connection: sqlite3.Connection, visitor_id: str, limit: int) -> tuple[VisitLine, ...]:
    """Visits of one person, newest first, voided ones among them."""
    return lines_of(_OF_VISITOR.run(connection, {"visitor_id": visitor_id, "limit": limit}))


def of_group(connection: sqlite3.Connection, group_id: str) -> tuple[VisitLine, ...]:
    """Visits of one delegation, in the order in which they were recorded."""
    return lines_of(_OF_GROUP.run(connection, {"group_id": group_id}))


def on_day(connection: sqlite3.Connection, day: date) -> tuple[VisitLine, ...]:
    """Visits entered on the day, voided ones too, in the order of their numbers."""
    return lines_of(_ON_DAY.run(connection, {"day": day.isoformat()}))


def carried_into(connection: sqlite3.Connection, day: date) -> tuple[VisitLine, ...]:
    """Visits entered before the day that were still open when it began."""
    return lines_of(_CARRIED.run(connection, {"day": day.isoformat()}))


def next_number(connection: sqlite3.Connection, day: str) -> int:
    """The number that the day's next visit gets, from 1."""
    row = _NEXT_NUMBER.one(connection, {"day": day})
    assert row is not None
    return int(row[0])


def day_before(connection: sqlite3.Connection, day: date) -> date | None:
    """The latest earlier day on which anybody entered."""
    row = _DAY_BEFORE.one(connection, {"day": day.isoformat()})
    return date.fromisoformat(row[0]) if row else None

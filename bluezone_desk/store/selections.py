"""Selections of visits, and what recent visits named."""

import sqlite3
from functools import lru_cache

from sqlalchemy import func, literal_column, select

from bluezone_desk.domain.selection import Suggestions, VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store import visits
from bluezone_desk.store.filters import conditions_of, expressions
from bluezone_desk.store.schema import visit
from bluezone_desk.store.statement import Statement

_RECENT_VISITS = 2000
_MOST_SUGGESTED = 200


def select_lines(connection: sqlite3.Connection, wanted: VisitFilter) -> tuple[VisitLine, ...]:
    """Lines that fit the filter, oldest first, voided ones among them."""
    conditions = conditions_of(wanted)
    return visits.lines_of(_selecting(conditions.names).run(connection, conditions.values))


@lru_cache(maxsize=64)
def _selecting(names: tuple[str, ...]) -> Statement:
    order = (visit.c.day, visit.c.number, visit.c.desk)
    return Statement(visits.lines_query().where(*expressions(names)).order_by(*order))


def _most_used(column: str) -> Statement:
    recent = (
        select(visit.c[column].label("told"))
        .where(visit.c.voided_at.is_(None))
        .order_by(literal_column("visit.rowid").desc())
        .limit(_RECENT_VISITS)
        .subquery()
    )
    return Statement(
        select(recent.c.told)
        .where(recent.c.told != literal_column("''"))
        .group_by(recent.c.told)
        .order_by(func.count().desc(), recent.c.told)
        .limit(_MOST_SUGGESTED)
    )


_SUGGESTED = {
    column: _most_used(column) for column in ("host", "department", "purpose", "organisation", "recorded_by")
}


def suggestions(connection: sqlite3.Connection) -> Suggestions:
    """What the latest 2,000 visits named, most used first."""
    found = {name: tuple(row[0] for row in query.run(connection)) for name, query in _SUGGESTED.items()}
    return Suggestions(
        found["host"], found["department"], found["purpose"], found["organisation"], found["recorded_by"]
    )

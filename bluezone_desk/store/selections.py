"""Selections of visits, and what recent visits named."""

import sqlite3

from sqlalchemy import exists, func, literal_column, select

from bluezone_desk.domain.names import fold
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.selection import Suggestions, VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store import visits
from bluezone_desk.store.schema import app_check, visit
from bluezone_desk.store.statement import Statement

_RECENT_VISITS = 2000
_MOST_SUGGESTED = 200


def select_lines(connection: sqlite3.Connection, wanted: VisitFilter) -> tuple[VisitLine, ...]:
    """Lines that fit the filter, oldest first, voided ones among them."""
    query = visits.lines_query().order_by(visit.c.day, visit.c.number, visit.c.desk)
    if wanted.from_day:
        query = query.where(visit.c.day >= wanted.from_day.isoformat())
    if wanted.to_day:
        query = query.where(visit.c.day <= wanted.to_day.isoformat())
    if wanted.programme and wanted.state is not CheckState.NOT_ASKED:
        looked_at = exists().where(app_check.c.visit_id == visit.c.id, app_check.c.programme == wanted.programme)
        query = query.where(looked_at)
    lines = visits.lines_of(Statement(query).run(connection))
    # States and folded words are compared here: a later look overrules an earlier, and SQLite folds ASCII only.
    return tuple(line for line in lines if _fits(line, wanted))


def _fits(line: VisitLine, wanted: VisitFilter) -> bool:
    if wanted.state is not None and not _has_state(line, wanted.programme, wanted.state):
        return False
    if wanted.host and not _says(wanted.host, line.host, line.department):
        return False
    told = (line.name, line.organisation, line.host, line.department, line.purpose, line.plate)
    numbers = (line.id_number, line.phone, line.pass_number)
    return not wanted.text or _says(wanted.text, *told, *numbers)


def _has_state(line: VisitLine, programme: str, state: CheckState) -> bool:
    if programme:
        return line.state(programme) is state
    if state is CheckState.NOT_ASKED and not line.checks:
        return True
    return any(check.state is state for check in line.checks)


def _says(wanted: str, *texts: str) -> bool:
    folded = fold(" ".join(texts))
    return all(word in folded for word in fold(wanted).split())


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


_SUGGESTED = {column: _most_used(column) for column in ("host", "department", "purpose", "organisation")}


def suggestions(connection: sqlite3.Connection) -> Suggestions:
    """What the latest 2,000 visits named, most used first."""
    found = {name: tuple(row[0] for row in query.run(connection)) for name, query in _SUGGESTED.items()}
    return Suggestions(found["host"], found["department"], found["purpose"], found["organisation"])

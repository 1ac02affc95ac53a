"""The row changes of a correction and of voiding a line."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.corrections import PERSON_FIELDS
from bluezone_desk.domain.programme import AppCheck
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store import entries, rows, visits
from bluezone_desk.store.changes import RowChange, Value
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import app_check
from bluezone_desk.store.statement import Statement

_NEWEST_CHECK = Statement(
    select(app_check.c.at)
    .where(app_check.c.visit_id == bindparam("visit_id"), app_check.c.programme == bindparam("programme"))
    .order_by(app_check.c.at.desc())
    .limit(1)
)


def changes_of(
    connection: sqlite3.Connection, line: VisitLine, told: Mapping[str, Any], checks: tuple[AppCheck, ...]
) -> tuple[RowChange, ...]:
    """The changes that make the line say what is told; empty when it does already."""
    changes: list[RowChange | None] = []
    person: dict[str, Value] = {name: told[name] for name in PERSON_FIELDS if name in told}
    if person:
        if "name" in person:
            person["name_sort"] = sort_key(str(person["name"]))
        changes.append(rows.change_to(connection, "visitor", (line.visitor_id,), person))
    visit = _visit_columns(connection, line, told)
    if visit:
        changes.append(rows.change_to(connection, "visit", (line.visit_id,), visit))
    changes += [_check_change(connection, line, check) for check in checks]
    return tuple(change for change in changes if change)


def voided(connection: sqlite3.Connection, visit_id: str, at: int, reason: str) -> RowChange:
    """The change that voids a line."""
    change = rows.change_to(connection, "visit", (visit_id,), {"voided_at": at, "void_reason": reason})
    assert change is not None
    return change


def _visit_columns(connection: sqlite3.Connection, line: VisitLine, told: Mapping[str, Any]) -> dict[str, Value]:
    after: dict[str, Value] = {
        name: value for name, value in told.items() if name not in (*PERSON_FIELDS, "entered_at", "left_at")
    }
    entered_at = told.get("entered_at")
    if isinstance(entered_at, datetime):
        after["entered_at"] = to_milliseconds(entered_at)
        day = office_day(entered_at)
        if day != line.day:
            after |= {"day": day.isoformat(), "number": visits.next_number(connection, day.isoformat())}
    if "left_at" in told:
        exit_ = entries.exit_columns(told["left_at"], "", "")
        after |= exit_ or {"left_at": None, "left_day": None, "left_rule": "", "left_reason": ""}
    return after


def _check_change(connection: sqlite3.Connection, line: VisitLine, check: AppCheck) -> RowChange | None:
    """The newest look at the programme was something else; where nobody looked, there was one at the entry."""
    newest = _NEWEST_CHECK.one(connection, {"visit_id": line.visit_id, "programme": check.programme})
    if newest is None:
        return entries.check(line.visit_id, check, line.entered_at)
    key = (line.visit_id, check.programme, newest[0])
    return rows.change_to(connection, "app_check", key, {"state": check.state.value, "reason": check.reason})

"""The shapes in which visits, people and readings leave as JSON. Scripts lean on them: only add, never rename."""

import dataclasses
from datetime import datetime
from typing import Any

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.visits import Person, VisitLine

Shape = dict[str, Any]


def moment(at: datetime | None) -> str | None:
    """ISO 8601 on the office's clock, with its offset."""
    return None if at is None else office_time(at).isoformat(timespec="seconds")


def visit(line: VisitLine) -> Shape:
    shape = {field.name: getattr(line, field.name) for field in dataclasses.fields(line)}
    del shape["name_sort"]
    shape["day"] = line.day.isoformat()
    shape["entered_at"] = moment(line.entered_at)
    shape["left_at"] = moment(line.left_at)
    shape["checks"] = {check.programme: str(check.state) for check in line.checks}
    shape["check_reasons"] = {check.programme: check.reason for check in line.checks if check.reason}
    return shape


def person(known: Person) -> Shape:
    shape = {field.name: getattr(known, field.name) for field in dataclasses.fields(known)}
    shape["last_entered_at"] = moment(known.last_entered_at)
    shape["last_checks"] = {check.programme: str(check.state) for check in known.last_checks}
    return shape


def refusal(code: str, message: str) -> Shape:
    return {"ok": False, "code": str(code), "message": message}

"""The journal read as the story of one subject."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, select

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import HistoryEntry
from bluezone_desk.store.changes import RowChange, Value, from_json, told_in
from bluezone_desk.store.moments import from_milliseconds
from bluezone_desk.store.schema import journal
from bluezone_desk.store.statement import Statement

_LINES = Statement(
    select(journal.c.at, journal.c.by, journal.c.verb, journal.c.subject, journal.c.changes)
    .where(journal.c.subject == bindparam("subject"))
    .order_by(journal.c.position)
)
_LATEST = Statement(
    select(journal.c.at, journal.c.by, journal.c.verb, journal.c.subject, journal.c.changes)
    .where(journal.c.desk == bindparam("desk"))
    .order_by(journal.c.number.desc())
    .limit(bindparam("limit"))
)
#: Columns that serve the program and tell a reader nothing.
_UNTOLD = frozenset(
    {
        "id",
        "request_id",
        "visitor_id",
        "visit_id",
        "recency",
        "indexed_text",
        "name_sort",
        "left_day",
        "desk",
        "day",
        "group_id",
        "also_known",
        "merged_into",
        "at",
    }
)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One journal line: when, in milliseconds; who; which verb; what changed; what it says besides."""

    at: int
    by: str
    verb: str
    changes: tuple[RowChange, ...]
    told: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""


def story_of(connection: sqlite3.Connection, subject: str) -> tuple[StoryLine, ...]:
    """Every line about the subject, oldest first. Raises DeskFault BOOK_DAMAGED when one cannot be read."""
    return tuple(map(_line_of, _LINES.run(connection, {"subject": subject})))


def latest_of_desk(connection: sqlite3.Connection, desk: str, limit: int) -> tuple[StoryLine, ...]:
    """The newest lines this desk wrote, newest first. Raises DeskFault BOOK_DAMAGED when one cannot be read."""
    return tuple(map(_line_of, _LATEST.run(connection, {"desk": desk, "limit": limit})))


def _line_of(row: tuple[Any, ...]) -> StoryLine:
    at, by, verb, subject, text = row
    try:
        return StoryLine(at, by, verb, from_json(text), told_in(text), subject)
    except ValueError as error:
        raise DeskFault(Trouble.BOOK_DAMAGED, detail=error) from error


def history_of(connection: sqlite3.Connection, subject: str) -> tuple[HistoryEntry, ...]:
    """The story as people read it: columns with their texts before and after."""
    return tuple(
        HistoryEntry(
            from_milliseconds(line.at), line.by, line.verb, _told(line.changes), line.told.get("reason", "")
        )
        for line in story_of(connection, subject)
    )


def _told(changes: tuple[RowChange, ...]) -> dict[str, tuple[str, str]]:
    told = {}
    for change in changes:
        if change.table == "app_check":
            before = str(change.before.get("state", "")) if change.before else ""
            if "state" in change.after:
                told[f"check.{change.key[1]}"] = (before, str(change.after["state"]))
            if reason := str(change.after.get("reason", "")):
                told[f"check_reason.{change.key[1]}"] = ("", reason)
            continue
        for name, value in change.after.items():
            if name not in _UNTOLD:
                old = change.before[name] if change.before else None
                told[name] = (_text(name, old), _text(name, value))
    return told


def _text(column: str, value: Value) -> str:
    if value is None:
        return ""
    if column.endswith("_at") and isinstance(value, int):
        return from_milliseconds(value).isoformat()
    return str(value)

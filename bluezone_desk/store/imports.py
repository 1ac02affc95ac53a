"""What the book took over from other books, read back by the file and sheet it came from."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from sqlalchemy import and_, bindparam, func, select

from bluezone_desk.domain.import_results import ImportRecord
from bluezone_desk.store.changes import RowChange, from_json
from bluezone_desk.store.moments import from_milliseconds
from bluezone_desk.store.schema import journal, visit
from bluezone_desk.store.statement import Statement

VERB = "import_visit"
#: Requests of one source, or of all: the source, a colon, and the row's number.
_OF_SOURCE = and_(visit.c.request_id >= bindparam("first"), visit.c.request_id < bindparam("last"))
_STANDING = and_(_OF_SOURCE, visit.c.voided_at.is_(None))
_IMPORTED = and_(journal.c.subject == visit.c.id, journal.c.verb == VERB)
_SOURCE = func.rtrim(visit.c.request_id, "0123456789")
_RECORDS = Statement(
    select(
        _SOURCE,
        func.max(visit.c.catch_up),
        func.max(visit.c.recorded_by),
        func.max(journal.c.at),
        func.count(),
        func.min(visit.c.day),
        func.max(visit.c.day),
    )
    .join(journal, _IMPORTED)
    .where(_STANDING)
    .group_by(_SOURCE)
    .order_by(func.max(journal.c.at).desc())
)
_LINES = Statement(
    select(visit.c.id, visit.c.request_id, journal.c.changes)
    .join(journal, _IMPORTED)
    .where(_STANDING)
    .order_by(journal.c.position.desc())
)
_ELSEWHERE = Statement(
    select(visit.c.id)
    .where(visit.c.visitor_id == bindparam("visitor_id"), visit.c.voided_at.is_(None), ~_OF_SOURCE)
    .limit(1)
)
_REQUEST_OF = Statement(select(visit.c.request_id).where(visit.c.id == bindparam("id")))


def records(connection: sqlite3.Connection) -> tuple[ImportRecord, ...]:
    """Every import with lines that stand, the newest first."""
    rows = _RECORDS.run(connection, {"first": "import:", "last": "import;"})
    return tuple(
        ImportRecord(
            source.removesuffix(":"),
            reason,
            by,
            from_milliseconds(at),
            count,
            date.fromisoformat(first),
            date.fromisoformat(last),
        )
        for source, reason, by, at, count, first, last in rows
    )


def source_of_visit(connection: sqlite3.Connection, visit_id: str) -> str:
    """The source an imported line came from, "" for any other line."""
    row = _REQUEST_OF.one(connection, {"id": visit_id})
    request = str(row[0]) if row else ""
    return request.rpartition(":")[0] if request.startswith("import:") else ""


def lines(connection: sqlite3.Connection, source: str) -> Iterator[tuple[str, str, tuple[RowChange, ...]]]:
    """(visit, its request, what recording it changed) of each line that stands, the newest first."""
    for visit_id, request_id, text in _LINES.run(connection, _range(source)):
        yield visit_id, request_id, from_json(text)


def comes_elsewhere(connection: sqlite3.Connection, visitor_id: str, source: str) -> bool:
    """Whether somebody has a line that stands and is not of this source."""
    return _ELSEWHERE.one(connection, {"visitor_id": visitor_id, **_range(source)}) is not None


def _range(source: str) -> dict[str, str]:
    return {"first": f"{source}:", "last": f"{source};"}

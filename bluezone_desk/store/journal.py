"""The journal: every change is one line, and each line closes over the one before it."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select

from bluezone_desk.domain.clock import Clock
from bluezone_desk.store import changes as row_changes
from bluezone_desk.store.changes import RowChange
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import journal
from bluezone_desk.store.statement import Statement

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

GENESIS = bytes(32)
SALT_BYTES = 16

_APPEND = Statement(
    journal.insert().values({c.name: bindparam(c.name) for c in journal.columns if c.name != "position"})
)
_HEAD = Statement(
    select(journal.c.number, journal.c.digest, journal.c.at)
    .where(journal.c.desk == bindparam("desk"))
    .order_by(journal.c.number.desc())
    .limit(1)
)
_HEADS = Statement(select(journal.c.desk, func.max(journal.c.number)).group_by(journal.c.desk))
_DIGEST_AT = Statement(
    select(journal.c.digest).where(journal.c.desk == bindparam("desk"), journal.c.number == bindparam("number"))
)


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of one desk's chain; number 0 before the first."""

    desk: str
    number: int
    digest: bytes
    at: int


def commitment_of(salt: bytes, changes: str) -> bytes:
    """What the chain knows of the changes: enough to prove them, nothing to read once they are erased."""
    return hashlib.sha256(salt + changes.encode()).digest()


def digest_of(line: Mapping[str, Any]) -> bytes:
    """The chain's link over everything of a line but the changes themselves, and over the line before it."""
    parts = [line[name] for name in ("desk", "number", "at", "by", "verb", "subject")]
    text = _CANONICAL.encode(parts)
    return hashlib.sha256(text.encode() + line["commitment"] + line["previous"]).digest()


def head_of(connection: sqlite3.Connection, desk: str) -> Head:
    """The head of one desk's chain."""
    row = _HEAD.one(connection, {"desk": desk})
    return Head(desk, *row) if row else Head(desk, 0, GENESIS, 0)


def heads(connection: sqlite3.Connection) -> tuple[Head, ...]:
    """The heads of all chains in the book."""
    return tuple(head_of(connection, desk) for desk, _ in _HEADS.run(connection).fetchall())


def digest_at(connection: sqlite3.Connection, desk: str, number: int) -> bytes | None:
    """The digest of one line, None when the book does not hold it."""
    row = _DIGEST_AT.one(connection, {"desk": desk, "number": number})
    return row[0] if row else None


def closed_line(
    head: Head,
    at: int,
    by: str,
    verb: str,
    subject: str,
    changes: tuple[RowChange, ...],
    told: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The line that follows `head`, closed over it."""
    return closed(head, open_line(at, by, verb, subject, changes, told))


def open_line(
    at: int,
    by: str,
    verb: str,
    subject: str,
    changes: tuple[RowChange, ...],
    told: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What a line says, before it is known which line it follows."""
    text = row_changes.to_json(changes, told)
    salt = os.urandom(SALT_BYTES)
    line: dict[str, Any] = {"at": at, "by": by, "verb": verb, "subject": subject, "changes": text, "salt": salt}
    line["commitment"] = commitment_of(salt, text)
    return line


def closed(head: Head, line: Mapping[str, Any]) -> dict[str, Any]:
    """An open line as the one that follows `head`."""
    whole = {**line, "desk": head.desk, "number": head.number + 1, "previous": head.digest}
    whole["digest"] = digest_of(whole)
    return whole


def head_after(line: Mapping[str, Any]) -> Head:
    """The head once this line is written."""
    return Head(line["desk"], line["number"], line["digest"], line["at"])


class Page:
    """The open page of the book: what one transaction may read and write. Made by `Book.writing` only."""

    __slots__ = ("_clock", "connection", "head")

    def __init__(self, connection: sqlite3.Connection, head: Head, clock: Clock) -> None:
        self.connection = connection
        self.head = head
        self._clock = clock

    def record(
        self,
        verb: str,
        subject: str,
        by: str,
        changes: tuple[RowChange, ...],
        told: Mapping[str, str] | None = None,
    ) -> None:
        """Write one journal line and make the tables follow. The only way anything in the book changes.

        Raises sqlite3.IntegrityError when the book's invariants forbid it; then nothing of the line stays.
        """
        row_changes.apply(self.connection, changes)
        line = closed_line(self.head, to_milliseconds(self._clock.now()), by, verb, subject, changes, told)
        _APPEND.run(self.connection, line)
        self.head = head_after(line)

    def append(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Write lines closed beforehand on this very head; the tables must follow them. For `bulk.write` only."""
        self.connection.executemany(_APPEND.text, lines)
        self.head = head_after(lines[-1])

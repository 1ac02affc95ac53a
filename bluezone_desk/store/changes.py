"""Row changes: what a journal line says, and the one function that makes the tables follow."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam

from bluezone_desk.store import schema
from bluezone_desk.store.statement import Statement

Value = str | int | None
Row = Mapping[str, Value]
Key = tuple[Value, ...]

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_TABLES: dict[str, Table] = {table.name: table for table in schema.FOLDED_TABLES}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after. `before` is None for a new row; otherwise both name the changed columns only.

    A row of the book is never deleted by the desk: it is voided, and stays.
    """

    table: str
    key: Key
    before: Row | None
    after: Row

    @property
    def is_new(self) -> bool:
        return self.before is None


@cache
def key_columns(table: str) -> tuple[str, ...]:
    """Names of the primary key's columns."""
    return tuple(column.name for column in _TABLES[table].primary_key.columns)


def added(table: str, row: Row) -> RowChange:
    """The change that adds `row`; empty texts and NULLs are left to the column's default."""
    key = tuple(row[name] for name in key_columns(table))
    return RowChange(table, key, None, {name: value for name, value in row.items() if value not in (None, "")})


def changed(table: str, key: Key, before: Row, after: Row) -> RowChange | None:
    """The change from `before` to `after` in the columns of `after`; None when nothing differs."""
    names = [name for name, value in after.items() if before[name] != value]
    if not names:
        return None
    return RowChange(table, key, {name: before[name] for name in names}, {name: after[name] for name in names})


def to_json(changes: Iterable[RowChange], told: Mapping[str, str] | None = None) -> str:
    """The canonical text of `changes`: sorted names, no spaces, letters as they are.

    `told` is what the line says besides (a reason, who approved); it changes no table.
    """
    entries = [_entry(c) for c in changes]
    return _CANONICAL.encode([*entries, {"told": told}] if told else entries)


def told_in(text: str) -> dict[str, str]:
    """What a journal line says besides its changes."""
    if '"told":' not in text:
        return {}
    entries = json.loads(text)
    return next((dict(entry["told"]) for entry in entries if "told" in entry), {})


def _entry(change: RowChange) -> dict[str, Any]:
    before = change.before
    if before is None:
        return {"add": change.table, "row": change.after}
    pairs = {name: (before[name], value) for name, value in change.after.items()}
    return {"set": change.table, "key": change.key, "to": pairs}


def from_json(text: str) -> tuple[RowChange, ...]:
    """The changes written in a journal line. Raises ValueError when the text is not such a list."""
    try:
        return tuple(_change(entry) for entry in json.loads(text) if "told" not in entry)
    except (TypeError, KeyError, IndexError, AttributeError) as fault:
        raise ValueError("not a list of changes") from fault


def _change(entry: dict[str, Any]) -> RowChange:
    if "add" in entry:
        key = tuple(entry["row"][name] for name in key_columns(entry["add"]))
        return RowChange(entry["add"], key, None, entry["row"])
    before = {name: pair[0] for name, pair in entry["to"].items()}
    after = {name: pair[1] for name, pair in entry["to"].items()}
    return RowChange(entry["set"], tuple(entry["key"]), before, after)


def apply(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """Make the tables say what `changes` say; the people index follows the visitor rows."""
    for change in changes:
        if change.before is None:
            statement, defaults = _insertion(change.table)
            connection.execute(statement.text, {**defaults, **change.after})
            if change.table == "visitor":
                connection.execute(_INDEX, _words(change))
        elif change.table == "visitor":
            _change_visitor(connection, change)
        else:
            _update(connection, change)


def apply_many(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """The same for many changes that add rows and fill in what was missing: rows of a table go in together."""
    added_rows: dict[str, list[RowChange]] = {table.name: [] for table in schema.FOLDED_TABLES}
    rest = []
    for change in changes:
        if change.before is None:
            added_rows[change.table].append(change)
        else:
            rest.append(change)
    for table, rows in added_rows.items():
        if not rows:
            continue
        statement, defaults = _insertion(table)
        connection.executemany(statement.text, ({**defaults, **change.after} for change in rows))
        if table == "visitor":
            connection.executemany(_INDEX, [_words(change) for change in rows])
    apply(connection, rest)


def _words(change: RowChange) -> tuple[Value, Value]:
    """What the people index keeps of a new visitor; a name of signs alone has no words."""
    return change.after["recency"], change.after.get("indexed_text", "")


def _update(connection: sqlite3.Connection, change: RowChange) -> None:
    statement = _updating(change.table, tuple(sorted(change.after)))
    keys = {f"key_{name}": value for name, value in zip(key_columns(change.table), change.key, strict=True)}
    connection.execute(statement.text, {**change.after, **keys})


def _change_visitor(connection: sqlite3.Connection, change: RowChange) -> None:
    moves = "recency" in change.after or "indexed_text" in change.after
    if moves:
        connection.execute(_UNINDEX, connection.execute(_INDEXED, change.key).fetchone())
    _update(connection, change)
    if moves:
        connection.execute(_INDEX, connection.execute(_INDEXED, change.key).fetchone())


# FTS5 has no construct in SQLAlchemy Core.
_INDEX = "INSERT INTO people_search(rowid, words) VALUES (?, ?)"
_UNINDEX = "INSERT INTO people_search(people_search, rowid, words) VALUES ('delete', ?, ?)"
_INDEXED = "SELECT recency, indexed_text FROM visitor WHERE id = ?"


@cache
def _insertion(table: str) -> tuple[Statement, dict[str, Value]]:
    columns = _TABLES[table].columns
    insert = _TABLES[table].insert().values({column.name: bindparam(column.name) for column in columns})
    return Statement(insert), {column.name: None if column.nullable else "" for column in columns}


@cache
def _updating(table: str, names: tuple[str, ...]) -> Statement:
    target = _TABLES[table]
    if unknown := sorted(set(names) - set(target.columns.keys())):
        raise ValueError(f"{table} has no {', '.join(unknown)}")
    update = target.update().values({name: bindparam(name) for name in names})
    for column in target.primary_key.columns:
        update = update.where(column == bindparam(f"key_{column.name}"))
    return Statement(update)

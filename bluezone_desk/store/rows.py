"""Any row of the book by its key, and changes turned round."""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import bindparam, select

from bluezone_desk.domain.programme import CheckState
from bluezone_desk.store import people, schema
from bluezone_desk.store.changes import Key, RowChange, Value, changed, key_columns
from bluezone_desk.store.statement import Statement

_TABLES = {table.name: table for table in schema.FOLDED_TABLES}
#: What the program renews by itself; it never stands in the way of taking something back.
_RENEWED = frozenset({"recency", "indexed_text", "also_known"})


@cache
def _by_key(table: str) -> Statement:
    found = _TABLES[table]
    keys = (column == bindparam(f"key_{column.name}") for column in found.primary_key.columns)
    return Statement(select(*found.c).where(*keys))


def row_of(connection: sqlite3.Connection, table: str, key: Key) -> dict[str, Value] | None:
    """The row with this key as it is now."""
    values = {f"key_{name}": value for name, value in zip(key_columns(table), key, strict=True)}
    row = _by_key(table).one(connection, values)
    return dict(zip(_TABLES[table].c.keys(), row, strict=True)) if row else None


def change_to(
    connection: sqlite3.Connection, table: str, key: Key, after: Mapping[str, Value]
) -> RowChange | None:
    """The change of some columns of a row that exists; None when nothing differs. A person's words follow."""
    before = row_of(connection, table, key)
    assert before is not None
    if table == "visitor":
        after = {**after, "indexed_text": people.words_of({**before, **after})}
    return changed(table, key, before, after)


def turned_round(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> tuple[RowChange, ...] | None:
    """The changes that put everything back; None when something of it has changed again since.

    A row is never deleted: a check that was added becomes "not asked", any other added row stays.
    """
    back = []
    for change in changes:
        if change.before is None:
            before: Mapping[str, Value] = {"state": CheckState.NOT_ASKED.value, "reason": ""}
            if change.table != "app_check":
                continue
        else:
            before = {name: value for name, value in change.before.items() if name not in _RENEWED}
        now = row_of(connection, change.table, change.key)
        if now is None or any(now[name] != change.after.get(name, now[name]) for name in before):
            return None
        put_back = change_to(connection, change.table, change.key, before)
        back += [put_back] if put_back else []
    return tuple(back)

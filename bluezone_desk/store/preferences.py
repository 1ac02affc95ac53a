"""Settings of the office, kept in the book and journaled like everything else."""

import sqlite3

from sqlalchemy import bindparam, select

from bluezone_desk.store.changes import RowChange, added, changed
from bluezone_desk.store.schema import preference
from bluezone_desk.store.statement import Statement

_VALUE = Statement(select(preference.c.value).where(preference.c.key == bindparam("key")))


def value_of(connection: sqlite3.Connection, key: str) -> str | None:
    """The JSON text kept under `key`."""
    row = _VALUE.one(connection, {"key": key})
    return row[0] if row else None


def setting(connection: sqlite3.Connection, key: str, value: str) -> RowChange | None:
    """The change that keeps `value` under `key`; None when it is there already."""
    before = value_of(connection, key)
    if before is None:
        return added("preference", {"key": key, "value": value})
    return changed("preference", (key,), {"value": before}, {"value": value})

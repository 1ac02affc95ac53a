"""The desks that write in this book; each has its own chain in the journal."""

import sqlite3

from sqlalchemy import bindparam, select

from bluezone_desk.store.changes import RowChange, added, changed
from bluezone_desk.store.schema import desk
from bluezone_desk.store.statement import Statement

_ID = Statement(select(desk.c.id).where(desk.c.name == bindparam("name")))


def id_of(connection: sqlite3.Connection, name: str) -> str | None:
    """The id of the desk with this name."""
    row = _ID.one(connection, {"name": name})
    return row[0] if row else None


def opened(desk_id: str, name: str) -> RowChange:
    """The change that adds a desk."""
    return added("desk", {"id": desk_id, "name": name})


def renamed(desk_id: str, before: str, after: str) -> RowChange | None:
    """The change that gives a desk another name; its chain goes on."""
    return changed("desk", (desk_id,), {"name": before}, {"name": after})

"""Delegations as the tables hold them."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from bluezone_desk.domain.groups import VisitorGroup
from bluezone_desk.store import visits
from bluezone_desk.store.changes import RowChange, Value, added
from bluezone_desk.store.moments import from_milliseconds, to_milliseconds
from bluezone_desk.store.schema import visitor_group
from bluezone_desk.store.statement import Statement

_BY_ID = Statement(
    select(
        visitor_group.c.organisation,
        visitor_group.c.host,
        visitor_group.c.department,
        visitor_group.c.purpose,
        visitor_group.c.entered_at,
    ).where(visitor_group.c.id == bindparam("id"))
)
_BY_REQUEST = Statement(select(visitor_group.c.id).where(visitor_group.c.request_id == bindparam("request_id")))


def opened(header: Mapping[str, Value], entered_at: datetime) -> RowChange:
    """The change that adds a delegation."""
    return added("visitor_group", {**header, "entered_at": to_milliseconds(entered_at)})


def id_by_request(connection: sqlite3.Connection, request_id: str) -> str | None:
    row = _BY_REQUEST.one(connection, {"request_id": request_id})
    return row[0] if row else None


def by_id(connection: sqlite3.Connection, group_id: str) -> VisitorGroup | None:
    row = _BY_ID.one(connection, {"id": group_id})
    if row is None:
        return None
    organisation, host, department, purpose, entered_at = row
    lines = visits.of_group(connection, group_id)
    return VisitorGroup(group_id, organisation, host, department, purpose, from_milliseconds(entered_at), lines)

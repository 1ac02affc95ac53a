"""Records of people who may be one: found by what they share, joined, and separated again."""

import sqlite3
from collections.abc import Iterable

from sqlalchemy import Column, bindparam, literal_column, select

from bluezone_desk.store import people, rows
from bluezone_desk.store.changes import RowChange, Value
from bluezone_desk.store.schema import visit, visitor
from bluezone_desk.store.statement import Statement

#: What the kept record takes over where it knows nothing.
_TAKEN_OVER = ("id_number", "old_id_number", "phone", "birth_date", "sex", "organisation", "address")
_MOST_ALIKE = 20
_NAMESAKES = 200
_VISITS = Statement(select(visit.c.id).where(visit.c.visitor_id == bindparam("visitor_id")))
_JOINED = Statement(
    select(visitor.c.indexed_text, visitor.c.also_known).where(
        visitor.c.merged_into == bindparam("keep"), visitor.c.merged_into.is_not(None)
    )
)
_JOINED_IDS = Statement(
    select(visitor.c.id)
    .where(visitor.c.merged_into == bindparam("keep"), visitor.c.merged_into.is_not(None))
    .order_by(visitor.c.id)
)
_MERGED_INTO = Statement(select(visitor.c.merged_into).where(visitor.c.id == bindparam("id")))


def _sharing(column: Column[str]) -> Statement:
    same = (column == bindparam("number"), column != literal_column("''"))
    return Statement(select(visitor.c.id).where(*same).limit(_MOST_ALIKE))


_ALIKE = tuple(_sharing(column) for column in (visitor.c.id_number, visitor.c.old_id_number, visitor.c.phone))


def merged_into(connection: sqlite3.Connection, visitor_id: str) -> str | None:
    """The record this one was merged into."""
    row = _MERGED_INTO.one(connection, {"id": visitor_id})
    return row[0] if row else None


def joined_ids(connection: sqlite3.Connection, keep: str) -> list[str]:
    """The records that were merged into this one and are not separated again."""
    return [row[0] for row in _JOINED_IDS.run(connection, {"keep": keep})]


def alike(connection: sqlite3.Connection, visitor_id: str, numbers: Iterable[str]) -> set[str]:
    """Ids of unmerged records that share a number or phone, or, when they are recent, the name without marks."""
    found = {row[0] for n in numbers for one in _ALIKE for row in one.run(connection, {"number": n})}
    mine = rows.row_of(connection, "visitor", (visitor_id,))
    if mine:
        found |= people.ids_of_name(connection, str(mine["name"]), _NAMESAKES)
    return {one for one in found - {visitor_id} if merged_into(connection, one) is None}


def joined(connection: sqlite3.Connection, keep: str, other: str) -> tuple[RowChange, ...]:
    """The changes that give all visits of `other` to `keep`, and what only `other` knows."""
    mine, theirs = (rows.row_of(connection, "visitor", (one,)) for one in (keep, other))
    assert mine is not None
    assert theirs is not None
    words = f"{mine['also_known']} {theirs['indexed_text']} {theirs['also_known']}".split()
    after: dict[str, Value] = {"also_known": " ".join(dict.fromkeys(words))}
    after |= {name: theirs[name] for name in _TAKEN_OVER if theirs[name] and not mine[name]}
    if int(theirs["recency"] or 0) > int(mine["recency"] or 0):
        after["recency"] = people.next_recency(connection)
    theirs_now = _visits(connection, other)
    moved = [rows.change_to(connection, "visit", (one,), {"visitor_id": keep}) for one in theirs_now]
    changes = [
        *moved,
        rows.change_to(connection, "visitor", (keep,), after),
        rows.change_to(connection, "visitor", (other,), {"merged_into": keep}),
    ]
    return tuple(change for change in changes if change)


def separated(
    connection: sqlite3.Connection, keep: str, other: str, merge: tuple[RowChange, ...]
) -> tuple[RowChange, ...]:
    """The changes that give `other` back what the merge took from it, where it is still `keep`'s."""
    changes = [rows.change_to(connection, "visitor", (other,), {"merged_into": None})]
    for change in merge:
        now = rows.row_of(connection, change.table, change.key)
        if now is None or change.before is None:
            continue
        if change.table == "visit" and now["visitor_id"] == keep:
            changes.append(rows.change_to(connection, "visit", change.key, {"visitor_id": other}))
        elif change.table == "visitor" and change.key == (keep,):
            after = {n: v for n, v in change.before.items() if n in _TAKEN_OVER and now[n] == change.after[n]}
            after["also_known"] = _words_of_joined(connection, keep, other)
            changes.append(rows.change_to(connection, "visitor", (keep,), after))
    return tuple(change for change in changes if change)


def visits_in(changes: tuple[RowChange, ...]) -> int:
    """How many visits these changes move."""
    return sum(1 for change in changes if change.table == "visit")


def _visits(connection: sqlite3.Connection, visitor_id: str) -> list[str]:
    return [row[0] for row in _VISITS.run(connection, {"visitor_id": visitor_id})]


def _words_of_joined(connection: sqlite3.Connection, keep: str, leaving: str) -> str:
    """Words of the records merged into `keep`, without the one that leaves."""
    gone = rows.row_of(connection, "visitor", (leaving,))
    assert gone is not None
    texts = [tuple(row) for row in _JOINED.run(connection, {"keep": keep})]
    texts.remove((gone["indexed_text"], gone["also_known"]))
    return " ".join(dict.fromkeys(" ".join(" ".join(pair) for pair in texts).split()))

"""The book a page at a time: every page starts at a key, so that the millionth line comes as fast as the first."""

import json
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select, tuple_

from bluezone_desk.domain.book_page import BookOutline, BookPage, BookSort, PageKey
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.store import visits
from bluezone_desk.store.filters import conditions_of, expressions
from bluezone_desk.store.schema import visit, visitor
from bluezone_desk.store.statement import Statement

#: So few lines are sorted by name at once; more are walked by name, and those of other days passed over.
_FEW_LINES = 20_000
_IDS: Select[Any] = select(literal_column("value")).select_from(func.json_each(bindparam("ids")))
_LINES = Statement(visits.lines_query().where(visit.c.id.in_(_IDS)))
_PERIOD = ("start", "end")

_ROWID: ColumnElement[int] = literal_column("visit.rowid")
#: Before every name; with it the walk begins in the index like any other.
_FIRST_NAME: PageKey = ("", "", -(1 << 62), 0, "")


def _key_columns(sort: BookSort, way: str) -> list[Any]:
    """What lines are ordered by."""
    if sort is not BookSort.NAME:
        return [visit.c.entered_at, visit.c.id]
    # The plus keeps SQLite from walking all names where a few lines of a few days are quicker sorted.
    name = visitor.c.name_sort if way == "walk" else literal_column("+visitor.name_sort")
    return [name, visitor.c.id, visit.c.entered_at, _ROWID]


def _behind(sort: BookSort, columns: list[Any]) -> list[ColumnElement[bool]]:
    keys: list[Any] = [bindparam(f"key{place}") for place in range(len(columns))]
    if sort is BookSort.NEWEST:
        return [tuple_(*columns) < tuple_(*keys)]
    beyond = [tuple_(*columns) > tuple_(*keys)]
    # A comparison over two tables is looked up in no index; its beginning, over one, is.
    return [tuple_(*columns[:2]) >= tuple_(*keys[:2]), *beyond] if sort is BookSort.NAME else beyond


def _source(names: tuple[str, ...], sort: BookSort, *columns: Any) -> Select[Any]:
    query = select(*columns)
    if sort is BookSort.NAME or "text" in names:
        query = query.select_from(visitor).join(visit, visit.c.visitor_id == visitor.c.id)
    else:
        query = query.select_from(visit)
    return query.where(*expressions(names))


@lru_cache(maxsize=256)
def _keys(names: tuple[str, ...], sort: BookSort, way: str, has_key: bool) -> Statement:
    columns = _key_columns(sort, way)
    query = _source(names, sort, *columns, *([visit.c.id] if sort is BookSort.NAME else []))
    if has_key:
        query = query.where(*_behind(sort, columns))
    query = query.limit(bindparam("limit")).offset(bindparam("skip"))
    if sort is BookSort.NAME and way == "walk":
        # People in the order of their names, the visits of each in the order of their index: nothing is sorted.
        statement = Statement(query.order_by(*columns[:2]))
        statement.text = statement.text.replace("visitor JOIN visit", "visitor CROSS JOIN visit", 1)
        return statement
    order = [column.desc() for column in columns] if sort is BookSort.NEWEST else columns
    return Statement(query.order_by(*order))


@lru_cache(maxsize=64)
def _count(names: tuple[str, ...]) -> Statement:
    return Statement(_source(names, BookSort.NEWEST, func.count()))


@lru_cache(maxsize=8)
def _bounded_count(names: tuple[str, ...]) -> Statement:
    some = _source(names, BookSort.NEWEST, visit.c.id).limit(bindparam("limit")).subquery()
    return Statement(select(func.count()).select_from(some))


class Pages:
    """The lines of one filter in one order, in one view of the book."""

    def __init__(self, connection: sqlite3.Connection, wanted: VisitFilter, sort: BookSort) -> None:
        self._connection = connection
        self._sort = sort
        self._conditions = conditions_of(wanted)
        self._way = self._best_way() if sort is BookSort.NAME else "walk"

    def _best_way(self) -> str:
        names = tuple(name for name in self._conditions.names if name in (*_PERIOD, "inside", "group"))
        if not names:
            return "walk"
        values = {**self._conditions.values, "limit": _FEW_LINES + 1}
        row = _bounded_count(names).one(self._connection, values)
        return "sort" if row and row[0] <= _FEW_LINES else "walk"

    def count(self) -> int:
        row = _count(self._conditions.names).one(self._connection, self._conditions.values)
        assert row is not None
        return int(row[0])

    def keys(self, after: PageKey | None, limit: int, skip: int = 0) -> list[PageKey]:
        """The keys of the next lines behind `after`, `skip` of them left out."""
        if after is None and self._sort is BookSort.NAME:
            after = _FIRST_NAME
        values = {**self._conditions.values, "limit": limit, "skip": skip}
        values |= {f"key{place}": part for place, part in enumerate(after or ())}
        statement = _keys(self._conditions.names, self._sort, self._way, after is not None)
        return [tuple(row) for row in statement.run(self._connection, values)]

    def page(self, after: PageKey | None, limit: int, skip: int = 0) -> BookPage:
        keys = self.keys(after, limit, skip)
        ids = [str(key[-1]) for key in keys]
        lines = {
            line.visit_id: line for line in visits.lines_of(_LINES.run(self._connection, {"ids": json.dumps(ids)}))
        }
        return BookPage(tuple(lines[one] for one in ids), keys[-1] if len(keys) == limit else None)

    def outline(self, step: int) -> BookOutline:
        marks: list[PageKey | None] = [None]
        while found := self.keys(marks[-1], 1, step - 1):
            marks.append(found[0])
        return BookOutline(self.count(), step, tuple(marks))

    def chunks(self, size: int) -> Iterator[tuple[VisitLine, ...]]:
        after: PageKey | None = None
        while True:
            page = self.page(after, size)
            if page.lines:
                yield page.lines
            after = page.next_key
            if after is None:
                return

"""Does the book still add up: the journal is folded again into fresh tables and compared with the real ones."""

import contextlib
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, bindparam, func, select

from bluezone_desk.domain.book_facts import BadLine, Verification
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import changes as row_changes
from bluezone_desk.store import journal, schema
from bluezone_desk.store.anchor import Mark
from bluezone_desk.store.book import Book
from bluezone_desk.store.connections import connect
from bluezone_desk.store.creation import write_schema
from bluezone_desk.store.driver_errors import DriverErrors, fault_of
from bluezone_desk.store.journal import GENESIS, Head
from bluezone_desk.store.statement import Statement

_COLUMNS = tuple(schema.journal.columns.keys())
_LINES = Statement(select(*schema.journal.c).order_by(schema.journal.c.position))
_COUNT = Statement(select(func.count()).select_from(schema.journal))
_TOUCHING = Statement(
    select(schema.journal.c.desk, schema.journal.c.number, schema.journal.c.changes)
    .where(func.instr(schema.journal.c.changes, bindparam("key")) > 0)
    .order_by(schema.journal.c.position.desc())
)
_PROGRESS_LINES = 500
_MOST_DIFFERENCES = 20
_TERMS = "CREATE VIRTUAL TABLE temp.people_terms USING fts5vocab('main', 'people_search', 'instance')"
_ALL_TERMS = "SELECT term, doc FROM temp.people_terms"

Progress = Callable[[int, int], None]
_Row = tuple[Any, ...]


class _Disagreement(Exception):  # noqa: N818 -- what was looked for, not an error
    def __init__(self, code: Trouble, desk: str, number: int, what: str) -> None:
        super().__init__(code, desk, number, what)
        self.code = code
        self.bad = BadLine(desk, number, what)


def verify_book(book: Book, progress: Progress | None = None) -> Verification:
    """Check every link of every chain, fold the journal, and compare tables, people index and file.

    Names the first journal line that disagrees. Nothing is changed; the desk may go on working meanwhile. Raises
    DeskFault: PLACE_FULL when the temporary folder has no room for the comparison, PLACE_FAILED, BOOK_BUSY.
    """
    with DriverErrors(_scratch()):
        fold = Fold()
    # Read before the view is taken: a line written in between may be in the view, never only in the marks.
    marks = book.marks()
    try:
        with DriverErrors(book.path), _view(book) as connection:
            fold.all_lines(connection, progress)
            _compare_with_marks(book, connection, fold, marks)
            _compare_tables(connection, fold.connection)
            _compare_search(connection, fold.connection)
            _check_file(connection)
    except _Disagreement as found:
        return Verification(False, fold.lines, found.bad, found.code)
    except DeskFault as fault:
        if fault.code is not Trouble.BOOK_DAMAGED:
            raise
        return Verification(False, fold.lines, BadLine("", 0, fault.facts.get("detail", "")), fault.code)
    finally:
        fold.connection.close()
    return Verification(True, fold.lines)


@contextlib.contextmanager
def _view(book: Book) -> Iterator[sqlite3.Connection]:
    """A connection of its own: the index of terms is a temporary table, which the lent readers may not make."""
    with contextlib.closing(connect(book.path, read_only=True)) as connection:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute(_TERMS)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


class Fold:
    """What the journal adds up to, in fresh tables that live as long as the comparison."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect("", isolation_level=None)
        write_schema(self.connection)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute(_TERMS)
        self.heads: dict[str, Head] = {}
        self.lines = 0

    def all_lines(self, connection: sqlite3.Connection, progress: Progress | None) -> None:
        row = _COUNT.one(connection)
        total = int(row[0]) if row else 0
        self.connection.execute("BEGIN")
        for values in _LINES.run(connection):
            self._one_line(connection, dict(zip(_COLUMNS, values, strict=True)))
            if progress and self.lines % _PROGRESS_LINES == 0:
                progress(self.lines, total)
        self.connection.execute("COMMIT")
        if progress:
            progress(total, total)

    def _one_line(self, connection: sqlite3.Connection, line: dict[str, Any]) -> None:
        desk, number = line["desk"], line["number"]
        head = self.heads.get(desk) or Head(desk, 0, GENESIS, 0)
        if number != head.number + 1:
            expected = head.number + 1
            is_elsewhere = number <= head.number or journal.digest_at(connection, desk, expected) is not None
            code = Trouble.VERIFY_LINE_ORDER if is_elsewhere else Trouble.VERIFY_LINE_MISSING
            raise _Disagreement(code, desk, expected, "number")
        for what, is_right in (
            ("previous", line["previous"] == head.digest),
            ("changes", line["commitment"] == journal.commitment_of(line["salt"], line["changes"])),
            ("digest", line["digest"] == journal.digest_of(line)),
        ):
            if not is_right:
                raise _Disagreement(Trouble.VERIFY_LINE_CHANGED, desk, number, what)
        self._apply(line)
        self.heads[desk] = Head(desk, number, line["digest"], line["at"])
        self.lines += 1

    def _apply(self, line: dict[str, Any]) -> None:
        try:
            row_changes.apply(self.connection, row_changes.from_json(line["changes"]))
        except (ValueError, KeyError, sqlite3.Error) as error:
            fault = fault_of(error, _scratch()) if isinstance(error, sqlite3.Error) else None
            if fault and fault.code is not Trouble.BOOK_DAMAGED:
                # No room for the comparison says nothing against the journal.
                raise fault from error
            what = f"changes: {error}"
            raise _Disagreement(Trouble.VERIFY_LINE_CHANGED, line["desk"], line["number"], what) from error


def _scratch() -> Path:
    """Where SQLite keeps the fresh tables."""
    return Path(tempfile.gettempdir()) / "fold"


def _compare_with_marks(book: Book, connection: sqlite3.Connection, fold: Fold, marks: dict[str, Mark]) -> None:
    for desk, mark in marks.items():
        head = fold.heads.get(desk) or Head(desk, 0, GENESIS, 0)
        try:
            book.compare(connection, head, mark)
        except DeskFault as fault:
            first = min(mark[0], head.number + 1)
            raise _Disagreement(fault.code, desk, first, "number") from fault


def _compare_tables(connection: sqlite3.Connection, fold: sqlite3.Connection) -> None:
    """Raise for the difference whose journal line comes first; one without a line comes last."""
    differences = [found for table in schema.FOLDED_TABLES for found in _differences(table, connection, fold)]
    if differences:
        raise min(differences, key=lambda found: (found.bad.number == 0, found.bad.number))


def _differences(table: Table, connection: sqlite3.Connection, fold: sqlite3.Connection) -> list[_Disagreement]:
    everything = Statement(select(*table.c).order_by(*table.primary_key.columns))
    names, key_of = tuple(table.c.keys()), _key_of(table)
    found: list[_Disagreement] = []
    for real, folded in _paired(everything.run(connection), everything.run(fold), key_of):
        key = key_of(folded or real or ())
        what = f"{table.name} {'/'.join(map(str, key))}"
        columns = [name for name, a, b in zip(names, real or (), folded or (), strict=False) if a != b]
        if columns:
            what, code = f"{what}: {', '.join(columns)}", Trouble.VERIFY_ROW_CHANGED
        else:
            code = Trouble.VERIFY_ROW_MISSING if folded else Trouble.VERIFY_ROW_ADDED
        desk, number = _last_line_on(connection, table.name, key, columns) if folded else ("", 0)
        found.append(_Disagreement(code, desk, number, what))
        if len(found) == _MOST_DIFFERENCES:
            break
    return found


def _key_of(table: Table) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    places = [list(table.c.keys()).index(column.name) for column in table.primary_key.columns]
    return lambda row: tuple(row[place] for place in places)


def _paired(
    real: Iterator[_Row], folded: Iterator[_Row], key_of: Callable[[_Row], _Row]
) -> Iterator[tuple[_Row | None, _Row | None]]:
    """Rows that differ, walking two results in the order of their keys; None where one side has no such row."""
    left, right = next(real, None), next(folded, None)
    while left is not None or right is not None:
        if right is None or (left is not None and key_of(left) < key_of(right)):
            yield left, None
            left = next(real, None)
        elif left is None or key_of(right) < key_of(left):
            yield None, right
            right = next(folded, None)
        else:
            if left != right:
                yield left, right
            left, right = next(real, None), next(folded, None)


def _last_line_on(connection: sqlite3.Connection, table: str, key: _Row, columns: list[str]) -> tuple[str, int]:
    """The line that wrote this row last, or these columns of it."""
    for desk, number, text in _TOUCHING.run(connection, {"key": json.dumps(str(key[0]), ensure_ascii=False)}):
        for change in row_changes.from_json(text):
            is_about = (change.table, change.key) == (table, key)
            if is_about and (change.is_new or not columns or change.after.keys() & columns):
                return desk, number
    return "", 0


def _compare_search(connection: sqlite3.Connection, fold: sqlite3.Connection) -> None:
    real, folded = connection.execute(_ALL_TERMS), fold.execute(_ALL_TERMS)
    for left, right in _paired(real, folded, lambda row: row):
        row = left or right
        assert row is not None
        raise _Disagreement(Trouble.VERIFY_SEARCH, "", 0, f"people_search {row[0]}/{row[1]}")


def _check_file(connection: sqlite3.Connection) -> None:
    """SQLite's own check of pages and indexes, and of what refers to what."""
    answers = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    if answers != ["ok"]:
        raise _Disagreement(Trouble.BOOK_DAMAGED, "", 0, answers[0])
    if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise _Disagreement(Trouble.BOOK_DAMAGED, "", 0, f"foreign key of {orphan[0]}")

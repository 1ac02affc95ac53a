"""The book's measures, and its small work of idle minutes."""

import sqlite3

from sqlalchemy import func, select

from bluezone_desk.domain.book_facts import BookInfo
from bluezone_desk.store import journal, schema
from bluezone_desk.store.book import Book
from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.moments import from_milliseconds
from bluezone_desk.store.statement import Statement

_COUNTS = Statement(
    select(
        select(func.count()).select_from(schema.journal).scalar_subquery(),
        select(func.count()).select_from(schema.visit).scalar_subquery(),
        select(func.count()).select_from(schema.visitor).scalar_subquery(),
        select(func.min(schema.journal.c.at)).scalar_subquery(),
        select(func.max(schema.journal.c.at)).scalar_subquery(),
    )
)
_MERGE_PAGES = 64
_CHECKPOINT_BYTES = 4 << 20


def info(book: Book, desk_id: str, desk_name: str) -> BookInfo:
    """What the book is and how much it holds; `size_bytes` counts the file and its write-ahead log."""
    with book.reading() as connection:
        row = _COUNTS.one(connection)
        head = journal.head_of(connection, desk_id)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    assert row is not None
    files = (book.path, book.path.with_name(f"{book.path.name}-wal"))
    lines, visits, people, first_at, last_at = row
    return BookInfo(
        path=book.path,
        desk=desk_name,
        lines=lines,
        visits=visits,
        people=people,
        head_digest=head.digest.hex(),
        schema=version,
        sqlite_version=sqlite3.sqlite_version,
        size_bytes=sum(file.stat().st_size for file in files if file.exists()),
        first_at=None if first_at is None else from_milliseconds(first_at),
        last_at=None if last_at is None else from_milliseconds(last_at),
    )


def tidy(book: Book) -> bool:
    """Merge a little of the people index, and put a grown log back into the file. False when nothing is left."""
    with book.lock, DriverErrors(book.path):
        connection = book.writer()
        before = connection.total_changes
        connection.execute("INSERT INTO people_search(people_search, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))
        # FTS5 counts one change for the command itself, and more only when pages were merged.
        has_merged = connection.total_changes - before > 1
        log = book.path.with_name(f"{book.path.name}-wal")
        is_grown = log.exists() and log.stat().st_size > _CHECKPOINT_BYTES
        if is_grown:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        return has_merged

"""Opening a book: is the place fit, is the file ours, is its version ours, and is it as far as it had come."""

import contextlib
import struct
from pathlib import Path

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import schema
from bluezone_desk.store.anchor import Anchor
from bluezone_desk.store.book import ANCHOR_NAME, BOOK_NAME, Book
from bluezone_desk.store.connections import connect
from bluezone_desk.store.creation import create_book
from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.place import Probe, place_fault, prepare_place

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


def open_book(folder: Path, clock: Clock, probe: Probe | None = None) -> Book:
    """The book of this folder, created when there is none, migrated when it is of an older version.

    Raises DeskFault, and leaves the file as it was: PLACE_* when the folder cannot keep a book, BOOK_NOT_A_BOOK,
    BOOK_NEWER, BOOK_DAMAGED, BOOK_WENT_BACK, BOOK_REPLACED, MIGRATION_FAILED, BOOK_BUSY.
    """
    path = prepare_place(folder, probe) / BOOK_NAME
    if not path.exists():
        _refuse_lost_book(path)
        create_book(path)
    _check_header(path)
    _bring_up_to_date(path)
    book = Book(path, clock)
    try:
        book.check_marks()
    except BaseException:
        book.close()
        raise
    return book


def _refuse_lost_book(path: Path) -> None:
    """A mark without its book: the file was deleted or moved, and a fresh one must not take its place unsaid."""
    if missing := _lines_marked(path):
        raise DeskFault(Trouble.BOOK_WENT_BACK, path=path, missing=missing)


def _lines_marked(path: Path) -> int:
    """How many lines the mark beside the book knows of; 0 without a mark."""
    mark = path.with_name(ANCHOR_NAME)
    if not mark.exists():
        return 0
    with contextlib.closing(Anchor(mark)) as anchor:
        return sum(number for number, _ in anchor.marks().values())


def _check_header(path: Path) -> None:
    """Judge the file by its first 100 bytes, without SQLite: opening a stranger's file could already change it."""
    # Asked first: a log that appears later tells nothing about the header, one that goes has been copied back.
    has_log = path.with_name(f"{path.name}-wal").exists()
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise place_fault(error, path) from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        # Beside a mark lay a book of ours: to be sent for another folder would be to leave its visits behind.
        raise DeskFault(Trouble.BOOK_DAMAGED if _lines_marked(path) else Trouble.BOOK_NOT_A_BOOK, path=path)
    page_bytes, page_count = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    version, application = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
    if application != schema.APPLICATION_ID:
        raise DeskFault(Trouble.BOOK_NOT_A_BOOK, path=path)
    _refuse_newer(path, version)
    # While a checkpoint is copying the log into the file, the header may run ahead of the pages.
    if not has_log and page_count * (65536 if page_bytes == 1 else page_bytes) > size:
        raise DeskFault(Trouble.BOOK_DAMAGED, path=path)


def _refuse_newer(path: Path, version: int) -> None:
    if version > schema.SCHEMA:
        raise DeskFault(Trouble.BOOK_NEWER, path=path, found=version, known=schema.SCHEMA)


def _bring_up_to_date(path: Path) -> None:
    with DriverErrors(path), contextlib.closing(connect(path, read_only=False)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    _refuse_newer(path, version)
    if version < schema.SCHEMA:
        # Alembic takes 0.2 s to import and is needed once per version.
        from bluezone_desk.store.migration import migrate

        migrate(path)

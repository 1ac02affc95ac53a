"""The book: one file, one writer, many readers, and a mark beside it that says how far it had come."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import journal
from bluezone_desk.store.anchor import Anchor, Mark
from bluezone_desk.store.bell import Bell, begin_writing, wait_for_nobody
from bluezone_desk.store.connections import Readers, Reading, connect
from bluezone_desk.store.driver_errors import DriverErrors, fault_of
from bluezone_desk.store.journal import Head, Page
from bluezone_desk.store.place import place_fault
from bluezone_desk.store.turns import Turns

BOOK_NAME = "book.db"
ANCHOR_NAME = "book.anchor"
BELL_NAME = "book.bell"


def _identity(path: Path | str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 -- asked twice in every check-in
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Book:
    """An open book. Made by `opening.open_book`; reads from any thread, writes from one at a time."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.lock = Turns()
        self.bell = Bell(path.with_name(BELL_NAME))
        self._is_closed = False
        self._log_path = f"{path}-wal"
        with DriverErrors(path):
            self._writer: sqlite3.Connection | None = connect(path, read_only=False)
            # The first read brings the write-ahead log into being, so that its loss can be noticed from here on.
            self._writer.execute("SELECT count(*) FROM desk").fetchone()
            wait_for_nobody(self._writer)
        self._file = _identity(path)
        self._log = _identity(self._log_path)
        self._readers = Readers(path, self._check_path)
        mark = path.with_name(ANCHOR_NAME)
        try:
            self._anchor = Anchor(mark)
        except OSError as error:
            self._close_connections()
            raise place_fault(error, mark) from error

    def reading(self) -> Reading:
        """A consistent view; usable on any thread."""
        return Reading(self._readers, self.path)

    def writing(self, desk: str) -> "Writing":
        """One transaction of the desk with this id, committed and flushed when the block ends without an error.

        Raises DeskFault: BOOK_BUSY after 3 s, PLACE_FULL, PLACE_FAILED, PLACE_READ_ONLY; BOOK_REPLACED and
        BOOK_WENT_BACK when the file is no longer the one that was opened. After any of them nothing is confirmed.
        """
        return Writing(self, desk)

    @property
    def is_wanted(self) -> bool:
        """Somebody waits to write, in this program or in another: whoever writes much lets them go first."""
        return self.lock.is_wanted or self.bell.is_rung

    def marks(self) -> dict[str, Mark]:
        """Last number and chain head of each desk, as the mark beside the file knows them."""
        return self._anchor.marks()

    def check_marks(self) -> None:
        """Compare every chain with the mark beside the file, and raise the mark. Raises DeskFault."""
        marks = self.marks()
        with self.reading() as connection:
            heads = journal.heads(connection)
            known = {head.desk: head for head in heads}
            for desk, mark in marks.items():
                self.compare(connection, known.get(desk) or Head(desk, 0, journal.GENESIS, 0), mark)
        self.mark(*heads)

    def compare(self, connection: sqlite3.Connection, head: Head, mark: Mark | None) -> None:
        """Raise DeskFault when this chain ends before the mark, or says something else there."""
        if mark is None:
            return
        number, digest = mark
        if head.number < number:
            raise DeskFault(Trouble.BOOK_WENT_BACK, path=self.path, missing=number - head.number)
        found = head.digest if head.number == number else journal.digest_at(connection, head.desk, number)
        if found is None or found.hex() != digest:
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)

    def mark(self, *heads: Head) -> None:
        """Raise the mark. A mark that cannot be written only lags behind; what was committed stays confirmed."""
        with contextlib.suppress(OSError):
            self._anchor.write(heads)

    def check_identity(self) -> None:
        """Raise BOOK_REPLACED when the paths no longer lead to the files this program has open."""
        self._check_path()
        if self._writer and _identity(self._log_path) != self._log:
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)

    def _check_path(self) -> None:
        if _identity(self.path) != self._file:
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)

    def writer(self) -> sqlite3.Connection:
        """The one writing connection, made anew after a failed write."""
        if self._writer is None:
            self._check_path()
            made = connect(self.path, read_only=False)
            made.execute("SELECT count(*) FROM desk").fetchone()
            wait_for_nobody(made)
            self._log = _identity(self._log_path)
            self._writer = made
        return self._writer

    @contextlib.contextmanager
    def held(self) -> Iterator[sqlite3.Connection]:
        """A connection to the file that was opened, wherever its path leads now; BOOK_REPLACED without one."""
        reader = None if self._writer else self._readers.idle()
        held = self._writer or reader
        if held is None:
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)
        try:
            yield held
        finally:
            if reader is not None:
                self._readers.give_back(reader)

    def drop_writer(self) -> None:
        """Forget the writing connection: after a failed sync its pages can no longer be trusted."""
        if self._writer is not None:
            with contextlib.suppress(sqlite3.Error):
                self._writer.close()
            self._writer = None

    def _close_connections(self) -> None:
        # Readers first: the last connection to close checkpoints, and only the writer may.
        self._readers.close()
        self.drop_writer()

    def close(self) -> None:
        """Close the file; twice does no harm. Readers still out on other threads close when they are done."""
        with self.lock:
            if not self._is_closed:
                self._is_closed = True
                self._close_connections()
                self._anchor.close()


class Writing:
    """One transaction; see `Book.writing`."""

    __slots__ = ("_book", "_desk", "_page", "_start")

    def __init__(self, book: Book, desk: str) -> None:
        self._book = book
        self._desk = desk

    def __enter__(self) -> Page:
        self._book.lock.acquire()
        try:
            with DriverErrors(self._book.path):
                connection = self._book.writer()
                # Asked before a line goes into a log that another file may have been given by now.
                self._book.check_identity()
                begin_writing(connection, self._book.bell)
                try:
                    head = journal.head_of(connection, self._desk)
                    self._book.compare(connection, head, self._book.marks().get(self._desk))
                except BaseException:
                    connection.execute("ROLLBACK")
                    raise
        except BaseException:
            self._book.lock.release()
            raise
        self._start = head.number
        self._page = Page(connection, head, self._book.clock)
        return self._page

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None and self._page.head.number > self._start:
                self._commit()
            else:
                self._roll_back(error)
        finally:
            self._book.lock.release()

    def _commit(self) -> None:
        try:
            self._page.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back(error)
            raise
        # Last of all, so that whatever happened to the files until now leaves the visit unconfirmed.
        self._book.check_identity()
        self._book.mark(self._page.head)

    def _roll_back(self, error: BaseException | None) -> None:
        connection = self._page.connection
        fault = fault_of(error, self._book.path) if isinstance(error, sqlite3.Error) else None
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        if fault and fault.code is not Trouble.BOOK_BUSY:
            self._book.drop_writer()
        if fault:
            raise fault from error

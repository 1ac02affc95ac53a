"""The book: one file, one writer, many readers, and a mark beside it that says how far it had come."""

import contextlib
import os
import sqlite3
import threading
from pathlib import Path
from types import TracebackType

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import journal
from bluezone_desk.store.anchor import Anchor
from bluezone_desk.store.connections import Readers, Reading, connect
from bluezone_desk.store.driver_errors import DriverErrors, fault_of
from bluezone_desk.store.journal import Head, Page
from bluezone_desk.store.place import place_fault

BOOK_NAME = "book.db"
ANCHOR_NAME = "book.anchor"


def _identity(path: Path | str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 -- asked four times in every check-in
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Book:
    """An open book. Made by `opening.open_book`; reads from any thread, writes from one at a time."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.lock = threading.Lock()
        self._log_path = f"{path}-wal"
        with DriverErrors(path):
            self._writer: sqlite3.Connection | None = connect(path, read_only=False)
            # The first read brings the write-ahead log into being, so that its loss can be noticed from here on.
            self._writer.execute("SELECT count(*) FROM desk").fetchone()
        self._file = _identity(path)
        self._log = _identity(self._log_path)
        self._readers = Readers(path)
        self._open_anchor()

    def _open_anchor(self) -> None:
        try:
            self._anchor = Anchor(self.path.with_name(ANCHOR_NAME))
        except OSError as error:
            self.close_connections()
            raise place_fault(error, self.path.with_name(ANCHOR_NAME)) from error

    def reading(self) -> Reading:
        """A consistent view; usable on any thread."""
        return Reading(self._readers, self.path)

    def writing(self, desk: str, by: str) -> "Writing":
        """One transaction of the desk with this id, committed and flushed when the block ends without an error.

        Raises DeskFault: BOOK_BUSY after 3 s, PLACE_FULL, PLACE_FAILED, PLACE_READ_ONLY; BOOK_REPLACED and
        BOOK_WENT_BACK when the file is no longer the one that was opened. After any of them nothing is confirmed.
        """
        return Writing(self, desk, by)

    def check_marks(self) -> None:
        """Compare every chain with the mark beside the file, and raise the mark. Raises DeskFault."""
        with self.reading() as connection:
            heads = journal.heads(connection)
            known = {head.desk: head for head in heads}
            for desk in self._anchor.marks():
                self.compare(connection, known.get(desk) or Head(desk, 0, journal.GENESIS, 0))
        self.mark(*heads)

    def marked(self) -> list[tuple[str, int]]:
        """The last number that the mark beside the file knows of each desk."""
        return [(desk, number) for desk, (number, _) in self._anchor.marks().items()]

    def compare(self, connection: sqlite3.Connection, head: Head) -> None:
        """Raise DeskFault when this chain ends before the mark, or says something else there."""
        number, digest = self._anchor.marks().get(head.desk, (0, ""))
        if head.number < number:
            raise DeskFault(Trouble.BOOK_WENT_BACK, path=self.path, missing=number - head.number)
        if number == 0:
            return
        found = head.digest if head.number == number else journal.digest_at(connection, head.desk, number)
        if found is None or found.hex() != digest:
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)

    def mark(self, *heads: Head) -> None:
        """Raise the mark. A mark that cannot be written only lags behind; what was committed stays confirmed."""
        with contextlib.suppress(OSError):
            self._anchor.write(heads)

    def check_identity(self) -> None:
        """Raise BOOK_REPLACED when the paths no longer lead to the files this program has open."""
        if _identity(self.path) != self._file or (self._writer and _identity(self._log_path) != self._log):
            raise DeskFault(Trouble.BOOK_REPLACED, path=self.path)

    def writer(self) -> sqlite3.Connection:
        """The one writing connection, made anew after a failed write."""
        if self._writer is None:
            self._writer = connect(self.path, read_only=False)
            self._writer.execute("SELECT count(*) FROM desk").fetchone()
            self._log = _identity(self._log_path)
        return self._writer

    def drop_writer(self) -> None:
        """Forget the writing connection: after a failed sync its pages can no longer be trusted."""
        if self._writer is not None:
            with contextlib.suppress(sqlite3.Error):
                self._writer.close()
            self._writer = None

    def close_connections(self) -> None:
        # Readers first: the last connection to close checkpoints, and only the writer may.
        with contextlib.suppress(AttributeError):
            self._readers.close()
        self.drop_writer()

    def close(self) -> None:
        """Close the file. Readers still out on other threads close theirs when they are done."""
        with self.lock:
            self.close_connections()
            self._anchor.close()


class Writing:
    """One transaction; see `Book.writing`."""

    __slots__ = ("_book", "_by", "_desk", "_page", "_start")

    def __init__(self, book: Book, desk: str, by: str) -> None:
        self._book = book
        self._desk = desk
        self._by = by

    def __enter__(self) -> Page:
        self._book.lock.acquire()
        try:
            self._book.check_identity()
            with DriverErrors(self._book.path):
                connection = self._book.writer()
                connection.execute("BEGIN IMMEDIATE")
            try:
                head = journal.head_of(connection, self._desk)
                self._book.compare(connection, head)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        except BaseException:
            self._book.lock.release()
            raise
        self._start = head.number
        self._page = Page(connection, head, self._by, self._book.clock)
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

"""Driver connections to the book: one that writes and checkpoints, several that only read."""

import queue
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.folded_text import says

BUSY_MILLISECONDS = 3000
#: Idle time checkpoints at 1,000 pages (`tidy`); this is the net under it, for a program that is never idle.
CHECKPOINT_PAGES = 4000
#: One view of the book, as other rooms may name it.
View: TypeAlias = sqlite3.Connection

_CACHE_KIBIBYTES = 16 * 1024
_SPARE_READERS = 4


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection that never creates the file, begins no transaction by itself, and waits 3 s for a lock."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        # SQLite before 3.51.3 can lose pages when two connections checkpoint at once.
        connection.execute(f"PRAGMA wal_autocheckpoint = {0 if read_only else CHECKPOINT_PAGES}")
        connection.create_function("says", -1, says, deterministic=True)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Readers:
    """Connections that only read, lent to one thread at a time."""

    def __init__(self, path: Path, check: Callable[[], None]) -> None:
        """`check` raises when the path leads to another file than it did; it is asked before each connection."""
        self._path = path
        self._check = check
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue(_SPARE_READERS)
        self._is_closed = False

    def take(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            self._check()
            return connect(self._path, read_only=True)

    def idle(self) -> sqlite3.Connection | None:
        """One that nobody uses now, no longer lent to others; None when there is none."""
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return None

    def give_back(self, connection: sqlite3.Connection) -> None:
        try:
            if self._is_closed:
                raise queue.Full
            self._idle.put_nowait(connection)
        except queue.Full:
            connection.close()

    def close(self) -> None:
        self._is_closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except queue.Empty:
                return


class Reading:
    """A consistent view of the book: `with book.reading() as connection`. Known trouble becomes DeskFault."""

    __slots__ = ("_connection", "_path", "_readers")

    def __init__(self, readers: Readers, path: Path) -> None:
        self._readers = readers
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> sqlite3.Connection:
        with DriverErrors(self._path):
            connection = self._readers.take()
            try:
                connection.execute("BEGIN")
            except sqlite3.Error:
                connection.close()
                raise
        self._connection = connection
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        connection, self._connection = self._connection, None
        assert connection is not None
        if isinstance(error, sqlite3.Error):
            connection.close()
        else:
            connection.execute("COMMIT")
            self._readers.give_back(connection)
        DriverErrors(self._path).__exit__(kind, error, trace)

"""Two programs at one book: whoever must wait rings, and whoever writes much steps aside for a moment.

SQLite's own lock does not say that anybody waits for it. The bell is a file beside the book, and only a hint: one
that cannot be made, or that a killed program left behind, costs nobody more than a short wait.
"""

import contextlib
import sqlite3
import time
from pathlib import Path

from bluezone_desk.store.connections import BUSY_MILLISECONDS

#: As long as whoever rang waits for its turn.
_LONGEST_WAIT_S = BUSY_MILLISECONDS / 1000
_LOOK_EVERY_S = 0.005


class Bell:
    """One bell for each book."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answered = 0

    def ring(self) -> None:
        """Say that we wait."""
        with contextlib.suppress(OSError):
            self._path.write_bytes(b"")

    def still(self) -> None:
        """We wait no more."""
        with contextlib.suppress(OSError):
            self._path.unlink()

    @property
    def is_rung(self) -> bool:
        """Somebody waits, and was not waited for in vain before."""
        return self._rung_at() not in (0, self._answered)

    def wait(self) -> None:
        """Until nobody rings any more; not for longer than whoever rang would wait."""
        end = time.monotonic() + _LONGEST_WAIT_S
        while self.is_rung and time.monotonic() < end:
            time.sleep(_LOOK_EVERY_S)
        self._answered = self._rung_at()

    def _rung_at(self) -> int:
        try:
            return self._path.stat().st_mtime_ns
        except OSError:
            return 0


def begin_writing(connection: sqlite3.Connection, bell: Bell) -> None:
    """Begin a transaction that writes: at once, or when another program has let the book go.

    The connection waits for nobody otherwise (`wait_for_nobody`). Raises sqlite3.OperationalError when the other
    program has not done so after three seconds.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        return
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    bell.ring()
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("BEGIN IMMEDIATE")
    finally:
        wait_for_nobody(connection)
        bell.still()


def wait_for_nobody(connection: sqlite3.Connection) -> None:
    """Be refused at once while another program writes: idle work is put off, and no window stands still for it."""
    connection.execute("PRAGMA busy_timeout = 0")

"""Where the driver's errors become known trouble: the edge of this room."""

import re
import shutil
import sqlite3
from pathlib import Path
from types import TracebackType

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

_PRIMARY_CODE = 0xFF
#: A book whose version is ours has all its tables, unless another program took one away.
_LOST_PART = re.compile("no such (table|column)")
#: What the files beside the book need to grow by one step. With less, SQLite tells of a failed disk instead.
_ROOM_BYTES = 128 * 1024

_CODES = {
    sqlite3.SQLITE_BUSY: Trouble.BOOK_BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BOOK_BUSY,
    sqlite3.SQLITE_FULL: Trouble.PLACE_FULL,
    sqlite3.SQLITE_READONLY: Trouble.PLACE_READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.PLACE_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.PLACE_FAILED,
    sqlite3.SQLITE_IOERR: Trouble.PLACE_FAILED,
    sqlite3.SQLITE_NOTADB: Trouble.BOOK_NOT_A_BOOK,
    sqlite3.SQLITE_CORRUPT: Trouble.BOOK_DAMAGED,
}


def fault_of(error: sqlite3.Error, path: Path) -> DeskFault | None:
    """The known trouble behind a driver's error; None when it is a bug of ours (bad SQL, broken invariant)."""
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    if code is None and _LOST_PART.match(str(error)):
        code = Trouble.BOOK_DAMAGED
    if code is Trouble.PLACE_FAILED and _is_full(path):
        code = Trouble.PLACE_FULL
    return DeskFault(code, path=path, detail=error) if code else None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_BYTES
    except OSError:
        return False


class DriverErrors:
    """A guard around driver calls: `with DriverErrors(path): ...` raises DeskFault for known trouble."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, sqlite3.Error):
            fault = fault_of(error, self._path)
            if fault:
                raise fault from error

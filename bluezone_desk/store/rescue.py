"""What an open book still holds when its file was taken away: perhaps the only copy there is."""

import contextlib
import sqlite3
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bluezone_desk.domain.clock import office_time
from bluezone_desk.store import journal
from bluezone_desk.store.book import Book
from bluezone_desk.store.creation import move_into_place
from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.place import place_fault


def put_back(book: Book, now: datetime) -> Path:
    """Write every confirmed line to a file again, and say where it is.

    At the book's own place when nothing lies there: then this book is closed, to be opened anew. Beside it when
    another file took the place, which is left as it is. Raises DeskFault: PLACE_*, BOOK_REPLACED when nothing is
    held any more; then the book stays open.
    """
    path = book.path
    if path.exists():
        return save_beside(book, now)
    with _drafted(book) as draft:
        book.close()
        # They belong to the file that is gone; all that was in them is in the copy.
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        move_into_place(draft, path)
    return path


def save_beside(book: Book, now: datetime) -> Path:
    """Write every confirmed line to a file beside the book's place, under another name. Raises DeskFault."""
    path = book.path
    beside = path.with_name(f"{path.stem}.saved-{office_time(now):%Y%m%d-%H%M%S}{path.suffix}")
    with _drafted(book) as draft:
        draft.replace(beside)
    return beside


@contextlib.contextmanager
def _drafted(book: Book) -> Iterator[Path]:
    """A whole copy under a name of its own, gone when it was not given another."""
    path = book.path
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _copy(book, draft)
        yield draft
    except OSError as error:
        raise place_fault(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _copy(book: Book, target: Path) -> None:
    with (
        book.lock,
        DriverErrors(target),
        contextlib.closing(sqlite3.connect(target)) as copy,
        book.held() as held,
    ):
        held.backup(copy)
        # Whether the copy is whole is asked before anything is let go.
        assert journal.heads(copy) == journal.heads(held)

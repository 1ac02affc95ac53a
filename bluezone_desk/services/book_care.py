"""Looking after the book: what it is, whether it still adds up, and the small work of idle minutes."""

from collections.abc import Callable
from pathlib import Path

from bluezone_desk.domain.book_facts import BookInfo, Verification
from bluezone_desk.services.session import Session
from bluezone_desk.store import book_state, rescue
from bluezone_desk.store.verification import verify_book


class BookCare:
    """`info` and `verify` read only and are usable on any thread; `tidy` belongs to the desk's own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def info(self) -> BookInfo:
        """What the book is and how much it holds."""
        return book_state.info(self._session.book, self._session.desk_id, self._session.desk_name)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Fold the journal again and compare it with the tables; `progress` gets lines done and in all."""
        return verify_book(self._session.book, progress)

    @property
    def path(self) -> Path:
        """Where the book was opened."""
        return self._session.book.path

    def check_file(self) -> None:
        """Raise DeskFault(BOOK_REPLACED) when the path no longer leads to the file that is open."""
        self._session.book.check_identity()

    def put_back(self) -> Path:
        """Every confirmed line in a file again, after the book's own was taken away; see `store.rescue`.

        At the book's own path the desk is closed, to be opened anew. Usable on any thread. Raises DeskFault.
        """
        return rescue.put_back(self._session.book, self._session.clock.now())

    def save_beside(self) -> Path:
        """The same in a file beside the book's place: the last thing before a close. Raises DeskFault."""
        return rescue.save_beside(self._session.book, self._session.clock.now())

    def tidy(self) -> bool:
        """Milliseconds of work that would otherwise fall into a check-in; False when nothing is left."""
        return book_state.tidy(self._session.book)

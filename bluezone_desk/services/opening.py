"""Opening the desk: one call, and everything that may be done hangs on what it returns."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from bluezone_desk.domain.clock import Clock
from bluezone_desk.services.book_care import BookCare
from bluezone_desk.services.check_in import CheckIn
from bluezone_desk.services.check_out import CheckOut
from bluezone_desk.services.closing import Closing
from bluezone_desk.services.corrections import Corrections
from bluezone_desk.services.groups import Groups
from bluezone_desk.services.import_visits import Imports
from bluezone_desk.services.links_allowed import LinksAllowed
from bluezone_desk.services.merge import Merge
from bluezone_desk.services.offered_hosts import OfferedHosts
from bluezone_desk.services.papers_record import Papers
from bluezone_desk.services.passes import Passes
from bluezone_desk.services.people import People
from bluezone_desk.services.poster_record import Posters
from bluezone_desk.services.reports import Reports
from bluezone_desk.services.roles import Roles
from bluezone_desk.services.session import Session
from bluezone_desk.services.settings import Settings
from bluezone_desk.services.undo import Undo
from bluezone_desk.services.visits import Visits
from bluezone_desk.store.book import Book
from bluezone_desk.store.opening import open_book


@dataclass(frozen=True)
class Desk:
    """The services of one desk. Verbs are called on one thread; `people`, `visits`, `reports` read from any."""

    check_in: CheckIn
    check_out: CheckOut
    undo: Undo
    corrections: Corrections
    merge: Merge
    groups: Groups
    passes: Passes
    closing: Closing
    people: People
    visits: Visits
    reports: Reports
    settings: Settings
    roles: Roles
    links: LinksAllowed
    posters: Posters
    papers: Papers
    imports: Imports
    offered_hosts: OfferedHosts
    care: BookCare
    book: Book

    def close(self) -> None:
        """Close the book's file; calling twice does no harm."""
        self.book.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(
    data_dir: Path,
    clock: Clock,
    *,
    by: str = "",
    desk: str = "",
    entropy: Callable[[int], bytes] = os.urandom,
) -> Desk:
    """The desk named `desk` at the book of this folder, written in the name of `by`; both default to the office's.

    A folder without a book gets one with defaults, a book of an older version is migrated. `entropy` gives random
    bytes for keys; a demo brings its own, so that its papers repeat. Raises DeskFault: PLACE_*, BOOK_*,
    MIGRATION_FAILED; then the folder is as it was.
    """
    book = open_book(data_dir, clock)
    try:
        session = Session(book, clock, by, desk, entropy)
    except BaseException:
        book.close()
        raise
    return _services(session, book)


def _services(session: Session, book: Book) -> Desk:
    check_in, check_out = CheckIn(session), CheckOut(session)
    return Desk(
        check_in=check_in,
        check_out=check_out,
        undo=Undo(session),
        corrections=Corrections(session),
        merge=Merge(session),
        groups=Groups(session, check_in, check_out),
        passes=Passes(session),
        closing=Closing(session),
        people=People(session),
        visits=Visits(session),
        reports=Reports(session),
        settings=Settings(session),
        roles=Roles(session),
        links=LinksAllowed(session),
        posters=Posters(session),
        papers=Papers(session),
        imports=Imports(session),
        offered_hosts=OfferedHosts(session),
        care=BookCare(session),
        book=book,
    )

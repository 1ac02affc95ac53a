"""The book read out: who is inside, a day, a selection, a line's story, and figures."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bluezone_desk.domain.book_page import BookOutline, BookPage, BookSort, PageKey
from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DeskFigures, desk_figures
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.selection import Suggestions, VisitFilter
from bluezone_desk.domain.visits import HistoryEntry, VisitLine
from bluezone_desk.services.offered_hosts import with_offered
from bluezone_desk.services.rules_record import rules_in
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import day_counts, selections, stories, visits
from bluezone_desk.store.book_pages import Pages

_CHUNK_LINES = 1000

__all__ = ["Suggestions", "VisitFilter", "Visits"]


class Visits:
    """Reads only; usable on any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def inside(self) -> tuple[VisitLine, ...]:
        """Everybody inside now, newest first."""
        with self._session.book.reading() as connection:
            return visits.inside(connection)

    def overdue(self) -> tuple[VisitLine, ...]:
        """Who is inside for longer than the desk's rules say, or after closing time; oldest first."""
        now = self._session.clock.now()
        with self._session.book.reading() as connection:
            rules, lines = rules_in(connection), visits.inside(connection)
        return tuple(line for line in reversed(lines) if rules.is_overdue(line, now))

    def visit(self, visit_id: str) -> VisitLine | None:
        """The line with this id."""
        with self._session.book.reading() as connection:
            return visits.by_id(connection, visit_id)

    def on_day(self, day: date) -> tuple[VisitLine, ...]:
        """Lines entered on the office's day in the order of their numbers, voided ones among them."""
        with self._session.book.reading() as connection:
            return visits.on_day(connection, day)

    def select(self, wanted: VisitFilter) -> tuple[VisitLine, ...]:
        """Lines that fit, oldest first, voided ones among them."""
        with self._session.book.reading() as connection:
            return selections.select_lines(connection, wanted)

    def page(
        self,
        wanted: VisitFilter,
        sort: BookSort = BookSort.NEWEST,
        after: PageKey | None = None,
        limit: int = 100,
        skip: int = 0,
    ) -> BookPage:
        """The next `limit` lines behind a key, `skip` of them left out; from the beginning without one."""
        with self._session.book.reading() as connection:
            return Pages(connection, wanted, sort).page(after, limit, skip)

    def count(self, wanted: VisitFilter) -> int:
        """How many lines fit. Texts and states of a whole great book take a second: ask on a worker thread."""
        with self._session.book.reading() as connection:
            return Pages(connection, wanted, BookSort.NEWEST).count()

    def outline(self, wanted: VisitFilter, sort: BookSort = BookSort.NEWEST, step: int = 500) -> BookOutline:
        """Marks to jump to any line from; as slow as `count`."""
        with self._session.book.reading() as connection:
            return Pages(connection, wanted, sort).outline(step)

    def select_chunks(
        self,
        wanted: VisitFilter,
        sort: BookSort = BookSort.OLDEST,
        progress: Callable[[int, int], None] | None = None,
    ) -> Iterator[tuple[VisitLine, ...]]:
        """All lines that fit, in pieces of a thousand, in one view; `progress` gets lines done and in all."""
        with self._session.book.reading() as connection:
            pages, done = Pages(connection, wanted, sort), 0
            total = pages.count() if progress else 0
            for lines in pages.chunks(_CHUNK_LINES):
                yield lines
                done += len(lines)
                if progress:
                    progress(done, total)

    def history(self, visit_id: str) -> tuple[HistoryEntry, ...]:
        """What was written about a visit, oldest first; empty when there is no such visit."""
        with self._session.book.reading() as connection:
            return stories.history_of(connection, visit_id)

    def figures(self, day: date) -> DeskFigures:
        """The desk's figures of the office's day, counted by the book: 4 ms on a day of 3,000 visits."""
        with self._session.book.reading() as connection:
            seen = day_counts.checks(connection, day)
            programmes = programmes_of(office_in(connection), seen)
            return desk_figures(
                day_counts.entries(connection, day), day_counts.exits(connection, day), seen, programmes
            )

    def suggestions(self) -> Suggestions:
        """What recent visits named, most used first, then the office's own list of people and units."""
        with self._session.book.reading() as connection:
            return with_offered(connection, selections.suggestions(connection))

    def next_number(self, day: date | None = None) -> int:
        """The number that the day's next line will get; of today when no day is given."""
        day = day or office_day(self._session.clock.now())
        with self._session.book.reading() as connection:
            return visits.next_number(connection, day.isoformat())


def programmes_of(office: Office, seen: Iterable[str]) -> tuple[Programme, ...]:
    """What the office asks for, and what else was looked at under an earlier directive: the codes `seen`."""
    asked = {programme.code for programme in office.programmes}
    return (*office.programmes, *(Programme(code, code) for code in sorted(set(seen) - asked)))

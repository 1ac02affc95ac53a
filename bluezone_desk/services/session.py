"""What the desk's verbs share: the open book, the clock, and at which desk who is writing."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta

from bluezone_desk.domain.clock import Clock, office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.ids import uuid7_text
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import Problem
from bluezone_desk.services.office_record import office_from_json
from bluezone_desk.store import desks, preferences
from bluezone_desk.store.book import Book, Writing
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Head
from bluezone_desk.store.moments import from_milliseconds

#: Clocks are set right by seconds all the time; only more than this is asked about.
CLOCK_TOLERANCE = timedelta(minutes=2)
_UUID_ENTROPY_BYTES = 10

OFFICE_KEY = "office"
DEFAULTS = Office()


class NotWrittenError(Exception):
    """Leaves a transaction without writing: one part of a deed is refused, so nothing of it happens."""

    def __init__(self, subject: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(subject)
        self.subject = subject
        self.problems = problems


class Session:
    """One desk at work on one book. `by` and `desk`, when empty, are the office's own."""

    def __init__(
        self, book: Book, clock: Clock, by: str, desk: str, entropy: Callable[[int], bytes] = os.urandom
    ) -> None:
        self.book = book
        self.clock = clock
        self._entropy = entropy
        self._by = clean_name(by)
        office = self.office()
        self.desk_name = clean_name(desk or office.desk_name) or DEFAULTS.desk_name
        self.desk_id = self._sit_down()

    def _sit_down(self) -> str:
        with self.book.reading() as connection:
            known = desks.id_of(connection, self.desk_name)
        if known:
            return known
        fresh = self.new_id(self.clock.now())
        with self.book.writing(fresh) as page:
            known = desks.id_of(page.connection, self.desk_name)
            if not known:
                by = self.by(office_in(page.connection))
                page.record("open_desk", fresh, by, (desks.opened(fresh, self.desk_name),))
        return known or fresh

    def new_id(self, moment: datetime) -> str:
        """A fresh UUIDv7."""
        return uuid7_text(moment, self._entropy(_UUID_ENTROPY_BYTES))

    def random_bytes(self, count: int) -> bytes:
        """Bytes that nobody can guess, for salts."""
        return self._entropy(count)

    def writing(self) -> Writing:
        """One transaction of this desk; see `Book.writing`."""
        return self.book.writing(self.desk_id)

    def by(self, office: Office) -> str:
        """Who writes: the person named when the desk was opened, else the office's receptionist."""
        return self._by or office.receptionist or DEFAULTS.receptionist

    def name_in(self, connection: View) -> str:
        """Who writes, as this view of the book knows it."""
        return self.by(office_in(connection))

    def office(self) -> Office:
        """The office as it is set now, by whichever window or command."""
        with self.book.reading() as connection:
            return office_in(connection)

    def clock_problem(self, head: Head, now: datetime, reason: str) -> Problem | None:
        """The computer's clock stands before the newest line of this desk, and nobody says why."""
        last = from_milliseconds(head.at)
        if reason or now >= last - CLOCK_TOLERANCE:
            return None
        facts = {"now": f"{office_time(now):%d/%m/%Y %H:%M}", "last": f"{office_time(last):%d/%m/%Y %H:%M}"}
        return Problem(Trouble.CLOCK_WENT_BACK, "reason", facts)


def office_in(connection: View) -> Office:
    """The office that this view of the book knows; the defaults before the first setting."""
    text = preferences.value_of(connection, OFFICE_KEY)
    return office_from_json(text) if text else DEFAULTS

"""The end of the day: whoever nobody saw leave gets an estimated exit, after somebody was asked."""

from collections.abc import Iterable
from datetime import date

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.closing import ClosingOutcome, DayClosed, OpenAtClosing
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.visits import NotInside, Problem, Refused, VisitLine
from bluezone_desk.services.rules_record import rules_in
from bluezone_desk.services.session import Session
from bluezone_desk.store import entries, visits


class Closing:
    """Asks about every open line, and lets no estimated stay be longer than the day of its entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_visits(self, day: date | None = None) -> tuple[OpenAtClosing, ...]:
        """Open visits that began on this day or before, oldest first, with the exits closing would write."""
        now = self._session.clock.now()
        last = day or office_day(now)
        with self._session.book.reading() as connection:
            rules = rules_in(connection)
            lines = [line for line in visits.inside(connection) if line.day <= last]
        return tuple(OpenAtClosing(line, rules.estimated_exit(line, now)) for line in reversed(lines))

    def close_day(self, visit_ids: Iterable[str]) -> ClosingOutcome:
        """Store estimated exits, with their rule, for these visits, in one transaction.

        Raises DeskFault when the book cannot be written; then nothing was closed.
        """
        now = self._session.clock.now()
        told = {"batch": self._session.new_id(now)}
        closed: list[VisitLine] = []
        refused: dict[str, NotInside | Refused] = {}
        with self._session.writing() as page:
            problem = self._session.clock_problem(page.head, now, "")
            if problem:
                return Refused((problem,))
            rules, by = rules_in(page.connection), self._session.name_in(page.connection)
            for visit_id in dict.fromkeys(visit_ids):
                line = visits.by_id(page.connection, visit_id)
                if line is None or not line.inside:
                    unknown = Refused((Problem(Trouble.VISIT_UNKNOWN, "visit_id"),))
                    refused[visit_id] = NotInside(line) if line else unknown
                    continue
                left_at = rules.estimated_exit(line, now)
                change = entries.exit_of(page.connection, line, left_at, ExitRule.DAY_CLOSED, "")
                page.record("close_day", visit_id, by, (change,), told)
                after = visits.by_id(page.connection, visit_id)
                assert after is not None
                closed.append(after)
        return DayClosed(tuple(closed), refused)

"""What papers need, each in one consistent view of the book."""

from datetime import date, datetime

from bluezone_desk.domain.clock import day_bounds, office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.contact_list import USUAL_MINUTES, Company, ContactList, company, contact_list
from bluezone_desk.domain.figures import DayFigures, DaySummary, day_figures
from bluezone_desk.domain.handover import Handover, hand_over
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.period import Period
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary, period_figures
from bluezone_desk.domain.visits import Problem, Refused, VisitLine
from bluezone_desk.services.draft_rules import FIELD_LIMIT, reason_problem
from bluezone_desk.services.rules_record import rules_in
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.services.visits import programmes_of
from bluezone_desk.store import periods, visits
from bluezone_desk.store.connections import View

_MOST_MINUTES = 24 * 60


class Reports:
    """Reads only, and usable on any thread, but for `contacts`, which belongs to the desk's own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def day(self, day: date) -> DaySummary:
        """The day's figures and lines. `previous` is the latest earlier day with an entry, None on the first."""
        with self._session.book.reading() as connection:
            lines, carried = visits.on_day(connection, day), visits.carried_into(connection, day)
            figures = _day_figures(connection, day, lines, carried)
            earlier = visits.day_before(connection, day)
            previous = None
            if earlier:
                before = visits.on_day(connection, earlier), visits.carried_into(connection, earlier)
                previous = _day_figures(connection, earlier, *before)
        entered = tuple(line for line in lines if not line.voided)
        return DaySummary(figures, entered, carried, previous, self._session.clock.now())

    def period(self, day_from: date, day_to: date) -> PeriodSummary:
        """Figures of whole days, both included, and of the period before when the book reaches back so far.

        Raises ValueError when the last day lies before the first.
        """
        period = Period(day_from, day_to)
        with self._session.book.reading() as connection:
            first = periods.first_day(connection)
            before = period.previous
            previous = _figures(connection, before) if first and first <= before.day_from else None
            figures = _figures(connection, period)
            corrected = periods.corrected_after(connection, day_from, day_to)
        return PeriodSummary(figures, previous, self._session.clock.now(), corrected)

    def company(self, visit_id: str) -> Company | None:
        """How many were inside together with this visit; None when there is no such visit, or it is void."""
        with self._session.book.reading() as connection:
            subject, now = visits.by_id(connection, visit_id), self._session.clock.now()
            if subject is None or subject.voided:
                return None
            return company(subject, periods.company_of(connection, subject, now), until=now)

    def contacts(
        self, visit_id: str, reason: str, approver: str, *, minutes: int = USUAL_MINUTES
    ) -> ContactList | Refused:
        """Who was inside together with this visit; asked for with a reason and approved by somebody else.

        The question is in the journal before it is answered. Raises DeskFault when the book cannot be written.
        """
        reason, approver = clean_name(reason), clean_name(approver)
        problems = [problem for problem in (reason_problem(reason),) if problem]
        if not approver or len(approver) > FIELD_LIMIT:
            problems.append(Problem(Trouble.APPROVER_MISSING, "approver"))
        if not 0 <= minutes <= _MOST_MINUTES:
            problems.append(Problem(Trouble.MINUTES_INVALID, "minutes"))
        now = self._session.clock.now()
        with self._session.writing() as page:
            subject, by = visits.by_id(page.connection, visit_id), self._session.name_in(page.connection)
            if approver and approver.casefold() == by.casefold():
                problems.append(Problem(Trouble.APPROVER_MISSING, "approver"))
            if subject is None or subject.voided:
                problems.append(Problem(Trouble.VISIT_VOIDED if subject else Trouble.VISIT_UNKNOWN, "visit_id"))
            if problems or subject is None:
                return Refused(tuple(problems))
            told = {"reason": reason, "approver": approver, "minutes": str(minutes)}
            page.record("contacts", visit_id, by, (), told)
            lines = periods.company_of(page.connection, subject, now)
        return contact_list(
            subject, lines, made_at=now, reason=reason, minutes=minutes, made_by=by, approver=approver
        )

    def handover(self, shift_from: datetime | None = None, *, taken_by: str = "", notes: str = "") -> Handover:
        """The desk handed over now by whoever writes at it; a shift begins with the day unless told otherwise."""
        now = self._session.clock.now()
        start = shift_from or day_bounds(office_day(now))[0]
        with self._session.book.reading() as connection:
            rules = rules_in(connection)
            lines = {line.visit_id: line for line in visits.inside(connection)}
            lines |= {
                line.visit_id: line for line in periods.touching(connection, office_day(start), office_day(now))
            }
            by = self._session.name_in(connection)
        return hand_over(
            lines.values(),
            shift_from=start,
            made_at=now,
            rules=rules,
            given_by=by,
            taken_by=clean_name(taken_by),
            notes=notes,
        )


Lines = tuple[VisitLine, ...]


def _day_figures(connection: View, day: date, lines: Lines, carried: Lines) -> DayFigures:
    return day_figures(day, lines, carried, programmes_of(office_in(connection), _seen_on(lines)))


def _figures(connection: View, period: Period) -> PeriodFigures:
    lines = periods.touching(connection, period.day_from, period.day_to)
    return period_figures(period, lines, programmes_of(office_in(connection), _seen_on(lines)))


def _seen_on(lines: Lines) -> set[str]:
    """Codes of the programmes that were looked at on these visits."""
    return {check.programme for line in lines if not line.voided for check in line.checks}

"""Recording an exit."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.id_number import parse_id_number
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.visits import (
    CheckedOut,
    CheckedOutAll,
    CheckOutDraft,
    CheckOutOutcome,
    NotInside,
    Problem,
    Refused,
    VisitLine,
)
from bluezone_desk.services.draft_rules import FIELD_LIMIT, time_problems
from bluezone_desk.services.session import CLOCK_TOLERANCE, Session
from bluezone_desk.store import entries, people, visits
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page

#: Nobody knows of a longer stay whether the visitor had been gone for days and nobody recorded it: unless its time
#: is told, with a reason, such an exit is an estimate, and the longest stay that counts as seen is a day.
LONGEST_SEEN = timedelta(days=1)


class CheckOut:
    """The other verb of the desk. Committed and flushed before it returns `CheckedOut`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def check_out(self, draft: CheckOutDraft) -> CheckOutOutcome:
        """Record that a visitor left, named by visit, pass or ID number.

        Raises DeskFault when the book cannot be written; then nothing was recorded.
        """
        if sum(map(bool, (draft.visit_id, draft.pass_number, draft.id_number))) != 1:
            return Refused((Problem(Trouble.VISIT_NOT_NAMED, "visit_id"),))
        now, reason = self._session.clock.now(), clean_name(draft.reason)
        problems = list(time_problems(draft.left_at, reason, now, "left_at"))
        if len(reason) > FIELD_LIMIT:
            facts = {"limit": str(FIELD_LIMIT), "field": "reason"}
            problems.append(Problem(Trouble.FIELD_TOO_LONG, "reason", facts))
        if problems:
            return Refused(tuple(problems))
        with self._session.writing() as page:
            line = _visit_meant(page.connection, draft)
            if line is None:
                is_named = bool(draft.visit_id)
                return Refused((Problem(Trouble.VISIT_UNKNOWN, "visit_id"),)) if is_named else NotInside()
            if not line.inside:
                return NotInside(line)
            return self._judge_and_record(page, line, draft.left_at, reason, now)

    def check_out_all(self, visit_ids: Iterable[str]) -> CheckedOutAll:
        """Record that these visitors left now, in one transaction; who is not inside is said and holds up nobody.

        Raises DeskFault when the book cannot be written; then nothing was recorded.
        """
        now = self._session.clock.now()
        batch = {"batch": self._session.new_id(now)}
        ended: list[VisitLine] = []
        refused: dict[str, NotInside | Refused] = {}
        with self._session.writing() as page:
            for visit_id in dict.fromkeys(visit_ids):
                line = visits.by_id(page.connection, visit_id)
                if line is None:
                    refused[visit_id] = Refused((Problem(Trouble.VISIT_UNKNOWN, "visit_id"),))
                elif not line.inside:
                    refused[visit_id] = NotInside(line)
                elif isinstance(outcome := self._judge_and_record(page, line, None, "", now, batch), CheckedOut):
                    ended.append(outcome.visit)
                else:
                    refused[visit_id] = outcome
        return CheckedOutAll(tuple(ended), refused)

    def _judge_and_record(
        self,
        page: Page,
        line: VisitLine,
        told: datetime | None,
        reason: str,
        now: datetime,
        batch: Mapping[str, str] | None = None,
    ) -> CheckedOut | Refused:
        clock_problem = self._session.clock_problem(page.head, now, reason)
        if clock_problem:
            return Refused((clock_problem,))
        left_at, rule = told or now, ""
        if told is None and left_at < line.entered_at:
            # The clock was put back between entry and exit: a little says nothing, more needs the reason given.
            # Where the entry was stamped by a clock that stood ahead, both get its time.
            rule = ExitRule.CLOCK_WENT_BACK if line.entered_at - left_at > CLOCK_TOLERANCE else ""
            left_at = line.entered_at if reason or not rule else left_at
        elif told is None and left_at - line.entered_at > LONGEST_SEEN:
            rule = ExitRule.LONG_STAY
        if left_at < line.entered_at:
            facts = {"time": f"{office_time(line.entered_at):%H:%M}"}
            return Refused((Problem(Trouble.EXIT_BEFORE_ENTRY, "left_at", facts),))
        change = entries.exit_of(page.connection, line, left_at, rule, reason)
        page.record("check_out", line.visit_id, self._session.name_in(page.connection), (change,), batch)
        ended = visits.by_id(page.connection, line.visit_id)
        assert ended is not None
        return CheckedOut(ended)


def _visit_meant(connection: View, draft: CheckOutDraft) -> VisitLine | None:
    """The open visit that is named, else the last one that was."""
    if draft.visit_id:
        return visits.by_id(connection, draft.visit_id)
    if draft.pass_number:
        number = clean_name(draft.pass_number)
        return visits.open_by_pass(connection, number) or visits.last_by_pass(connection, number)
    person = people.by_number(connection, parse_id_number(draft.id_number) or "")
    if person is None:
        return None
    return visits.open_of_visitor(connection, person.visitor_id) or visits.last_of_visitor(
        connection, person.visitor_id
    )

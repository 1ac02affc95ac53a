"""Recording an entry."""

import dataclasses
from datetime import datetime

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.id_number import is_personal_number
from bluezone_desk.domain.names import names_agree
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.passes import same_pass
from bluezone_desk.domain.visits import (
    AlreadyInside,
    CheckedIn,
    CheckInDraft,
    CheckInOutcome,
    Person,
    Problem,
    Refused,
    VisitLine,
)
from bluezone_desk.services import draft_rules
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import entries, pass_marks, people, visits
from bluezone_desk.store.changes import RowChange
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page


class CheckIn:
    """The verb of the desk. Committed and flushed before it returns `CheckedIn`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def check_in(self, draft: CheckInDraft) -> CheckInOutcome:
        """Record one visitor; the same `request_id` again answers with the same visit.

        Raises DeskFault when the book cannot be written; then nothing was recorded.
        """
        draft = draft_rules.cleaned(draft)
        with self._session.writing() as page:
            return self._judge_and_record(page, draft, "")

    def record_in(self, page: Page, draft: CheckInDraft, group_id: str) -> CheckInOutcome:
        """The same inside a transaction that somebody else commits, as one of a delegation."""
        return self._judge_and_record(page, draft_rules.cleaned(draft), group_id)

    def _judge_and_record(self, page: Page, draft: CheckInDraft, group_id: str) -> CheckInOutcome:
        now = self._session.clock.now()
        if not draft.request_id:
            # Without one, a second Enter could not be told from a second visitor.
            draft = dataclasses.replace(draft, request_id=self._session.new_id(now))
        repeated = visits.by_request(page.connection, draft.request_id)
        if repeated:
            return CheckedIn(repeated, repeated=True)
        office = office_in(page.connection)
        person = person_meant(page.connection, draft)
        problems = list(draft_rules.problems_of(draft, office, now))
        if not draft.name and person is None:
            problems.insert(0, Problem(Trouble.NAME_MISSING, "name"))
        if draft.visitor_id and person is None:
            problems.append(Problem(Trouble.VISITOR_UNKNOWN, "visitor_id"))
        if problems:
            return Refused(tuple(problems))
        if person and person.inside_visit_id:
            inside = _line(page, person.inside_visit_id)
            if draft.left_at is None or draft.left_at > inside.entered_at:
                return AlreadyInside(inside)
        refusal = self._refusal(page, draft, office, now)
        if refusal:
            return Refused((refusal,))
        found_again = None if draft.left_at else self._pass_found_again(page, draft.pass_number)
        warnings = draft_rules.warnings_of(draft)
        if found_again:
            facts = {"pass_number": draft.pass_number}
            warnings = (*warnings, Problem(Trouble.PASS_FOUND_AGAIN, "pass_number", facts))
        by = self._session.by(office)
        visit_id = self._record(page, draft, person, by, now, [found_again] if found_again else [], group_id)
        return CheckedIn(_line(page, visit_id), warnings)

    def _pass_found_again(self, page: Page, pass_number: str) -> RowChange | None:
        """A lost pass in the receptionist's hand is not lost any more."""
        number = same_pass(pass_number)
        if not number or number not in pass_marks.lost(page.connection):
            return None
        return pass_marks.marked(page.connection, number, None, "", "")

    def _refusal(self, page: Page, draft: CheckInDraft, office: Office, now: datetime) -> Problem | None:
        is_over = draft.left_at is not None
        if draft.pass_number and not is_over and visits.open_by_pass(page.connection, draft.pass_number):
            return Problem(Trouble.PASS_IN_USE, "pass_number", {"pass_number": draft.pass_number})
        return self._session.clock_problem(page.head, now, draft.reason) or draft_rules.gate_problem(draft, office)

    def _record(
        self,
        page: Page,
        draft: CheckInDraft,
        person: Person | None,
        by: str,
        now: datetime,
        besides: list[RowChange],
        group_id: str,
    ) -> str:
        visit_id = self._session.new_id(now)
        changes: list[RowChange | None] = [*besides]
        if person is None:
            visitor_id = self._session.new_id(now)
            changes.append(entries.new_person(page.connection, visitor_id, draft))
        else:
            visitor_id = person.visitor_id
            renewed = entries.returning_person(page.connection, person, draft)
            changes += [entries.kept_number(page.connection, person, renewed), renewed]
        told = {
            "id": visit_id,
            "visitor_id": visitor_id,
            "organisation": draft.organisation or (person.organisation if person else ""),
            "recorded_by": by,
            "desk": self._session.desk_id,
            "group_id": group_id,
            **entries.exit_columns(draft.left_at, "", draft.reason),
        }
        changes.append(entries.entry(page.connection, draft, told, draft.entered_at or now))
        changes += [entries.check(visit_id, seen, draft.entered_at or now) for seen in draft.checks]
        batch = {"batch": group_id} if group_id else None
        page.record("check_in", visit_id, by, tuple(change for change in changes if change), batch)
        return visit_id


def person_meant(connection: View, draft: CheckInDraft) -> Person | None:
    """Whom the draft means: the person chosen, else the one with the number, else with the phone and the name."""
    if draft.visitor_id:
        return people.by_id(connection, draft.visitor_id)
    if draft.id_number and (person := people.by_number(connection, draft.id_number)):
        return person
    if draft.old_id_number and (person := people.by_number(connection, draft.old_id_number)):
        # A card that names the number it replaced speaks of one person; old nine-digit numbers were given twice.
        is_successor = is_personal_number(person.id_number) and person.id_number == draft.old_id_number
        return person if is_successor or _numbers_fit(person, draft) else None
    if not draft.phone:
        return None
    known = people.by_phone(connection, draft.phone)
    return next((p for p in known if names_agree(p.name, draft.name) and _numbers_fit(p, draft)), None)


def _numbers_fit(person: Person, draft: CheckInDraft) -> bool:
    """Two different numbers are two people, though they share a phone and a name."""
    return not person.id_number or not draft.id_number or len(person.id_number) != len(draft.id_number)


def _line(page: Page, visit_id: str) -> VisitLine:
    line = visits.by_id(page.connection, visit_id)
    assert line is not None
    return line

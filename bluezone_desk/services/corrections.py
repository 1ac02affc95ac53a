"""Corrections of lines, each with its reason, and voiding: the journal keeps what was there before."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.corrections import (
    CHECK_PREFIX,
    FIELDS,
    PERSON_FIELDS,
    TIME_FIELDS,
    Corrected,
    CorrectionOutcome,
    FieldValue,
    Voided,
    VoidOutcome,
)
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft, Problem, Refused, VisitLine
from bluezone_desk.services import draft_rules
from bluezone_desk.services.people import duplicates_of
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.services.taking_back import open_again_problem
from bluezone_desk.store import corrections, stories, visits
from bluezone_desk.store.journal import Page
from bluezone_desk.store.moments import to_milliseconds

_TEXTS = frozenset(FIELDS) - {"party", *TIME_FIELDS}


class Corrections:
    """The only way a line changes later than five minutes after it was written."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def correct(self, visit_id: str, changes: Mapping[str, FieldValue], reason: str) -> CorrectionOutcome:
        """Correct fields of a line (see `domain.corrections`); fields of the person change on all their lines.

        Raises DeskFault when the book cannot be written; then nothing was changed.
        """
        now, reason = self._session.clock.now(), clean_name(reason)
        missing = draft_rules.reason_problem(reason)
        problems = (*([missing] if missing else []), *_shape_problems(changes))
        if problems:
            return Refused(problems)
        with self._session.writing() as page:
            line = visits.by_id(page.connection, visit_id)
            if line is None or line.voided:
                code = Trouble.VISIT_VOIDED if line else Trouble.VISIT_UNKNOWN
                return Refused((Problem(code, "visit_id"),))
            return self._correct(page, line, changes, reason, now)

    def _correct(
        self, page: Page, line: VisitLine, changes: Mapping[str, FieldValue], reason: str, now: datetime
    ) -> CorrectionOutcome:
        office = office_in(page.connection)
        draft = _draft(line, changes, reason)
        problems = _value_problems(draft, changes, office, now) or _line_problems(page, line, draft, changes, now)
        if problems:
            return Refused(problems)
        told = {name: getattr(draft, name) for name in changes if name in FIELDS and name not in TIME_FIELDS}
        told |= {name: changes[name] for name in TIME_FIELDS if name in changes}
        written = corrections.changes_of(page.connection, line, told, draft.checks)
        if not written:
            return Refused((Problem(Trouble.NOTHING_CHANGED),))
        page.record("correct", line.visit_id, self._session.by(office), written, {"reason": reason})
        after = visits.by_id(page.connection, line.visit_id)
        assert after is not None
        is_about_person = any(name in PERSON_FIELDS for name in changes)
        alike = duplicates_of(page.connection, line.visitor_id) if is_about_person else ()
        entry = stories.history_of(page.connection, line.visit_id)[-1]
        return Corrected(
            after, entry.changes, tuple(each.person for each in alike), draft_rules.warnings_of(draft)
        )

    def void(self, visit_id: str, reason: str) -> VoidOutcome:
        """Void a line: it counts nowhere any more, and stays in the book with its reason.

        Raises DeskFault when the book cannot be written; then nothing was changed.
        """
        reason = clean_name(reason)
        missing = draft_rules.reason_problem(reason)
        if missing:
            return Refused((missing,))
        with self._session.writing() as page:
            line = visits.by_id(page.connection, visit_id)
            if line is None or line.voided:
                code = Trouble.VISIT_VOIDED if line else Trouble.VISIT_UNKNOWN
                return Refused((Problem(code, "visit_id"),))
            at = to_milliseconds(self._session.clock.now())
            change = corrections.voided(page.connection, visit_id, at, reason)
            by = self._session.name_in(page.connection)
            page.record("void", visit_id, by, (change,), {"reason": reason})
            after = visits.by_id(page.connection, visit_id)
        assert after is not None
        return Voided(after)


def _shape_problems(changes: Mapping[str, FieldValue]) -> tuple[Problem, ...]:
    """Fields there are not, and values of another kind than their field's."""
    found = []
    for name, value in changes.items():
        is_check = name.startswith(CHECK_PREFIX)
        if name not in FIELDS and not is_check:
            found.append(Problem(Trouble.FIELD_NOT_CORRECTABLE, name, {"field": name}))
        elif not _fits(name, value):
            found.append(Problem(Trouble.FIELD_VALUE_TYPE, name, {"field": name}))
    return tuple(found)


def _fits(name: str, value: FieldValue) -> bool:
    if name.startswith(CHECK_PREFIX):
        return isinstance(value, AppCheck) or value in frozenset(CheckState)
    if name == "party":
        return isinstance(value, int) and not isinstance(value, bool)
    if name in TIME_FIELDS:
        is_moment = isinstance(value, datetime) and value.tzinfo is not None
        return is_moment or (value is None and name == "left_at")
    return isinstance(value, str)


def _draft(line: VisitLine, changes: Mapping[str, FieldValue], reason: str) -> CheckInDraft:
    """The corrected fields as a draft, cleaned like any other."""
    told: dict[str, Any] = {name: value for name, value in changes.items() if name in _TEXTS or name == "party"}
    checks = []
    for name, value in changes.items():
        if name.startswith(CHECK_PREFIX):
            programme = name.removeprefix(CHECK_PREFIX)
            is_whole = isinstance(value, AppCheck)
            check = value if is_whole else AppCheck(programme, CheckState(str(value)))
            assert isinstance(check, AppCheck)
            checks.append(dataclasses.replace(check, programme=programme))
    draft = CheckInDraft(**{"request_id": line.visit_id, "name": line.name, **told}, checks=tuple(checks))
    return draft_rules.cleaned(dataclasses.replace(draft, reason=reason))


def _value_problems(
    draft: CheckInDraft, changes: Mapping[str, FieldValue], office: Office, now: datetime
) -> tuple[Problem, ...]:
    found = [] if draft.name else [Problem(Trouble.NAME_MISSING, "name")]
    found += draft_rules.problems_of(draft, office, now)
    for name in TIME_FIELDS:
        moment = changes.get(name)
        if isinstance(moment, datetime):
            found += draft_rules.time_problems(moment, draft.reason, now, name)
    # A programme of an earlier directive may be on the line; its state can be corrected all the same.
    return tuple(problem for problem in found if problem.code is not Trouble.PROGRAMME_UNKNOWN)


def _line_problems(
    page: Page, line: VisitLine, draft: CheckInDraft, changes: Mapping[str, FieldValue], now: datetime
) -> tuple[Problem, ...]:
    """What the rest of the book holds against it."""
    entered_at, left_at = changes.get("entered_at", line.entered_at), changes.get("left_at", line.left_at)
    assert isinstance(entered_at, datetime)
    if isinstance(left_at, datetime):
        return (Problem(Trouble.EXIT_BEFORE_ENTRY, "left_at"),) if left_at < entered_at else ()
    number = draft.pass_number if "pass_number" in changes else line.pass_number
    problem = open_again_problem(page, line, number)
    return (problem,) if problem else ()

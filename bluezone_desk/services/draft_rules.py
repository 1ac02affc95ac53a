"""What a draft must be before the book is asked: pure rules on the fields, with the office's words for them."""

import dataclasses
from datetime import datetime
from typing import Any

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.id_number import facts_of, is_personal_number, parse_id_number
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.phones import parse_phone
from bluezone_desk.domain.programme import AppCheck, CheckState, GatePolicy
from bluezone_desk.domain.vietnamese_dates import birth_date_in
from bluezone_desk.domain.visits import CheckInDraft, Problem

NAME_LIMIT = 100
FIELD_LIMIT = 250
PARTY_LIMIT = 99

_STATES = frozenset(CheckState)

_TEXT_FIELDS = (
    "organisation",
    "host",
    "department",
    "purpose",
    "plate",
    "pass_number",
    "address",
    "birth_date",
    "sex",
    "head_decision",
    "decided_by",
    "reason",
)


def cleaned(draft: CheckInDraft) -> CheckInDraft:
    """The draft with every field as the book keeps it: NFC, one line, numbers in canonical form where they are."""
    texts: dict[str, Any] = {name: clean_name(value) for name in _TEXT_FIELDS if (value := getattr(draft, name))}
    phone = parse_phone(draft.phone) if draft.phone else None
    return dataclasses.replace(
        draft,
        name=clean_name(draft.name),
        id_number=parse_id_number(draft.id_number) or clean_name(draft.id_number),
        old_id_number=parse_id_number(draft.old_id_number) or "",
        phone=phone.number if phone else clean_name(draft.phone),
        checks=_one_per_programme(draft.checks),
        **texts | {"birth_date": birth_date_in(draft.birth_date) or clean_name(draft.birth_date)},
    )


def _one_per_programme(checks: tuple[AppCheck, ...]) -> tuple[AppCheck, ...]:
    kept = {check.programme: dataclasses.replace(check, reason=clean_name(check.reason)) for check in checks}
    return tuple(kept.values())


def problems_of(draft: CheckInDraft, office: Office, now: datetime) -> tuple[Problem, ...]:
    """Everything wrong with a cleaned draft that can be seen without the book."""
    found = [*_field_problems(draft), *_number_problems(draft), *_check_problems(draft, office)]
    return (*found, *_paper_problems(draft, now))


def _paper_problems(draft: CheckInDraft, now: datetime) -> tuple[Problem, ...]:
    """The times of a line entered later; an exit alone would lie before its entry, which is now."""
    entered_at, left_at = draft.entered_at, draft.left_at
    found = [
        *time_problems(entered_at, draft.reason, now, "entered_at"),
        *time_problems(left_at, draft.reason, now, "left_at"),
    ]
    if not found and left_at and left_at < (entered_at or now):
        facts = {"time": f"{office_time(entered_at or now):%H:%M}"}
        found.append(Problem(Trouble.EXIT_BEFORE_ENTRY, "left_at", facts))
    # A missing reason is missing once for both.
    return tuple(problem for place, problem in enumerate(found) if problem not in found[:place])


def _field_problems(draft: CheckInDraft) -> list[Problem]:
    found = []
    if len(draft.name) > NAME_LIMIT:
        found.append(Problem(Trouble.NAME_TOO_LONG, "name", {"limit": str(NAME_LIMIT)}))
    for name in (*_TEXT_FIELDS, "request_id"):
        if len(getattr(draft, name)) > FIELD_LIMIT:
            found.append(_too_long(name))
    if any(len(check.reason) > FIELD_LIMIT for check in draft.checks):
        found.append(_too_long("checks"))
    if birth_date_in(draft.birth_date) is None:
        facts = {"text": draft.birth_date, "example": "15/8/1990"}
        found.append(Problem(Trouble.INPUT_DATE, "birth_date", facts))
    if not 0 <= draft.party <= PARTY_LIMIT:
        found.append(Problem(Trouble.PARTY_INVALID, "party", {"limit": str(PARTY_LIMIT)}))
    return found


def _too_long(name: str) -> Problem:
    return Problem(Trouble.FIELD_TOO_LONG, name, {"limit": str(FIELD_LIMIT), "field": name})


def _number_problems(draft: CheckInDraft) -> list[Problem]:
    found = []
    if draft.id_number and parse_id_number(draft.id_number) is None:
        found.append(Problem(Trouble.ID_NUMBER_INVALID, "id_number"))
    if draft.phone and parse_phone(draft.phone) is None:
        found.append(Problem(Trouble.PHONE_INVALID, "phone"))
    return found


def _check_problems(draft: CheckInDraft, office: Office) -> list[Problem]:
    asked = {programme.code for programme in office.programmes}
    found = []
    for check in draft.checks:
        if check.programme not in asked:
            found.append(Problem(Trouble.PROGRAMME_UNKNOWN, "checks", {"programme": check.programme}))
        if check.state not in _STATES:
            facts = {"state": str(check.state), "allowed": ", ".join(CheckState)}
            found.append(Problem(Trouble.STATE_UNKNOWN, "checks", facts))
    return found


def time_problems(moment: datetime | None, reason: str, now: datetime, field: str) -> tuple[Problem, ...]:
    """A time told by hand lies in the past and says why it comes late."""
    if moment is None:
        return ()
    if moment > now:
        return (Problem(Trouble.TIME_IN_FUTURE, field),)
    return () if reason else (Problem(Trouble.TIME_WITHOUT_REASON, "reason"),)


def reason_problem(reason: str) -> Problem | None:
    """A deed that the book asks a reason for has one, and not too long a one."""
    if not reason:
        return Problem(Trouble.REASON_MISSING, "reason")
    return _too_long("reason") if len(reason) > FIELD_LIMIT else None


def gate_problem(draft: CheckInDraft, office: Office) -> Problem | None:
    """What the office's gate policy holds against letting this visitor in now.

    A line entered later from paper is past the gate already.
    """
    if draft.entered_at is not None:
        return None
    states = {check.programme: check.state for check in draft.checks}
    problem = None
    for programme in office.programmes:
        state = states.get(programme.code, CheckState.NOT_ASKED)
        if state.passes or not state.can_run:
            continue
        policy = office.gate_of(programme.code)
        if policy is GatePolicy.REQUIRE:
            return Problem(Trouble.GATE_NOT_MET, "checks", {"programme": programme.name})
        if policy is GatePolicy.HEAD_DECIDES and not draft.head_decision:
            problem = Problem(Trouble.HEAD_DECISION_MISSING, "head_decision", {"programme": programme.name})
    return problem


def warnings_of(draft: CheckInDraft) -> tuple[Problem, ...]:
    """Doubts that are said and never block: number, birth year and sex of a personal number may disagree."""
    if not is_personal_number(draft.id_number):
        return ()
    facts = facts_of(draft.id_number)
    found = []
    if draft.birth_date and draft.birth_date[:4] != str(facts.birth_year):
        found.append(Problem(Trouble.WARN_YEAR, "birth_date"))
    if draft.sex and draft.sex != facts.sex:
        found.append(Problem(Trouble.WARN_SEX, "sex"))
    return tuple(found)

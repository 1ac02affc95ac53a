"""Corrections of a line: which fields there are, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bluezone_desk.domain.programme import AppCheck
from bluezone_desk.domain.visits import Person, Problem, Refused, VisitLine

#: `left_at` None opens the visit again; a check is given as `CHECK_PREFIX + programme` and its new state.
FieldValue = str | int | datetime | AppCheck | None

CHECK_PREFIX = "check."
#: Fields of the person, the same on all lines of that person.
PERSON_FIELDS = ("name", "id_number", "phone", "birth_date", "sex", "address")
#: Fields of the line alone.
TEXT_FIELDS = (
    "organisation",
    "host",
    "department",
    "purpose",
    "plate",
    "pass_number",
    "head_decision",
    "decided_by",
)
TIME_FIELDS = ("entered_at", "left_at")
FIELDS = (*PERSON_FIELDS, *TEXT_FIELDS, "party", *TIME_FIELDS)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The line as it is now, what changed (old text, new text), and who else may be the same person."""

    visit: VisitLine
    changes: Mapping[str, tuple[str, str]]
    duplicates: tuple[Person, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Voided:
    """The line counts nowhere any more and stays in the book."""

    visit: VisitLine


CorrectionOutcome = Corrected | Refused
VoidOutcome = Voided | Refused

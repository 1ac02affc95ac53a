"""Drafts that go in, lines that come out, and the outcomes of the desk's verbs."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.programme import AppCheck, CheckState


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a draft is refused or doubted: a code, the field it concerns, and the facts its sentence needs."""

    code: Trouble
    field: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckInDraft:
    """One visitor about to be recorded.

    `request_id` is made when the form is cleared, so that Enter held down is one visit.
    `visitor_id` names a known person chosen from search; empty, the person is matched by number, then by
    phone and name, else is new. `entered_at` is for catch-up from paper only and then needs `reason`; a line
    that has its `left_at` too is over, so that whoever is inside now may have one.
    `party` counts companions besides the visitor. `head_decision` is what was decided.
    """

    request_id: str
    name: str
    visitor_id: str = ""
    id_number: str = ""
    old_id_number: str = ""
    birth_date: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    organisation: str = ""
    host: str = ""
    department: str = ""
    purpose: str = ""
    party: int = 0
    plate: str = ""
    pass_number: str = ""
    checks: tuple[AppCheck, ...] = ()
    head_decision: str = ""
    reason: str = ""
    entered_at: datetime | None = None
    #: Who decided, when the gate asked for the head's decision.
    decided_by: str = ""
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CheckOutDraft:
    """One exit, naming the visit in exactly one of four ways. `left_at` is for catch-up and needs `reason`."""

    visit_id: str = ""
    pass_number: str = ""
    id_number: str = ""
    left_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One line of the book as people read it. Moments are aware and in UTC; `day` is the office's calendar day.

    `number` is the visit's number within its day, from 1. `left_rule` is "" for a seen exit, otherwise the
    rule by which the exit was estimated. `catch_up` is the reason when the line was entered later from paper.
    """

    visit_id: str
    visitor_id: str
    number: int
    day: date
    entered_at: datetime
    left_at: datetime | None
    name: str
    id_number: str = ""
    phone: str = ""
    organisation: str = ""
    address: str = ""
    host: str = ""
    department: str = ""
    purpose: str = ""
    party: int = 0
    plate: str = ""
    pass_number: str = ""
    checks: tuple[AppCheck, ...] = ()
    left_rule: str = ""
    catch_up: str = ""
    head_decision: str = ""
    recorded_by: str = ""
    desk: str = ""
    voided: bool = False
    #: Stored key of the Vietnamese name order; compares as bytes.
    name_sort: str = ""
    #: The delegation this visitor came with, and why the line was voided.
    group_id: str = ""
    void_reason: str = ""
    decided_by: str = ""

    @property
    def inside(self) -> bool:
        return self.left_at is None and not self.voided

    def state(self, programme: str) -> CheckState:
        """State of one programme at this visit; "not asked" when there is no row."""
        return next((c.state for c in self.checks if c.programme == programme), CheckState.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Person:
    """A visitor known to the book, as search offers them. The last checks are shown, never reused."""

    visitor_id: str
    name: str
    id_number: str = ""
    old_id_number: str = ""
    phone: str = ""
    birth_date: str = ""
    sex: str = ""
    organisation: str = ""
    address: str = ""
    visits: int = 0
    last_entered_at: datetime | None = None
    last_host: str = ""
    last_department: str = ""
    last_purpose: str = ""
    last_checks: tuple[AppCheck, ...] = ()
    #: The open visit when this person is inside now.
    inside_visit_id: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One journal line about one subject, as its story is told: what each field was, and what it became.

    `reason` is why, where the verb asks for one.
    """

    at: datetime
    by: str
    verb: str
    changes: Mapping[str, tuple[str, str]]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Recorded and committed. `repeated` when the same request had been recorded before."""

    visit: VisitLine
    warnings: tuple[Problem, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class AlreadyInside:
    """The person has an open visit; nothing was written."""

    visit: VisitLine


@dataclass(frozen=True, slots=True)
class CheckedOut:
    visit: VisitLine


@dataclass(frozen=True, slots=True)
class NotInside:
    """Nobody inside answers to that visit, pass or number; nothing was written.

    `last` is the visit that was meant, when it exists but has ended.
    """

    last: VisitLine | None = None


@dataclass(frozen=True, slots=True)
class CheckedOutAll:
    """Several exits in one transaction; `refused` says by visit id who could not be checked out."""

    visits: tuple[VisitLine, ...]
    refused: "Mapping[str, NotInside | Refused]"


@dataclass(frozen=True, slots=True)
class Undone:
    """The last verb on the visit was taken back."""

    visit: VisitLine
    verb: str


@dataclass(frozen=True, slots=True)
class LastDeed:
    """What a desk did last and can still take back; `subject` is a visit's, a person's or a pass's key.

    `visits` are all lines of the deed: several for a group, for exits together, for a day's closing.
    """

    verb: str
    at: datetime
    subject: str
    visits: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last deed of the desk was taken back, whole. `visits` are its lines as they are now."""

    verb: str
    visits: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written. `problems` is never empty."""

    problems: tuple[Problem, ...]


CheckInOutcome = CheckedIn | AlreadyInside | Refused
CheckOutOutcome = CheckedOut | NotInside | Refused

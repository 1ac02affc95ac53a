"""A delegation: one header, several visitors, each with a line and an app state of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bluezone_desk.domain.visits import CheckInDraft, Problem, VisitLine


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A delegation about to come in. A member's empty organisation, host, department, purpose are the header's.

    `request_id` is made when the form is cleared; the members' own may be empty.
    """

    request_id: str
    members: tuple[CheckInDraft, ...]
    organisation: str = ""
    host: str = ""
    department: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class VisitorGroup:
    """A delegation as the book has it; `visits` in the order in which they came in, voided ones among them."""

    group_id: str
    organisation: str
    host: str
    department: str
    purpose: str
    entered_at: datetime
    visits: tuple[VisitLine, ...]

    @property
    def inside(self) -> tuple[VisitLine, ...]:
        return tuple(line for line in self.visits if line.inside)


@dataclass(frozen=True, slots=True)
class GroupCheckedIn:
    """All came in, in one transaction. `warnings` by the member's place in the draft, from 0."""

    group: VisitorGroup
    warnings: Mapping[int, tuple[Problem, ...]]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class GroupRefused:
    """Nobody came in. `members` by the member's place in the draft, from 0; `problems` are the header's own."""

    members: Mapping[int, tuple[Problem, ...]]
    problems: tuple[Problem, ...] = ()


GroupOutcome = GroupCheckedIn | GroupRefused

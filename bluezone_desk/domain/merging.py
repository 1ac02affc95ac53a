"""One person under two records: how alike they look, and joining them."""

from dataclasses import dataclass
from enum import StrEnum

from bluezone_desk.domain.visits import Person, Refused


class Likeness(StrEnum):
    """Why two records may be one person, surest first."""

    SAME_NUMBER = "same_number"
    SAME_BIRTH = "same_birth"
    SAME_PHONE = "same_phone"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another record that may be the same person, and every sign of it."""

    person: Person
    likeness: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """`kept` now has the visits of `other`, which is no longer found by itself."""

    kept: Person
    other: Person
    visits_moved: int


@dataclass(frozen=True, slots=True)
class Unmerged:
    """Two records again; visits made since the merge stay with `kept`."""

    kept: Person
    other: Person
    visits_moved: int


MergeOutcome = Merged | Refused
UnmergeOutcome = Unmerged | Refused

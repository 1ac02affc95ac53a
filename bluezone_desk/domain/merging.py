"""One person under two records: how alike they look, and joining them."""

from dataclasses import dataclass
from enum import StrEnum

from bluezone_desk.domain.id_number import is_personal_number
from bluezone_desk.domain.names import fold, names_agree
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


def likeness_of(one: Person, other: Person) -> tuple[Likeness, ...]:
    """Every sign that two records are one person, surest first; empty when there is none.

    Two different whole personal numbers are two people, whatever else they share.
    """
    numbers, theirs = ({n for n in (p.id_number, p.old_id_number) if n} for p in (one, other))
    found = [Likeness.SAME_NUMBER] if numbers & theirs else []
    if not found and is_personal_number(one.id_number) and is_personal_number(other.id_number):
        return ()
    if one.birth_date and one.birth_date == other.birth_date and names_agree(one.name, other.name):
        found.append(Likeness.SAME_BIRTH)
    if one.phone and one.phone == other.phone and _names_similar(one.name, other.name):
        found.append(Likeness.SAME_PHONE)
    return tuple(found)


def _names_similar(one: str, other: str) -> bool:
    """The same given name, or all syllables of the shorter among those of the longer."""
    words, others = fold(one).split(), fold(other).split()
    if not words or not others:
        return False
    return words[-1] == others[-1] or set(words) <= set(others) or set(others) <= set(words)


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

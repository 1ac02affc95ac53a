"""Numbered visitor passes: which lie at the desk, which are with visitors, which are lost."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluezone_desk.domain.visits import Refused, VisitLine

#: Numbers are at least this wide on the pass: "07".
_LEAST_DIGITS = 2


class PassState(StrEnum):
    FREE = "free"
    OUT = "out"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class VisitorPass:
    """One pass. `visit` is the open visit that carries it, or the last one before it was lost."""

    number: str
    state: PassState
    visit: VisitLine | None = None
    lost_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PassMarked:
    """The pass is now marked lost, or found again."""

    marked: VisitorPass


PassOutcome = PassMarked | Refused


def same_pass(number: str) -> str:
    """What 7, 07 and 007 have in common."""
    return number.lstrip("0") or number


def printed_number(number: int, last: int) -> str:
    """The number as it stands on the pass, as wide as the last one."""
    return f"{number:0{max(_LEAST_DIGITS, len(str(last)))}d}"

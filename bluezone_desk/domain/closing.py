"""The end of the day: who is still inside on paper, and what their exit is taken to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bluezone_desk.domain.visits import NotInside, Refused, VisitLine


@dataclass(frozen=True, slots=True)
class OpenAtClosing:
    """An open visit and the exit that closing would write."""

    visit: VisitLine
    left_at: datetime


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The visits closed with estimated exits; `refused` says by visit id which were not, and why."""

    visits: tuple[VisitLine, ...]
    refused: Mapping[str, NotInside | Refused]


ClosingOutcome = DayClosed | Refused

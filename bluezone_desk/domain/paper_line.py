"""The times of one line of a paper book, as somebody types them in later."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bluezone_desk.domain.clock import OFFICE_ZONE, office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.import_cells import typed_time
from bluezone_desk.domain.visits import Problem

_EVENING, _MORNING = time(18, 0), time(6, 0)


@dataclass(frozen=True, slots=True)
class PaperTimes:
    """When the visitor came and, unless still inside today, left. Aware, on the office's clock."""

    entered_at: datetime
    left_at: datetime | None


def paper_times(day: date, entered: str, left: str, now: datetime) -> PaperTimes | Problem:
    """The times of a line, or the first thing that is wrong with them. A past day's line needs its exit.

    Who came in the evening and left early in the morning left the day after.
    """
    came, went = typed_time(entered), typed_time(left)
    if came is None:
        return Problem(Trouble.IMPORT_TIME_UNREADABLE, "entered_at", {"text": entered.strip()})
    if went is None and left.strip():
        return Problem(Trouble.IMPORT_TIME_UNREADABLE, "left_at", {"text": left.strip()})
    if went is None and day < office_day(now):
        return Problem(Trouble.EXIT_MISSING, "left_at")
    entered_at = datetime.combine(day, came, OFFICE_ZONE)
    is_night = went is not None and came >= _EVENING and went < _MORNING
    left_at = datetime.combine(day + timedelta(days=is_night), went, OFFICE_ZONE) if went else None
    if entered_at > now:
        return Problem(Trouble.TIME_IN_FUTURE, "entered_at")
    if left_at and left_at < entered_at:
        return Problem(Trouble.EXIT_BEFORE_ENTRY, "left_at", {"time": f"{came:%H:%M}"})
    if left_at and left_at > now:
        return Problem(Trouble.TIME_IN_FUTURE, "left_at")
    return PaperTimes(entered_at, left_at)

"""Time as the book sees it: UTC inside, the office's zone on screen and paper.

The clock is injected. Nothing in the inner rooms asks the machine what time it is.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Protocol

#: Vietnam has kept UTC+7 without daylight saving since 13 June 1975, so no zone database is needed.
OFFICE_ZONE = timezone(timedelta(hours=7), "+07")


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SetClock:
    """A clock that stands where it was put and moves only when told: tests and the demo's day."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def put(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self._at += by


def office_time(moment: datetime) -> datetime:
    """The same moment on the office's wall clock."""
    return moment.astimezone(OFFICE_ZONE)


def office_day(moment: datetime) -> date:
    """The calendar day of the office on which this moment falls."""
    return office_time(moment).date()


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """First moment of the office's day and first moment of the next one, both in UTC."""
    start = datetime.combine(day, time(0), OFFICE_ZONE)
    return start.astimezone(UTC), (start + timedelta(days=1)).astimezone(UTC)

"""The desk's own rules: when a visit is overdue, when the day ends, which passes there are."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bluezone_desk.domain.clock import OFFICE_ZONE, office_day
from bluezone_desk.domain.visits import VisitLine


@dataclass(frozen=True, slots=True)
class DeskRules:
    """Passes are numbered 1 to `pass_count`, 0 for none; `closing_time` is on the office's wall clock."""

    overdue_hours: int = 4
    closing_time: time = time(17, 0)
    pass_count: int = 50

    def closing_of(self, day: date) -> datetime:
        """The moment at which this day closes."""
        return datetime.combine(day, self.closing_time, OFFICE_ZONE)

    def is_overdue(self, line: VisitLine, now: datetime) -> bool:
        """Inside for longer than allowed, since an earlier day, or after closing time though come before it."""
        if line.voided or (line.left_at is not None and line.left_at <= now):
            return False
        closing = self.closing_of(line.day)
        is_long = now - line.entered_at > timedelta(hours=self.overdue_hours)
        return is_long or office_day(now) > line.day or line.entered_at < closing <= now

    def estimated_exit(self, line: VisitLine, now: datetime) -> datetime:
        """When a visitor nobody saw leave is taken to have left as the day is closed.

        The closing time of the day of entry; its last minute for whoever came later. Never before the entry,
        never in the future, never on another day: so no estimated stay is longer than a day.
        """
        closing = self.closing_of(line.day)
        if line.entered_at > closing:
            closing = datetime.combine(line.day, time(23, 59), OFFICE_ZONE)
        return max(line.entered_at, min(closing, now))

"""Spans of whole days that reports speak of: a day, a week, a month, a quarter, a year, or any other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bluezone_desk.domain.vietnamese_dates import month_name, short_date

_ROMAN = ("I", "II", "III", "IV")


class PeriodKind(StrEnum):
    """What a span is called; any other span is told by its two ends."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of the office, both ends included. Raises ValueError when the last lies before the first."""

    day_from: date
    day_to: date

    def __post_init__(self) -> None:
        if self.day_to < self.day_from:
            raise ValueError(f"{self.day_from} to {self.day_to}")

    @property
    def length_days(self) -> int:
        return (self.day_to - self.day_from).days + 1

    def days(self) -> Iterator[date]:
        return (self.day_from + timedelta(days=n) for n in range(self.length_days))

    @property
    def kind(self) -> PeriodKind:
        """Read from the days themselves, so that a span and its name cannot disagree."""
        if self.day_from == self.day_to:
            return PeriodKind.DAY
        makers = {
            PeriodKind.WEEK: week_of,
            PeriodKind.MONTH: month_of,
            PeriodKind.QUARTER: quarter_of,
            PeriodKind.YEAR: year_of,
        }
        return next((kind for kind, made in makers.items() if made(self.day_from) == self), PeriodKind.ANY)

    @property
    def previous(self) -> "Period":
        """The period just before: of a month, quarter or year the calendar's, else one of equal length."""
        eve = self.day_from - timedelta(days=1)
        match self.kind:
            case PeriodKind.MONTH:
                return month_of(eve)
            case PeriodKind.QUARTER:
                return quarter_of(eve)
            case PeriodKind.YEAR:
                return year_of(eve)
            case _:
                return Period(eve - timedelta(days=self.length_days - 1), eve)

    @property
    def name(self) -> str:
        """ "tuần 32 (từ ngày 03/8/2020 đến ngày 09/8/2020)", "tháng 8 năm 2020", "quý III năm 2020"."""
        if self.kind is PeriodKind.WEEK:
            return f"{self.short_name} ({self.span})"
        return self.short_name

    @property
    def short_name(self) -> str:
        """ "tuần 32", "tháng 8 năm 2020", "năm 2020"; a span without a name is told by its ends."""
        match self.kind:
            case PeriodKind.DAY:
                return f"ngày {short_date(self.day_from)}"
            case PeriodKind.WEEK:
                return f"tuần {self.day_from.isocalendar().week}"
            case PeriodKind.MONTH:
                return month_name(self.day_from)
            case PeriodKind.QUARTER:
                return f"quý {_ROMAN[(self.day_from.month - 1) // 3]} năm {self.day_from.year}"
            case PeriodKind.YEAR:
                return f"năm {self.day_from.year}"
            case PeriodKind.ANY:
                return self.span

    @property
    def span(self) -> str:
        """ "từ ngày 03/8/2020 đến ngày 09/8/2020"."""
        return f"từ ngày {short_date(self.day_from)} đến ngày {short_date(self.day_to)}"


def week_of(day: date) -> Period:
    """Monday to Sunday, as ISO 8601 and Vietnamese offices count weeks."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def month_of(day: date) -> Period:
    return _months(day.year, day.month, 1)


def quarter_of(day: date) -> Period:
    return _months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def year_of(day: date) -> Period:
    return _months(day.year, 1, 12)


def _months(year: int, month: int, count: int) -> Period:
    after = month + count
    first_after = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1)
    return Period(date(year, month, 1), first_after - timedelta(days=1))

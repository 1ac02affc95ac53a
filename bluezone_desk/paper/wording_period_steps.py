"""A period cut into steps people can compare: days, weeks or months."""

from collections.abc import Callable

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.period import Period, PeriodKind, month_of, week_of
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary
from bluezone_desk.domain.vietnamese_dates import short_date, weekday_name

#: A table in the body has one row a day up to so many days, then one a week, then one a month.
_MOST_DAYS, _MOST_WEEK_DAYS = 10, 62
#: A chart holds more steps than a table.
_MOST_CHART_DAYS, _MOST_CHART_WEEK_DAYS = 31, 190

_NOUNS = {
    PeriodKind.DAY: "ngày",
    PeriodKind.WEEK: "tuần",
    PeriodKind.MONTH: "tháng",
    PeriodKind.QUARTER: "quý",
    PeriodKind.YEAR: "năm",
    PeriodKind.ANY: "kỳ",
}


def noun_of(period: Period) -> str:
    """What the period is called in running text: "tuần", "tháng", "kỳ"."""
    return _NOUNS[period.kind]


def is_period_over(summary: PeriodSummary) -> bool:
    """A report made before the period's end says until when it counts."""
    return office_day(summary.made_at) > summary.figures.day_to


def elapsed(summary: PeriodSummary) -> PeriodFigures:
    """The figures without days that had not come when they were made."""
    made_on = office_day(summary.made_at)
    period = summary.figures.period
    if made_on >= period.day_to or made_on < period.day_from:
        return summary.figures
    return summary.figures.during(Period(period.day_from, made_on))


def is_long(period: Period) -> bool:
    """Too many days for a table in the body: the days go into an annex."""
    return period.length_days > _MOST_DAYS


def steps(period: Period) -> tuple[Period, ...]:
    """The rows of a table in the body."""
    return _steps(period, _MOST_DAYS, _MOST_WEEK_DAYS)


def chart_steps(period: Period) -> tuple[Period, ...]:
    """The places of a chart."""
    return _steps(period, _MOST_CHART_DAYS, _MOST_CHART_WEEK_DAYS)


def _steps(period: Period, most_days: int, most_week_days: int) -> tuple[Period, ...]:
    if period.length_days <= most_days:
        return tuple(Period(day, day) for day in period.days())
    return _cut(period, week_of if period.length_days <= most_week_days else month_of)


def _cut(period: Period, whole: Callable[..., Period]) -> tuple[Period, ...]:
    """Calendar weeks or months, the first and the last cut where the period begins and ends."""
    found: dict[Period, tuple[Period, ...]] = {}
    for day in period.days():
        full = whole(day)
        found.setdefault(full, (Period(max(full.day_from, period.day_from), min(full.day_to, period.day_to)),))
    return tuple(cut for (cut,) in found.values())


def step_name(step: Period, whole: Period) -> str:
    """ "Thứ Hai, 03/8", "Tuần 32 (03/8–09/8)", "Tháng 8/2020", and the ends of a month that is cut."""
    if step.length_days == 1:
        name = weekday_name(step.day_from)
        return f"{name[:1].upper()}{name[1:]}, {day_text(step)}"
    if whole.length_days <= _MOST_WEEK_DAYS:
        ends = f"{day_text(step)}–{short_date(step.day_to).rpartition('/')[0]}"
        return f"Tuần {step.day_from.isocalendar().week} ({ends})"
    month = step.day_from
    return f"Tháng {month.month:02d}/{month.year}" if month.month <= 2 else f"Tháng {month.month}/{month.year}"


def day_text(step: Period) -> str:
    """ "03/8": the first day of the step without its year."""
    return short_date(step.day_from).rpartition("/")[0]


def step_label(step: Period) -> str:
    """The short form under a chart: "03/8", "T32", "8/2020"."""
    if step.length_days == 1:
        return day_text(step)
    if step.length_days <= 7:
        return f"T{step.day_from.isocalendar().week}"
    return f"{step.day_from.month}/{step.day_from.year}"

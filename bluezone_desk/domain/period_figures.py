"""Figures of a period: nothing but its days' figures, put together, so that the parts are the whole."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bluezone_desk.domain.clock import day_bounds
from bluezone_desk.domain.figures import DayFigures, ProgrammeFigures, Share, day_figures
from bluezone_desk.domain.period import Period
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.reasons import Reason, ReasonKey, grouped, stated_reasons
from bluezone_desk.domain.visits import VisitLine


@dataclass(frozen=True, slots=True)
class PeriodDay:
    """One day of a period: its figures, who came, and what reasons were stated."""

    figures: DayFigures
    visitors: frozenset[str]
    reasons: Mapping[ReasonKey, int]


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """Entries are "lượt", persons are "người" counted once in the period.

    `carried_over + entries == exits + inside_at_end`, always. `parts` has one entry for each day of `period`.
    """

    period: Period
    parts: tuple[PeriodDay, ...]

    @property
    def day_from(self) -> date:
        return self.period.day_from

    @property
    def day_to(self) -> date:
        return self.period.day_to

    @property
    def days(self) -> tuple[DayFigures, ...]:
        return tuple(part.figures for part in self.parts)

    @property
    def entries(self) -> int:
        return sum(day.entries for day in self.days)

    @property
    def persons(self) -> int:
        """Distinct people over the whole period: at most the sum of the days' persons."""
        return len(frozenset().union(*(part.visitors for part in self.parts)))

    @property
    def companions(self) -> int:
        return sum(day.companions for day in self.days)

    @property
    def exits(self) -> int:
        return sum(day.exits for day in self.days)

    @property
    def estimated_exits(self) -> int:
        return sum(day.estimated_exits for day in self.days)

    @property
    def catch_up(self) -> int:
        return sum(day.catch_up for day in self.days)

    @property
    def carried_over(self) -> int:
        return self.days[0].carried_over

    @property
    def inside_at_end(self) -> int:
        return self.days[-1].inside_at_end

    @property
    def days_with_entries(self) -> int:
        return sum(1 for day in self.days if day.entries)

    @property
    def entries_by_hour(self) -> tuple[int, ...]:
        """24 numbers, from midnight on the office's wall clock."""
        return tuple(sum(hours) for hours in zip(*(day.entries_by_hour for day in self.days), strict=True))

    @property
    def programmes(self) -> tuple[ProgrammeFigures, ...]:
        """Each programme over all entries of the period; the states sum to the entries."""
        return tuple(
            ProgrammeFigures(
                same[0].programme, {state: sum(f.counts[state] for f in same) for state in CheckState}
            )
            for same in zip(*(day.programmes for day in self.days), strict=True)
        )

    @property
    def together(self) -> Share:
        """Entries where every programme runs, out of those whose phone can run every one."""
        return Share(sum(day.together.count for day in self.days), sum(day.together.of for day in self.days))

    def programme(self, code: str) -> ProgrammeFigures | None:
        return next((p for p in self.programmes if p.programme.code == code), None)

    def reasons(self, programme: str, state: CheckState) -> tuple[Reason, ...]:
        """Reasons stated for that state, commonest first; their counts sum to the state's count."""
        stated: Counter[ReasonKey] = Counter()
        for part in self.parts:
            stated.update(part.reasons)
        return grouped(stated, programme, state)

    def during(self, period: Period) -> "PeriodFigures":
        """The same figures over a period within this one."""
        start = (period.day_from - self.day_from).days
        return PeriodFigures(period, self.parts[start : start + period.length_days])


@dataclass(frozen=True, slots=True)
class PeriodSummary:
    """All a paper about a period needs. `previous` is None when the book does not reach back so far.

    `corrected_after` counts lines of the period that were changed after their own day was over.
    """

    figures: PeriodFigures
    previous: PeriodFigures | None
    made_at: datetime
    corrected_after: int = 0

    def points_change(self, programme: str) -> Decimal | None:
        """Percentage points more (or fewer) than before, of the shares as printed; None when one is missing."""
        now = self.figures.programme(programme)
        before = self.previous.programme(programme) if self.previous else None
        if now is None or before is None or now.passing.percent is None or before.passing.percent is None:
            return None
        return now.passing.percent - before.passing.percent


def period_figures(period: Period, lines: Iterable[VisitLine], programmes: tuple[Programme, ...]) -> PeriodFigures:
    """Figures of every day of the period and so of the period.

    `lines` are all that touch it, in any order: those entered in it, and those entered before that were still in
    when it began. Lines of later days and voided ones count nowhere.
    """
    by_day: dict[date, list[VisitLine]] = {}
    inside: list[VisitLine] = []
    for line in lines:
        if line.voided:
            continue
        if line.day < period.day_from:
            inside.append(line)
        else:
            by_day.setdefault(line.day, []).append(line)
    parts = []
    for day in period.days():
        start, _ = day_bounds(day)
        inside = [line for line in inside if line.left_at is None or line.left_at >= start]
        entered = by_day.get(day, [])
        parts.append(_period_day(day, entered, inside, programmes))
        inside += entered
    return PeriodFigures(period, tuple(parts))


def _period_day(
    day: date, entered: list[VisitLine], inside: list[VisitLine], programmes: tuple[Programme, ...]
) -> PeriodDay:
    return PeriodDay(
        day_figures(day, entered, inside, programmes),
        frozenset(line.visitor_id for line in entered),
        stated_reasons(entered, programmes),
    )

"""Figures of a day, by construction: every paper, page and command shows numbers made here and nowhere else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from bluezone_desk.domain.clock import day_bounds, office_time
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.visits import VisitLine


@dataclass(frozen=True, slots=True)
class Share:
    """`count` out of `of`. There is no percentage of nothing."""

    count: int
    of: int

    @property
    def percent(self) -> Decimal | None:
        """Percent with one decimal, half up; None when `of` is 0. 100.0 only when all, 0.0 only when none."""
        if self.of == 0:
            return None
        exact = Decimal(self.count) * 100 / Decimal(self.of)
        rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
        if rounded == 100 and self.count < self.of:
            return Decimal("99.9")
        if rounded == 0 and self.count > 0:
            return Decimal("0.1")
        return rounded


@dataclass(frozen=True, slots=True)
class ProgrammeFigures:
    """One programme over the entries of one day. `counts` has every state; the states sum to the entries."""

    programme: Programme
    counts: Mapping[CheckState, int]

    @property
    def entries(self) -> int:
        return sum(self.counts.values())

    @property
    def passing(self) -> Share:
        """Running, over the entries of people whose phone can run it (see `CheckState.can_run`)."""
        return Share(
            sum(n for state, n in self.counts.items() if state.passes),
            sum(n for state, n in self.counts.items() if state.can_run),
        )

    @property
    def helped(self) -> int:
        return sum(n for state, n in self.counts.items() if state.helped)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Entries are "lượt", persons are "người": two different numbers.

    `carried_over + entries == exits + inside_at_end`, always. `companions` came along and have no line of theirs.
    """

    day: date
    entries: int
    persons: int
    companions: int
    exits: int
    estimated_exits: int
    carried_over: int
    inside_at_end: int
    catch_up: int
    programmes: tuple[ProgrammeFigures, ...]
    entries_by_hour: tuple[int, ...]
    #: Entries where every programme runs, out of those whose phone can run every one.
    together: Share = Share(0, 0)

    def programme(self, code: str) -> ProgrammeFigures | None:
        return next((p for p in self.programmes if p.programme.code == code), None)


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """What the desk shows of the day under way: as many entries, exits and checks as `DayFigures` has of it."""

    entries: int
    exits: int
    programmes: tuple[ProgrammeFigures, ...]

    def programme(self, code: str) -> ProgrammeFigures | None:
        return next((p for p in self.programmes if p.programme.code == code), None)


@dataclass(frozen=True, slots=True)
class DaySummary:
    """All a paper about one day needs. `lines` entered on the day; `carried` came before it and were still in."""

    figures: DayFigures
    lines: tuple[VisitLine, ...]
    carried: tuple[VisitLine, ...]
    previous: DayFigures | None
    made_at: datetime


def day_figures(
    day: date, lines: Iterable[VisitLine], carried: Iterable[VisitLine], programmes: tuple[Programme, ...]
) -> DayFigures:
    """Figures of one day; voided lines count nowhere."""
    start, end = day_bounds(day)
    entered = [line for line in lines if not line.voided]
    earlier = [line for line in carried if not line.voided and (line.left_at is None or line.left_at >= start)]
    gone = [line for line in (*entered, *earlier) if line.left_at is not None and line.left_at < end]
    hours = Counter(office_time(line.entered_at).hour for line in entered)
    return DayFigures(
        day=day,
        entries=len(entered),
        persons=len({line.visitor_id for line in entered}),
        companions=sum(line.party for line in entered),
        exits=len(gone),
        estimated_exits=sum(1 for line in gone if line.left_rule),
        carried_over=len(earlier),
        inside_at_end=len(entered) + len(earlier) - len(gone),
        catch_up=sum(1 for line in entered if line.catch_up),
        programmes=tuple(_programme_figures(p, entered) for p in programmes),
        entries_by_hour=tuple(hours.get(hour, 0) for hour in range(24)),
        together=_together(programmes, entered),
    )


def desk_figures(
    entries: int,
    exits: int,
    seen: Mapping[str, Mapping[CheckState, int]],
    programmes: tuple[Programme, ...],
) -> DeskFigures:
    """Figures from what was counted: `seen` has, by programme, the entries in each state but those never asked."""
    return DeskFigures(
        entries, exits, tuple(_counted_figures(p, seen.get(p.code, {}), entries) for p in programmes)
    )


def _counted_figures(programme: Programme, seen: Mapping[CheckState, int], entries: int) -> ProgrammeFigures:
    counts = {state: seen.get(state, 0) for state in CheckState}
    counts[CheckState.NOT_ASKED] += entries - sum(counts.values())
    return ProgrammeFigures(programme, counts)


def _programme_figures(programme: Programme, entered: list[VisitLine]) -> ProgrammeFigures:
    seen = Counter(line.state(programme.code) for line in entered)
    return ProgrammeFigures(programme, {state: seen.get(state, 0) for state in CheckState})


def _together(programmes: tuple[Programme, ...], entered: list[VisitLine]) -> Share:
    if not programmes:
        return Share(0, 0)
    seen = [[line.state(programme.code) for programme in programmes] for line in entered]
    able = [states for states in seen if all(state.can_run for state in states)]
    return Share(sum(1 for states in able if all(state.passes for state in states)), len(able))

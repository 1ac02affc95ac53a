"""Invented periods for the papers' tests, and the five directives offices choose from."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sample_day

from bluezone_desk.domain.office import BLUEZONE, Directive
from bluezone_desk.domain.period import Period, week_of
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary, period_figures
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine

WEEK = week_of(sample_day.DAY)
_PRESETS = Path(__file__).parents[2] / "resources" / "presets" / "directives.json"


def lines_of(period: Period, entries: int) -> tuple[VisitLine, ...]:
    """About so many visits on each working day, fewer as the week goes on, none at the weekend."""
    found: list[VisitLine] = []
    for day in period.days():
        count = max(0, entries - 3 * day.weekday() + day.day % 4) if day.weekday() < 5 and entries else 0
        start = day.day * 7 + day.month
        lines = (sample_day.visit(start + n + 1, day) for n in range(count))
        found += (line_of_day(line, day, n) for n, line in enumerate(lines, start=1))
    return tuple(found)


def line_of_day(line: VisitLine, day: date, number: int) -> VisitLine:
    from dataclasses import replace

    return replace(line, visit_id=f"{day}-{number}", number=number)


def figures(entries: int, period: Period = WEEK, programmes: tuple[Programme, ...] = (BLUEZONE,)) -> PeriodFigures:
    return period_figures(period, lines_of(period, entries), programmes)


def summary(
    entries: int,
    *,
    period: Period = WEEK,
    before: int | None = None,
    programmes: tuple[Programme, ...] = (BLUEZONE,),
    corrected: int = 0,
    made_at: datetime | None = None,
) -> PeriodSummary:
    """A period of about so many visits a day, made on the next morning unless said otherwise."""
    previous = None if before is None else figures(before, period.previous, programmes)
    end = datetime(period.day_to.year, period.day_to.month, period.day_to.day, 2, tzinfo=UTC)
    made = made_at or end + timedelta(days=1)
    return PeriodSummary(figures(entries, period, programmes), previous, made, corrected)


def directives() -> dict[str, Directive]:
    """The shipped presets by code, as an office that chose one has them."""
    found = {}
    for entry in json.loads(_PRESETS.read_text(encoding="utf-8")):
        dated = {key: date.fromisoformat(entry[key]) if entry[key] else None for key in ("issued_on", "deadline")}
        programmes = tuple(Programme(**programme) for programme in entry["programmes"])
        found[entry["code"]] = Directive(**(entry | dated | {"programmes": programmes}))
    return found

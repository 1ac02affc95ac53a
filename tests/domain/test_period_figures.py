"""The parts sum to the whole, for any book: past midnight, again, open, estimated, voided, in company."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.clock import day_bounds, office_day
from bluezone_desk.domain.figures import day_figures
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.period import Period, PeriodKind, month_of, quarter_of, week_of, year_of
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary, period_figures
from bluezone_desk.domain.programme import AppCheck, CheckState, Programme
from bluezone_desk.domain.visits import VisitLine

NCOVI = Programme("ncovi", "NCOVI")
APPS = (BLUEZONE, NCOVI)
START = datetime(2020, 7, 31, 12, 0, tzinfo=UTC)
AUGUST_WEEK = Period(date(2020, 8, 3), date(2020, 8, 9))
REASONS = ("", "máy hết pin", "Máy hết pin.", "MAY HET PIN", "điện thoại cơ quan cấp")


@st.composite
def visit_lines(draw: st.DrawFn) -> VisitLine:
    entered = START + timedelta(minutes=draw(st.integers(0, 14 * 24 * 60)))
    stay = draw(st.none() | st.integers(0, 4000))
    states = st.sampled_from(CheckState)
    checks = [
        AppCheck(app.code, draw(states), draw(st.sampled_from(REASONS))) for app in APPS if draw(st.booleans())
    ]
    return VisitLine(
        visit_id=draw(st.uuids()).hex,
        visitor_id=f"person-{draw(st.integers(1, 6))}",
        number=1,
        day=office_day(entered),
        entered_at=entered,
        left_at=None if stay is None else entered + timedelta(minutes=stay),
        name="Nguyễn Văn Mẫu",
        party=draw(st.sampled_from((0, 0, 0, 1, 30))),
        left_rule="end_of_day" if stay is not None and draw(st.booleans()) else "",
        catch_up=draw(st.sampled_from(("", "mất điện"))),
        voided=draw(st.sampled_from((False, False, False, True))),
        checks=tuple(checks),
    )


BOOKS = st.lists(visit_lines(), max_size=25)


def figures(book: list[VisitLine], period: Period = AUGUST_WEEK) -> PeriodFigures:
    return period_figures(period, book, APPS)


@pytest.mark.thorough
@settings(max_examples=80, deadline=None)
@given(BOOKS)
def test_nobody_is_lost_between_the_days(book: list[VisitLine]) -> None:
    week = figures(book)
    for earlier, later in zip(week.days, week.days[1:], strict=False):
        assert earlier.inside_at_end == later.carried_over
    for part in (*week.days, week):
        assert part.carried_over + part.entries == part.exits + part.inside_at_end
    _, end = day_bounds(week.day_to)
    standing = [n for n in book if not n.voided and n.entered_at < end and (n.left_at is None or n.left_at >= end)]
    assert week.inside_at_end == len(standing)


@settings(max_examples=80, deadline=None)
@given(BOOKS)
def test_every_way_of_counting_the_period_gives_its_entries(book: list[VisitLine]) -> None:
    week = figures(book)
    entered = [n for n in book if not n.voided and week.day_from <= n.day <= week.day_to]
    assert week.entries == len(entered) == sum(week.entries_by_hour)
    assert week.persons == len({n.visitor_id for n in entered}) <= sum(day.persons for day in week.days)
    assert week.companions == sum(n.party for n in entered)
    assert week.estimated_exits <= week.exits
    for checked in week.programmes:
        assert checked.entries == week.entries
        assert dict(checked.counts) == {
            s: Counter(n.state(checked.programme.code) for n in entered)[s] for s in CheckState
        }
        assert checked.passing.of == week.entries - checked.counts[CheckState.UNSUPPORTED]
        for state in CheckState:
            told = week.reasons(checked.programme.code, state)
            assert sum(reason.count for reason in told) == (0 if state.passes else checked.counts[state])


@settings(max_examples=40, deadline=None)
@given(BOOKS)
def test_each_day_is_the_daily_reports_day(book: list[VisitLine]) -> None:
    for day in figures(book).days:
        start, _ = day_bounds(day.day)
        entered = [line for line in book if line.day == day.day]
        carried = [line for line in book if line.day < day.day and (line.left_at is None or line.left_at >= start)]
        assert day == day_figures(day.day, entered, carried, APPS)


@settings(max_examples=40, deadline=None)
@given(BOOKS, st.integers(0, 5))
def test_two_halves_are_the_whole(book: list[VisitLine], cut: int) -> None:
    week = figures(book)
    middle = week.day_from + timedelta(days=cut)
    spans = Period(week.day_from, middle), Period(middle + timedelta(days=1), week.day_to)
    first, second = (week.during(span) for span in spans)
    assert (first, second) == tuple(figures(book, span) for span in spans)
    assert first.entries + second.entries == week.entries
    assert first.exits + second.exits == week.exits
    assert max(first.persons, second.persons) <= week.persons <= first.persons + second.persons


def test_reasons_spelt_alike_are_one_in_the_commonest_spelling() -> None:
    def declined(number: int, reason: str) -> VisitLine:
        at = START + timedelta(days=4, minutes=number)
        checks = (AppCheck("bluezone", CheckState.DECLINED, reason),)
        return VisitLine(str(number), str(number), number, office_day(at), at, None, "Lê Thị Mẫu", checks=checks)

    texts = ("Máy hết pin.", "máy hết pin", "máy hết pin", "bận", "")
    week = figures([declined(n, text) for n, text in enumerate(texts)])
    found = [(r.text, r.count) for r in week.reasons("bluezone", CheckState.DECLINED)]
    assert found == [("máy hết pin", 3), ("", 1), ("bận", 1)]


def test_change_is_told_in_count_and_in_points_as_printed() -> None:
    def with_states(day: int, *states: CheckState) -> PeriodFigures:
        at = datetime(2020, 8, day, 2, 0, tzinfo=UTC)
        lines = [
            VisitLine(f"{n}", f"{n}", n, office_day(at), at, at, "Lê", checks=(AppCheck("bluezone", state),))
            for n, state in enumerate(states)
        ]
        return period_figures(week_of(office_day(at)), lines, (BLUEZONE,))

    run, no = CheckState.RUNNING, CheckState.DECLINED
    summary = PeriodSummary(with_states(12, run, run, no), with_states(5, run, no), START)
    assert summary.points_change("bluezone") == Decimal("16.7")
    assert summary.points_change("ncovi") is None
    assert PeriodSummary(with_states(12), with_states(5, run), START).points_change("bluezone") is None


@pytest.mark.parametrize(
    ("period", "kind", "name", "before"),
    [
        (week_of(date(2020, 8, 5)), PeriodKind.WEEK, "tuần 32 (từ ngày 03/8/2020 đến ngày 09/8/2020)", "tuần 31"),
        (
            week_of(date(2021, 1, 1)),
            PeriodKind.WEEK,
            "tuần 53 (từ ngày 28/12/2020 đến ngày 03/01/2021)",
            "tuần 52",
        ),
        (month_of(date(2020, 8, 5)), PeriodKind.MONTH, "tháng 8 năm 2020", "tháng 7 năm 2020"),
        (month_of(date(2020, 1, 31)), PeriodKind.MONTH, "tháng 01 năm 2020", "tháng 12 năm 2019"),
        (quarter_of(date(2020, 12, 31)), PeriodKind.QUARTER, "quý IV năm 2020", "quý III năm 2020"),
        (year_of(date(2020, 2, 29)), PeriodKind.YEAR, "năm 2020", "năm 2019"),
        (
            Period(date(2020, 8, 17), date(2020, 8, 20)),
            PeriodKind.ANY,
            "từ ngày 17/8/2020 đến ngày 20/8/2020",
            "từ ngày 13/8/2020 đến ngày 16/8/2020",
        ),
        (Period(date(2020, 8, 5), date(2020, 8, 5)), PeriodKind.DAY, "ngày 05/8/2020", "ngày 04/8/2020"),
    ],
)
def test_a_period_knows_its_name_and_the_one_before(
    period: Period, kind: PeriodKind, name: str, before: str
) -> None:
    assert (period.kind, period.name, period.previous.short_name) == (kind, name, before)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2020-08-05"):
        Period(date(2020, 8, 5), date(2020, 8, 4))

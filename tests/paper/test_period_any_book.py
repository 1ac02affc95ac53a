"""Whatever stands in the book, the periodic report can be made and its parts sum to its whole."""

from datetime import UTC, date, datetime, timedelta

import paper_reading
import pytest
import sample_day
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.period import Period
from bluezone_desk.domain.period_figures import PeriodSummary, period_figures
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.period_report import period_report
from bluezone_desk.paper.wording_blocks import CountChart, FigureTable, ResultTable
from bluezone_desk.paper.wording_document import ReportOptions
from bluezone_desk.paper.wording_period import annex_table, period_text

APPS = (sample_day.NCOVI, BLUEZONE)
START = datetime(2020, 7, 30, tzinfo=UTC)


@st.composite
def lines(draw: st.DrawFn) -> VisitLine:
    entered = START + timedelta(minutes=draw(st.integers(0, 40 * 1440)))
    stay = draw(st.none() | st.integers(0, 3000))
    reasons = st.sampled_from(("", "hết pin", "gọi 0912345678", "王"))
    checks = tuple(AppCheck(app.code, draw(st.sampled_from(CheckState)), draw(reasons)) for app in APPS)
    return VisitLine(
        visit_id=draw(st.uuids()).hex,
        visitor_id=str(draw(st.integers(0, 9))),
        number=1,
        day=office_day(entered),
        entered_at=entered,
        left_at=None if stay is None else entered + timedelta(minutes=stay),
        name="Lê Thị Mẫu",
        party=draw(st.sampled_from((0, 3))),
        left_rule="end_of_day" if stay is not None and draw(st.booleans()) else "",
        voided=draw(st.sampled_from((False, False, True))),
        checks=checks,
    )


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(
    st.lists(lines(), max_size=40),
    st.integers(0, 30),
    st.integers(1, 40),
    st.integers(0, 45 * 1440),
    st.booleans(),
)
def test_tables_and_charts_add_up(book: list[VisitLine], first: int, days: int, made: int, compared: bool) -> None:
    start = date(2020, 7, 31) + timedelta(days=first)
    period = Period(start, start + timedelta(days=days - 1))
    made_at = START + timedelta(days=first + 1, minutes=made)
    book = [line for line in book if line.entered_at <= made_at]
    figures = period_figures(period, book, APPS)
    previous = period_figures(period.previous, book, APPS) if compared else None
    summary = PeriodSummary(figures, previous, made_at)
    text = period_text(summary, sample_day.OFFICE, ReportOptions())
    trends = [b for b in text.blocks if isinstance(b, FigureTable) and b.head[0] == "Thời gian"]
    for table in [*trends, *([annex_table(summary)] if text.has_annex else [])]:
        *rows, total = (row.values for row in table.rows)
        assert sum(int(row[1]) for row in rows) == total[1] == figures.entries
        assert sum(int(row[3]) for row in rows) == total[3]
        assert total[2] == figures.persons
    for block in text.blocks:
        if isinstance(block, CountChart):
            assert sum(block.counts) == figures.entries
        elif isinstance(block, ResultTable):
            parts = [row.count for row in block.rows if not row.is_sum]
            assert sum(parts) == block.rows[-1].count
    [last] = [page for page in paper_reading.read(period_report(summary, sample_day.OFFICE)) if page.having("./.")]
    assert last.text

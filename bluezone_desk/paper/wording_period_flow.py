"""Who came and went in a period, in sentences and a table that change with the figures."""

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DayFigures
from bluezone_desk.domain.period import Period
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.vietnamese_dates import long_time, short_date, weekday_name
from bluezone_desk.paper.wording_blocks import (
    Block,
    ColumnForm,
    FigureRow,
    FigureTable,
    Paragraph,
    counted,
)
from bluezone_desk.paper.wording_flow import (
    ENOUGH_FOR_PEAK,
    arrivals,
    hours_chart,
    movements,
    only_highest,
    remarks,
)
from bluezone_desk.paper.wording_formula import listed
from bluezone_desk.paper.wording_period_steps import elapsed, is_period_over, noun_of, step_name, steps
from bluezone_desk.paper.wording_results import share_text

#: So many empty days are named; more are only counted.
_MOST_EMPTY_NAMED = 4


def period_flow(summary: PeriodSummary) -> tuple[Block, ...]:
    figures = elapsed(summary)
    blocks: list[Block] = [Paragraph(" ".join([*_moved(summary), *_remarks(summary)]))]
    if figures.entries == 0:
        return tuple(blocks)
    cuts = steps(figures.period)
    note = _persons_note(figures, cuts, noun_of(summary.figures.period))
    second = [*_average(figures), *_peaks(figures), *_empty_days(figures), *note]
    if second:
        blocks.append(Paragraph(" ".join(second)))
    if len(cuts) > 1:
        blocks.append(trend_table(figures, cuts))
    if figures.entries >= ENOUGH_FOR_PEAK:
        blocks.append(hours_chart(figures, summary.figures.period.short_name))
    return tuple(blocks)


def trend_table(figures: PeriodFigures, cuts: tuple[Period, ...]) -> FigureTable:
    """One row for each cut, and their sum; persons of the sum are counted once in the whole."""
    names = tuple(one_line(f.programme.name) for f in figures.programmes)
    has_counts = len(names) <= 2
    wide = 36.0 if has_counts else 22.0
    columns = (ColumnForm(0, "left"), *(ColumnForm(17, "right"),) * 3, *(ColumnForm(wide, "centre"),) * len(names))
    rows = [_trend_row(step_name(cut, figures.period), figures.during(cut), has_counts) for cut in cuts]
    total = _trend_row("Cộng", figures, has_counts)
    return FigureTable(
        ("Thời gian", "Lượt vào", "Số người", "Lượt ra", *(f"Đang chạy {name}" for name in names)),
        columns,
        (*rows, FigureRow(total.values, True)),
    )


def _trend_row(name: str, figures: PeriodFigures, has_counts: bool) -> FigureRow:
    texts = (share_text(checked.passing) for checked in figures.programmes)
    shares = texts if has_counts else (text.rpartition("(")[2].rstrip(")") for text in texts)
    return FigureRow((name, figures.entries, figures.persons, figures.exits, *shares))


def _moved(summary: PeriodSummary) -> list[str]:
    figures, noun = summary.figures, noun_of(summary.figures.period)
    when, until = f"Trong {noun}", f"đến hết {noun}"
    if not is_period_over(summary):
        made_on = short_date(office_day(summary.made_at))
        when = f"Từ đầu {noun} đến {long_time(summary.made_at)} ngày {made_on}"
        until = "tại thời điểm báo cáo"
    carried = f"Đầu {noun} có {counted(figures.carried_over)} lượt vào từ trước còn ở trong trụ sở."
    return [arrivals(figures, when), *movements(figures, carried, until)]


def _remarks(summary: PeriodSummary) -> list[str]:
    told = remarks(summary.figures)
    if summary.corrected_after:
        told.append(
            f"Có {counted(summary.corrected_after)} lượt được sửa sau ngày ghi nhận; "
            "số liệu trong báo cáo này là số liệu sau khi sửa."
        )
    return told


def _average(figures: PeriodFigures) -> list[str]:
    busy = figures.days_with_entries
    if busy < 2:
        return []
    average = (2 * figures.entries + busy) // (2 * busy)
    days = "mỗi ngày" if busy == len(figures.days) else f"mỗi ngày có khách ({counted(busy)} ngày)"
    return [f"Bình quân {days} có {counted(average)} lượt."]


def _peaks(figures: PeriodFigures) -> list[str]:
    if figures.entries < ENOUGH_FOR_PEAK:
        return []
    told: list[str] = []
    day = only_highest(figures.days, [d.entries for d in figures.days])
    if day is not None and figures.days_with_entries > 1:
        name = f"{weekday_name(day.day)}, ngày {short_date(day.day)}"
        told.append(f"Đông nhất là {name} ({counted(day.entries)} lượt).")
    hours = figures.entries_by_hour
    hour = only_highest(range(24), hours)
    if hour is not None:
        told.append(f"Khách thường đến từ {hour:02d} giờ đến {hour + 1:02d} giờ ({counted(hours[hour])} lượt).")
    return told


def _empty_days(figures: PeriodFigures) -> list[str]:
    empty = [day for day in figures.days if day.entries == 0]
    if not empty or len(figures.days) == 1:
        return []
    if len(empty) > _MOST_EMPTY_NAMED:
        return [f"Có {counted(len(empty))} ngày không có khách."]
    return [f"{'Ngày' if len(empty) == 1 else 'Các ngày'} {listed(tuple(map(_named, empty)))} không có khách."]


def _named(day: DayFigures) -> str:
    return short_date(day.day).rpartition("/")[0]


def _persons_note(figures: PeriodFigures, cuts: tuple[Period, ...], noun: str) -> list[str]:
    if figures.persons == sum(figures.during(cut).persons for cut in cuts):
        return []
    return [f"Số người của cả {noun} tính mỗi người một lần nên ít hơn tổng các dòng trong bảng."]

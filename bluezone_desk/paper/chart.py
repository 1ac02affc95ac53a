"""Charts of an official paper: black on white, told apart by dashes, marks and words, never by colour."""

from bluezone_desk.paper.chart_frame import LABEL_SIZE, Frame, draw_labels, draw_levels
from bluezone_desk.paper.chart_levels import level_texts, round_levels
from bluezone_desk.paper.chart_marks import DASHES, draw_line, draw_mark
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, width
from bluezone_desk.paper.wording_blocks import Chart, CountChart, Series, ShareChart

#: Height of a whole chart in points: plot, labels below it, legend.
HEIGHT = 175.0
_PLOT_TOP = 24.0
_LABELS = 16.0
_LEGEND = 20.0
_LEFT = 34.0
_RIGHT = 8.0
#: With more labels than this, only the outstanding values are written at their points.
_MOST_VALUES = 12
_BAR_GREY = 0.82


def draw_chart(sheet: Sheet, chart: Chart, left: float, top: float, room: float) -> None:
    """Draws the chart in the box `room` wide and `HEIGHT` high below `top`."""
    foot = top - HEIGHT + _LABELS + _LEGEND
    frame = Frame(left + _LEFT, foot, room - _LEFT - _RIGHT, top - _PLOT_TOP - foot, len(chart.labels))
    sheet.canvas.saveState()
    match chart:
        case ShareChart():
            _draw_shares(sheet, chart, frame)
        case CountChart():
            _draw_counts(sheet, chart, frame)
    sheet.canvas.restoreState()


def _draw_shares(sheet: Sheet, chart: ShareChart, frame: Frame) -> None:
    draw_levels(sheet, frame, [level / 100 for level in (0, 25, 50, 75, 100)], ["0%", "25%", "50%", "75%", "100%"])
    draw_labels(sheet, frame, chart.labels)
    if chart.target_percent:
        _draw_target(sheet, frame, chart.target_percent)
    for n, series in enumerate(chart.series):
        _draw_series(sheet, frame, series, n, is_alone=len(chart.series) == 1)
    _draw_legend(sheet, chart, frame)


def _draw_series(sheet: Sheet, frame: Frame, series: Series, n: int, *, is_alone: bool) -> None:
    heights = [share.count / share.of if share.of else None for share in series.shares]
    run: list[tuple[float, float]] = []
    for place, part in enumerate([*heights, None]):
        if part is None:
            draw_line(sheet, run, DASHES[n % len(DASHES)])
            run = []
        else:
            run.append((frame.middle(place), frame.level(part)))
    # The marks of several lines lie too close for their numbers; the table has them.
    told = [place for place, part in enumerate(heights) if part is not None and is_alone]
    if len(told) > _MOST_VALUES:
        told = sorted(
            {told[-1], max(told, key=lambda p: heights[p] or 0), min(told, key=lambda p: heights[p] or 0)}
        )
    for place, part in enumerate(heights):
        if part is not None:
            draw_mark(sheet, frame.middle(place), frame.level(part), n)
    for place in told:
        part, percent = heights[place], series.shares[place].percent
        if part is None or percent is None:
            continue
        is_above = part < 0.97
        y = frame.level(part) + (6 if is_above else -14)
        [text] = level_texts([percent])
        _boxed(sheet, frame.middle(place), y, text)


def _boxed(sheet: Sheet, middle: float, y: float, text: str) -> None:
    """A value on a white ground, so that no line crosses its digits."""
    wide = width(text, SERIF, LABEL_SIZE)
    sheet.canvas.setFillGray(1)
    sheet.canvas.rect(middle - wide / 2 - 1, y - 2, wide + 2, LABEL_SIZE + 1, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.centred(middle, y, text, SERIF, LABEL_SIZE)


def _draw_target(sheet: Sheet, frame: Frame, percent: int) -> None:
    y = frame.level(percent / 100)
    draw_line(sheet, [(frame.left, y), (frame.right, y)], (9, 3), thickness=1.6)


def _draw_legend(sheet: Sheet, chart: ShareChart, frame: Frame) -> None:
    """Each line's look beside its name, under the labels."""
    target = f"Mục tiêu {chart.target_percent}%"
    entries = [(n, series.name) for n, series in enumerate(chart.series)]
    names = [name for _, name in entries] + ([target] if chart.target_percent else [])
    gap, sample = 18.0, 30.0
    x = (frame.left + frame.right - sum(width(n, SERIF, LABEL_SIZE) + sample + gap for n in names) + gap) / 2
    y = frame.foot - _LABELS - 13
    for n, name in enumerate(names):
        middle = y + 3
        if n < len(entries):
            draw_line(sheet, [(x, middle), (x + sample - 6, middle)], DASHES[n % len(DASHES)])
            draw_mark(sheet, x + (sample - 6) / 2, middle, n)
        else:
            draw_line(sheet, [(x, middle), (x + sample - 6, middle)], (9, 3), thickness=1.6)
        sheet.text(x + sample, y, name, SERIF, LABEL_SIZE)
        x += sample + width(name, SERIF, LABEL_SIZE) + gap


def _draw_counts(sheet: Sheet, chart: CountChart, frame: Frame) -> None:
    most = max(chart.counts, default=0)
    levels = round_levels(most)
    draw_levels(sheet, frame, [level / levels[-1] for level in levels], level_texts(levels))
    draw_labels(sheet, frame, chart.labels)
    wide = min(frame.step * 0.62, 34)
    for place, count in enumerate(chart.counts):
        if not count:
            continue
        x, high = frame.middle(place) - wide / 2, frame.high * count / levels[-1]
        sheet.canvas.setFillGray(_BAR_GREY)
        sheet.canvas.setStrokeGray(0)
        sheet.canvas.setLineWidth(0.7)
        sheet.canvas.rect(x, frame.foot, wide, high, stroke=1, fill=1)
        if count == most:
            _hatch(sheet, x, frame.foot, wide, high)
        sheet.canvas.setFillGray(0)
        [text] = level_texts([count])
        face = SERIF_BOLD if count == most else SERIF
        if width(text, face, LABEL_SIZE) <= frame.step + 2:
            sheet.centred(frame.middle(place), frame.foot + high + 4, text, face, LABEL_SIZE)
    sheet.centred((frame.left + frame.right) / 2, frame.foot - _LABELS - 13, chart.axis, SERIF, LABEL_SIZE)


def _hatch(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    """Slanted lines in the highest bar, which no copier loses."""
    canvas = sheet.canvas
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(x, y, wide, high)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setLineWidth(0.6)
    start = -high
    while start < wide:
        canvas.line(x + start, y, x + start + high, y + high)
        start += 5
    canvas.restoreState()

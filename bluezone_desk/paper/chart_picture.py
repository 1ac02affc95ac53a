"""A chart as a picture, for files that cannot hold the drawing itself: the same drawing, at 300 dpi."""

from bluezone_desk.paper.chart import HEIGHT, draw_chart
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.rendering import page_png
from bluezone_desk.paper.wording_blocks import Chart

_DPI = 300


def chart_png(chart: Chart, room: float) -> bytes:
    """The chart as PNG, `room` points wide and `chart.HEIGHT` high at 300 dpi. Same chart, same bytes."""
    sheet = Sheet(chart.caption, "", (room, HEIGHT))
    draw_chart(sheet, chart, 0, HEIGHT, room)
    return page_png(sheet.finish(), 0, _DPI)

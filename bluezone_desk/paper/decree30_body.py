"""Box 6 of Decree 30/2020: headings, justified paragraphs and tables, as items for the page flow."""

import dataclasses
from collections.abc import Iterable

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.chart import HEIGHT, draw_chart
from bluezone_desk.paper.decree30_flow import Item
from bluezone_desk.paper.decree30_lines import balanced_lines, bound, break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.decree30_table import table_items
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, width
from bluezone_desk.paper.wording_blocks import Block, Chart, CountChart, Grid, Heading, Paragraph, ShareChart

#: No word may be torn wider apart than this to reach the margin.
_WIDEST_STRETCH = 12.0
_AFTER_TABLE = 12.0


def body_items(blocks: Iterable[Block], room: float) -> list[Item]:
    """The items of the body; the last two lines stay with whatever follows (the signature is never alone)."""
    items: list[Item] = []
    told = list(blocks)
    for n, block in enumerate(told):
        is_lead = n + 1 < len(told) and isinstance(told[n + 1], Grid | Chart)
        added = _block_items(block, room, is_lead)
        if n and isinstance(told[n - 1], Grid):
            added[0] = dataclasses.replace(added[0], gap=_AFTER_TABLE)
        items += added
    return [*items[:-2], *(dataclasses.replace(item, kept=True) for item in items[-2:])]


def _block_items(block: Block, room: float, is_lead: bool) -> list[Item]:
    match block:
        case Heading(text, level):
            return _heading_items(text, level, room)
        case Paragraph(text):
            return _paragraph_items(text, room, is_lead)
        case ShareChart() | CountChart():
            return _chart_items(block, room)
        case _:
            return table_items(block, room)


def _chart_items(chart: Chart, room: float) -> list[Item]:
    """The chart with its caption below, never parted."""

    def draw(sheet: Sheet, top: float) -> None:
        draw_chart(sheet, chart, sheet.left, top, sheet.room)

    def caption(line: str, *, is_kept: bool) -> Item:
        def draw_caption(sheet: Sheet, top: float) -> None:
            sheet.centred(sheet.middle, top - law.BODY_SIZE, line, SERIF_ITALIC, law.BODY_SIZE)

        return Item(law.BODY_LEADING, draw_caption, kept=is_kept)

    lines = balanced_lines(bound(chart.caption), SERIF_ITALIC, law.BODY_SIZE, room * 0.9)
    last = len(lines) - 1
    return [
        Item(HEIGHT, draw, law.PARAGRAPH_GAP, kept=True),
        *(caption(t, is_kept=n < last) for n, t in enumerate(lines)),
    ]


def _heading_items(text: str, level: int, room: float) -> list[Item]:
    lines = break_lines(text, SERIF_BOLD, law.BODY_SIZE, room - law.FIRST_LINE_INDENT)
    gap = 10.0 if level == 1 else law.PARAGRAPH_GAP
    return [
        _run(line, law.FIRST_LINE_INDENT, SERIF_BOLD, 0.0, gap if n == 0 else 0.0, True)
        for n, line in enumerate(lines)
    ]


def _paragraph_items(text: str, room: float, is_lead: bool) -> list[Item]:
    """Justified lines; neither the first nor the last line of a paragraph stands alone on a page."""
    lines = break_lines(bound(text), SERIF, law.BODY_SIZE, room, room - law.FIRST_LINE_INDENT)
    last = len(lines) - 1
    items: list[Item] = []
    for n, line in enumerate(lines):
        indent = law.FIRST_LINE_INDENT if n == 0 else 0.0
        stretch = 0.0 if n == last else _stretch(line, room - indent)
        is_kept = (n == 0 and last > 0) or n == last - 1 or (n == last and is_lead)
        items.append(_run(line, indent, SERIF, stretch, law.PARAGRAPH_GAP if n == 0 else 0.0, is_kept))
    return items


def _stretch(line: str, room: float) -> float:
    spaces = line.count(" ")
    if not spaces:
        return 0.0
    extra = (room - width(line, SERIF, law.BODY_SIZE)) / spaces
    return extra if extra <= _WIDEST_STRETCH else 0.0


def _run(text: str, indent: float, face: str, stretch: float, gap: float, is_kept: bool) -> Item:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(sheet.left + indent, top - law.BODY_SIZE, text, face, law.BODY_SIZE, stretch)

    return Item(law.BODY_LEADING, draw, gap, is_kept)

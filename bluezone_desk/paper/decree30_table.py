"""A small ruled table in the body of an official paper."""

import dataclasses
from collections.abc import Sequence

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_flow import Item
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, width
from bluezone_desk.paper.wording_blocks import ColumnForm, FigureRow, Grid, ResultRow

_PAD = 5.0
_LINE = 15.5
#: Numbers end a little before their column's edge.
_RIGHT_PAD = 8.0
#: A table divided by a page's end keeps at least so many rows before and after it.
_FIRST_ROWS, _LAST_ROWS = 4, 3


def column_widths(columns: Sequence[ColumnForm], room: float) -> tuple[float, ...]:
    """Widths in points; columns of 0 mm share what the others leave of `room`."""
    fixed = sum(column.mm for column in columns) * law.MM
    loose = sum(1 for column in columns if not column.mm)
    return tuple(column.mm * law.MM or (room - fixed) / loose for column in columns)


def table_items(table: Grid, room: float) -> list[Item]:
    """Head and rows; the head is repeated where a page ends inside the table."""
    widths = column_widths(table.columns, room)
    head = _row_item(table.head, widths, table.columns, SERIF_BOLD, is_head=True, is_kept=True)
    told: Sequence[ResultRow | FigureRow] = table.rows
    rows = [
        _row_item(
            row.texts,
            widths,
            table.columns,
            SERIF_BOLD if row.is_sum else SERIF,
            is_head=False,
            is_kept=n + 1 < _FIRST_ROWS or len(told) - _LAST_ROWS <= n < len(told) - 1,
        )
        for n, row in enumerate(told)
    ]
    return [head, *(dataclasses.replace(row, again=head) for row in rows)]


def _row_item(
    cells: Sequence[str],
    widths: tuple[float, ...],
    columns: Sequence[ColumnForm],
    face: str,
    *,
    is_head: bool,
    is_kept: bool,
) -> Item:
    broken = [break_lines(c, face, law.BODY_SIZE, w - 2 * _PAD) for c, w in zip(cells, widths, strict=True)]
    high = max(len(lines) for lines in broken) * _LINE + 5.0

    def draw(sheet: Sheet, top: float) -> None:
        x = sheet.left
        for lines, wide, column in zip(broken, widths, columns, strict=True):
            y = top - (high - len(lines) * _LINE) / 2 - law.BODY_SIZE + 1.0
            for line in lines:
                side = "centre" if is_head else column.side
                sheet.text(_start(line, x, wide, face, side), y, line, face, law.BODY_SIZE)
                y -= _LINE
            sheet.upright(x, top - high, high)
            x += wide
        sheet.upright(x, top - high, high)
        sheet.rule(sheet.left, top - high, sum(widths))
        if is_head:
            sheet.rule(sheet.left, top, sum(widths))

    return Item(high, draw, 8.0 if is_head else 0.0, is_kept)


def _start(line: str, x: float, wide: float, face: str, side: str) -> float:
    """Labels start left; counts end right, so that digits stand under digits; the rest is centred."""
    long = width(line, face, law.BODY_SIZE)
    if side == "left":
        return x + _PAD
    if side == "right":
        return x + wide - _PAD - _RIGHT_PAD - long
    return x + (wide - long) / 2

"""A small ruled table in the body of an official paper."""

import dataclasses

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_flow import Item
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, width
from bluezone_desk.paper.wording_blocks import ResultTable

_PAD = 5.0
_LINE = 15.5
#: Widths of ordinal, count and share; the label takes the rest.
_ORDINAL, _COUNT, _SHARE = 32.0, 60.0, 134.0
#: A table divided by a page's end keeps at least so many rows before and after it.
_FIRST_ROWS, _LAST_ROWS = 4, 3


def table_items(table: ResultTable, room: float) -> list[Item]:
    """Head and rows; the head is repeated where a page ends inside the table."""
    columns = (_ORDINAL, room - _ORDINAL - _COUNT - _SHARE, _COUNT, _SHARE)
    head = _row_item(table.head, columns, SERIF_BOLD, is_head=True, is_kept=True)
    rows = [
        _row_item(
            row.texts,
            columns,
            SERIF_BOLD if row.is_sum else SERIF,
            is_head=False,
            is_kept=n + 1 < _FIRST_ROWS or len(table.rows) - _LAST_ROWS <= n < len(table.rows) - 1,
        )
        for n, row in enumerate(table.rows)
    ]
    return [head, *(dataclasses.replace(row, again=head) for row in rows)]


def _row_item(
    cells: tuple[str, str, str, str], columns: tuple[float, ...], face: str, *, is_head: bool, is_kept: bool
) -> Item:
    broken = [break_lines(c, face, law.BODY_SIZE, w - 2 * _PAD) for c, w in zip(cells, columns, strict=True)]
    high = max(len(lines) for lines in broken) * _LINE + 5.0

    def draw(sheet: Sheet, top: float) -> None:
        x = sheet.left
        for n, (lines, wide) in enumerate(zip(broken, columns, strict=True)):
            y = top - (high - len(lines) * _LINE) / 2 - law.BODY_SIZE + 1.0
            for line in lines:
                sheet.text(_start(line, x, wide, face, n, is_head), y, line, face, law.BODY_SIZE)
                y -= _LINE
            sheet.upright(x, top - high, high)
            x += wide
        sheet.upright(x, top - high, high)
        sheet.rule(sheet.left, top - high, sum(columns))
        if is_head:
            sheet.rule(sheet.left, top, sum(columns))

    return Item(high, draw, 8.0 if is_head else 0.0, is_kept)


def _start(line: str, x: float, wide: float, face: str, column: int, is_head: bool) -> float:
    """Labels start left; counts end right, so that digits stand under digits; the rest is centred."""
    long = width(line, face, law.BODY_SIZE)
    if column == 1 and not is_head:
        return x + _PAD
    if column == 2 and not is_head:
        return x + wide - _PAD - 8 - long
    return x + (wide - long) / 2

"""A ruled table of any length: heads repeated, rows never divided unless taller than a page, time linear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, width
from bluezone_desk.paper.register_cells import Cell, ColumnCells, Encoding

SIZE = 9.0
_LEADING = 10.5
_ROW = 14.0
_PAD = 3.0
_HEAD_LEADING = 11.0
_RULE = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """`wide` is in points. With a `sample`, cells start where that text would stand centred, so that times and
    numbers of equal length form a centred column."""

    title: str
    wide: float
    sample: str = ""

    @property
    def indent(self) -> float:
        if not self.sample:
            return _PAD
        return max(_PAD, (self.wide - width(self.sample, SERIF, SIZE)) / 2)


class RegisterTable:
    """Draws rows of texts on the sheet, turning pages; `has_marks` tells whether a letter was missing."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._columns = tuple(columns)
        self._encoding = Encoding(sheet.canvas, SERIF, SIZE)
        self._cells = [
            ColumnCells(self._encoding, SERIF, SIZE, c.wide - c.indent - _PAD + 0.5, _LEADING)
            for c in self._columns
        ]
        self._edges = [sheet.left]
        for column in self._columns:
            self._edges.append(self._edges[-1] + column.wide)
        self._head = [break_lines(c.title, SERIF_BOLD, SIZE, c.wide - 2) for c in self._columns]
        self._head_high = max(len(lines) for lines in self._head) * _HEAD_LEADING + 6

    @property
    def has_marks(self) -> bool:
        return any(cells.has_marks for cells in self._cells)

    def draw(self, rows: Iterable[Sequence[str]], top: float) -> float:
        """Draws head and rows from `top` down; the height at which the table ends on its last page."""
        sheet = self._sheet
        if top - self._head_high - 3 * _ROW < sheet.bottom:
            sheet.turn_page()
            top = sheet.top
        most = int((sheet.top - sheet.bottom - self._head_high - _ROW) / _LEADING)
        page: list[list[Cell]] = []
        heights: list[float] = []
        left = top - self._head_high - sheet.bottom
        for row in rows:
            for cells in self._row_parts(row, most):
                lines = max([cell.lines for cell in cells])
                high = _ROW + (lines - 1) * _LEADING
                if high > left and (page or top < sheet.top):
                    if page:
                        self._draw_page(page, heights, top)
                    sheet.turn_page()
                    top = sheet.top
                    left = top - self._head_high - sheet.bottom
                    page, heights = [], []
                page.append(cells)
                heights.append(high)
                left -= high
        return self._draw_page(page, heights, top)

    def _row_parts(self, row: Sequence[str], most: int) -> Iterable[list[Cell]]:
        """The row's cells; a row of more lines than a page holds goes on in further rows."""
        cells = [column.cell(text) for column, text in zip(self._cells, row, strict=True)]
        if max([cell.lines for cell in cells]) <= most:
            yield cells
            return
        yield from self._divided(row, most)

    def _divided(self, row: Sequence[str], most: int) -> Iterable[list[Cell]]:
        broken = [column.broken(text) for column, text in zip(self._cells, row, strict=True)]
        for start in range(0, max(len(lines) for lines in broken), most):
            parts = [" ".join(lines[start : start + most]) for lines in broken]
            yield [column.cell(part) for column, part in zip(self._cells, parts, strict=True)]

    def _draw_page(self, page: list[list[Cell]], heights: list[float], top: float) -> float:
        body = top - self._head_high
        code = [f"BT {_ROW:g} TL 0 Tw {self._encoding.font_code} ET"]
        extras = [high - _ROW for high in heights]
        for column, x, spec in zip(zip(*page, strict=True), self._edges, self._columns, strict=False):
            code.append(f"BT {x + spec.indent:.2f} {body + 4.2:.2f} Td")
            for cell, extra in zip(column, extras, strict=True):
                code.append(cell.code)
                if extra:
                    code.append(f"0 {(cell.lines - 1) * _LEADING - extra:g} Td")
            code.append("ET")
        code.append(self._rules(heights, top))
        self._sheet.canvas.addLiteral("\n".join(code))
        self._draw_head(top)
        return body - sum(heights)

    def _rules(self, heights: list[float], top: float) -> str:
        left, right = self._edges[0], self._edges[-1]
        levels = [top, top - self._head_high]
        for high in heights:
            levels.append(levels[-1] - high)
        across = [f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l" for y in levels]
        down = [f"{x:.2f} {top:.2f} m {x:.2f} {levels[-1]:.2f} l" for x in self._edges]
        return f"{_RULE} w {' '.join(across)} {' '.join(down)} S"

    def _draw_head(self, top: float) -> None:
        for lines, x, column in zip(self._head, self._edges, self._columns, strict=False):
            y = top - (self._head_high - len(lines) * _HEAD_LEADING) / 2 - SIZE + 0.3
            for line in lines:
                self._sheet.centred(x + column.wide / 2, y, line, SERIF_BOLD, SIZE)
                y -= _HEAD_LEADING


def fitted(columns: Sequence[Column], room: float) -> tuple[Column, ...]:
    """The columns with those without a `sample` widened or narrowed alike, so that all fill `room`."""
    fixed = sum(c.wide for c in columns if c.sample)
    loose = sum(c.wide for c in columns if not c.sample)
    part = (room - fixed) / loose
    return tuple(c if c.sample else Column(c.title, c.wide * part) for c in columns)


def points(mm: float) -> float:
    return mm * law.MM

"""A ruled table of any length: heads repeated, rows never divided unless taller than a page, time linear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, width
from bluezone_desk.paper.register_cells import Cell, ColumnCells, Encoding

_PAD = 3.0
_RULE = 0.5


@dataclass(frozen=True, slots=True)
class Type:
    """Type size, distance of lines within a cell, and height of a row of one line."""

    size: float
    leading: float
    row: float

    @property
    def drop(self) -> float:
        """From a row's upper edge to its first baseline; capitals then stand in the middle."""
        return (self.row + self.size * 0.66) / 2 - 0.2


SMALL = Type(9.0, 10.5, 14.0)
LARGE = Type(12.0, 14.5, 20.0)


@dataclass(frozen=True, slots=True)
class Column:
    """`wide` is in points. With a `sample`, cells start where that text would stand centred, so that times and
    numbers of equal length form a centred column."""

    title: str
    wide: float
    sample: str = ""

    def indent(self, size: float) -> float:
        if not self.sample:
            return _PAD
        return max(_PAD, (self.wide - width(self.sample, SERIF, size)) / 2)


class RegisterTable:
    """Draws rows of texts on the sheet, turning pages; `has_marks` tells whether a letter was missing."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], type_: Type = SMALL) -> None:
        self._sheet = sheet
        self._columns = tuple(columns)
        self._type = type_
        self._indents = [column.indent(type_.size) for column in self._columns]
        self._encoding = Encoding(sheet.canvas, SERIF, type_.size)
        self._cells = [
            ColumnCells(self._encoding, SERIF, type_.size, c.wide - indent - _PAD + 0.5, type_.leading)
            for c, indent in zip(self._columns, self._indents, strict=True)
        ]
        self._edges = [sheet.left]
        for column in self._columns:
            self._edges.append(self._edges[-1] + column.wide)
        self._head = [break_lines(c.title, SERIF_BOLD, type_.size, c.wide - 2) for c in self._columns]
        self._heads: dict[float, str] = {}
        self._head_high = max(len(lines) for lines in self._head) * type_.leading + 7

    @property
    def has_marks(self) -> bool:
        return any(cells.has_marks for cells in self._cells)

    def draw(self, rows: Iterable[Sequence[str]], top: float, sums: Sequence[str] = ()) -> float:
        """Draws head, rows and a bold row of sums from `top` down; the height at which the table ends."""
        sheet = self._sheet
        if top - self._head_high - 3 * self._type.row < sheet.bottom:
            sheet.turn_page()
            top = sheet.top
        most = int((sheet.top - sheet.bottom - self._head_high - self._type.row) / self._type.leading)
        page: list[list[Cell]] = []
        heights: list[float] = []
        left = top - self._head_high - sheet.bottom
        for cells in self._cell_rows(rows, sums, most):
            lines = max([cell.lines for cell in cells])
            high = self._type.row + (lines - 1) * self._type.leading
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

    def _cell_rows(self, rows: Iterable[Sequence[str]], sums: Sequence[str], most: int) -> Iterable[list[Cell]]:
        for row in rows:
            yield from self._row_parts(row, most)
        if sums:
            yield self._bold_cells(sums)

    def _bold_cells(self, row: Sequence[str]) -> list[Cell]:
        """Cells that change to the bold font and back."""
        size, leading = self._type.size, self._type.leading
        bold = Encoding(self._sheet.canvas, SERIF_BOLD, size)
        made = []
        for text, column, indent in zip(row, self._columns, self._indents, strict=True):
            cell = ColumnCells(bold, SERIF_BOLD, size, column.wide - indent, leading).cell(text)
            made.append(Cell(f"{bold.font_code} {cell.code} {self._encoding.font_code}", cell.lines))
        return made

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
        code = [f"BT {self._type.row:g} TL 0 Tw {self._encoding.font_code} ET"]
        extras = [high - self._type.row for high in heights]
        first = body + self._type.row - self._type.drop
        for column, x, indent in zip(zip(*page, strict=True), self._edges, self._indents, strict=False):
            code.append(f"BT {x + indent:.2f} {first:.2f} Td")
            for cell, extra in zip(column, extras, strict=True):
                code.append(cell.code)
                if extra:
                    code.append(f"0 {(cell.lines - 1) * self._type.leading - extra:g} Td")
            code.append("ET")
        code.append(self._rules(heights, top))
        code.append(self._head_code(top))
        self._sheet.canvas.addLiteral("\n".join(code))
        return body - sum(heights)

    def _rules(self, heights: list[float], top: float) -> str:
        left, right = self._edges[0], self._edges[-1]
        levels = [top, top - self._head_high]
        for high in heights:
            levels.append(levels[-1] - high)
        across = [f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l" for y in levels]
        down = [f"{x:.2f} {top:.2f} m {x:.2f} {levels[-1]:.2f} l" for x in self._edges]
        return f"{_RULE} w {' '.join(across)} {' '.join(down)} S"

    def _head_code(self, top: float) -> str:
        """The head below `top`; the same on every page but the first, so it is made twice at most."""
        if top not in self._heads:
            bold = Encoding(self._sheet.canvas, SERIF_BOLD, self._type.size)
            code = [f"BT {bold.font_code}"]
            for lines, x, column in zip(self._head, self._edges, self._columns, strict=False):
                y = top - (self._head_high - len(lines) * self._type.leading) / 2 - self._type.size + 0.3
                for line in lines:
                    start = x + (column.wide - width(line, SERIF_BOLD, self._type.size)) / 2
                    code.append(f"1 0 0 1 {start:.2f} {y:.2f} Tm({''.join(map(bold.encode, line))})Tj")
                    y -= self._type.leading
            self._heads[top] = "\n".join([*code, "ET"])
        return self._heads[top]


def fitted(columns: Sequence[Column], room: float) -> tuple[Column, ...]:
    """The columns with those without a `sample` widened or narrowed alike, so that all fill `room`."""
    fixed = sum(c.wide for c in columns if c.sample)
    loose = sum(c.wide for c in columns if not c.sample)
    part = (room - fixed) / loose
    return tuple(c if c.sample else Column(c.title, c.wide * part) for c in columns)


def points(mm: float) -> float:
    return mm * law.MM

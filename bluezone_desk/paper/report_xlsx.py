"""A report's words and figures on a sheet, from top to bottom, counts as numbers."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from tempfile import TemporaryDirectory, gettempdir

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.fonts import SERIF
from bluezone_desk.paper.wording_blocks import CountChart, Grid, Heading, Paragraph, ShareChart
from bluezone_desk.paper.wording_document import ReportText

FACE = "Times New Roman"
#: Widths of the first four columns in characters, and of all four in points.
_WIDTHS = (7, 48, 19, 22)
_MORE_WIDTH = 24
_ROOM = 470.0
_LINE = 17.0


@contextmanager
def new_book(title: str, author: str, made_at: datetime) -> Iterator[tuple[xlsxwriter.Workbook, io.BytesIO]]:
    """A workbook that holds no formula and no link, and where its bytes are once the block is left.

    Until then its rows wait in a temporary folder, which is gone afterwards whatever happens. Raises
    DeskFault(OUTPUT_FAILED) when that folder has no room for them.
    """
    out = io.BytesIO()
    try:
        with (
            TemporaryDirectory(prefix="bluezone-", ignore_cleanup_errors=True) as rows,
            _book(out, rows) as book,
        ):
            made = made_at.astimezone(UTC).replace(tzinfo=None)
            book.set_properties({"title": title, "author": author, "comments": "Bluezone Desk", "created": made})
            yield book, out
    except (OSError, FileCreateError) as error:
        raise DeskFault(Trouble.OUTPUT_FAILED, path=gettempdir()) from error


def _book(out: io.BytesIO, rows: str) -> xlsxwriter.Workbook:
    rules = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "tmpdir": rows}
    return xlsxwriter.Workbook(out, rules)


class ReportSheet:
    """Writes the report's words over four columns, and each table in cells of its own."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._sheet = book.add_worksheet("Báo cáo")
        self._sheet.set_paper(9)
        self._sheet.set_margins(left=law.LEFT_MM / 25.4, right=law.RIGHT_MM / 25.4, top=0.79, bottom=0.79)
        self._sheet.fit_to_pages(1, 0)
        for column, wide in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, wide)
        self._sheet.set_column(len(_WIDTHS), 12, _MORE_WIDTH)
        shape = {"font_name": FACE, "font_size": law.BODY_SIZE, "text_wrap": True, "valign": "top"}
        self._plain = book.add_format(shape | {"align": "justify"})
        self._left = book.add_format(shape)
        self._bold = book.add_format(shape | {"bold": True})
        self._centred = book.add_format(shape | {"align": "center"})
        self._title = book.add_format(shape | {"bold": True, "align": "center"})
        self._italic = book.add_format(shape | {"italic": True, "align": "center"})
        cell = shape | {"border": 1, "valign": "vcenter"}
        self._head = book.add_format(cell | {"bold": True, "align": "center"})
        self._cells = {
            (bold, side): book.add_format(cell | {"bold": bold, "align": align, "num_format": "#,##0"})
            for bold in (False, True)
            for side, align in (("left", "left"), ("centre", "center"), ("right", "right"))
        }
        self._row = 0

    def write(self, text: ReportText) -> None:
        for told, shape in (
            (text.parent, self._centred),
            (text.office, self._title),
            (text.number_line, self._centred),
            (text.place_and_date, self._italic),
            (law.KIND, self._title),
            (text.subject, self._title),
        ):
            self._over(told, shape)
        for name in text.addressees:
            self._over(f"Kính gửi: {name}", self._centred)
        for block in text.blocks:
            match block:
                case Heading(told):
                    self._over(told, self._bold)
                case Paragraph(told):
                    self._over(told, self._plain)
                case ShareChart() | CountChart():
                    continue
                case _:
                    self._table(block)
        for told in (*text.signature_titles, text.signatory):
            self._over(told, self._title)
        for told in ("Nơi nhận:", *text.recipients):
            self._over(told, self._left)

    def _over(self, text: str, shape: xlsxwriter.format.Format) -> None:
        """One text over the four columns, in a row as high as its lines."""
        if not text:
            return
        lines = len(break_lines(text, SERIF, law.BODY_SIZE, _ROOM))
        self._sheet.set_row(self._row, lines * _LINE)
        self._sheet.merge_range(self._row, 0, self._row, 3, "", shape)
        self._sheet.write_string(self._row, 0, text, shape)
        self._row += 1

    def _table(self, table: Grid) -> None:
        """A table without ordinals begins in the wide column, so that its labels have room."""
        first = 0 if table.columns[0].mm and table.columns[1].mm == 0 else 1
        self._sheet.set_row(self._row, 1.2 * _LINE)
        for column, told in enumerate(table.head, start=first):
            self._sheet.write_string(self._row, column, told, self._head)
        self._row += 1
        for row in table.rows:
            self._cells_of(row.values, [self._cells[row.is_sum, c.side] for c in table.columns], first)

    def _cells_of(
        self, values: Sequence[str | int], shapes: Sequence[xlsxwriter.format.Format], first: int
    ) -> None:
        self._sheet.set_row(self._row, 1.1 * _LINE)
        for column, (value, shape) in enumerate(zip(values, shapes, strict=True), start=first):
            if isinstance(value, int):
                self._sheet.write_number(self._row, column, value, shape)
            else:
                self._sheet.write_string(self._row, column, value, shape)
        self._row += 1

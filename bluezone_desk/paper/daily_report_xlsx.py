"""The daily report as a spreadsheet: its words and figures on one sheet, the register on another."""

import io
from datetime import UTC

import xlsxwriter

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.fonts import SERIF, printable
from bluezone_desk.paper.register_rows import register_columns, register_notes, register_rows
from bluezone_desk.paper.wording import INTERNAL, ReportOptions, ReportText, report_text
from bluezone_desk.paper.wording_blocks import Heading, Paragraph, ResultTable

_FACE = "Times New Roman"
#: Widths of the four columns in characters, and of all four in points.
_WIDTHS = (7, 52, 12, 24)
_ROOM = 470.0
_LINE = 17.0
#: Type size and line height of the register.
_SMALL, _SMALL_LINE = 11.0, 15.0
_CHARACTERS_PER_POINT = 1 / 5.6


def daily_report_xlsx(summary: DaySummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about one day with its counts as numbers; the register follows unless `options` say otherwise.

    Same input, same bytes; no cell is a formula or a link.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    out = io.BytesIO()
    rules = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, rules)
    made = summary.made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": text.title, "author": text.office, "comments": "Bluezone Desk", "created": made})
    _ReportSheet(book).write(text)
    if text.has_annex:
        _write_register(book, text, summary, chosen.masked)
    book.close()
    return out.getvalue()


class _ReportSheet:
    """The report's words from top to bottom, tables as cells, the rest over all four columns."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._sheet = book.add_worksheet("Báo cáo")
        self._sheet.set_paper(9)
        self._sheet.set_margins(left=law.LEFT_MM / 25.4, right=law.RIGHT_MM / 25.4, top=0.79, bottom=0.79)
        self._sheet.fit_to_pages(1, 0)
        for column, wide in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, wide)
        shape = {"font_name": _FACE, "font_size": law.BODY_SIZE, "text_wrap": True, "valign": "top"}
        self._plain = book.add_format(shape | {"align": "justify"})
        self._left = book.add_format(shape)
        self._bold = book.add_format(shape | {"bold": True})
        self._centred = book.add_format(shape | {"align": "center"})
        self._title = book.add_format(shape | {"bold": True, "align": "center"})
        self._italic = book.add_format(shape | {"italic": True, "align": "center"})
        cell = shape | {"border": 1, "valign": "vcenter"}
        self._head = book.add_format(cell | {"bold": True, "align": "center"})
        self._cells = {
            bold: tuple(
                book.add_format(cell | {"bold": bold, "align": side, "num_format": "#,##0"}) for side in _SIDES
            )
            for bold in (False, True)
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
                case ResultTable():
                    self._table(block)
        for told in (*text.signature_titles, text.signatory):
            self._over(told, self._title)
        for told in ("Nơi nhận:", *text.recipients):
            self._over(told, self._left)

    def _over(self, text: str, shape: xlsxwriter.format.Format) -> None:
        """One text over all columns, in a row as high as its lines."""
        if not text:
            return
        lines = len(break_lines(text, SERIF, law.BODY_SIZE, _ROOM))
        self._sheet.set_row(self._row, lines * _LINE)
        self._sheet.merge_range(self._row, 0, self._row, 3, "", shape)
        self._sheet.write_string(self._row, 0, text, shape)
        self._row += 1

    def _table(self, table: ResultTable) -> None:
        for column, told in enumerate(table.head):
            self._sheet.write_string(self._row, column, told, self._head)
        self._row += 1
        for row in table.rows:
            shapes = self._cells[row.is_sum]
            self._sheet.write_string(self._row, 0, row.ordinal, shapes[0])
            self._sheet.write_string(self._row, 1, row.label, shapes[1])
            self._sheet.write_number(self._row, 2, row.count, shapes[2])
            self._sheet.write_string(self._row, 3, row.share, shapes[3])
            self._row += 1


_SIDES = ("center", "left", "right", "center")


def _write_register(book: xlsxwriter.Workbook, text: ReportText, summary: DaySummary, masked: bool) -> None:
    programmes = tuple(f.programme for f in summary.figures.programmes)
    columns = register_columns(programmes, 252 * law.MM)
    sheet = book.add_worksheet("Phụ lục")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    shape = {"font_name": _FACE, "font_size": _SMALL, "valign": "top"}
    bold = book.add_format(shape | {"bold": True})
    head = book.add_format(shape | {"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = book.add_format(shape | {"border": 1, "num_format": "@", "text_wrap": True})
    number = book.add_format(shape | {"border": 1, "align": "center"})
    for row, told in enumerate((INTERNAL, text.annex_title, text.annex_reference)):
        sheet.write_string(row, 0, told, bold)
    for column, spec in enumerate(columns):
        sheet.set_column(column, column, spec.wide * _CHARACTERS_PER_POINT + 1)
        sheet.write_string(4, column, spec.title, head)
    sheet.freeze_panes(5, 0)
    sheet.repeat_rows(4)
    lines = (*summary.carried, *summary.lines)
    row = 5
    for ordinal, texts in enumerate(register_rows(lines, programmes, summary.figures.day, masked), start=1):
        high = max(_lines(told, spec.wide) for told, spec in zip(texts, columns, strict=True))
        if high > 1:
            sheet.set_row(row, high * _SMALL_LINE)
        sheet.write_number(row, 0, ordinal, number)
        for column, told in enumerate(texts[1:], start=1):
            sheet.write_string(row, column, printable(told), cell)
        row += 1
    for told in register_notes(lines, masked):
        sheet.write_string(row, 0, told, bold)
        row += 1


def _lines(text: str, wide: float) -> int:
    """How many lines a text takes in a column; most need no measuring."""
    room = wide * 1.15
    return 1 if len(text) * _SMALL * 0.9 < room else len(break_lines(printable(text), SERIF, _SMALL, room))

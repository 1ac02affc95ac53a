"""Visits as a spreadsheet: XLSX for people, CSV for other programs. No cell is ever a formula or a link."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime

import xlsxwriter

from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.report_xlsx import new_book
from bluezone_desk.paper.workbook_columns import Field, visit_fields

_SHEET = "Lượt ra vào"
#: Excel and its kin read a cell that starts like this as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST_HEADER = 200
_NO_DAY = datetime(2020, 1, 1, tzinfo=UTC)

_FORMATS = {
    "text": "@",
    "day": "dd/mm/yyyy",
    "moment": "dd/mm/yyyy hh:mm",
    "number": "0",
}


def visits_xlsx(
    lines: Sequence[VisitLine], programmes: Sequence[Programme], title: str, progress: Progress | None = None
) -> bytes:
    """The visits in their order, one a row, typed: dates are dates, ID and phone numbers are text, in full.

    Voided visits are there and say so. Written row by row, so memory stays flat. Same input, same
    bytes. `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    fields = visit_fields(programmes)
    newest = max((line.entered_at for line in lines), default=_NO_DAY)
    with new_book(title, "", newest) as (book, out):
        sheet = book.add_worksheet(_SHEET)
        formats = {
            kind: book.add_format({"num_format": shown, "valign": "top"}) for kind, shown in _FORMATS.items()
        }
        _write_head(book, sheet, fields, title, len(lines))
        for row, line in enumerate(told(lines, len(lines), progress), start=1):
            for column, field in enumerate(fields):
                _write(sheet, row, column, field.value(line), formats[field.kind])
    return out.getvalue()


def _write_head(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    fields: Sequence[Field],
    title: str,
    rows: int,
) -> None:
    bold = book.add_format(
        {"bold": True, "bg_color": "#E7F0FF", "border": 1, "text_wrap": True, "valign": "vcenter"}
    )
    for column, field in enumerate(fields):
        sheet.set_column(column, column, field.wide)
        sheet.write_string(0, column, field.title, bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(fields) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&C&B" + one_line(title)[:_LONGEST_HEADER].replace("&", "&&"))
    sheet.set_footer("&C&P/&N")


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: str | int | date | datetime | None,
    shown: xlsxwriter.format.Format,
) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, shown) if value else sheet.write_blank(row, column, None, shown)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, shown)
    elif value is not None:
        sheet.write_number(row, column, value, shown)


def visits_csv(lines: Sequence[VisitLine], programmes: Sequence[Programme], title: str = "") -> bytes:
    """The same rows as UTF-8 with byte order mark, commas and CR LF; ISO dates, times of the office's zone.

    A text that a spreadsheet would take for a formula gets a leading apostrophe. CSV has no place for a title.
    """
    fields = visit_fields(programmes)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_plain(field.title) for field in fields])
    for line in lines:
        writer.writerow([_plain(field.value(line)) for field in fields])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(value: str | int | date | datetime | None) -> str | int:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return value
    text = value or ""
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS) else text

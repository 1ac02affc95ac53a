"""A list as a sheet: words above it, typed columns with a frozen, filtered head, sums and words below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import xlsxwriter

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.fonts import SERIF_BOLD
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.report_xlsx import FACE

_SIZE, _LINE = 11.0, 15.0
_POINTS_PER_CHARACTER = 5.6
_FORMS: Final[dict[str, dict[str, str]]] = {
    "text": {"num_format": "@"},
    "number": {"num_format": "0", "align": "center"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}

Value = str | int | datetime | None


@dataclass(frozen=True, slots=True)
class ListColumn:
    """`wide` is in characters."""

    title: str
    wide: float
    kind: Literal["text", "number", "moment"] = "text"


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet. Moments are aware; they are written on the office's wall clock. `sums` is one more, bold row."""

    name: str
    above: Sequence[str]
    columns: Sequence[ListColumn]
    rows: Sequence[Sequence[Value]]
    below: Sequence[str] = ()
    sums: Sequence[Value] = ()
    is_landscape: bool = False


def write_list(
    book: xlsxwriter.Workbook,
    listed: ListSheet,
    progress: Progress | None = None,
    *,
    start: int = 0,
    total: int | None = None,
) -> None:
    """Writes the sheet from top to bottom; every text is a text, whatever it begins with.

    `progress` is told rows, of `total` when other sheets have some, `start` of them before this one. Raises
    DeskFault(WORK_CANCELLED) when it answers False.
    """
    sheet = book.add_worksheet(listed.name)
    shape = {"font_name": FACE, "font_size": _SIZE, "valign": "top"}
    over = book.add_format(shape | {"bold": True, "text_wrap": True})
    head = book.add_format(shape | {"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = shape | {"border": 1, "text_wrap": True}
    formats = [book.add_format(cell | _FORMS[column.kind]) for column in listed.columns]
    bold = [book.add_format(cell | _FORMS[c.kind] | {"bold": True}) for c in listed.columns]
    top = _shape_page(sheet, listed)
    for row, text in enumerate(listed.above):
        _write_over(sheet, row, text, listed, over)
    for column, spec in enumerate(listed.columns):
        sheet.write_string(top, column, spec.title, head)
    rows = told(listed.rows, len(listed.rows) if total is None else total, progress, start)
    for row, values in enumerate(rows, start=top + 1):
        _write_row(sheet, row, values, formats)
    end = top + len(listed.rows) + 1
    if listed.rows and listed.sums:
        _write_row(sheet, end, listed.sums, bold)
        end += 1
    for row, text in enumerate(listed.below, start=end):
        _write_over(sheet, row, text, listed, over)


def _shape_page(sheet: xlsxwriter.worksheet.Worksheet, listed: ListSheet) -> int:
    """The row of the head, which stays in sight, filters what is below it, and is printed on every page."""
    top = len(listed.above) + 1
    for column, spec in enumerate(listed.columns):
        sheet.set_column(column, column, spec.wide)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(1, len(listed.rows)), len(listed.columns) - 1)
    sheet.set_landscape() if listed.is_landscape else sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_footer("&C&P/&N")
    return top


def _write_over(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    text: str,
    listed: ListSheet,
    shape: xlsxwriter.format.Format,
) -> None:
    """One text over all columns, in a row as high as its lines."""
    shown = one_line(text)
    room = sum(column.wide for column in listed.columns) * _POINTS_PER_CHARACTER
    sheet.set_row(row, len(break_lines(shown, SERIF_BOLD, _SIZE, room)) * _LINE)
    sheet.merge_range(row, 0, row, len(listed.columns) - 1, "", shape)
    sheet.write_string(row, 0, shown, shape)


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    values: Sequence[Value],
    formats: Sequence[xlsxwriter.format.Format],
) -> None:
    for column, (value, shape) in enumerate(zip(values, formats, strict=True)):
        if isinstance(value, str) and value:
            sheet.write_string(row, column, one_line(value), shape)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, office_time(value).replace(tzinfo=None), shape)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, shape)
        else:
            sheet.write_blank(row, column, None, shape)

"""The register of visits as a sheet of a workbook: as a paper of its own, and as the daily report's annex."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache

import xlsxwriter

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.decree30 import LANDSCAPE_ROOM
from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.fonts import SERIF
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register_rows import register_columns, register_notes, register_rows
from bluezone_desk.paper.register_table import Column
from bluezone_desk.paper.register_words import kept_lines, register_words
from bluezone_desk.paper.report_xlsx import FACE, new_book

#: Type size and line height.
_SIZE, _LINE = 11.0, 15.0
_CHARACTERS_PER_POINT = 1 / 5.6
_MOMENTS = ("Vào", "Ra")
#: A time of the register's own day; any other carries a date or a sign and stays text.
_TIME = re.compile(r"\d\d:\d\d")


def register_xlsx(
    lines: Sequence[VisitLine],
    office: Office,
    day_from: date,
    day_to: date,
    made_at: datetime,
    *,
    masked: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """The register of these visits as it is printed, with a frozen, filtered head. Same input, same bytes.

    For columns with dates and whole numbers see `workbook.visits_xlsx`. Raises DeskFault(WORK_CANCELLED).
    """
    words = register_words(office, day_from, day_to, masked)
    with new_book(words.title.capitalize(), words.office, made_at) as (book, out):
        above = [part for part in (words.box, words.office, words.title) if part]
        write_register(
            book, "Sổ ra vào", above, lines, office.programmes, words.day, masked=masked, progress=progress
        )
    return out.getvalue()


def write_register(
    book: xlsxwriter.Workbook,
    name: str,
    above: Sequence[str],
    lines: Sequence[VisitLine],
    programmes: Sequence[Programme],
    day: date | None,
    *,
    masked: bool,
    progress: Progress | None = None,
) -> None:
    """A sheet with the lines `above`, an empty row, the head, the rows and the notes.

    Written row by row, so memory stays flat. Raises DeskFault(WORK_CANCELLED).
    """
    kept = kept_lines(lines)
    columns = register_columns(programmes, LANDSCAPE_ROOM)
    sheet = book.add_worksheet(name)
    shape = {"font_name": FACE, "font_size": _SIZE, "valign": "top"}
    bold = book.add_format(shape | {"bold": True})
    head = book.add_format(shape | {"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = book.add_format(shape | {"border": 1, "num_format": "@", "text_wrap": True})
    number = book.add_format(shape | {"border": 1, "align": "center"})
    moment = book.add_format(shape | {"border": 1, "align": "center", "num_format": "hh:mm"})
    for row, text in enumerate(above):
        sheet.write_string(row, 0, text, bold)
    row = len(above) + 1
    _write_head(sheet, columns, row, len(kept), head)
    rows = register_rows(kept, programmes, day, masked)
    for ordinal, texts in enumerate(told(rows, len(kept), progress), start=1):
        row += 1
        high = max(_lines(text, spec.wide) for text, spec in zip(texts, columns, strict=True))
        if high > 1:
            sheet.set_row(row, high * _LINE)
        sheet.write_number(row, 0, ordinal, number)
        for column, text in enumerate(texts[1:], start=1):
            _write_cell(sheet, row, column, text, moment if columns[column].title in _MOMENTS else None, cell)
    for below, text in enumerate(register_notes(kept, masked), start=1):
        sheet.write_string(row + below, 0, text, bold)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    text: str,
    moment: xlsxwriter.format.Format | None,
    cell: xlsxwriter.format.Format,
) -> None:
    """A time in a column of moments is a time; everything else is text."""
    if moment is not None and _TIME.fullmatch(text):
        sheet.write_datetime(row, column, time.fromisoformat(text), moment)
    else:
        sheet.write_string(row, column, _shown(text), cell)


def _write_head(
    sheet: xlsxwriter.worksheet.Worksheet,
    columns: Sequence[Column],
    row: int,
    rows: int,
    shape: xlsxwriter.format.Format,
) -> None:
    """Titles that stay in sight, filter what is below them, and are printed on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for column, spec in enumerate(columns):
        sheet.set_column(column, column, spec.wide * _CHARACTERS_PER_POINT + 1)
        sheet.write_string(row, column, spec.title, shape)
    sheet.freeze_panes(row + 1, 0)
    sheet.repeat_rows(row)
    sheet.autofilter(row, 0, row + max(1, rows), len(columns) - 1)


#: Hosts, purposes and places come again and again.
_shown = lru_cache(maxsize=8192)(one_line)


@lru_cache(maxsize=8192)
def _lines(text: str, wide: float) -> int:
    """How many lines a text takes in a column; most need no measuring."""
    room = wide * 1.15
    return 1 if len(text) * _SIZE * 0.9 < room else len(break_lines(_shown(text), SERIF, _SIZE, room))

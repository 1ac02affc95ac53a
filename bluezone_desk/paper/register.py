"""The register of visits: as annex of the daily report, and as a paper of its own for any span of days."""

from collections.abc import Iterable, Sequence
from datetime import date

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import balanced_lines, bound, break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import (
    MISSING_MARK,
    SERIF_BOLD,
    SERIF_ITALIC,
    require_glyphs,
    width,
)
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register_rows import register_columns, register_notes, register_rows
from bluezone_desk.paper.register_table import RegisterTable
from bluezone_desk.paper.register_words import kept_lines, register_words
from bluezone_desk.paper.wording_document import INTERNAL, ReportText

_NOTE_SIZE = 10.0
_NOTE_LINE = 13.0
_TITLE_LINE = 17.0
_BOX_ROOM = 10.0


def register_pdf(
    lines: Sequence[VisitLine],
    office: Office,
    day_from: date,
    day_to: date,
    masked: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """The register of these visits on landscape A4, in the lines' order. Same input, same bytes.

    With whole numbers it says that it stays inside the office. Raises DeskFault(GLYPH_MISSING) for the office's
    own name; a visitor's letter the font lacks is marked. `progress` is told rows; raises
    DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = register_words(office, day_from, day_to, masked)
    require_glyphs(words.office, SERIF_BOLD)
    for programme in office.programmes:
        require_glyphs(programme.name, SERIF_BOLD)
    sheet = Sheet(words.title.capitalize(), words.office, law.A4_LANDSCAPE)
    top = sheet.top
    if words.box:
        draw_internal(sheet)
        top -= _BOX_ROOM
    for line in balanced_lines(words.office, SERIF_BOLD, law.AGENCY_SIZE, sheet.room * 0.7):
        sheet.centred(sheet.middle, top - law.AGENCY_SIZE, line, SERIF_BOLD, law.AGENCY_SIZE)
        top -= _TITLE_LINE
    top = draw_title(sheet, words.title, top - 4)
    _draw_register(sheet, lines, office.programmes, top - 8, day=words.day, masked=masked, progress=progress)
    return sheet.finish()


def draw_annex(
    sheet: Sheet,
    text: ReportText,
    lines: Iterable[VisitLine],
    programmes: Sequence[Programme],
    day: date,
    masked: bool,
    progress: Progress | None = None,
) -> None:
    """The register as the report's annex: the three heading lines of Decree 30/2020, own page numbers."""
    sheet.start_part(law.A4_LANDSCAPE)
    draw_internal(sheet)
    top = draw_annex_heading(sheet, text)
    _draw_register(sheet, lines, programmes, top - 8, day=day, masked=masked, progress=progress)


def draw_annex_heading(sheet: Sheet, text: ReportText) -> float:
    """ "Phụ lục", the annex's title and the report it belongs to; the height below them."""
    sheet.centred(sheet.middle, sheet.top - law.TITLE_SIZE, "Phụ lục", SERIF_BOLD, law.TITLE_SIZE)
    top = draw_title(sheet, text.annex_title, sheet.top - _TITLE_LINE - 2)
    for line in balanced_lines(bound(text.annex_reference), SERIF_ITALIC, law.BODY_SIZE, sheet.room * 0.9):
        sheet.centred(sheet.middle, top - law.BODY_SIZE, line, SERIF_ITALIC, law.BODY_SIZE)
        top -= _TITLE_LINE
    return top


def draw_title(sheet: Sheet, title: str, top: float) -> float:
    """Bold centred lines from `top` down; the height below them."""
    for line in balanced_lines(title, SERIF_BOLD, law.TITLE_SIZE, sheet.room * 0.9):
        sheet.centred(sheet.middle, top - law.TITLE_SIZE, line, SERIF_BOLD, law.TITLE_SIZE)
        top -= _TITLE_LINE + 1
    return top


def draw_internal(sheet: Sheet) -> None:
    """Box 11 of the decree: the annex names people, and stays inside the office."""
    wide = width(INTERNAL, SERIF_BOLD, law.BODY_SIZE) + 12
    sheet.box(sheet.left, sheet.top - 20, wide, 20)
    sheet.text(sheet.left + 6, sheet.top - 14.5, INTERNAL, SERIF_BOLD, law.BODY_SIZE)


def _draw_register(
    sheet: Sheet,
    lines: Iterable[VisitLine],
    programmes: Sequence[Programme],
    top: float,
    *,
    day: date | None,
    masked: bool,
    progress: Progress | None,
) -> None:
    kept = kept_lines(lines)
    table = RegisterTable(sheet, register_columns(programmes, sheet.room))
    rows = register_rows(kept, programmes, day, masked)
    bottom = table.draw(told(rows, len(kept), progress) if progress else rows, top)
    notes = register_notes(kept, masked)
    if table.has_marks:
        notes.append(f"{MISSING_MARK} Chữ không có trong phông chữ của văn bản; xem tên đầy đủ trong sổ trên máy.")
    draw_notes(sheet, notes, bottom)


def draw_notes(sheet: Sheet, notes: Iterable[str], top: float) -> float:
    """Small lines below a table, on a further page when there is no room left; the height below them."""
    shown = [line for note in notes for line in break_lines(note, SERIF_ITALIC, _NOTE_SIZE, sheet.room)]
    if top - 6 - len(shown) * _NOTE_LINE < sheet.bottom:
        sheet.turn_page()
        top = sheet.top
    for n, line in enumerate(shown):
        sheet.text(sheet.left, top - 16 - n * _NOTE_LINE, line, SERIF_BOLD if n == 0 else SERIF_ITALIC, _NOTE_SIZE)
    return top - 6 - len(shown) * _NOTE_LINE

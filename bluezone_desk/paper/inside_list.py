"""The evacuation list: who is inside now, for calling names in the yard."""

from collections.abc import Sequence
from datetime import datetime

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import balanced_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, SERIF_ITALIC, require_glyphs
from bluezone_desk.paper.inside_words import (
    TITLE,
    inside_columns,
    inside_count,
    inside_moment,
    inside_notes,
    inside_rows,
    those_inside,
)
from bluezone_desk.paper.list_sheet import MARK_NOTE
from bluezone_desk.paper.register import draw_notes, draw_title
from bluezone_desk.paper.register_table import LARGE, RegisterTable


def inside_list(lines: Sequence[VisitLine], office: Office, made_at: datetime) -> bytes:
    """Everyone without an exit, by name, with host, entry, pass and a box to tick; the count stands first.

    Companions have no line of their own and are counted beside their visitor. Raises DeskFault(GLYPH_MISSING)
    for the office's own name.
    """
    inside = those_inside(lines)
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    sheet = Sheet(TITLE.capitalize(), name)
    top = sheet.top
    for text in balanced_lines(name, SERIF_BOLD, law.AGENCY_SIZE, sheet.room * 0.8):
        sheet.centred(sheet.middle, top - law.AGENCY_SIZE, text, SERIF_BOLD, law.AGENCY_SIZE)
        top -= 16
    top = draw_title(sheet, TITLE, top - 6)
    sheet.centred(sheet.middle, top - law.BODY_SIZE, inside_moment(made_at), SERIF_ITALIC, law.BODY_SIZE)
    sheet.centred(sheet.middle, top - 38, inside_count(inside), SERIF_BOLD, law.TITLE_SIZE)
    if inside:
        _draw_list(sheet, inside, made_at, top - 52)
    return sheet.finish()


def _draw_list(sheet: Sheet, inside: Sequence[VisitLine], made_at: datetime, top: float) -> None:
    """Numbers end under each other: two spaces are as wide as one digit."""
    table = RegisterTable(sheet, inside_columns(sheet.room), LARGE)
    rows = ((f"{row[0]:>4}".replace(" ", "  "), *row[1:]) for row in inside_rows(inside, made_at))
    bottom = table.draw(rows, top)
    draw_notes(sheet, [*inside_notes(inside), *([MARK_NOTE] if table.has_marks else [])], bottom - 4)

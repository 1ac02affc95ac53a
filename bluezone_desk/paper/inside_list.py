"""The evacuation list: who is inside now, for calling names in the yard."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, require_glyphs
from bluezone_desk.paper.inside_words import (
    TITLE,
    inside_columns,
    inside_count,
    inside_moment,
    inside_notes,
    inside_rows,
    those_inside,
)
from bluezone_desk.paper.list_sheet import MARK_NOTE, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register import draw_notes
from bluezone_desk.paper.register_table import LARGE, RegisterTable


def inside_list(
    lines: Sequence[VisitLine], office: Office, made_at: datetime, progress: Progress | None = None
) -> bytes:
    """Everyone without an exit, by name, with host, entry, pass and a box to tick; the count stands first.

    Companions have no line of their own and are counted beside their visitor. Raises DeskFault(GLYPH_MISSING)
    for the office's own name. `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    inside = those_inside(lines)
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    sheet = Sheet(TITLE.capitalize(), name)
    top = start_list(sheet, name, TITLE, inside_moment(made_at))
    sheet.centred(sheet.middle, top - 18, inside_count(inside), SERIF_BOLD, law.TITLE_SIZE)
    if inside:
        # Numbers end under each other: two spaces are as wide as one digit.
        rows = [(f"{row[0]:>4}".replace(" ", "  "), *row[1:]) for row in inside_rows(inside, made_at)]
        _draw_list(sheet, inside, told(rows, len(rows), progress), top - 32)
    return sheet.finish()


def _draw_list(sheet: Sheet, inside: Sequence[VisitLine], rows: Iterable[Sequence[str]], top: float) -> None:
    table = RegisterTable(sheet, inside_columns(sheet.room), LARGE)
    bottom = table.draw(rows, top)
    draw_notes(sheet, [*inside_notes(inside), *([MARK_NOTE] if table.has_marks else [])], bottom - 4)

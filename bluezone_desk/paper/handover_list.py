"""The shift's hand-over: who is inside, which passes are out, what happened, and two places to sign."""

from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, require_glyphs
from bluezone_desk.paper.handover_words import TITLE, handover_columns, handover_rows, handover_words
from bluezone_desk.paper.list_sheet import MARK_NOTE, draw_lines, draw_signatures, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register import draw_notes
from bluezone_desk.paper.register_table import RegisterTable, Type

_TYPE = Type(11.0, 13.0, 18.0)


def handover_list(handover: Handover, office: Office, progress: Progress | None = None) -> bytes:
    """The hand-over on one portrait A4 sheet and as many as the list needs. Same input, same bytes.

    Raises DeskFault(GLYPH_MISSING) for the office's own name and its desk's. `progress` is told rows; raises
    DeskFault(WORK_CANCELLED) when it answers False.
    """
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    require_glyphs(office.desk_name, SERIF_BOLD)
    words = handover_words(handover, office)
    sheet = Sheet(TITLE.capitalize(), name)
    top = start_list(sheet, name, TITLE, words.circumstances)
    top = draw_lines(sheet, words.figures, top - 4)
    if handover.inside:
        table = RegisterTable(sheet, handover_columns(sheet.room, handover), _TYPE)
        rows = ((f"{row[0]:>3}".replace(" ", "  "), *row[1:]) for row in handover_rows(handover))
        top = table.draw(told(rows, len(handover.inside), progress), top - 6)
        top = draw_notes(sheet, [*words.notes, *([MARK_NOTE] if table.has_marks else [])], top)
    top = draw_lines(sheet, [words.noted], top - 8)
    draw_signatures(sheet, words.signatures, top)
    return sheet.finish()

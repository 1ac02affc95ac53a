"""The contact list of one visit: who was inside with the visitor, in full, for inside use only."""

from collections.abc import Sequence

from bluezone_desk.domain.contact_list import Contact, ContactList
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.contact_words import contact_columns, contact_notes, contact_rows, contact_words
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, require_glyphs
from bluezone_desk.paper.list_sheet import MARK_NOTE, draw_lines, draw_signatures, keep_together, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register import draw_notes
from bluezone_desk.paper.register_table import RegisterTable

#: A title, the table's head and three rows.
_TITLE_AND_ROWS = 96.0


def contact_list_pdf(found: ContactList, office: Office, progress: Progress | None = None) -> bytes:
    """The list on landscape A4, with whole numbers, marked as staying inside the office. Same input, same bytes.

    Certain overlaps come first, estimated ones apart. Raises DeskFault(GLYPH_MISSING) for the office's own name.
    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = contact_words(found)
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    sheet = Sheet(words.title.capitalize(), name, law.A4_LANDSCAPE)
    top = start_list(sheet, name, words.title, words.circumstances, is_internal=True)
    top = draw_lines(sheet, words.subject, top)
    has_marks, done, total = False, 0, len(found.rows) + len(found.estimated)
    for title, contacts in ((words.certain_title, found.rows), (words.estimated_title, found.estimated)):
        top = keep_together(sheet, top - 8, _TITLE_AND_ROWS if contacts else 0)
        top = draw_lines(sheet, [title], top, SERIF_BOLD)
        if contacts:
            table = RegisterTable(sheet, contact_columns(sheet.room))
            top = table.draw(told(_aligned(contacts, found), total, progress, done), top - 4)
            done += len(contacts)
            has_marks = has_marks or table.has_marks
    notes = contact_notes(found) + ([MARK_NOTE] if has_marks else [])
    top = draw_notes(sheet, notes, top)
    draw_signatures(sheet, words.signatures, top - 8)
    return sheet.finish()


def _aligned(contacts: Sequence[Contact], found: ContactList) -> list[list[str]]:
    """Numbers end under each other: two spaces are as wide as one digit."""
    rows = []
    for row in contact_rows(contacts, found.subject.day):
        texts = list(row)
        texts[0], texts[10] = (f"{texts[0]:>3}".replace(" ", "  "), f"{texts[10]:>4}".replace(" ", "  "))
        rows.append(texts)
    return rows

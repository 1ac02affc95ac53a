"""The top of an office's own list: its name, a title, one line of circumstances; and places to sign below."""

from collections.abc import Sequence

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import balanced_lines, break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import MISSING_MARK, SERIF, SERIF_BOLD, SERIF_ITALIC, drawable
from bluezone_desk.paper.register import draw_internal, draw_title

#: Said below a table in which a letter is missing.
MARK_NOTE = f"{MISSING_MARK} Chữ không có trong phông chữ của văn bản; xem tên đầy đủ trong sổ trên máy."

_LINE = 16.0
_SIGNATURE_HIGH = 110.0


def start_list(sheet: Sheet, office: str, title: str, circumstances: str, *, is_internal: bool = False) -> float:
    """Draws the top of the first page; the height below it. `office` is upper case, its letters known."""
    top = sheet.top
    if is_internal:
        draw_internal(sheet)
        top -= 10
    for line in balanced_lines(office, SERIF_BOLD, law.AGENCY_SIZE, sheet.room * 0.7):
        sheet.centred(sheet.middle, top - law.AGENCY_SIZE, line, SERIF_BOLD, law.AGENCY_SIZE)
        top -= _LINE
    top = draw_title(sheet, title, top - 6)
    for line in balanced_lines(circumstances, SERIF_ITALIC, law.BODY_SIZE, sheet.room * 0.9):
        sheet.centred(sheet.middle, top - law.BODY_SIZE, line, SERIF_ITALIC, law.BODY_SIZE)
        top -= _LINE
    return top - 4


def draw_lines(sheet: Sheet, texts: Sequence[str], top: float, face: str = SERIF) -> float:
    """Wrapped lines from the left edge, on further pages when needed; the height below them."""
    for text in texts:
        for line in break_lines(drawable(text, face), face, law.BODY_SIZE, sheet.room):
            if top - _LINE < sheet.bottom:
                sheet.turn_page()
                top = sheet.top
            sheet.text(sheet.left, top - law.BODY_SIZE, line, face, law.BODY_SIZE)
            top -= _LINE
    return top


def draw_signatures(sheet: Sheet, places: Sequence[tuple[str, str]], top: float) -> None:
    """Side by side: who signs, in bold, and the name below when it is known. Never divided by a page."""
    top = keep_together(sheet, top, _SIGNATURE_HIGH)
    wide = sheet.room / len(places)
    for n, (title, name) in enumerate(places):
        middle = sheet.left + (n + 0.5) * wide
        sheet.centred(middle, top - 24, title, SERIF_BOLD, law.BODY_SIZE)
        sheet.centred(middle, top - 40, "(Ký, ghi rõ họ tên)", SERIF_ITALIC, law.BODY_SIZE)
        shown = drawable(name, SERIF_BOLD)
        for below, line in enumerate(balanced_lines(shown, SERIF_BOLD, law.BODY_SIZE, wide * 0.9)):
            sheet.centred(middle, top - 100 - below * _LINE, line, SERIF_BOLD, law.BODY_SIZE)


def keep_together(sheet: Sheet, top: float, high: float) -> float:
    """`top`, or the top of a new page when less than `high` points are left below it."""
    if top - high >= sheet.bottom:
        return top
    sheet.turn_page()
    return sheet.top

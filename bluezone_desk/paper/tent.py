"""The table tent: A4 folded across the middle, the same face towards the visitor and towards the queue."""

from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import fit, plain, too_long
from bluezone_desk.paper.poster_panel import card, foot_blocks, panels
from bluezone_desk.paper.poster_sheet import MM, PALE_BLUE, SECOND_INK, Face, Sheet
from bluezone_desk.paper.poster_text import PosterText
from bluezone_desk.paper.poster_wording import FOLD

_WIDTH, _HEIGHT = 210.0, 297.0
_PANEL = 92.0
_MARGIN = 10.0
_SCALE = 0.285
#: Least side of a tent's code in mm (domain notes 8.3 ask for 50); several codes share the width.
_LEAST, _LEAST_SHARED = 70.0, 50.0
_FOLD = "#8FA3BF"


def tent(text: PosterText, size: str) -> tuple[Face, ...]:
    """One sheet with two faces, the upper one upside down; `size` is A4."""
    least = _LEAST if len(text.codes) == 1 else _LEAST_SHARED

    def draw(sheet: Sheet) -> None:
        half = _HEIGHT / 2
        sheet.canvas.saveState()
        sheet.canvas.translate(_WIDTH * MM, _HEIGHT * MM)
        sheet.canvas.rotate(180)
        _face(Sheet(sheet.canvas, _WIDTH, half), text, least)
        sheet.canvas.restoreState()
        _face(sheet.part(0, half, _WIDTH, half), text, least)
        sheet.dashes(0, half, _WIDTH, half, _FOLD)
        told = fit(
            plain(FOLD.vi + (f" · {FOLD.en}" if text.is_bilingual else ""), fonts.SANS), 6.5, 6, 200, 1, "fold"
        )
        sheet.text(told, _WIDTH - 4, half + 0.6, SECOND_INK, "right")

    return (Face(_WIDTH, _HEIGHT, draw, text.links * 2, least),)


def _face(face: Sheet, text: PosterText, least: float) -> None:
    """Blue panel at the left, codes at the right."""
    panel_width = _PANEL if len(text.codes) == 1 else _PANEL - 15
    width = (panel_width - 2 * _MARGIN) * MM
    face.band(0, 0, panel_width, face.height)
    directive, place = foot_blocks(text, _SCALE, width)
    foot = (directive.height + place.height) / MM + _MARGIN
    for panel in panels(text, width, _SCALE):
        used = (panel.heading_height + panel.steps_height + 52 * panel.scale) / MM
        if used <= face.height - foot - 1.6 * _MARGIN:
            break
    y = (face.height - foot - used) / 2 + 0.3 * _MARGIN
    y = panel.draw_heading(face, _MARGIN, y) + 52 * panel.scale / MM
    panel.draw_steps(face, _MARGIN, y)
    y = face.text(directive, _MARGIN, face.height - foot, PALE_BLUE)
    face.text(place, _MARGIN, y, PALE_BLUE)
    room = face.width - panel_width
    text.require_room(room - 4, least)
    made = card(text, room - 4, face.height - 2 * _MARGIN, 0.34, MM)
    if made.side < least:
        raise too_long("link", text.links[0])
    made.draw(face, panel_width + 2, (face.height - made.height) / 2)

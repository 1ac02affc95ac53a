"""Pictures for screens: 1920x1080 for halls and lifts, 1080x1920 for standing displays. Lengths in pixels."""

from bluezone_desk.paper.layout import too_long
from bluezone_desk.paper.poster_panel import Card, Panel, card, foot_blocks, panels
from bluezone_desk.paper.poster_sheet import BLUE, NIGHT, PALE_BLUE, WHITE, Face, Sheet
from bluezone_desk.paper.poster_text import PosterText

_LONG, _SHORT = 1920, 1080
#: A code takes at least a quarter of the short side (domain notes 8.3).
_LEAST = _SHORT / 4
_MARGIN = 105
_PAD = 24
#: Keeps the square quiet zone inside the card's round corners.
_INSET = 40


def wide(text: PosterText, size: str) -> tuple[Face, ...]:
    """The picture for a lying screen; `size` has no meaning here."""

    def draw(sheet: Sheet) -> None:
        sheet.band(0, 0, _LONG, _SHORT, BLUE, NIGHT)
        width = 750 if len(text.codes) == 1 else 930
        made = card(text, width, 850, 1.0, sheet.unit, _INSET)
        left = _LONG - _MARGIN - width
        _boxed(sheet, made, left, (_SHORT - made.height) / 2)
        column = left - 2 * _MARGIN + 20
        directive, place = foot_blocks(text, 1.0, column)
        foot = directive.height + place.height + 50
        panel = _fitting(text, column, 1.0, _SHORT - foot - 2 * 60)
        y = (_SHORT - foot - panel.heading_height - 52 * panel.scale - panel.steps_height) / 2 + 20
        y = panel.draw_heading(sheet, _MARGIN, y) + 52 * panel.scale
        panel.draw_steps(sheet, _MARGIN, y)
        y = sheet.text(directive, _MARGIN, _SHORT - foot, PALE_BLUE)
        sheet.text(place, _MARGIN, y, PALE_BLUE)

    return (Face(_LONG, _SHORT, draw, text.links, _LEAST, 1.0),)


def tall(text: PosterText, size: str) -> tuple[Face, ...]:
    """The picture for a standing screen; `size` has no meaning here."""

    def draw(sheet: Sheet) -> None:
        sheet.band(0, 0, _SHORT, _LONG, BLUE, NIGHT)
        column = _SHORT - 2 * 90
        directive, place = foot_blocks(text, 1.05, column)
        foot = directive.height + place.height + 60
        for panel in panels(text, column, 1.05 if len(text.codes) == 1 else 1.4):
            steps = panel.steps_height + 60 * panel.scale
            room = _LONG - 90 - panel.heading_height - steps - foot - 90
            made = card(text, column, room - 2 * _PAD, 1.0, sheet.unit, _INSET)
            if made.side >= (560 if len(text.codes) == 1 else _LEAST):
                break
        slack = max(0.0, room - made.height - 2 * _PAD) / 4
        y = panel.draw_heading(sheet, 90, 80 + slack) + 45 + slack
        _boxed(sheet, made, 90, y + _PAD)
        y += made.height + 2 * _PAD + 45 * panel.scale + slack
        panel.draw_steps(sheet, 90, y)
        y = sheet.text(directive, 90, _LONG - foot, PALE_BLUE)
        sheet.text(place, 90, y, PALE_BLUE)

    return (Face(_SHORT, _LONG, draw, text.links, _LEAST, 1.0),)


def _boxed(sheet: Sheet, made: Card, x: float, y: float) -> None:
    sheet.box(x, y - _PAD, made.width, made.height + 2 * _PAD, WHITE, 44)
    made.draw(sheet, x, y)


def _fitting(text: PosterText, width: float, scale: float, height: float) -> Panel:
    for panel in panels(text, width, scale):
        if panel.heading_height + panel.steps_height + 52 * panel.scale <= height:
            return panel
    raise too_long("headline", text.headline.vi)

"""The foot of an upright page: the directive at the left, the place at the right, the proof line on the edge."""

from dataclasses import dataclass

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import Block, plain
from bluezone_desk.paper.poster_sheet import MM, SECOND_INK, Sheet
from bluezone_desk.paper.poster_text import PosterText, Type

_SIZE, _FLOOR = 11.0, 7.5
_DIRECTIVE_SHARE = 0.62
#: Height of the proof line in mm.
_EDGE = 2.6


@dataclass(frozen=True, slots=True)
class Foot:
    """Fitted texts of the foot. Lengths in mm; `is_stacked` when a long text takes the whole width."""

    directive: Block
    place: Block
    is_stacked: bool
    has_edge: bool
    scale: float

    @property
    def _texts(self) -> float:
        heights = (self.directive.height / MM, self.place.height / MM)
        return sum(heights) if self.is_stacked else max(heights)

    @property
    def height(self) -> float:
        """From the line above the foot to the bottom of the page."""
        return self._texts + 6 * self.scale + (_EDGE if self.has_edge else 0)

    def draw(self, sheet: Sheet, margin: float, edge: Block) -> None:
        """Draws the foot at the bottom of the sheet; `edge` is the proof line, or empty."""
        top = sheet.height - self.height
        sheet.line(0, top, sheet.width, top)
        top += 2.6 * self.scale
        if self.is_stacked:
            sheet.text(self.place, margin, sheet.text(self.directive, margin, top, SECOND_INK), SECOND_INK)
        else:
            middle = top + self._texts / 2
            sheet.text(self.directive, margin, middle - self.directive.height / MM / 2, SECOND_INK)
            right = sheet.width - margin
            sheet.text(self.place, right, middle - self.place.height / MM / 2, SECOND_INK, "right")
        sheet.text(edge, margin, sheet.height - 1.9 * self.scale - edge.height / MM, SECOND_INK)


def foot(text: PosterText, scale: float, width: float, *, has_edge: bool) -> Foot:
    """The foot in `width` mm: side by side when both fit on two lines, else one above the other.

    Raises DeskFault(TEXT_TOO_LONG) naming "place" or "directive".
    """
    try:
        blocks = _beside(text, Type(scale), width * MM)
    except DeskFault as fault:
        if fault.code is not Trouble.TEXT_TOO_LONG:
            raise
        return Foot(*_stacked(text, Type(scale), width * MM), True, has_edge, scale)
    return Foot(*blocks, False, has_edge, scale)


def _beside(text: PosterText, type_: Type, width: float) -> tuple[Block, Block]:
    directive, place = plain(text.directive, fonts.SANS), plain(text.place_line, fonts.SANS)
    room = width * (0.97 - _DIRECTIVE_SHARE) if directive else width
    right = type_.fit(place, _SIZE, _FLOOR, room, 2, "place")
    left = type_.fit(directive, _SIZE, _FLOOR, width * 0.97 - right.width, 2, "directive")
    if not directive or left.size >= right.size:
        return left, right
    size = left.size / type_.scale
    return left, type_.fit(place, size, size, room, 2, "place")


def _stacked(text: PosterText, type_: Type, width: float) -> tuple[Block, Block]:
    return (
        type_.fit(plain(text.directive, fonts.SANS), _FLOOR, _FLOOR, width, 3, "directive"),
        type_.fit(plain(text.place_line, fonts.SANS), _FLOOR, _FLOOR, width, 4, "place"),
    )

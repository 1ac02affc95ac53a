"""One face of a poster: millimetres from its upper left corner, points for type, and the house's colours."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import ASCENT, LEADING, Block, line_width
from bluezone_desk.paper.logo import Logo
from bluezone_desk.paper.qr_drawing import QrCode, draw_qr

MM = 72 / 25.4

# On a black-and-white printer the band turns dark grey under white letters, and every ink stays at 4.5:1 on white.
WHITE = "#FFFFFF"
INK = "#10233C"
SECOND_INK = "#4A5D76"
LINE = "#DBE3EE"
BLUE = "#0A5BD3"
DEEP_BLUE = "#0B2A75"
NIGHT = "#0B2447"
LIGHT = "#E7F0FF"
PALE_AMBER = "#FFF3DD"
PALE_BLUE = "#D6E4FB"

#: A logo plate's margin, in parts of its height.
PLATE_EDGE = 0.09

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Face:
    """One page to draw. Lengths in mm, or in pixels when `unit` is 1; `links` has one entry for each code on it.

    `minimum_side` is the least side of each code, without its quiet zone.
    """

    width: float
    height: float
    draw: "Callable[[Sheet], None]"
    links: tuple[str, ...] = ()
    minimum_side: float = 0.0
    unit: float = MM


class Sheet:
    """Draws on a reportlab canvas whose origin is the face's lower left corner. Lengths in mm, y downwards.

    A screen counts in pixels instead: its `unit` is 1 point.
    """

    def __init__(
        self, canvas: Any, width: float, height: float, unit: float = MM, corner: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        self.canvas = canvas
        self.left, self.bottom = corner
        self.width = width
        self.height = height
        self.unit = unit

    def _y(self, y: float) -> float:
        return (self.bottom + self.height - y) * self.unit

    def _x(self, x: float) -> float:
        return (self.left + x) * self.unit

    def part(self, x: float, y: float, width: float, height: float) -> "Sheet":
        """A smaller sheet lying on this one, with its own upper left corner."""
        return Sheet(
            self.canvas, width, height, self.unit, (self.left + x, self.bottom + self.height - y - height)
        )

    def text(self, block: Block, x: float, y: float, colour: str, align: Align = "left") -> float:
        """Draws `block` with its top at `y`; `x` is its left edge, middle or right edge. Returns its bottom."""
        text = self.canvas.beginText()
        text.setFillColor(colour)
        baseline = self._y(y) - ASCENT * block.size
        for line in block.lines:
            taken = line_width(line, block.size) * {"left": 0, "centre": 0.5, "right": 1}[align]
            text.setTextOrigin(self._x(x) - taken, baseline)
            for run in line:
                text.setFont(fonts.font(run.face).fontName, block.size)
                text.textOut(run.text)
            baseline -= LEADING * block.size
        self.canvas.drawText(text)
        return y + block.height / self.unit

    def disc(self, x: float, y: float, diameter: float, label: str, fill: str, ink: str) -> None:
        """A numbered disc; (x, y) is its upper left."""
        radius = diameter / 2
        self.canvas.setFillColor(fill)
        self.canvas.circle(self._x(x + radius), self._y(y + radius), radius * self.unit, stroke=0, fill=1)
        size = diameter * 0.52 * self.unit
        self.canvas.setFillColor(ink)
        self.canvas.setFont(fonts.font(fonts.SANS_BOLD).fontName, size)
        # Figures stand 0.7 of the size high; the disc's middle is theirs.
        self.canvas.drawCentredString(self._x(x + radius), self._y(y + radius) - 0.355 * size, label)

    def band(
        self, x: float, y: float, width: float, height: float, start: str = BLUE, end: str = DEEP_BLUE
    ) -> None:
        """A box filled from one colour at its upper left to another at its lower right."""
        self.canvas.saveState()
        clip = self.canvas.beginPath()
        clip.rect(self._x(x), self._y(y + height), width * self.unit, height * self.unit)
        self.canvas.clipPath(clip, stroke=0, fill=0)
        # The colour runs square to the box's other diagonal, so that both far corners keep the mean colour.
        half = (width**2 + height**2) ** 0.5 / 2
        angle = math.atan2(width, height) if height > width else math.atan2(height, width)
        dx, dy = half * math.cos(angle), half * math.sin(angle)
        middle_x, middle_y = x + width / 2, y + height / 2
        self.canvas.linearGradient(
            self._x(middle_x - dx),
            self._y(middle_y - dy),
            self._x(middle_x + dx),
            self._y(middle_y + dy),
            (_colour(start), _colour(end)),
            extend=True,
        )
        self.canvas.restoreState()

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled box with rounded corners."""
        self.canvas.setFillColor(fill)
        self.canvas.roundRect(
            self._x(x),
            self._y(y + height),
            width * self.unit,
            height * self.unit,
            radius * self.unit,
            stroke=0,
            fill=1,
        )

    def plate(self, logo: Logo, x: float, y: float, width: float, height: float) -> None:
        """A logo on a plate of its ground's colour, `width` by `height` with its margin; (x, y) its upper left."""
        inner_width, inner_height = logo.fitted(width - 2 * PLATE_EDGE * height, height * (1 - 2 * PLATE_EDGE))
        self.box(x, y, width, height, logo.ground_hex, 0.1 * height)
        self.canvas.drawImage(
            logo.reader,
            self._x(x + (width - inner_width) / 2),
            self._y(y + (height + inner_height) / 2),
            inner_width * self.unit,
            inner_height * self.unit,
        )

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str = LINE, points: float = 0.6) -> None:
        """A straight line, `points` thick."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(points)
        self.canvas.line(self._x(x), self._y(y), self._x(to_x), self._y(to_y))

    def dashes(self, x: float, y: float, to_x: float, to_y: float, colour: str) -> None:
        """A thin broken line to cut or fold along."""
        self.canvas.saveState()
        self.canvas.setDash(4, 3)
        self.line(x, y, to_x, to_y, colour, 0.5)
        self.canvas.restoreState()

    def qr(self, code: QrCode, x: float, y: float, side: float) -> None:
        """A code whose modules' upper left corner is (x, y); its white quiet zone lies around it."""
        draw_qr(self.canvas, code, self._x(x), self._y(y + side), side * self.unit)


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)

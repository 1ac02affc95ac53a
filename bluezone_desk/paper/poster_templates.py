"""The templates an office can choose from, and the sizes each comes in."""

from collections.abc import Callable
from dataclasses import dataclass

from bluezone_desk.paper.install_guide import guide
from bluezone_desk.paper.leaflet import leaflet
from bluezone_desk.paper.poster_front import draw_front
from bluezone_desk.paper.poster_sheet import Face, Sheet
from bluezone_desk.paper.poster_text import PosterText
from bluezone_desk.paper.screens import tall, wide
from bluezone_desk.paper.tent import tent

#: Width and height of the papers in mm.
PAPERS = {"A3": (297.0, 420.0), "A4": (210.0, 297.0), "A5": (148.0, 210.0)}
#: Least side of a single code on a door poster in mm: 15 cm on A4, the size Hanoi asked for at doors in 2021.
_DOOR_SIDES = {"A3": 210.0, "A4": 150.0, "A5": 95.0}
#: Codes that share the width of one sheet cannot keep that size; half of it is the least, and what is printed
#: states the size and the distance it really has.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Template:
    """`faces(text, size)` are the pages of one place. A template of one size takes any size for its own.

    Who asks for the `sheet` several leaves are printed on gets the first size.
    """

    sizes: tuple[str, ...]
    faces: Callable[[PosterText, str], tuple[Face, ...]]
    is_screen: bool = False
    sheet: str = ""

    def size_for(self, asked: str) -> str:
        """The size that will be made, or "" when the template does not come in the one asked for."""
        if len(self.sizes) == 1 or asked in ("", self.sheet):
            return self.sizes[0]
        return asked if asked in self.sizes else ""


def door(text: PosterText, size: str) -> tuple[Face, ...]:
    """The poster at the door."""
    width, height = PAPERS[size]
    least = _DOOR_SIDES[size] * (1 if len(text.codes) == 1 else _SHARED)

    def draw(sheet: Sheet) -> None:
        draw_front(sheet, text, width / PAPERS["A4"][0], least)

    return (Face(width, height, draw, text.links, least),)


TEMPLATES: dict[str, Template] = {
    "door": Template(("A4", "A3", "A5"), door),
    "leaflet": Template(("A5", "A6"), leaflet, sheet="A4"),
    "tent": Template(("A4",), tent),
    "guide": Template(("A4",), guide),
    "screen-wide": Template(("1920x1080",), wide, is_screen=True),
    "screen-tall": Template(("1080x1920",), tall, is_screen=True),
}

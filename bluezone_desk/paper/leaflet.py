"""Leaflets: A5 two to a sheet and A6 four to a sheet of A4, the code in front and how to install behind."""

from collections.abc import Callable

from bluezone_desk.paper import fonts
from bluezone_desk.paper.install_guide_wording import HEADING, SYSTEMS, short_steps
from bluezone_desk.paper.layout import plain, too_long
from bluezone_desk.paper.poster_front import draw_front
from bluezone_desk.paper.poster_sheet import (
    BLUE,
    INK,
    LIGHT,
    MM,
    PALE_AMBER,
    PALE_BLUE,
    SECOND_INK,
    WHITE,
    Face,
    Sheet,
)
from bluezone_desk.paper.poster_text import Pair, PosterText, Type
from bluezone_desk.paper.poster_wording import warning

#: Sheet of A4 in mm, and how many leaves stand side by side and one above the other.
_SHEETS = {"A5": (297.0, 210.0, 2, 1), "A6": (210.0, 297.0, 2, 2)}
#: Least side of a leaflet's code in mm (domain notes 8.3).
_LEAST = 50.0
_SCALES = {"A5": 0.72, "A6": 0.56}
#: The back's type is as large as the leaf allows.
_PARTS = (1.7, 1.6, 1.5, 1.42, 1.34, 1.26, 1.18, 1.1, 1.0, 0.92, 0.85)
_CUT = "#8FA3BF"


def leaflet(text: PosterText, size: str) -> tuple[Face, ...]:
    """Front and back of one sheet. All leaves are alike, so that the sides meet however the sheet is turned."""
    width, height, across, down = _SHEETS[size]
    scale = _SCALES[size]

    def front(leaf: Sheet) -> None:
        draw_front(leaf, text, scale, _LEAST)

    def back(leaf: Sheet) -> None:
        _Back(leaf, text, scale).draw()

    def side(draw: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
        return lambda sheet: _leaves(sheet, draw, across, down)

    links = text.links * (across * down)
    return (Face(width, height, side(front), links, _LEAST), Face(width, height, side(back)))


def _leaves(sheet: Sheet, draw: Callable[[Sheet], None], across: int, down: int) -> None:
    width, height = sheet.width / across, sheet.height / down
    for row in range(down):
        for column in range(across):
            draw(sheet.part(column * width, row * height, width, height))
    for column in range(1, across):
        sheet.dashes(column * width, 0, column * width, sheet.height, _CUT)
    for row in range(1, down):
        sheet.dashes(0, row * height, sheet.width, row * height, _CUT)


class _Back:
    """The back of one leaf: both systems in two columns, and which application is the right one."""

    def __init__(self, leaf: Sheet, text: PosterText, scale: float) -> None:
        self.leaf = leaf
        self.text = text
        self.scale = scale
        self.margin = max(13 * scale, 7)
        self.width = leaf.width - 2 * self.margin
        self.gap = 7 * scale
        self.disc = 8.5 * scale
        self.column = (self.width - self.gap) / 2

    def draw(self) -> None:
        """Draws the leaf's back at the largest type that fits. Raises DeskFault(TEXT_TOO_LONG)."""
        y = self._band() + 6 * self.scale
        foot = Type(self.scale).fit(plain(self.text.office, fonts.SANS), 10.5, 8, self.width * MM, 5, "office")
        top_of_foot = self.leaf.height - self.margin * 0.8 - foot.height / MM
        for part in _PARTS:
            rows, box = self._rows(Type(self.scale * part)), self._warning(Type(self.scale * min(part, 1.2)))
            box_top = top_of_foot - 10 * self.scale - box.height / MM
            slack = box_top - y - 15 * self.scale - sum(self._height(row) for row in rows)
            if slack >= 0:
                break
        else:
            raise too_long("programme", self.text.headline.vi)
        self._heads(y)
        self._draw_rows(rows, y + 11 * self.scale, slack / (len(rows) + 1))
        self.leaf.box(
            self.margin, box_top, self.width, top_of_foot - 4 * self.scale - box_top, PALE_AMBER, 2 * self.scale
        )
        below = self.leaf.text(box.vi, self.margin + 4 * self.scale, box_top + 3 * self.scale, INK)
        self.leaf.text(box.en, self.margin + 4 * self.scale, below, SECOND_INK)
        self.leaf.text(foot, self.leaf.width / 2, top_of_foot, SECOND_INK, "centre")

    def _band(self) -> float:
        names = self.text.runs(HEADING.vi, fonts.SANS_EXTRABOLD, fonts.SANS_EXTRABOLD)
        english = self.text.runs(self.text.english(HEADING), fonts.SANS_MEDIUM, fonts.SANS_MEDIUM, is_english=True)
        type_, width = Type(self.scale), self.width * MM
        heading = type_.fit(names, 28, 18, width, 2, "programme")
        below = type_.fit(english, 15, 11, width, 2, "programme")
        height = (heading.height + below.height) / MM + 13 * self.scale
        self.leaf.band(0, 0, self.leaf.width, height)
        y = self.leaf.text(heading, self.margin, 6 * self.scale, WHITE)
        self.leaf.text(below, self.margin, y, PALE_BLUE)
        return height

    def _rows(self, type_: Type) -> list[tuple[Pair, ...]]:
        """The n-th steps of both systems side by side, all of one size."""
        width = (self.column - self.disc - 3 * self.scale) * MM
        lists = [short_steps(self.text.programmes, system) for system in SYSTEMS]
        fitted = type_.pairs(self.text, [step for steps in lists for step in steps], 13, width, 5, "steps")
        return list(zip(fitted[: len(lists[0])], fitted[len(lists[0]) :], strict=True))

    def _height(self, row: tuple[Pair, ...]) -> float:
        return max(self.disc, *(step.height / MM for step in row)) + 2.5 * self.scale

    def _heads(self, y: float) -> None:
        for index, system in enumerate(SYSTEMS):
            left = self.margin + index * (self.column + self.gap)
            title = Type(self.scale).fit(plain(system, fonts.SANS_BOLD), 16, 12, self.column * MM, 1, "steps")
            self.leaf.text(title, left, y, BLUE)
            self.leaf.line(left, y + 8 * self.scale, left + self.column, y + 8 * self.scale, BLUE, 1)

    def _draw_rows(self, rows: list[tuple[Pair, ...]], y: float, gap: float) -> None:
        for number, row in enumerate(rows, 1):
            for index, step in enumerate(row):
                left = self.margin + index * (self.column + self.gap)
                self.leaf.disc(left, y, self.disc, str(number), LIGHT, BLUE)
                # The first line stands level with the figure.
                shift = max(0.0, (self.disc - step.vi.size * 1.24 / MM) / 2)
                below = self.leaf.text(step.vi, left + self.disc + 3 * self.scale, y + shift, INK)
                self.leaf.text(step.en, left + self.disc + 3 * self.scale, below, SECOND_INK)
            y += self._height(row) + gap

    def _warning(self, type_: Type) -> Pair:
        width = (self.width - 8 * self.scale) * MM
        return type_.pairs(self.text, [warning(self.text.programmes)], 12.5, width, 5, "warning")[0]

"""What screens and table tents are made of: a heading, steps and a footing on blue, and codes on a white card."""

from collections.abc import Iterator
from dataclasses import dataclass

from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import Block, fit, fit_link, plain, too_long
from bluezone_desk.paper.logo import Logo
from bluezone_desk.paper.poster_sheet import BLUE, INK, PALE_BLUE, SECOND_INK, WHITE, Align, Sheet
from bluezone_desk.paper.poster_text import SMALLEST, Pair, PosterText, Type
from bluezone_desk.paper.poster_wording import HINT, three_steps

#: Sizes below are points on a screen of 1920x1080; other faces scale them.
_OFFICE, _HEADLINE, _ENGLISH, _STEP, _FOOT = 33.0, 104.0, 44.0, 41.0, 23.0
_PLATE = (330.0, 150.0)
#: A face's type shrinks this far together before a text is refused.
PARTS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52)


@dataclass(frozen=True, slots=True)
class Panel:
    """Fitted heading and steps for a column `width` points wide. Heights in points."""

    office: Block
    headline: Block
    english: Block
    steps: tuple[Pair, ...]
    scale: float
    logo: Logo | None = None
    plate: tuple[float, float] = (0.0, 0.0)

    @property
    def heading_height(self) -> float:
        plate = self.plate[1] + 26 * self.scale if self.logo else 0.0
        return plate + self.office.height + self.headline.height + self.english.height + 26 * self.scale

    @property
    def disc(self) -> float:
        return 66 * self.scale

    @property
    def steps_height(self) -> float:
        return sum(max(step.height, self.disc) for step in self.steps) + 20 * self.scale * (len(self.steps) - 1)

    def draw_heading(self, sheet: Sheet, x: float, y: float, align: Align = "left") -> float:
        """Draws from the top at `y` and returns the bottom."""
        if self.logo is not None:
            width, height = (length / sheet.unit for length in self.plate)
            sheet.plate(self.logo, x, y, width, height)
            y += height + 26 * self.scale / sheet.unit
        y = sheet.text(self.office, x, y, PALE_BLUE, align) + 14 * self.scale / sheet.unit
        y = sheet.text(self.headline, x, y, WHITE, align) + 12 * self.scale / sheet.unit
        return sheet.text(self.english, x, y, PALE_BLUE, align)

    def draw_steps(self, sheet: Sheet, x: float, y: float) -> float:
        """Draws from the top at `y` and returns the bottom."""
        disc = self.disc / sheet.unit
        for number, step in enumerate(self.steps, 1):
            height = max(step.height / sheet.unit, disc)
            sheet.disc(x, y + (height - disc) / 2, disc, str(number), WHITE, BLUE)
            left, top = x + disc * 1.35, y + (height - step.height / sheet.unit) / 2
            sheet.text(step.en, left, sheet.text(step.vi, left, top, WHITE), PALE_BLUE)
            y += height + 20 * self.scale / sheet.unit
        return y


def panels(text: PosterText, width: float, scale: float) -> Iterator[Panel]:
    """The heading and steps at ever smaller type; raises DeskFault(TEXT_TOO_LONG) when there is no smaller one."""
    for part in PARTS:
        type_ = Type(scale * part)
        yield Panel(
            type_.fit(plain(text.office.upper(), fonts.SANS_SEMIBOLD), _OFFICE, 22, width, 6, "office"),
            type_.fit(plain(text.headline.vi, fonts.SANS_EXTRABOLD), _HEADLINE, 60, width, 5, "headline"),
            type_.fit(plain(text.english(text.headline), fonts.SANS_MEDIUM), _ENGLISH, 30, width, 3, "headline"),
            type_.pairs(text, three_steps(text.programmes), _STEP, width - 66 * 1.35 * scale * part, 3, "steps"),
            scale * part,
            text.logo,
            text.plate(min(width, _PLATE[0] * scale * part), _PLATE[1] * scale * part),
        )
    field, longest = max(("headline", text.headline.vi), ("office", text.office), key=lambda pair: len(pair[1]))
    raise too_long(field, longest)


def foot_blocks(text: PosterText, scale: float, width: float) -> tuple[Block, Block]:
    """The directive and the place, each on lines of its own, at most `width` points wide."""
    type_ = Type(scale)
    fitted = (
        type_.fit(plain(text.directive, fonts.SANS), _FOOT, 17, width, 3, "directive"),
        type_.fit(plain(text.place_line, fonts.SANS), _FOOT, 17, width, 4, "place"),
    )
    size = min(block.size for block in fitted)
    return (
        fit(plain(text.directive, fonts.SANS), size, size, width, 3, "directive"),
        fit(plain(text.place_line, fonts.SANS), size, size, width, 4, "place"),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """The codes side by side, each with its name and its link below. Lengths in the sheet's unit."""

    text: PosterText
    names: tuple[Block, ...]
    urls: tuple[Block, ...]
    hint: Block
    width: float
    side: float
    unit: float

    @property
    def framed(self) -> float:
        """A code with its quiet zone."""
        return max(self.side + 2 * code.quiet_width(self.side) for _, code in self.text.codes)

    @property
    def caption(self) -> float:
        heights = [name.height + url.height for name, url in zip(self.names, self.urls, strict=True)]
        return (max(heights) + self.hint.height) / self.unit

    @property
    def height(self) -> float:
        return self.framed + self.caption

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draws without a box; the upper left of the codes' column is (x, y)."""
        column = self.width / len(self.text.codes)
        quiet = max(code.quiet_width(self.side) for _, code in self.text.codes)
        for index, (_, code) in enumerate(self.text.codes):
            middle = x + column * (index + 0.5)
            sheet.qr(code, middle - self.side / 2, y + quiet, self.side)
            below = sheet.text(self.names[index], middle, y + self.framed, INK, "centre")
            sheet.text(self.urls[index], middle, below, BLUE, "centre")
        top = y + self.height - self.hint.height / self.unit
        sheet.text(self.hint, x + self.width / 2, top, SECOND_INK, "centre")


def card(text: PosterText, width: float, height: float, scale: float, unit: float, inset: float = 0) -> Card:
    """The largest codes that fit with their captions in `width`, less `inset`, by `height` of the sheet's unit."""
    count = len(text.codes)
    column = width / count * unit * 0.87
    size = (50 if count == 1 else 34) * scale
    names = tuple(plain(programme.name, fonts.SANS_BOLD) if count > 1 else () for programme, _ in text.codes)
    type_ = Type(scale)
    fitted = Card(
        text,
        tuple(type_.fit(name, 46, 26, column, 2, "programme") for name in names),
        tuple(fit_link(link, size, max(size * 0.42, SMALLEST), column, 4) for link in text.links),
        type_.fit(plain(HINT.vi, fonts.SANS), 31, 20, width * unit * 0.87, 2, "hint"),
        width,
        1.0,
        unit,
    )
    side = min((width - inset) / count, height - fitted.caption) / fitted.framed
    return Card(text, fitted.names, fitted.urls, fitted.hint, width, side, unit)

"""The upright face with the code: the door poster, and the front of each leaflet."""

from dataclasses import dataclass

from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import Block, fit_link, plain, too_long
from bluezone_desk.paper.poster_foot import Foot, foot
from bluezone_desk.paper.poster_sheet import (
    BLUE,
    INK,
    LIGHT,
    MM,
    PALE_AMBER,
    PALE_BLUE,
    SECOND_INK,
    WHITE,
    Sheet,
)
from bluezone_desk.paper.poster_text import SMALLEST, Pair, PosterText, Type
from bluezone_desk.paper.poster_wording import HINT, four_steps, warning

#: A single code takes at most this share of the width: the white around it is what makes it found.
_WIDEST = 0.725
#: All type shrinks this far together before a text is refused. Several codes are smaller and leave room for more.
_SCALES = (1.0, 0.94, 0.88, 0.82)
_LARGE_SCALES = (1.36, 1.28, 1.2, 1.12, 1.06)
#: On a narrower face the proof line would be too small to read and is left out.
_EDGE_WIDTH = 140.0
#: Most room of a logo's plate in mm on A4.
_PLATE = (46.0, 27.0)
#: White kept above and below a code's quiet zone, in mm on A4.
_AIR = 3.0


@dataclass(frozen=True, slots=True)
class _Fitted:
    """All texts of the face, at the sizes at which they fit. Lengths in mm."""

    office: Block
    headline: Block
    english: Block
    names: tuple[Block, ...]
    urls: tuple[Block, ...]
    hint: Block
    steps: tuple[Pair, ...]
    warning: Block
    foot: Foot
    plate: tuple[float, float]
    scale: float

    @property
    def band_height(self) -> float:
        texts = (self.office.height + self.headline.height + self.english.height) / MM
        texts = max(texts, self.plate[1] - 3 * self.scale)
        return texts + (15 + (0.5 if self.english.lines else 0)) * self.scale

    @property
    def caption_height(self) -> float:
        """Height of what stands under each code."""
        return max((name.height + url.height) / MM for name, url in zip(self.names, self.urls, strict=True))

    @property
    def disc(self) -> float:
        return 10.5 * self.scale

    @property
    def row_heights(self) -> tuple[float, ...]:
        heights = [max(step.height / MM, self.disc) for step in self.steps]
        return tuple(max(heights[i : i + 2]) for i in range(0, len(heights), 2))

    @property
    def steps_height(self) -> float:
        return sum(self.row_heights) + 2.2 * self.scale * (len(self.row_heights) - 1)

    @property
    def warning_height(self) -> float:
        return self.warning.height / MM + 5 * self.scale if self.warning.lines else 0.0

    @property
    def below_codes(self) -> float:
        texts = self.caption_height + self.hint.height / MM + self.steps_height + self.foot.height
        return texts + 6 * self.scale + (self.warning_height + 2 * self.scale if self.warning.lines else 0)


def draw_front(sheet: Sheet, text: PosterText, scale: float, minimum_side: float) -> None:
    """Draws the whole face. Raises DeskFault(TEXT_TOO_LONG) when the texts leave no room for a code of
    `minimum_side` mm."""
    fitted, side = _fit_around_code(sheet, text, scale, minimum_side)
    column = sheet.width / len(text.codes)
    framed = _framed(text)
    slack = sheet.height - fitted.band_height - fitted.below_codes - side * framed
    y = _band(sheet, fitted, text)
    y += 0.3 * slack
    quiet = max(code.quiet_width(side) for _, code in text.codes)
    for index, (_, code) in enumerate(text.codes):
        middle = column * (index + 0.5)
        sheet.qr(code, middle - side / 2, y + quiet, side)
        under = y + side * framed + 0.1 * slack
        under = sheet.text(fitted.names[index], middle, under, INK, "centre")
        sheet.text(fitted.urls[index], middle, under, BLUE, "centre")
    y += side * framed + 0.1 * slack + fitted.caption_height
    y = sheet.text(fitted.hint, sheet.width / 2, y + 0.5 * fitted.scale, SECOND_INK, "centre")
    y = _steps(sheet, fitted, y + 3 * fitted.scale + 0.2 * slack)
    _warning(sheet, fitted, y + 0.2 * slack)
    margin = _margin(fitted.scale)
    edge = text.edge(side, (sheet.width - 2 * margin) * MM) if fitted.foot.has_edge else Block((), 1)
    fitted.foot.draw(sheet, margin, edge)


def _framed(text: PosterText) -> float:
    """A code with its quiet zone, in sides of the code."""
    return max(1 + 2 * code.quiet_width(1) for _, code in text.codes)


def _fit_around_code(sheet: Sheet, text: PosterText, scale: float, minimum_side: float) -> tuple[_Fitted, float]:
    """The texts at the largest scale that leaves the code its side, and that side in mm."""
    text.require_room(sheet.width, minimum_side)
    column = sheet.width / len(text.codes)
    widest = column * (_WIDEST if len(text.codes) == 1 else 1)
    wished = min(column / _framed(text), widest)
    tries = [(part, wished) for part in (_LARGE_SCALES if len(text.codes) > 1 else ())]
    for part, least in [*tries, *((part, minimum_side) for part in _SCALES)]:
        fitted = _fit(sheet, text, scale * part)
        room = sheet.height - fitted.band_height - fitted.below_codes - _AIR * scale
        side = min(room / _framed(text), wished)
        if side >= least:
            return fitted, side
    field, longest = _longest(fitted, text)
    raise too_long(field, longest)


def _fit(sheet: Sheet, text: PosterText, scale: float) -> _Fitted:
    type_ = Type(scale)
    width = (sheet.width - 2 * _margin(scale)) * MM
    column = (sheet.width / len(text.codes) - _margin(scale)) * MM
    is_single = len(text.codes) == 1
    size = (26 if is_single else 19) * scale
    names = tuple(() if is_single else plain(programme.name, fonts.SANS_BOLD) for programme, _ in text.codes)
    plate = text.plate(_PLATE[0] * scale, _PLATE[1] * scale)
    beside = width - (plate[0] + 5 * scale if plate[0] else 0) * MM
    step_width = width / 2 - (10.5 + 3.2 + 2) * scale * MM
    return _Fitted(
        office=type_.fit(plain(text.office.upper(), fonts.SANS_SEMIBOLD), 15.5, 9.5, beside, 5, "office"),
        headline=type_.fit(plain(text.headline.vi, fonts.SANS_EXTRABOLD), 35, 22, beside, 3, "headline"),
        english=type_.fit(plain(text.english(text.headline), fonts.SANS_MEDIUM), 16.5, 11, beside, 2, "headline"),
        names=tuple(type_.fit(name, 20, 12, column, 2, "programme") for name in names),
        urls=tuple(fit_link(link, size, max(size * 0.45, SMALLEST), column, 3) for link in text.links),
        hint=type_.fit(plain(HINT.vi, fonts.SANS), 15.5, 11, width, 1, "hint"),
        steps=type_.pairs(text, four_steps(text.programmes), 15, step_width, 2, "steps"),
        warning=Block((), 1) if is_single else _warning_block(text, type_, width - 8 * scale * MM),
        foot=foot(text, scale, width / MM, has_edge=text.has_proof_line and sheet.width >= _EDGE_WIDTH),
        plate=plate,
        scale=scale,
    )


def _warning_block(text: PosterText, type_: Type, width: float) -> Block:
    said = warning(text.programmes)
    return type_.fit(text.runs(said.vi, fonts.SANS, fonts.SANS_BOLD), 12.5, 9, width, 3, "warning")


def _margin(scale: float) -> float:
    return max(13 * scale, 7)


def _longest(fitted: _Fitted, text: PosterText) -> tuple[str, str]:
    """The field that takes most lines beyond its first, and its text."""
    lines = {
        ("headline", text.headline.vi): len(fitted.headline.lines),
        ("office", text.office): len(fitted.office.lines),
        ("place", text.place): len(fitted.foot.place.lines),
        ("directive", text.directive): len(fitted.foot.directive.lines),
        ("link", text.links[0]): max(len(url.lines) for url in fitted.urls),
    }
    return max(lines, key=lambda field: lines[field])


def _band(sheet: Sheet, fitted: _Fitted, text: PosterText) -> float:
    """Office and headline on the blue band; returns the band's bottom."""
    scale, height, x = fitted.scale, fitted.band_height, _margin(fitted.scale)
    sheet.band(0, 0, sheet.width, height)
    texts = (fitted.office.height + fitted.headline.height + fitted.english.height) / MM + 2 * scale
    if text.logo is not None:
        plate_width, plate_height = fitted.plate
        left, top = sheet.width - x - plate_width, (height - plate_height) / 2
        sheet.plate(text.logo, left, top, plate_width, plate_height)
    y = max(6.5 * scale, (height - texts) / 2 - 0.5 * scale)
    y = sheet.text(fitted.office, x, y, PALE_BLUE) + 1.5 * scale
    y = sheet.text(fitted.headline, x, y, WHITE)
    if fitted.english.lines:
        sheet.text(fitted.english, x, y + 0.5 * scale, PALE_BLUE)
    return height


def _warning(sheet: Sheet, fitted: _Fitted, y: float) -> None:
    """Which application is the right one, in a box that stays a grey frame on a black-and-white printer."""
    if fitted.warning.lines:
        scale, x = fitted.scale, _margin(fitted.scale)
        sheet.box(x, y, sheet.width - 2 * x, fitted.warning_height, PALE_AMBER, 2 * scale)
        sheet.text(fitted.warning, x + 4 * scale, y + 2.5 * scale, INK)


def _steps(sheet: Sheet, fitted: _Fitted, y: float) -> float:
    scale, x = fitted.scale, _margin(fitted.scale)
    column = (sheet.width - 2 * x) / 2
    for row, row_height in enumerate(fitted.row_heights):
        for place in (0, 1):
            index = 2 * row + place
            if index >= len(fitted.steps):
                break
            step, left = fitted.steps[index], x + place * column
            sheet.disc(left, y + (row_height - fitted.disc) / 2, fitted.disc, str(index + 1), LIGHT, BLUE)
            top = y + (row_height - step.height / MM) / 2
            top = sheet.text(step.vi, left + fitted.disc + 3.2 * scale, top, INK)
            sheet.text(step.en, left + fitted.disc + 3.2 * scale, top, SECOND_INK)
        y += row_height + 2.2 * scale
    return y

"""The install guide: one page of A4 for each application and system, with its code and its steps."""

from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper import fonts
from bluezone_desk.paper.install_guide_wording import (
    OR_TYPE,
    SCAN_HERE,
    guide_heading,
    install_steps,
    oldest_system,
    systems_of,
)
from bluezone_desk.paper.layout import fit_link, plain, too_long
from bluezone_desk.paper.poster_foot import foot
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
from bluezone_desk.paper.poster_wording import Said, warning
from bluezone_desk.paper.qr_drawing import QrCode

_WIDTH, _HEIGHT = 210.0, 297.0
_MARGIN = 13.0
_SIDE = 54.0
#: Least side of the guide's code in mm, read from the hand (domain notes 8.3).
_LEAST = 50.0
_DISC = 10.5
_PLATE = (44.0, 25.0)
#: The steps' type is as large as the page allows.
_PARTS = (1.3, 1.22, 1.15, 1.08, 1.0, 0.93, 0.86, 0.8)


def guide(text: PosterText, size: str) -> tuple[Face, ...]:
    """One page for each application with a code and each system its link serves; `size` is A4."""
    return tuple(
        _face(text.about(programme), code, system)
        for programme, code in text.codes
        for system in systems_of(code.text)
    )


def _face(text: PosterText, code: QrCode, system: str) -> Face:
    return Face(_WIDTH, _HEIGHT, lambda sheet: _Page(sheet, text, code, system).draw(), (code.text,), _LEAST)


class _Page:
    """One page of the guide."""

    def __init__(self, sheet: Sheet, text: PosterText, code: QrCode, system: str) -> None:
        self.sheet = sheet
        self.text = text
        self.code = code
        self.system = system
        self.programme: Programme = text.programmes[0]
        self.width = _WIDTH - 2 * _MARGIN

    def draw(self) -> None:
        """Draws all; raises DeskFault(TEXT_TOO_LONG) when even the smallest type does not fit."""
        y = self._scan_box(self._band() + 4)
        bottom = self._footer() - 4
        for part in _PARTS:
            steps, box = self._steps(Type(part)), self._warning(Type(min(part, 1.1)))
            box_top = bottom - box.height / MM - 6
            slack = box_top - y - 2 - sum(self._height(step) for step in steps)
            if slack >= 0:
                break
        else:
            raise too_long("steps", self.text.headline.vi)
        gap = min(slack / (len(steps) + 1), 7)
        y += gap / 2 + (slack - gap * (len(steps) + 1)) / 3
        for number, step in enumerate(steps, 1):
            self._draw_step(number, step, y)
            y += self._height(step) + gap
        self.sheet.box(_MARGIN, box_top, self.width, box.height / MM + 6, PALE_AMBER, 2)
        below = self.sheet.text(box.vi, _MARGIN + 4, box_top + 3, INK)
        self.sheet.text(box.en, _MARGIN + 4, below, SECOND_INK)

    def _band(self) -> float:
        type_, plate = Type(1.0), self.text.plate(*_PLATE)
        width = (self.width - (plate[0] + 5 if plate[0] else 0)) * MM
        heading = guide_heading(self.system)
        english = self.text.runs(self.text.english(heading), fonts.SANS_MEDIUM, fonts.SANS_MEDIUM, is_english=True)
        bold = self.text.runs(heading.vi, fonts.SANS_EXTRABOLD, fonts.SANS_EXTRABOLD)
        office = type_.fit(plain(self.text.office.upper(), fonts.SANS_SEMIBOLD), 15.5, 9.5, width, 3, "office")
        title, below = (
            type_.fit(bold, 33, 20, width, 3, "programme"),
            type_.fit(english, 16.5, 11, width, 2, "programme"),
        )
        height = (office.height + title.height + below.height) / MM + 15
        height = max(height, plate[1] + 12)
        self.sheet.band(0, 0, _WIDTH, height)
        if self.text.logo is not None:
            self.sheet.plate(self.text.logo, _WIDTH - _MARGIN - plate[0], (height - plate[1]) / 2, *plate)
        y = self.sheet.text(office, _MARGIN, 6.5, PALE_BLUE) + 1.5
        self.sheet.text(below, _MARGIN, self.sheet.text(title, _MARGIN, y, WHITE), PALE_BLUE)
        return height

    def _scan_box(self, y: float) -> float:
        """The code at the right, what to do with it at the left; returns the bottom."""
        quiet = self.code.quiet_width(_SIDE)
        self.sheet.qr(self.code, _WIDTH - _MARGIN - _SIDE, y + quiet, _SIDE)
        width = (self.width - _SIDE - quiet - 3) * MM
        type_ = Type(1.0)
        scan = type_.pairs(self.text, [SCAN_HERE], 24, width, 2, "steps")[0]
        url = fit_link(self.code.text, 21, 10, width, 4)
        rest = type_.pairs(self.text, [OR_TYPE, oldest_system(self.programme, self.system)], 14, width, 2, "steps")
        height = (scan.height + url.height + sum(pair.height for pair in rest)) / MM + 6
        top = y + quiet + (_SIDE - height) / 2
        top = self._pair(scan, _MARGIN, top, INK)
        top = self._pair(rest[0], _MARGIN, top, SECOND_INK) + 2
        top = self.sheet.text(url, _MARGIN, top, BLUE) + 4
        self._pair(rest[1], _MARGIN, top, SECOND_INK)
        bottom = y + _SIDE + 2 * quiet
        self.sheet.line(_MARGIN, bottom, _WIDTH - _MARGIN, bottom)
        return bottom + 2

    def _pair(self, pair: Pair, x: float, y: float, colour: str) -> float:
        return self.sheet.text(pair.en, x, self.sheet.text(pair.vi, x, y, colour), SECOND_INK)

    def _steps(self, type_: Type) -> tuple[Pair, ...]:
        width = (self.width - _DISC - 4) * MM
        return type_.pairs(self.text, install_steps(self.programme, self.system), 15, width, 3, "steps")

    def _height(self, step: Pair) -> float:
        return max(step.height / MM, _DISC) + 1.5

    def _draw_step(self, number: int, step: Pair, y: float) -> None:
        height = max(step.height / MM, _DISC)
        self.sheet.disc(_MARGIN, y + (height - _DISC) / 2, _DISC, str(number), LIGHT, BLUE)
        self._pair(step, _MARGIN + _DISC + 4, y + (height - step.height / MM) / 2, INK)

    def _warning(self, type_: Type) -> Pair:
        said: Said = warning(self.text.programmes)
        return type_.pairs(self.text, [said], 12.5, (self.width - 8) * MM, 4, "warning")[0]

    def _footer(self) -> float:
        """Draws the foot and returns its top."""
        made = foot(self.text, 1.0, self.width, has_edge=self.text.has_proof_line)
        made.draw(self.sheet, _MARGIN, self.text.edge(_SIDE, self.width * MM))
        return _HEIGHT - made.height

"""What one poster says, ready to be laid out: its words fitted to the programmes, its codes made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import Block, Run, fit, marked, plain
from bluezone_desk.paper.logo import Logo
from bluezone_desk.paper.poster_sheet import PLATE_EDGE
from bluezone_desk.paper.poster_wording import HEADLINE, Said, proof_line, said_names
from bluezone_desk.paper.proof import DISTANCE_SIDES
from bluezone_desk.paper.qr_drawing import QrCode

#: The smallest type a poster prints, in points, whatever its paper.
SMALLEST = 6.0


@dataclass(frozen=True, slots=True)
class PosterText:
    """One place's poster before it is drawn. `number` is "01"; `codes` pairs each programme with its code."""

    office: str
    programmes: tuple[Programme, ...]
    codes: tuple[tuple[Programme, QrCode], ...]
    headline: Said
    directive: str
    place: str
    number: str
    is_bilingual: bool
    has_proof_line: bool
    printed_on: date | None = None
    logo: Logo | None = None

    def plate(self, width: float, height: float) -> tuple[float, float]:
        """Size of the logo's plate in a room of `width` by `height`; nothing without a logo."""
        if self.logo is None:
            return 0.0, 0.0
        edge = 2 * PLATE_EDGE
        inner, _ = self.logo.fitted(width - edge * height, height * (1 - edge))
        return inner + edge * height, height

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(code.text for _, code in self.codes)

    @property
    def place_line(self) -> str:
        return f"{self.place} · {self.number}" if self.place else ""

    def require_room(self, width: float, least: float) -> None:
        """Raises DeskFault(POSTER_CODES_TOO_SMALL) when the codes, side by side in `width` mm with their quiet
        zones, would be smaller than `least` mm. One code alone is limited by its texts instead."""
        framed = max(1 + 2 * code.quiet_width(1) for _, code in self.codes)
        side = width / len(self.codes) / framed
        if len(self.codes) > 1 and side < least:
            raise DeskFault(
                Trouble.POSTER_CODES_TOO_SMALL, count=len(self.codes), side=int(side), least=round(least)
            )

    def english(self, said: Said) -> str:
        """The English of a text, or "" on a Vietnamese poster."""
        return said.en if self.is_bilingual else ""

    def about(self, programme: Programme) -> "PosterText":
        """The same for one programme alone."""
        return replace(self, programmes=(programme,))

    def edge(self, side_mm: float, width: float) -> Block:
        """The proof line for a code of `side_mm`, one line in `width` points, or nothing when it is not wanted."""
        if not self.has_proof_line:
            return Block((), 5)
        level = self.codes[0][1].level
        line = proof_line(side_mm, level, side_mm * DISTANCE_SIDES / 1000, self.printed_on)
        return fit(plain(line, fonts.SANS), 5.5, 3.0, width, 2, "proof")

    def runs(self, text: str, face: str, strong: str, *, is_english: bool = False) -> tuple[Run, ...]:
        """A text of the house with **bold** parts and the programmes' names."""
        names = said_names(self.programmes)
        return marked(text, face, strong, names=names.en if is_english else names.vi)


def headline_of(own: str, programmes: tuple[Programme, ...]) -> Said:
    """The office's own headline, which has no English, or the house's."""
    if own:
        return Said(own)
    names = said_names(programmes)
    return Said(HEADLINE.vi.format(names=names.vi), HEADLINE.en.format(names=names.en))


class Pair(NamedTuple):
    """A text and its English, which is empty on a Vietnamese poster."""

    vi: Block
    en: Block

    @property
    def height(self) -> float:
        return self.vi.height + self.en.height


@dataclass(frozen=True, slots=True)
class Type:
    """Type sizes of one face: every size times `scale`, never below `SMALLEST`; widths in points."""

    scale: float

    def fit(self, runs: Sequence[Run], size: float, floor: float, width: float, lines: int, field: str) -> Block:
        """`layout.fit` at this face's scale."""
        lowest = max(floor * self.scale, SMALLEST)
        return fit(runs, max(size * self.scale, lowest), lowest, width, lines, field)

    def pairs(
        self, text: PosterText, said: Sequence[Said], size: float, width: float, lines: int, field: str
    ) -> tuple[Pair, ...]:
        """Texts of the house that stand together, all of one size, each with its English below it and smaller."""
        vi = [text.runs(one.vi, fonts.SANS, fonts.SANS_BOLD) for one in said]
        en = [text.runs(text.english(one), fonts.SANS, fonts.SANS, is_english=True) for one in said]
        fitted = (self._alike(vi, size, width, lines, field), self._alike(en, size * 0.7, width, lines, field))
        return tuple(Pair(*pair) for pair in zip(*fitted, strict=True))

    def _alike(
        self, texts: Sequence[Sequence[Run]], size: float, width: float, lines: int, field: str
    ) -> list[Block]:
        """One size for all: the largest at which none needs more lines than the longest does at the floor."""
        floor = size * 0.8
        least = [self.fit(runs, floor, floor, width, lines, field) for runs in texts]
        most = max(len(block.lines) for block in least)
        sizes = [self.fit(runs, size, floor, width, most, field).size for runs in texts]
        one = min(sizes) / self.scale
        return [self.fit(runs, one, one, width, most, field) for runs in texts]

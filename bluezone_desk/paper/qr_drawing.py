"""A link as a QR code: the modules once per link, drawn as one vector path with a quiet zone of its own.

The code is made by one library (qrcode) and read back by another (zxing-cpp, in `proof.py`), so that a fault
in either shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from bluezone_desk.paper.qr_mask import settle_mask

#: Width of the light frame that ISO/IEC 18004 asks around a code, in modules.
QUIET_MODULES = 4

Level = Literal["Q", "H"]
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QrCode:
    """The modules of one code without its quiet zone; `rows[0]` is the top row, True is dark."""

    text: str
    level: Level
    rows: tuple[tuple[bool, ...], ...] = field(compare=False)
    #: Closed outlines of the dark areas, corner points only; holes run the other way round. y counts upwards.
    outlines: tuple[tuple[Point, ...], ...] = field(compare=False)

    @property
    def modules(self) -> int:
        """Modules along one side."""
        return len(self.rows)

    def quiet_width(self, side: float) -> float:
        """Width of the quiet zone in the unit of `side`, the code's own side."""
        return side * QUIET_MODULES / self.modules


@lru_cache(maxsize=64)
def qr_code(text: str, level: Level = "Q") -> QrCode:
    """The smallest code that holds `text` at this level, with the mask of least penalty. Made once per text."""
    import qrcode

    levels = {"Q": qrcode.constants.ERROR_CORRECT_Q, "H": qrcode.constants.ERROR_CORRECT_H}
    made = qrcode.QRCode(error_correction=levels[level], border=0)
    made.add_data(text.encode("utf-8"), optimize=0)
    made.best_fit()
    made.makeImpl(False, settle_mask(made))
    rows = tuple(tuple(bool(dark) for dark in row) for row in made.modules)
    return QrCode(text, level, rows, _outlines(rows))


def _outlines(rows: tuple[tuple[bool, ...], ...]) -> tuple[tuple[Point, ...], ...]:
    """Walks the border between dark and light, dark always on the same hand: across, down or up, across again."""
    flipped = rows[::-1]
    across, along = defaultdict[Point, list[Point]](list), defaultdict[Point, list[Point]](list)
    for y, start, end in _borders(flipped):
        across[start, y].append((end, y))
    for x, start, end in _borders(zip(*flipped, strict=True)):
        along[x, end].append((x, start))
    outlines = []
    # Where two dark modules touch at a corner two lines start; either may be followed.
    for first, ends in across.items():
        while ends:
            at = first
            outline: list[Point] = []
            while not outline or at != first:
                corner = across[at].pop()
                outline += (at, corner)
                at = along[corner].pop()
            outlines.append(tuple(outline))
    return tuple(outlines)


def _borders(lines: Iterable[Sequence[bool]]) -> Iterator[tuple[int, int, int]]:
    """Straight borders between neighbouring lines as (place, start, end), backwards where dark lies before."""
    before = 0
    for place, line in enumerate([*lines, ()]):
        after = int("".join(["1" if dark else "0" for dark in reversed(line)]) or "0", 2)
        for start, end in _runs(after & ~before):
            yield place, start, end
        for start, end in _runs(before & ~after):
            yield place, end, start
        before = after


def _runs(bits: int) -> Iterator[tuple[int, int]]:
    """Where each row of set bits starts and ends."""
    while bits:
        low = bits & -bits
        carried = bits + low
        end = carried & -carried
        yield low.bit_length() - 1, end.bit_length() - 1
        bits = carried ^ end


@lru_cache(maxsize=64)
def _path(code: QrCode) -> Any:
    """The code as one reportlab path, one unit to a module, lower left corner at the origin."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    operators = []
    for outline in code.outlines:
        (x, y), *rest = outline
        operators.append(f"{x} {y} m {' '.join([f'{x} {y} l' for x, y in rest])} h")
    return PDFPathObject(code=operators)


def draw_qr(canvas: Any, code: QrCode, x: float, y: float, side: float) -> None:
    """Draws `code` black on white, its lower left module corner at (x, y); all lengths in the canvas's unit.

    The white quiet zone is painted too, `code.quiet_width(side)` wide on each side of the code.
    """
    quiet = code.quiet_width(side)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, stroke=0, fill=1)
    canvas.translate(x, y)
    canvas.scale(side / code.modules, side / code.modules)
    canvas.setFillGray(0)
    canvas.drawPath(_path(code), stroke=0, fill=1, fillMode=1)
    canvas.restoreState()

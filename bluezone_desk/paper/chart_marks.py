"""How one line of a chart differs from another on any copier: dashes and marks."""

from collections.abc import Sequence
from typing import Final

from bluezone_desk.paper.decree30_sheet import Sheet

#: On and off in points; the empty one is a whole line.
DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (5, 2), (1.5, 2), (7, 2, 1.5, 2))
_SIZE = 2.6


def draw_line(
    sheet: Sheet, points: Sequence[tuple[float, float]], dash: Sequence[float], thickness: float = 1.1
) -> None:
    """Joins the points in order; a single point needs no line."""
    if len(points) < 2:
        return
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setLineWidth(thickness)
    canvas.setDash(*([list(dash)] if dash else []))
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def draw_mark(sheet: Sheet, x: float, y: float, n: int) -> None:
    """A full dot, an empty square, an empty diamond, a full square: by the line's number."""
    canvas = sheet.canvas
    canvas.setLineWidth(0.9)
    canvas.setFillGray(0 if n % 4 in (0, 3) else 1)
    match n % 4:
        case 0:
            canvas.circle(x, y, _SIZE, stroke=1, fill=1)
        case 1 | 3:
            canvas.rect(x - _SIZE, y - _SIZE, 2 * _SIZE, 2 * _SIZE, stroke=1, fill=1)
        case _:
            path = canvas.beginPath()
            path.moveTo(x, y + _SIZE * 1.4)
            path.lineTo(x + _SIZE * 1.4, y)
            path.lineTo(x, y - _SIZE * 1.4)
            path.lineTo(x - _SIZE * 1.4, y)
            path.close()
            canvas.drawPath(path, stroke=1, fill=1)
    canvas.setFillGray(0)

"""The box a chart is drawn in: its levels at the left, its labels below."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, width

LABEL_SIZE = 10.0
_GRID_GREY = 0.75


@dataclass(frozen=True, slots=True)
class Frame:
    """Lower left corner and size in points; `places` labels share the width alike."""

    left: float
    foot: float
    wide: float
    high: float
    places: int

    @property
    def right(self) -> float:
        return self.left + self.wide

    @property
    def step(self) -> float:
        return self.wide / max(1, self.places)

    def middle(self, place: int) -> float:
        """Where the label of that place (from 0) stands."""
        return self.left + (place + 0.5) * self.step

    def level(self, part: float) -> float:
        """The height of a part of the whole, 0 to 1."""
        return self.foot + self.high * part


def draw_levels(sheet: Sheet, frame: Frame, parts: Sequence[float], texts: Sequence[str]) -> None:
    """A thin grey line for each level with its text at the left; the lowest is black."""
    for part, text in zip(parts, texts, strict=True):
        y = frame.level(part)
        sheet.canvas.setStrokeGray(_GRID_GREY if part else 0)
        sheet.rule(frame.left, y, frame.wide, 0.5 if part else 0.8)
        sheet.canvas.setStrokeGray(0)
        sheet.flush_right(frame.left - 4, y - LABEL_SIZE * 0.33, text, SERIF, LABEL_SIZE)


def draw_labels(sheet: Sheet, frame: Frame, labels: Sequence[str]) -> None:
    """Every label below the frame, or every second, third… when they would touch."""
    widest = max((width(label, SERIF, LABEL_SIZE) for label in labels), default=0.0) + 4
    every = max(1, -(-int(widest) // max(1, int(frame.step))))
    for place in range(0, len(labels), every):
        sheet.centred(frame.middle(place), frame.foot - 13, labels[place], SERIF, LABEL_SIZE)

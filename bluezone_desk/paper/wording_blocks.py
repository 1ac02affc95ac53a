"""The pieces a report's body is made of, whatever file it ends in."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bluezone_desk.domain.figures import Share
from bluezone_desk.domain.vietnamese_numbers import number_text


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold line: level 1 is a "mục" (I., II.), level 2 a "khoản" with a heading (1., 2.)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """How a table's column stands; the one of 0 mm takes the room the others leave."""

    mm: float
    side: Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`is_sum` rows are printed bold and carry no ordinal."""

    ordinal: str
    label: str
    count: int
    share: str
    is_sum: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.ordinal, self.label, number_text(self.count), self.share)

    @property
    def values(self) -> tuple[str | int, ...]:
        """The same row for a spreadsheet: counts are numbers there."""
        return (self.ordinal, self.label, self.count, self.share)


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The check results of one programme: four columns, headed."""

    head: tuple[str, ...]
    rows: tuple[ResultRow, ...]

    columns: ClassVar[tuple[ColumnForm, ...]] = (
        ColumnForm(11.3, "centre"),
        ColumnForm(0, "left"),
        ColumnForm(21.2, "right"),
        ColumnForm(47.3, "centre"),
    )


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Numbers are written with dots on paper and stay numbers in a spreadsheet."""

    values: tuple[str | int, ...]
    is_sum: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(number_text(value) if isinstance(value, int) else value for value in self.values)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures with columns of its own."""

    head: tuple[str, ...]
    columns: tuple[ColumnForm, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One programme's share at each label; a share of nothing leaves a gap."""

    name: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Shares in time, as lines from 0 to 100 %; `target_percent` 0 draws no target."""

    caption: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    target_percent: int = 0


@dataclass(frozen=True, slots=True)
class CountChart:
    """Counts as bars with the number on each; `axis` says what the labels are."""

    caption: str
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    axis: str


Grid = ResultTable | FigureTable
Chart = ShareChart | CountChart
Block = Heading | Paragraph | Grid | Chart


def counted(number: int) -> str:
    """A count in running text: 1 to 9 with a leading zero, as offices write it ("09 lượt"), dots for thousands."""
    return f"{number:02d}" if 0 < number < 10 else number_text(number)

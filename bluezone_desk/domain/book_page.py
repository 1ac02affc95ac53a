"""The book a page at a time: orders, keys to go on from, and marks to jump to."""

from dataclasses import dataclass
from enum import StrEnum

from bluezone_desk.domain.visits import VisitLine


class BookSort(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


#: What a line sorts by, ending in its id; opaque, and good for the sort it came from only.
PageKey = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class BookPage:
    """Lines in order. `next_key` goes on behind them; None at the end of the book."""

    lines: tuple[VisitLine, ...]
    next_key: PageKey | None


@dataclass(frozen=True, slots=True)
class BookOutline:
    """How many lines there are, and the key before each `step`-th: page n * step begins after `marks[n]`.

    `marks[0]` is None: the beginning. Good until the book changes; then new lines shift what follows.
    """

    count: int
    step: int
    marks: tuple[PageKey | None, ...]

    def before(self, row: int) -> tuple[PageKey | None, int]:
        """The key to start from and the lines to skip behind it, to land on `row` (from 0)."""
        mark = min(max(row, 0) // self.step, len(self.marks) - 1)
        return self.marks[mark], max(row, 0) - mark * self.step

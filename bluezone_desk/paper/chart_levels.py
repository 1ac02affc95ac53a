"""Round numbers for a chart's axis, and how they are written."""

from collections.abc import Sequence
from decimal import Decimal

from bluezone_desk.domain.vietnamese_numbers import number_text, percent_text


def round_levels(most: int) -> list[int]:
    """Whole numbers from 0 in equal steps of 1, 2 or 5 (times ten), at most six, the last above `most`."""
    step = 1
    while most >= step * 5:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return [step * n for n in range(most // step + 2)]


def level_texts(levels: Sequence[int | Decimal]) -> list[str]:
    """Counts with dots for thousands, shares with a percent sign."""
    return [percent_text(n) if isinstance(n, Decimal) else number_text(n) for n in levels]

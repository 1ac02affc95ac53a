"""Papers that left the program: what they were, and whether the book still says the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ProducedPaper:
    """One file as it was made. `figures` are what it said, as texts; `sha256` is hexadecimal, of the whole file.

    `has_changed` when lines of its days read differently now than when it was made.
    """

    kind: str
    day_from: date
    day_to: date
    sha256: str
    figures: Mapping[str, str]
    made_at: datetime
    made_by: str
    has_changed: bool

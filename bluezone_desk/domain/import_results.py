"""What came of looking at somebody else's book, and of importing it."""

from dataclasses import dataclass
from datetime import date, datetime

from bluezone_desk.domain.visits import Problem


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be recorded, and everything that is wrong with it. `number` is the spreadsheet's."""

    number: int
    name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """`good` rows would be recorded now. `imported_before` and `same_minute` are in the book already and are left.

    `passed_over` rows are no visits: blank, headings again, totals. `estimated` exits follow the day-end rule.
    """

    good: int = 0
    imported_before: int = 0
    same_minute: int = 0
    passed_over: int = 0
    new_people: int = 0
    known_people: int = 0
    estimated: int = 0
    still_inside: int = 0
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import as the book has it: its file and sheet, and the lines of it that stand. `recorded_at` is UTC."""

    source: str
    reason: str
    recorded_by: str
    recorded_at: datetime
    visits: int
    first_day: date
    last_day: date

    @property
    def key(self) -> str:
        """A short name to ask for it by: the beginning of the file's digest, and the sheet."""
        digest, _sign, sheet = self.source.removeprefix("import:").partition(":")
        return f"{digest[:8]}:{sheet}" if sheet else digest[:8]

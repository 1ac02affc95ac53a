"""What came of looking at somebody else's book, and of importing it."""

from dataclasses import dataclass
from datetime import date

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

"""Why an exit's time is an estimate: what the book keeps; the words for it are the window's."""

from enum import StrEnum


class ExitRule(StrEnum):
    """By which rule an exit that nobody saw, or nobody timed, got its time."""

    DAY_CLOSED = "day_closed"
    CLOCK_WENT_BACK = "clock_went_back"
    LONG_STAY = "long_stay"
    IMPORT_DAY_END = "import_day_end"

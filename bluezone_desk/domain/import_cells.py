"""What stands in one cell of somebody else's table, read as what its column is for.

Spreadsheets keep numbers as numbers: a phone or an ID number loses its leading zeros, and a day becomes a count.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import isfinite
from typing import TypeAlias

from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.provinces import province_at_issue

Cell: TypeAlias = str | float | bool | date | datetime | time | timedelta

_ID_DIGITS, _OLD_ID_DIGITS = 12, 9
#: A mobile number, or a fixed or an old mobile one, without its zero.
_SHORT_PHONE = re.compile(r"[35789][0-9]{8}|[12][0-9]{9}")
#: Day 0 of spreadsheets, and the counts that can be days from 1990 to 2100.
_DAY_ZERO = date(1899, 12, 30)
_SERIAL_DAYS = range(32_874, 73_415)

_NUMERIC_DAY = re.compile(r"(?:ngày )?([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2}) ?[/.\- ] ?([0-9]{4}|[0-9]{2})(?!\d)")
_ISO_DAY = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?!\d)")
_LONG_DAY = re.compile(r"([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_TIME = re.compile(
    r"(?<![0-9])([0-9]{1,2}) ?(?:giờ ?|[:hg.] ?)([0-9]{1,2})?(?:[:m'] ?([0-9]{2})?)? ?(?:phút|p(?!m))? ?"
    r"(am|pm|sa|ch|sáng|chiều|tối)?"
)
_AFTERNOON = frozenset(("pm", "ch", "chiều", "tối"))


def text_of(cell: Cell) -> str:
    """The cell as one line of text; whole numbers without a fraction."""
    if isinstance(cell, str):
        return _line(cell)
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float | int):
        return str(int(cell)) if isfinite(cell) and cell == int(cell) else str(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else _clock_text(cell)


@lru_cache(maxsize=8_192)
def _line(text: str) -> str:
    """A book's columns say the same few things over and over."""
    return one_line(text)


def _clock_text(cell: time | timedelta) -> str:
    moment = time_of(cell)
    return moment.strftime("%H:%M") if moment else ""


def phone_of(cell: Cell) -> str:
    """A phone number with the leading zero that the spreadsheet dropped."""
    text = text_of(cell)
    digits = re.sub(r"[ .\-]", "", text)
    return "0" + digits if _SHORT_PHONE.fullmatch(digits) else text


def id_of(cell: Cell) -> str:
    """An ID number with the leading zeros that the spreadsheet dropped.

    Eleven digits lost one; ten lost two where that gives a province (001, 002, ...); eight, written as a number,
    are an old card's nine.
    """
    text = text_of(cell)
    digits = re.sub(r"[ .\-]", "", text)
    if not (digits.isascii() and digits.isdigit()):
        return text
    if len(digits) == _ID_DIGITS - 1:
        return "0" + digits
    if len(digits) == _ID_DIGITS - 2 and province_at_issue(f"00{digits[0]}"):
        return "00" + digits
    if len(digits) == _OLD_ID_DIGITS - 1 and not isinstance(cell, str):
        return "0" + digits
    return text


def day_of(cell: Cell) -> date | None:
    """The calendar day a cell tells: a typed day, a count of days, or a text with day before month."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return _day_in(one_line(cell).lower())
    if isinstance(cell, float | int) and _SERIAL_DAYS.start <= cell < _SERIAL_DAYS.stop:
        return _DAY_ZERO + timedelta(days=int(cell))
    return None


def _day_in(text: str) -> date | None:
    if found := _ISO_DAY.search(text):
        year, month, day = found.groups()
    elif found := _LONG_DAY.search(text) or _NUMERIC_DAY.search(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def time_of(cell: Cell) -> time | None:
    """The time of day a cell tells: typed, a fraction of a day, or a text such as 8h30, 8:30, 8g30, 2:15 CH."""
    if isinstance(cell, datetime):
        return cell.time().replace(microsecond=0)
    if isinstance(cell, time):
        return cell.replace(microsecond=0, tzinfo=None)
    if isinstance(cell, timedelta):
        return _time_after(cell.total_seconds())
    if isinstance(cell, str):
        return _time_in(one_line(cell).lower())
    if isinstance(cell, float) and isfinite(cell) and cell % 1:
        return _time_after(round(cell % 1 * 86_400))
    return None


def _time_after(seconds: float) -> time | None:
    whole = int(seconds)
    if not 0 <= whole < 86_400:
        return None
    return time(whole // 3600, whole // 60 % 60, whole % 60)


def _time_in(text: str) -> time | None:
    rest = _ISO_DAY.sub(" ", _NUMERIC_DAY.sub(" ", text))
    found = _TIME.search(rest)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    half = found[4]
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def typed_time(text: str) -> time | None:
    """A time as a hurried hand types it: "8h30", "8:30", or digits alone, "830" and "0830"."""
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and len(digits) in (3, 4):
        return _time_in(f"{digits[:-2]}:{digits[-2:]}")
    return _time_in(one_line(text).lower())

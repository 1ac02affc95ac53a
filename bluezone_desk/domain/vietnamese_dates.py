"""Dates and times as Vietnamese offices write them (Decree 30/2020: months 1 and 2 padded, 3 to 9 not)."""

import re
from datetime import date, datetime

from bluezone_desk.domain.clock import office_day, office_time

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _month(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)


def long_date(day: date) -> str:
    """ "ngày 05 tháng 8 năm 2020"."""
    return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def month_name(day: date) -> str:
    """ "tháng 02 năm 2020", "tháng 8 năm 2020"."""
    return f"tháng {_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """ "05/8/2020"."""
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def clock_time(moment: datetime) -> str:
    """ "08:42" on the office's wall clock; `moment` is aware."""
    at = office_time(moment)
    return f"{at.hour:02}:{at.minute:02}"


def since_text(moment: datetime, now: datetime) -> str:
    """ "08:42" of today, "08:42 04/8/2020" of another day."""
    day = office_day(moment)
    return clock_time(moment) if day == office_day(now) else f"{clock_time(moment)} {short_date(day)}"


def long_time(moment: datetime) -> str:
    """ "08 giờ 42 phút" on the office's wall clock; `moment` is aware."""
    return office_time(moment).strftime("%H giờ %M phút")


def weekday_name(day: date) -> str:
    """ "thứ Tư", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def birth_text(birth_date: str) -> str:
    """A card's birth date ("1990-08-15", "1955-03", "1955") as people read it: "15/8/1990", "3/1955", "1955"."""
    year, _, rest = birth_date.partition("-")
    month, _, day = rest.partition("-")
    if not (year + month + day).isdecimal():
        return ""
    parts = ([f"{int(day):02}"] if day else []) + ([_month(int(month))] if month else []) + [year]
    return "/".join(parts)


def birth_date_in(text: str) -> str | None:
    """What `birth_text` shows, and any other way to write it, as a card's birth date; None when it is none.

    "15/8/1990", "15-08-1990" and "1990-08-15" are "1990-08-15", "8/1990" is "1990-08"; "1990" and "" stay.
    """
    if not text.strip():
        return ""
    parts = re.split(r"[\s./-]+", text.strip())
    if not all(part.isascii() and part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (parts if len(parts[0]) == 4 else parts[::-1]) + ["1"] * (3 - len(parts))
    if len(year) != 4 or max(len(month), len(day)) > 2:
        return None
    try:
        whole = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return whole[: (4, 7, 10)[len(parts) - 1]]

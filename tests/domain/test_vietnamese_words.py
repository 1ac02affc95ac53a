from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bluezone_desk.domain.vietnamese_dates import (
    birth_date_in,
    birth_text,
    clock_time,
    long_date,
    long_time,
    short_date,
    weekday_name,
)
from bluezone_desk.domain.vietnamese_numbers import decimal_text, number_text, percent_text


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020", "05/01/2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (date(2021, 2, 15), "ngày 15 tháng 02 năm 2021", "15/02/2021"),
        (date(2020, 8, 5), "ngày 05 tháng 8 năm 2020", "05/8/2020"),
        (date(2020, 12, 31), "ngày 31 tháng 12 năm 2020", "31/12/2020"),
    ],
)
def test_dates_are_padded_as_decree_30_has_them(day: date, long: str, short: str) -> None:
    assert long_date(day) == long
    assert short_date(day) == short


def test_times_are_the_offices() -> None:
    moment = datetime(2020, 8, 5, 1, 42, 59, tzinfo=UTC)
    assert clock_time(moment) == "08:42"
    assert long_time(moment) == "08 giờ 42 phút"


def test_weekdays() -> None:
    assert [weekday_name(date(2020, 8, day)) for day in (3, 5, 9)] == ["thứ Hai", "thứ Tư", "Chủ nhật"]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("1990-08-15", "15/8/1990"),
        ("1991-02-05", "05/02/1991"),
        ("1955-03", "3/1955"),
        ("1955", "1955"),
        ("", ""),
        ("x", ""),
    ],
)
def test_birth_dates_whole_and_partial(stored: str, read: str) -> None:
    assert birth_text(stored) == read


def test_numbers() -> None:
    assert [number_text(n) for n in (0, 999, 1287, 1204318, -1500)] == ["0", "999", "1.287", "1.204.318", "-1.500"]
    assert decimal_text(Decimal("1204.50")) == "1.204,5"


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (Decimal("87.5"), "87,5%"),
        (Decimal("60.0"), "60%"),
        (Decimal("100.0"), "100%"),
        (Decimal("0.1"), "0,1%"),
        (None, "—"),
    ],
)
def test_percentages(percent: Decimal | None, text: str) -> None:
    assert percent_text(percent) == text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15/8/1990", "1990-08-15"),
        ("15-08-1990", "1990-08-15"),
        (" 15 . 8 . 1990 ", "1990-08-15"),
        ("1990-08-15", "1990-08-15"),
        ("8/1990", "1990-08"),
        ("1990-08", "1990-08"),
        ("1955", "1955"),
        ("", ""),
        ("31/02/1990", None),
        ("15/8/90", None),
        ("mùng 3", None),
        ("1/2/3/1990", None),
        ("0/0/0000", None),
        ("١٥/٨/١٩٩٠", None),
    ],
)
def test_a_birth_date_is_read_however_it_is_written(text: str, iso: str | None) -> None:
    assert birth_date_in(text) == iso
    if iso:
        assert birth_date_in(birth_text(iso)) == iso

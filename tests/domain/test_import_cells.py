"""Cells of others read as what their column is for, and headings recognised."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.import_cells import Cell, day_of, id_of, phone_of, text_of, time_of
from bluezone_desk.domain.import_columns import guess_columns
from bluezone_desk.domain.import_hosts import read_hosts
from bluezone_desk.domain.legacy_text import Legacy
from bluezone_desk.domain.programme import Programme

BLUEZONE = (Programme("bluezone", "Bluezone"),)
cells = st.one_of(
    st.text(max_size=40), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas()
)


@pytest.mark.parametrize(
    ("cell", "number"),
    [(912000000.0, "0912000000"), ("912 000 000", "0912000000"), (2438000000.0, "02438000000"),
     (1680000000.0, "01680000000"), ("0912000000", "0912000000"), ("+84912000000", "+84912000000"), ("", "")],
)  # fmt: skip
def test_phones_get_their_zero_back(cell: Cell, number: str) -> None:
    assert phone_of(cell) == number


@pytest.mark.parametrize(
    ("cell", "number"),
    [(17090000000.0, "017090000000"), (1090000000.0, "001090000000"), (79303000000.0, "079303000000"),
     ("17090000000", "017090000000"), (113000000.0, "113000000"), (13000000.0, "013000000"),
     ("13000000", "13000000"), (9090000000.0, "9090000000"), ("B1000000", "B1000000")],
)  # fmt: skip
def test_id_numbers_get_their_zeros_back(cell: Cell, number: str) -> None:
    assert id_of(cell) == number


@pytest.mark.parametrize(
    "cell",
    [date(2020, 8, 5), datetime(2020, 8, 5, 9), "05/8/2020", "5.8.20", "05-08-2020 08:30", "2020-08-05T08:30:00",
     "Ngày 05 tháng 8 năm 2020", 44048.0],
)  # fmt: skip
def test_days(cell: Cell) -> None:
    assert day_of(cell) == date(2020, 8, 5)


@pytest.mark.parametrize("cell", ["31/02/2020", "13/13/2020", "tháng 8", "", 0.5, 5.0, True, "8:30"])
def test_no_days(cell: Cell) -> None:
    assert day_of(cell) is None


@pytest.mark.parametrize(
    "cell",
    [time(14, 5), datetime(2020, 8, 5, 14, 5), timedelta(hours=14, minutes=5), 845 / 1440, 44048 + 845 / 1440,
     "14:05", "14h05", "14g05", "14h05'", "14 giờ 05 phút", "2:05 PM", "2:05 CH", "2h05 chiều", "05/8/2020 14:05",
     "2020-08-05T14:05:00+07:00", "14.05"],
)  # fmt: skip
def test_times(cell: Cell) -> None:
    assert time_of(cell) == time(14, 5)


@pytest.mark.parametrize("cell", ["", "sáng", "25:00", "8:75", 5.0, True, "05/8/2020"])
def test_no_times(cell: Cell) -> None:
    assert time_of(cell) is None


@settings(max_examples=150)
@given(cells)
def test_any_cell_is_read_or_passed(cell: Cell) -> None:
    assert isinstance(text_of(cell), str)
    assert isinstance(phone_of(cell) + id_of(cell), str)
    assert day_of(cell) is None or isinstance(day_of(cell), date)
    assert time_of(cell) is None or isinstance(time_of(cell), time)


def named(rows: list[list[Cell]], encoding: Legacy | None = None) -> dict[str, str]:
    found = guess_columns(rows, BLUEZONE, encoding)
    assert found is not None
    return {str(name): found.headings[place] for name, place in found.columns.items()}


def test_headings_under_titles() -> None:
    rows: list[list[Cell]] = [
        ["SỔ THEO DÕI KHÁCH RA VÀO CƠ QUAN"],
        ["Ngày 05 tháng 8 năm 2020"],
        ["STT", "Ngày", "Họ và tên", "Cơ quan/địa chỉ", "Số CMND/CCCD", "Số điện thoại", "Gặp ai/phòng ban",
         "Nội dung làm việc", "Giờ đến", "Giờ về", "Số thẻ khách", "Ký tên", "Ghi chú", "Bluezone (Đạt/Không)"],
    ]  # fmt: skip
    found = guess_columns(rows, BLUEZONE)
    assert found is not None
    assert (found.heading_row, found.day) == (2, date(2020, 8, 5))
    told = {str(name): place for name, place in found.columns.items()}
    assert told == {
        "day": 1, "name": 2, "organisation": 3, "id_number": 4, "phone": 5, "host": 6, "purpose": 7,
        "entered_at": 8, "left_at": 9, "pass_number": 10, "note": 12, "check:bluezone": 13,
    }  # fmt: skip


def test_headings_in_two_rows_in_old_letters_and_without_marks() -> None:
    two = named([["TT", "Họ tên", "Giờ", "", "Đơn vị"], ["", "", "vào", "ra", ""], ["1", "An", 0.3, 0.4, "x"]])
    assert (two["entered_at"], two["left_at"]) == ("Giờ vào", "Giờ ra")
    assert named([["Hä vµ tªn", "Giê vµo"]], Legacy.TCVN3) == {"name": "Họ và tên", "entered_at": "Giờ vào"}
    assert named([["HO TEN", "GIO VAO", "SDT"]])["phone"] == "SDT"


def test_a_table_that_is_no_visitor_book() -> None:
    assert guess_columns([["Tên hàng", "Số lượng"], ["Gạo", 5.0]], BLUEZONE) is None
    assert guess_columns([], BLUEZONE) is None


def test_columns_can_be_told_by_heading_or_letter() -> None:
    found = guess_columns([["Họ tên", "Giờ vào", "Ai tiếp", "Việc"]], BLUEZONE)
    assert found is not None
    assert found.column_named("ai tiep") == 2
    assert found.column_named("d") == 3
    assert found.column_named("ZZ") is None
    assert found.with_field("host", 2).with_field("entered_at", None).columns == {"name": 0, "host": 2}
    assert found.with_field("host", 0).columns == {"host": 0, "entered_at": 1}


def test_lists_of_hosts() -> None:
    table = read_hosts(
        [["STT", "Họ và tên", "Phòng ban"], [1.0, "Lê Thị Lan", "Văn phòng"], [2.0, "Hồ An", "Văn phòng"]]
    )
    assert table is not None
    assert (table.hosts, table.departments) == (("Lê Thị Lan", "Hồ An"), ("Văn phòng",))
    plain = read_hosts([["Lê Thị Lan"], [""], ["Hồ An"], ["x" * 300]])
    assert plain is not None
    assert (plain.hosts, plain.left_out) == (("Lê Thị Lan", "Hồ An"), 1)
    assert read_hosts([["a", "b"], ["c", "d"]]) is None
    assert read_hosts([[""]]) is None

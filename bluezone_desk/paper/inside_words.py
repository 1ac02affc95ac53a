"""The words and rows of the evacuation list, made once for its PDF, Word and Excel forms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.vietnamese_dates import long_date, long_time, weekday_name
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.register_rows import host_text, named_text, time_text
from bluezone_desk.paper.register_table import Column, fitted, points

TITLE: Final = "DANH SÁCH KHÁCH ĐANG Ở TRONG TRỤ SỞ"
#: The line that whoever calls the names fills in.
CALLED_BY: Final = "Người điểm danh: …………………………………………   Lúc: ………… giờ ………… phút"
_PARTY_NOTE: Final = "(+n) Số người đi cùng."
_BOX: Final = "□"


def those_inside(lines: Sequence[VisitLine]) -> list[VisitLine]:
    """Everyone without an exit, in the order their names are called."""
    return sorted(
        (line for line in lines if line.inside),
        key=lambda line: (line.name_sort or sort_key(line.name), line.visit_id),
    )


def people_of(inside: Sequence[VisitLine]) -> int:
    """Visitors and their companions, who have no line of their own."""
    return sum(1 + line.party for line in inside)


def inside_moment(made_at: datetime) -> str:
    """ "Lúc 11 giờ 02 phút, thứ Tư, ngày 05 tháng 8 năm 2020"."""
    day = office_day(made_at)
    return f"Lúc {long_time(made_at)}, {weekday_name(day)}, {long_date(day)}"


def inside_count(inside: Sequence[VisitLine]) -> str:
    """How many people have to come out, companions told apart."""
    if not inside:
        return "Không có khách nào trong trụ sở."
    people = people_of(inside)
    if people == len(inside):
        return f"Tổng số: {number_text(people)} người"
    return f"Tổng số: {number_text(people)} người, trong đó {number_text(people - len(inside))} người đi cùng"


def inside_columns(room: float) -> tuple[Column, ...]:
    """The columns on paper, filling `room` points."""
    columns = (
        Column("TT", points(13), "0000"),
        Column("Họ và tên", points(52)),
        Column("Gặp ai, phòng", points(46)),
        Column("Giờ vào", points(18), "00:00"),
        Column("Thẻ", points(15), "000"),
        Column("Có mặt", points(18), _BOX),
    )
    return fitted(columns, room)


def inside_rows(inside: Sequence[VisitLine], made_at: datetime) -> list[tuple[str, ...]]:
    """One row for each visitor; a time of another day than `made_at` carries it."""
    day = office_day(made_at)
    return [
        (
            str(number),
            named_text(line),
            host_text(line),
            time_text(line.entered_at, day),
            line.pass_number,
            _BOX,
        )
        for number, line in enumerate(inside, start=1)
    ]


def inside_notes(inside: Sequence[VisitLine]) -> list[str]:
    """What stands below the rows; nothing below a list of nobody."""
    if not inside:
        return []
    return [CALLED_BY, *([_PARTY_NOTE] if any(line.party for line in inside) else [])]

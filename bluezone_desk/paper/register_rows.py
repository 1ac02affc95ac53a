"""What a line of the book says in each column of a register."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.register_table import Column, fitted, points
from bluezone_desk.paper.wording_states import SHORT

ESTIMATED_MARK = "*"
STILL_INSIDE = "Chưa ra"
#: App columns share this room, each no wider than one of three.
_APPS_MM, _APP_MM = 66.0, 23.0


def register_columns(programmes: Sequence[Programme], room: float) -> tuple[Column, ...]:
    """The columns for these programmes, filling `room` points."""
    app_mm = min(_APP_MM, _APPS_MM / max(1, len(programmes)))
    return fitted(
        (
            Column("TT", points(11), "00000"),
            Column("Họ và tên", points(41)),
            Column("Số giấy tờ", points(26.5), "000 0•• ••• 000"),
            Column("Điện thoại", points(22.5), "0000 ••• 000"),
            Column("Đơn vị, địa chỉ", points(39)),
            Column("Gặp ai, phòng", points(33)),
            Column("Nội dung", points(29)),
            Column("Vào", points(12), "00:00"),
            Column("Ra", points(14), "00:00*"),
            Column("Thẻ", points(10), "000"),
            *(Column(one_line(p.name), points(app_mm), "Không đồng ý") for p in programmes),
        ),
        room,
    )


def register_rows(
    lines: Iterable[VisitLine], programmes: Sequence[Programme], day: date | None, masked: bool
) -> Iterator[tuple[str, ...]]:
    """One row a line, in the lines' order; voided lines are left out. Times of another day than `day` carry it."""
    codes = [p.code for p in programmes]
    number = 0
    for line in lines:
        if line.voided:
            continue
        number += 1
        states = {check.programme: check.state for check in line.checks}
        yield (
            f"{number:>5}".replace(" ", "  ") if number < 10_000 else str(number),
            named_text(line),
            mask_id(line.id_number) if masked else line.id_number,
            mask_phone(line.phone) if masked else line.phone,
            line.organisation or line.address,
            host_text(line),
            line.purpose,
            time_text(line.entered_at, day),
            _exit(line, day),
            line.pass_number,
            *(SHORT[states[code]] if code in states else _NOT_ASKED for code in codes),
        )


_NOT_ASKED = SHORT[CheckState.NOT_ASKED]


def register_notes(lines: Iterable[VisitLine], masked: bool) -> list[str]:
    """The total, and what the signs in the table mean; only notes that this register needs."""
    kept = [line for line in lines if not line.voided]
    notes = [f"Tổng số: {number_text(len(kept))} lượt."]
    if any(line.party for line in kept):
        notes.append("(+n) Số người đi cùng, không ghi thành lượt riêng.")
    if any(line.left_rule for line in kept):
        notes.append(f"{ESTIMATED_MARK} Giờ ra ước tính: khách về không báo quầy.")
    if masked and any(line.id_number or line.phone for line in kept):
        notes.append("Số giấy tờ và số điện thoại được che bớt để bảo vệ thông tin cá nhân.")
    return notes


def named_text(line: VisitLine) -> str:
    """The visitor, with how many came along: "Lò Văn Sơn (+2)"."""
    return f"{line.name} (+{line.party})" if line.party else line.name


def host_text(line: VisitLine) -> str:
    """Whom the visitor came to see, and in which room or department."""
    if line.host and line.department and line.host != line.department:
        return f"{line.host}, {line.department}"
    return line.host or line.department


def _exit(line: VisitLine, day: date | None) -> str:
    if line.left_at is None:
        return STILL_INSIDE
    told = time_text(line.left_at, day)
    return f"{told}{ESTIMATED_MARK}" if line.left_rule else told


def time_text(moment: datetime, day: date | None) -> str:
    """The office's time of day, with day and month when it is another day than `day`."""
    if office_day(moment) == day:
        return clock_time(moment)
    return f"{clock_time(moment)} {short_date(office_day(moment)).rpartition('/')[0]}"

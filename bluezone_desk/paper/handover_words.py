"""The words and rows of a shift's hand-over, made once for its PDF, Word and Excel forms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.vietnamese_dates import clock_time, long_date, short_date
from bluezone_desk.paper.register_rows import host_text, named_text, time_text
from bluezone_desk.paper.register_table import Column, fitted, points
from bluezone_desk.paper.wording_blocks import counted

TITLE: Final = "PHIẾU BÀN GIAO CA TRỰC QUẦY TIẾP ĐÓN"
OVERDUE: Final = "Quá giờ"
_EMPTY_NOTE: Final = "Nội dung cần lưu ý: ………………………………………………………………………"


@dataclass(frozen=True, slots=True)
class HandoverWords:
    """Everything around the table; `notes` explain its rows and are empty when nobody is inside."""

    circumstances: str
    figures: tuple[str, ...]
    notes: tuple[str, ...]
    noted: str
    signatures: tuple[tuple[str, str], ...]


def handover_words(handover: Handover, office: Office) -> HandoverWords:
    span = f"từ {_moment(handover.shift_from, handover.made_at)} đến {clock_time(handover.made_at)}"
    made_on = long_date(office_day(handover.made_at))
    notes = one_line(handover.notes)
    return HandoverWords(
        circumstances=f"{one_line(office.desk_name)}, {span}, {made_on}".lstrip(", "),
        figures=tuple(_figures(handover)),
        notes=tuple(_notes(handover)),
        noted=f"Nội dung cần lưu ý: {notes}" if notes else _EMPTY_NOTE,
        signatures=(("NGƯỜI GIAO", one_line(handover.given_by)), ("NGƯỜI NHẬN", one_line(handover.taken_by))),
    )


def handover_columns(room: float, handover: Handover) -> tuple[Column, ...]:
    """The columns on paper, filling `room` points; times are longer when somebody came on another day."""
    is_today = all(line.day == office_day(handover.made_at) for line in handover.inside)
    columns = (
        Column("TT", points(11), "000"),
        Column("Họ và tên", points(48)),
        Column("Gặp ai, phòng", points(42)),
        Column("Giờ vào", points(24), "00:00" if is_today else "00:00 00/00"),
        Column("Thẻ", points(14), "000"),
        Column("Ghi chú", points(20), OVERDUE),
    )
    return fitted(columns, room)


def handover_rows(handover: Handover) -> list[tuple[str, ...]]:
    """One row for each visitor inside, oldest first."""
    late = {line.visit_id for line in handover.overdue}
    day = office_day(handover.made_at)
    return [
        (
            str(number),
            named_text(line),
            host_text(line),
            time_text(line.entered_at, day),
            line.pass_number,
            OVERDUE if line.visit_id in late else "",
        )
        for number, line in enumerate(handover.inside, start=1)
    ]


def _moment(moment: datetime, made_at: datetime) -> str:
    day = office_day(moment)
    return clock_time(moment) if day == office_day(made_at) else f"{clock_time(moment)} ngày {short_date(day)}"


def _figures(handover: Handover) -> list[str]:
    start, inside = handover.inside_at_start, len(handover.inside)
    came = f"vào {counted(handover.entries)} lượt" if handover.entries else "không có lượt vào"
    went = f"ra {counted(handover.exits)} lượt" if handover.exits else "không có lượt ra"
    end = f"còn {counted(inside)} lượt" if inside else "không còn khách"
    if handover.people_inside > inside:
        end += f" ({counted(handover.people_inside)} người, tính cả người đi cùng)"
    begin = f"có {counted(start)} lượt khách ở trong" if start else "không có khách ở trong"
    told = [f"1. Đầu ca {begin}; trong ca {came}, {went}; cuối ca {end}."]
    passes = ", ".join(one_line(number) for number in handover.passes_out)
    told.append(
        f"2. Thẻ khách đang giao cho khách ({counted(len(handover.passes_out))} thẻ): {passes}."
        if passes
        else "2. Không có thẻ khách nào đang giao cho khách."
    )
    if handover.overdue:
        told.append(f"3. Có {counted(len(handover.overdue))} lượt ở lâu cần hỏi lại, ghi “{OVERDUE}” trong bảng.")
    elif handover.inside:
        told.append("3. Không có lượt nào ở quá giờ.")
    return told


def _notes(handover: Handover) -> list[str]:
    if not handover.inside:
        return []
    notes = [f"{counted(len(handover.inside))} lượt khách còn ở trong trụ sở, người vào trước xếp trước."]
    if any(line.party for line in handover.inside):
        notes.append("(+n) Số người đi cùng.")
    return notes

"""The shift's hand-over: who is inside, which passes are out, what happened, and two places to sign."""

from datetime import datetime

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_dates import clock_time, long_date, short_date
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, printable, require_glyphs
from bluezone_desk.paper.list_sheet import MARK_NOTE, draw_lines, draw_signatures, start_list
from bluezone_desk.paper.register import draw_notes
from bluezone_desk.paper.register_rows import host_text, time_text
from bluezone_desk.paper.register_table import Column, RegisterTable, Type, fitted, points
from bluezone_desk.paper.wording_blocks import counted

_TITLE = "PHIẾU BÀN GIAO CA TRỰC QUẦY TIẾP ĐÓN"
_TYPE = Type(11.0, 13.0, 18.0)
_OVERDUE = "Quá giờ"
_EMPTY_NOTE = "Nội dung cần lưu ý: …………………………………………………………………………………"


def handover_list(handover: Handover, office: Office) -> bytes:
    """The hand-over on one portrait A4 sheet and as many as the list needs. Same input, same bytes.

    Raises DeskFault(GLYPH_MISSING) for the office's own name and its desk's.
    """
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    sheet = Sheet(_TITLE.capitalize(), name)
    made_on = office_day(handover.made_at)
    span = f"từ {_moment(handover.shift_from, handover.made_at)} đến {clock_time(handover.made_at)}"
    desk = require_glyphs(office.desk_name, SERIF_BOLD)
    top = start_list(sheet, name, _TITLE, f"{desk}, {span}, {long_date(made_on)}".lstrip(", "))
    top = draw_lines(sheet, _figures(handover), top - 4)
    notes: list[str] = []
    if handover.inside:
        table = RegisterTable(sheet, _columns(sheet.room, handover), _TYPE)
        top = table.draw(_rows(handover), top - 6)
        notes = [f"{counted(len(handover.inside))} lượt khách còn ở trong trụ sở, người vào trước xếp trước."]
        if any(line.party for line in handover.inside):
            notes.append("(+n) Số người đi cùng.")
        notes += [MARK_NOTE] if table.has_marks else []
        top = draw_notes(sheet, notes, top)
    top = draw_lines(sheet, [_noted(handover)], top - 8)
    places = (("NGƯỜI GIAO", printable(handover.given_by)), ("NGƯỜI NHẬN", printable(handover.taken_by)))
    draw_signatures(sheet, places, top)
    return sheet.finish()


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
    passes = ", ".join(printable(number) for number in handover.passes_out)
    told.append(
        f"2. Thẻ khách đang giao cho khách ({counted(len(handover.passes_out))} thẻ): {passes}."
        if passes
        else "2. Không có thẻ khách nào đang giao cho khách."
    )
    if handover.overdue:
        told.append(f"3. Có {counted(len(handover.overdue))} lượt ở lâu cần hỏi lại, ghi “{_OVERDUE}” trong bảng.")
    elif handover.inside:
        told.append("3. Không có lượt nào ở quá giờ.")
    return told


def _noted(handover: Handover) -> str:
    notes = printable(handover.notes)
    return f"Nội dung cần lưu ý: {notes}" if notes else _EMPTY_NOTE


def _columns(room: float, handover: Handover) -> tuple[Column, ...]:
    is_today = all(line.day == office_day(handover.made_at) for line in handover.inside)
    return fitted(
        (
            Column("TT", points(11), "000"),
            Column("Họ và tên", points(48)),
            Column("Gặp ai, phòng", points(42)),
            Column("Giờ vào", points(24), "00:00" if is_today else "00:00 00/00"),
            Column("Thẻ", points(14), "000"),
            Column("Ghi chú", points(20), _OVERDUE),
        ),
        room,
    )


def _rows(handover: Handover) -> list[tuple[str, ...]]:
    late = {line.visit_id for line in handover.overdue}
    day = office_day(handover.made_at)
    return [
        (
            f"{number:>3}".replace(" ", "  "),
            _named(line),
            host_text(line),
            time_text(line.entered_at, day),
            line.pass_number,
            _OVERDUE if line.visit_id in late else "",
        )
        for number, line in enumerate(handover.inside, start=1)
    ]


def _named(line: VisitLine) -> str:
    return f"{line.name} (+{line.party})" if line.party else line.name

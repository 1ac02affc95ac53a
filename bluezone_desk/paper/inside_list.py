"""The evacuation list: who is inside now, for calling names in the yard."""

from collections.abc import Sequence
from datetime import datetime

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.vietnamese_dates import long_date, long_time, weekday_name
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_lines import balanced_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF_BOLD, SERIF_ITALIC, require_glyphs
from bluezone_desk.paper.list_sheet import MARK_NOTE
from bluezone_desk.paper.register import draw_notes, draw_title
from bluezone_desk.paper.register_rows import host_text, time_text
from bluezone_desk.paper.register_table import LARGE, Column, RegisterTable, fitted, points

_TITLE = "DANH SÁCH KHÁCH ĐANG Ở TRONG TRỤ SỞ"
_BOX = "□"


def inside_list(lines: Sequence[VisitLine], office: Office, made_at: datetime) -> bytes:
    """Everyone without an exit, by name, with host, entry, pass and a box to tick; the count stands first.

    Companions have no line of their own and are counted beside their visitor. Raises DeskFault(GLYPH_MISSING)
    for the office's own name.
    """
    inside = sorted(
        (line for line in lines if line.inside),
        key=lambda line: (line.name_sort or sort_key(line.name), line.visit_id),
    )
    name = require_glyphs(office.name, SERIF_BOLD).upper()
    sheet = Sheet(_TITLE.capitalize(), name)
    top = sheet.top
    for text in balanced_lines(name, SERIF_BOLD, law.AGENCY_SIZE, sheet.room * 0.8):
        sheet.centred(sheet.middle, top - law.AGENCY_SIZE, text, SERIF_BOLD, law.AGENCY_SIZE)
        top -= 16
    top = draw_title(sheet, _TITLE, top - 6)
    moment = f"Lúc {long_time(made_at)}, {weekday_name(office_day(made_at))}, {long_date(office_day(made_at))}"
    sheet.centred(sheet.middle, top - law.BODY_SIZE, moment, SERIF_ITALIC, law.BODY_SIZE)
    sheet.centred(sheet.middle, top - 38, _count(inside), SERIF_BOLD, law.TITLE_SIZE)
    if inside:
        _draw_list(sheet, inside, made_at, top - 52)
    return sheet.finish()


def _count(inside: Sequence[VisitLine]) -> str:
    if not inside:
        return "Không có khách nào trong trụ sở."
    people = sum(1 + line.party for line in inside)
    if people == len(inside):
        return f"Tổng số: {number_text(people)} người"
    return f"Tổng số: {number_text(people)} người, trong đó {number_text(people - len(inside))} người đi cùng"


def _draw_list(sheet: Sheet, inside: Sequence[VisitLine], made_at: datetime, top: float) -> None:
    columns = (
        Column("TT", points(13), "0000"),
        Column("Họ và tên", points(52)),
        Column("Gặp ai, phòng", points(46)),
        Column("Giờ vào", points(18), "00:00"),
        Column("Thẻ", points(15), "000"),
        Column("Có mặt", points(18), _BOX),
    )
    table = RegisterTable(sheet, fitted(columns, sheet.room), LARGE)
    day = office_day(made_at)
    rows = (
        (
            f"{number:>4}".replace(" ", "  "),
            f"{line.name} (+{line.party})" if line.party else line.name,
            host_text(line),
            time_text(line.entered_at, day),
            line.pass_number,
            _BOX,
        )
        for number, line in enumerate(inside, start=1)
    )
    bottom = table.draw(rows, top)
    notes = ["Người điểm danh: …………………………………………   Lúc: ………… giờ ………… phút"]
    if any(line.party for line in inside):
        notes.append("(+n) Số người đi cùng.")
    if table.has_marks:
        notes.append(MARK_NOTE)
    draw_notes(sheet, notes, bottom - 4)

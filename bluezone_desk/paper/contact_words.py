"""The words and rows of a contact list, made once for its PDF, Word and Excel forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.contact_list import Contact, ContactList
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.vietnamese_dates import clock_time, long_date, long_time, short_date
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.register_rows import ESTIMATED_MARK, STILL_INSIDE, host_text, named_text, time_text
from bluezone_desk.paper.register_table import Column, fitted, points
from bluezone_desk.paper.wording_blocks import counted

#: Titles of the columns, the same on paper and in a spreadsheet.
TITLES = (
    "TT",
    "Họ và tên",
    "Số giấy tờ",
    "Điện thoại",
    "Đơn vị, địa chỉ",
    "Gặp ai, phòng",
    "Vào",
    "Ra",
    "Cùng lúc từ",
    "đến",
    "Số phút",
    "Cùng nơi tiếp",
)
SAME_HOST = "Có"
_WIDTHS_MM = (10, 37, 25, 21, 34, 32, 13, 15, 14, 13, 12, 14)
_SAMPLES = ("000", "", "000000000000", "0000000000", "", "", "00:00", "00:00*", "00:00", "00:00", "0000", "Có")


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Everything the list says around its two tables; an empty part has a sentence instead of a table."""

    title: str
    circumstances: str
    subject: tuple[str, ...]
    certain_title: str
    estimated_title: str
    signatures: tuple[tuple[str, str], ...]


def contact_words(found: ContactList) -> ContactWords:
    subject = found.subject
    day = short_date(subject.day)
    least = f"từ {counted(found.minutes)} phút trở lên" if found.minutes else "bất kể bao lâu"
    reason = one_line(found.reason) or "không nêu"
    return ContactWords(
        title=f"DANH SÁCH KHÁCH CÓ MẶT CÙNG LÚC VỚI LƯỢT KHÁCH SỐ {subject.number:03d} NGÀY {day}",
        circumstances=f"Lập lúc {long_time(found.made_at)}, {long_date(office_day(found.made_at))}",
        subject=(
            f"Khách: {_person(subject)}.",
            f"Có mặt: {_stay(subject, found.made_at)}{_seen(subject)}.",
            f"Phạm vi: các lượt khách khác ở trong trụ sở cùng lúc {least}; cùng nơi tiếp xếp trước.",
            f"Lý do lập danh sách: {reason.rstrip('.')}.",
        ),
        certain_title=_part("A. Thời gian có mặt đã ghi nhận đủ", found.rows),
        estimated_title=_part("B. Thời gian có mặt là ước tính", found.estimated),
        signatures=(
            ("NGƯỜI LẬP DANH SÁCH", one_line(found.made_by)),
            ("NGƯỜI DUYỆT", one_line(found.approver)),
        ),
    )


def contact_columns(room: float) -> tuple[Column, ...]:
    """The columns on paper, filling `room` points."""
    columns = (Column(t, points(mm), s) for t, mm, s in zip(TITLES, _WIDTHS_MM, _SAMPLES, strict=True))
    return fitted(tuple(columns), room)


def contact_rows(contacts: Sequence[Contact], day: date) -> list[tuple[str, ...]]:
    """One row for each contact under `TITLES`; times of another day than `day` carry it."""
    return [_row(number, contact, day) for number, contact in enumerate(contacts, start=1)]


def _row(number: int, contact: Contact, day: date) -> tuple[str, ...]:
    line = contact.line
    left = STILL_INSIDE if line.left_at is None else time_text(line.left_at, day)
    return (
        str(number),
        named_text(line),
        line.id_number,
        line.phone,
        line.organisation or line.address,
        host_text(line),
        time_text(line.entered_at, day),
        f"{left}{ESTIMATED_MARK}" if line.left_rule else left,
        time_text(contact.overlap_from, day),
        time_text(contact.overlap_to, day),
        str(contact.minutes),
        SAME_HOST if contact.at_same_host else "",
    )


def contact_notes(found: ContactList) -> list[str]:
    """What the signs mean; only those this list needs."""
    shown = (*found.rows, *found.estimated)
    if not shown:
        return ["Không tìm thấy lượt khách nào trong phạm vi này."]
    notes = [f"Tổng số: {counted(len(shown))} lượt của {counted(found.persons)} người."]
    if any(contact.line.party for contact in shown):
        notes.append("(+n) Số người đi cùng, không ghi thành lượt riêng.")
    if any(contact.line.left_rule for contact in shown):
        notes.append(f"{ESTIMATED_MARK} Giờ ra ước tính: khách về không báo quầy.")
    return notes


def _part(title: str, contacts: Sequence[Contact]) -> str:
    if not contacts:
        return f"{title}: không có lượt nào"
    same = sum(1 for contact in contacts if contact.at_same_host)
    told = f", trong đó {counted(same)} lượt cùng nơi tiếp" if same else ""
    return f"{title}: {counted(len(contacts))} lượt{told}"


def _person(line: VisitLine) -> str:
    parts = [one_line(line.name)]
    parts += [f"số giấy tờ {line.id_number}"] if line.id_number else []
    parts += [f"điện thoại {line.phone}"] if line.phone else []
    where = one_line(line.organisation or line.address)
    parts += [where] if where else []
    host = one_line(host_text(line))
    parts += [f"đến gặp {host}"] if host else []
    return ", ".join(parts)


def _stay(line: VisitLine, made_at: datetime) -> str:
    came = f"từ {clock_time(line.entered_at)} ngày {short_date(line.day)}"
    if line.left_at is None:
        return f"{came}, chưa ra khi lập danh sách ({clock_time(made_at)})"
    left_on = office_day(line.left_at)
    day = "" if left_on == line.day else f" ngày {short_date(left_on)}"
    return f"{came} đến {clock_time(line.left_at)}{day}"


def _seen(line: VisitLine) -> str:
    if not line.left_rule:
        return ""
    return " (giờ ra ước tính, nên mọi lượt dưới đây là ước tính)"

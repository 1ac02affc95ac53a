"""The columns of a spreadsheet of visits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.wording_states import SHORT

Value = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Field:
    """`wide` is in characters; moments are on the office's wall clock without a zone, as spreadsheets want."""

    title: str
    wide: float
    kind: Literal["text", "number", "day", "moment"]
    value: Callable[[VisitLine], Value]


def visit_fields(programmes: Sequence[Programme]) -> tuple[Field, ...]:
    """What is written of a visit, with a column of states and one of reasons for each programme."""
    return (
        Field("Ngày", 11, "day", lambda line: line.day),
        Field("Số trong ngày", 9, "number", lambda line: line.number),
        Field("Họ và tên", 26, "text", lambda line: line.name),
        Field("Số giấy tờ", 15, "text", lambda line: line.id_number),
        Field("Điện thoại", 13, "text", lambda line: line.phone),
        Field("Đơn vị", 26, "text", lambda line: line.organisation),
        Field("Địa chỉ", 30, "text", lambda line: line.address),
        Field("Người tiếp", 20, "text", lambda line: line.host),
        Field("Phòng, bộ phận", 20, "text", lambda line: line.department),
        Field("Nội dung", 24, "text", lambda line: line.purpose),
        Field("Giờ vào", 16, "moment", lambda line: _moment(line.entered_at)),
        Field("Giờ ra", 16, "moment", lambda line: _moment(line.left_at)),
        Field("Giờ ra ước tính", 10, "text", lambda line: "Ước tính" if line.left_rule else ""),
        Field("Tình trạng", 16, "text", _standing),
        Field("Số người đi cùng", 9, "number", lambda line: line.party),
        Field("Biển số xe", 13, "text", lambda line: line.plate),
        Field("Thẻ khách", 9, "text", lambda line: line.pass_number),
        *(field for programme in programmes for field in _check_fields(programme)),
        Field("Ý kiến lãnh đạo", 20, "text", lambda line: line.head_decision),
        Field("Nhập bù (lý do)", 20, "text", lambda line: line.catch_up),
        Field("Người ghi", 16, "text", lambda line: line.recorded_by),
        Field("Quầy", 14, "text", lambda line: line.desk),
        Field("Mã lượt", 38, "text", lambda line: line.visit_id),
    )


def _check_fields(programme: Programme) -> tuple[Field, Field]:
    code, name = programme.code, one_line(programme.name)

    def reason(line: VisitLine) -> str:
        return next((check.reason for check in line.checks if check.programme == code), "")

    return (
        Field(name, 17, "text", lambda line: SHORT[line.state(code)]),
        Field(f"{name}: lý do", 20, "text", reason),
    )


def _moment(moment: datetime | None) -> datetime | None:
    return office_time(moment).replace(tzinfo=None) if moment else None


def _standing(line: VisitLine) -> str:
    if line.voided:
        return "Đã hủy"
    return "Đang ở trong" if line.left_at is None else "Đã ra"

"""Invented days for the papers' tests: deterministic, and of any size."""

from datetime import UTC, date, datetime, timedelta

from bluezone_desk.domain.figures import DaySummary, day_figures
from bluezone_desk.domain.office import BLUEZONE, Directive, Office, Signatory
from bluezone_desk.domain.programme import AppCheck, CheckState, Programme
from bluezone_desk.domain.visits import VisitLine

DAY = date(2020, 8, 5)
NCOVI = Programme("ncovi", "NCOVI", "https://ncovi.vn")

DIRECTIVE = Directive(
    "hoa-binh-1287",
    kind="Công văn",
    number="1287/UBND-KGVX",
    issued_on=date(2020, 8, 4),
    issuer="Ủy ban nhân dân tỉnh Hòa Bình",
    subject="V/v triển khai cài đặt và sử dụng ứng dụng Bluezone",
    target_percent=60,
    deadline=date(2020, 8, 20),
)

OFFICE = Office(
    name="Sở Thông tin và Truyền thông",
    parent="UBND tỉnh Hòa Bình",
    symbol="VP",
    place="Hòa Bình",
    addressee="Ủy ban nhân dân tỉnh Hòa Bình",
    recipients=("Lãnh đạo Sở", "Các phòng, đơn vị trực thuộc"),
    signatory=Signatory("Nguyễn Thu Hiền", "Chánh Văn phòng", "TL.", "Giám đốc"),
    directive=DIRECTIVE,
)

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Quách", "Đinh")
_MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Thị Phương", "Đức", "Minh")
_GIVEN = ("Sáng", "Yến", "Én", "Khoa", "Nhượng", "Thảo", "Uyên", "Ước", "Tuấn", "Hoà", "Ẩn")
_FROM = ("UBND xã Bình Thanh", "Đài PT-TH tỉnh", "Công dân", "Công ty CP Sông Đà", "Trường THPT Công Nghiệp")
_HOSTS = ("Một cửa", "P. TTBCXB", "Văn phòng", "Bà Lê Thị Lan", "P. Công nghệ thông tin")
_WHY = ("Nộp hồ sơ", "Họp giao ban", "Giao công văn", "Làm việc theo hẹn", "Xin xác nhận")
_STATES = (
    *(CheckState.RUNNING,) * 11,
    CheckState.REACTIVATED,
    CheckState.INSTALLED_HERE,
    CheckState.INSTALLED_HERE,
    CheckState.NOT_INSTALLED,
    CheckState.UNSUPPORTED,
    CheckState.RUNNING,
    CheckState.DECLINED,
    CheckState.NOT_ASKED,
    CheckState.RUNNING,
)
_REASONS = {CheckState.NOT_INSTALLED: "máy hết pin", CheckState.DECLINED: "điện thoại do công ty cấp"}


def visit(number: int, day: date = DAY, **changes: object) -> VisitLine:
    """The visit of that number: a person, a time and checks that follow from the number alone."""
    n = number - 1
    opened = datetime(day.year, day.month, day.day, 0, 20, tzinfo=UTC)
    entered = opened + timedelta(seconds=(n * 137) % 32_000)
    state = _STATES[n % len(_STATES)]
    line = {
        "visit_id": f"visit-{number:06}",
        "visitor_id": f"person-{n % 1900:06}",
        "number": number,
        "day": day,
        "entered_at": entered,
        "left_at": entered + timedelta(minutes=20 + n % 50),
        "name": f"{_FAMILY[n % 10]} {_MIDDLE[n % 7]} {_GIVEN[n % 11]}",
        "id_number": f"0{17 + n % 80:02}{n % 4}{50 + n % 49:02}000000",
        "phone": f"09{10_000_000 + n * 7919 % 89_999_999:08}",
        "organisation": _FROM[n % 5],
        "host": _HOSTS[n % 5] if n % 3 else "",
        "department": "Văn phòng" if n % 3 == 0 else "",
        "purpose": _WHY[n % 5],
        "party": 2 if n % 17 == 0 else 0,
        "pass_number": f"{n % 60 + 1:02}",
        "checks": (AppCheck("bluezone", state, _REASONS.get(state, "")), AppCheck("ncovi", _STATES[-1 - n % 20])),
        "left_rule": "end_of_day" if n % 29 == 28 else "",
        "catch_up": "mất điện" if n % 41 == 40 else "",
    }
    return VisitLine(**(line | changes))  # type: ignore[arg-type]


def summary(
    visits: int | tuple[VisitLine, ...],
    *,
    day: date = DAY,
    programmes: tuple[Programme, ...] = (BLUEZONE,),
    previous: int | None = None,
    carried: tuple[VisitLine, ...] = (),
    made_at: datetime | None = None,
) -> DaySummary:
    """A day of so many visits, made on the next morning unless said otherwise."""
    lines = tuple(visit(n + 1, day) for n in range(visits)) if isinstance(visits, int) else visits
    before = None
    if previous is not None:
        yesterday = day - timedelta(days=1)
        before = day_figures(yesterday, [visit(n + 1, yesterday) for n in range(previous)], (), programmes)
    made = made_at or datetime(day.year, day.month, day.day, 10, 0, tzinfo=UTC) + timedelta(days=0, hours=14)
    return DaySummary(day_figures(day, lines, carried, programmes), lines, carried, before, made)

"""What a register of its own says above its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.wording_document import INTERNAL


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """`box` is the decree's box 11 when whole numbers of people stand in the rows, else "".

    `day` is set when all rows are of one day, so that times need no date.
    """

    office: str
    title: str
    box: str
    day: date | None


def register_words(office: Office, day_from: date, day_to: date, masked: bool) -> RegisterWords:
    """The words above the register of these days, both included."""
    span = f"NGÀY {short_date(day_from)}"
    if day_to != day_from:
        span = f"TỪ NGÀY {short_date(day_from)} ĐẾN NGÀY {short_date(day_to)}"
    return RegisterWords(
        office=one_line(office.name).upper(),
        title=f"SỔ THEO DÕI KHÁCH RA, VÀO TRỤ SỞ {span}",
        box="" if masked else INTERNAL,
        day=day_from if day_from == day_to else None,
    )


def kept_lines(lines: Iterable[VisitLine]) -> list[VisitLine]:
    """The lines that count: voided ones are no part of a register."""
    return [line for line in lines if not line.voided]

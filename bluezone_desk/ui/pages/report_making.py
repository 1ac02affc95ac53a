"""From what the report page was asked to the bytes of a paper. No widgets: this runs off the window's thread."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.saving import file_name
from bluezone_desk.services.opening import Desk

if TYPE_CHECKING:
    from bluezone_desk.paper.wording import ReportOptions

ARCHIVE_WORD = "Lưu:"


class Kind(StrEnum):
    """The papers that can be made."""

    DAILY = "daily"
    REGISTER = "register"
    INSIDE = "inside"


_STEMS = {Kind.DAILY: "bao-cao-ngay", Kind.REGISTER: "so-ra-vao", Kind.INSIDE: "danh-sach-dang-co-mat"}
_TITLES = {Kind.DAILY: "Báo cáo ngày", Kind.REGISTER: "Sổ ra vào", Kind.INSIDE: "Danh sách đang có mặt"}


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What was asked. `office` already carries the signatory and the recipients of this one paper."""

    kind: Kind
    first: date
    last: date
    office: Office
    number: str = ""
    with_register: bool = True
    masked: bool = True

    def name(self, ending: str) -> str:
        """The file name to suggest."""
        return file_name(_STEMS[self.kind], self.first, ending, self.last)

    @property
    def title(self) -> str:
        """What the printer's queue shows."""
        return _TITLES[self.kind]


def make_pdf(desk: Desk, wish: ReportWish, now: datetime) -> bytes:
    """The paper as PDF. Raises DeskFault as `paper` does."""
    if wish.kind is Kind.DAILY:
        from bluezone_desk.paper.daily_report import daily_report

        return daily_report(desk.reports.day(wish.first), wish.office, _options(wish, now))
    if wish.kind is Kind.REGISTER:
        from bluezone_desk.paper.register import register_pdf

        return register_pdf(_lines(desk, wish), wish.office, wish.first, wish.last, wish.masked)
    from bluezone_desk.paper.inside_list import inside_list

    return inside_list(desk.visits.inside(), wish.office, now)


def make_docx(desk: Desk, wish: ReportWish, now: datetime) -> bytes:
    """The daily report as a Word document, for an office that changes a sentence before signing."""
    from bluezone_desk.paper.daily_report_docx import daily_report_docx

    return daily_report_docx(desk.reports.day(wish.first), wish.office, _options(wish, now))


def make_xlsx(desk: Desk, wish: ReportWish, now: datetime) -> bytes:
    """The daily report as a workbook; of the other papers, the lines they speak of."""
    if wish.kind is Kind.DAILY:
        from bluezone_desk.paper.daily_report_xlsx import daily_report_xlsx

        return daily_report_xlsx(desk.reports.day(wish.first), wish.office, _options(wish, now))
    from bluezone_desk.paper.workbook import visits_xlsx

    return visits_xlsx(_lines(desk, wish), wish.office.programmes, wish.title)


def _options(wish: ReportWish, now: datetime) -> "ReportOptions":
    from bluezone_desk.paper.wording import ReportOptions

    return ReportOptions(wish.number, wish.with_register, wish.masked, office_day(now))


def _lines(desk: Desk, wish: ReportWish) -> tuple[VisitLine, ...]:
    if wish.kind is Kind.INSIDE:
        return desk.visits.inside()
    return desk.visits.select(VisitFilter(wish.first, wish.last))


def with_signatory(office: Office, text: str) -> Office:
    """The office signing through "name, title"; what is left out stays empty on the paper."""
    name, _comma, title = clean_name(text).partition(",")
    return replace(office, signatory=replace(office.signatory, name=name.strip(), title=title.strip()))


def signatory_text(office: Office) -> str:
    """ "Nguyễn Thu Hiền, Chánh Văn phòng"."""
    return ", ".join(part for part in (office.signatory.name, office.signatory.title) if part)


def with_recipients(office: Office, text: str) -> Office:
    """Recipients out of "Lãnh đạo Sở; Lưu: VT, VP"; without a "Lưu:" the office's archive stays."""
    recipients, archive = [], office.archive
    for part in (clean_name(part) for part in text.split(";")):
        if part.startswith(ARCHIVE_WORD):
            archive = part.removeprefix(ARCHIVE_WORD).strip(" .")
        elif part:
            recipients.append(part)
    return replace(office, recipients=tuple(recipients), archive=archive)


def recipients_text(office: Office) -> str:
    """ "Lãnh đạo Sở; Lưu: VT, VP"."""
    return "; ".join([*office.recipients, f"{ARCHIVE_WORD} {office.archive}"])

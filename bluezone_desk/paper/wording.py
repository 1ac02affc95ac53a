"""The words of the daily report, made once, so that its PDF, Word and Excel forms cannot differ."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_dates import long_date, short_date
from bluezone_desk.paper import wording_formula as formula
from bluezone_desk.paper.fonts import printable
from bluezone_desk.paper.wording_blocks import Block, Paragraph
from bluezone_desk.paper.wording_findings import findings
from bluezone_desk.paper.wording_flow import flow
from bluezone_desk.paper.wording_results import results

#: Box 11 of the decree: the annex names people, and stays inside the office.
INTERNAL: Final = "LƯU HÀNH NỘI BỘ"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What may differ between two reports about the same day.

    `number` is "86" or "86/BC-VP"; empty, it is left blank for the clerk's hand. `masked` hides the middle of ID
    and phone numbers in the register. `signed_on` defaults to the day on which the summary was made.
    """

    number: str = ""
    with_register: bool = True
    masked: bool = True
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportText:
    """Everything the report says, in the order of the boxes (ô) of Decree 30/2020, Appendix I."""

    parent: str
    office: str
    number_line: str
    place_and_date: str
    subject: str
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature_titles: tuple[str, ...]
    signatory: str
    annex_title: str
    annex_reference: str
    has_annex: bool

    @property
    def title(self) -> str:
        """The document's title in its metadata."""
        return f"Báo cáo {self.subject[:1].lower()}{self.subject[1:]}"


def report_text(summary: DaySummary, office: Office, options: ReportOptions) -> ReportText:
    """The whole text of the report; pure, so the same input gives the same words."""
    figures = summary.figures
    apps = formula.app_names(tuple(f.programme for f in figures.programmes))
    signed_on = options.signed_on or office_day(summary.made_at)
    has_annex = options.with_register and any(not line.voided for line in (*summary.lines, *summary.carried))
    name = printable(office.name)
    installing = f" và việc cài đặt {apps}" if apps else ""
    return ReportText(
        parent=printable(office.parent).upper(),
        office=name.upper(),
        number_line=formula.number_line(options.number, office.symbol),
        place_and_date=f"{printable(office.place) or '…………'}, {long_date(signed_on)}",
        subject=f"Kết quả ghi nhận hoạt động ra, vào trụ sở{installing} ngày {short_date(figures.day)}",
        addressees=formula.addressees(office.addressee),
        blocks=(
            Paragraph(_opening(office, name, figures.day)),
            *flow(summary),
            *results(summary, office.directive),
            *findings(summary, office.directive),
            *_ending(summary, office, has_annex),
        ),
        recipients=formula.recipients(office),
        signature_titles=formula.signature_titles(office),
        signatory=formula.signatory_name(office.signatory.name),
        annex_title=f"DANH SÁCH LƯỢT KHÁCH RA, VÀO TRỤ SỞ NGÀY {short_date(figures.day)}",
        annex_reference=formula.annex_reference(options.number, office.symbol, signed_on, name),
        has_annex=has_annex,
    )


def _opening(office: Office, name: str, day: date) -> str:
    cited = formula.citation(office.directive)
    if cited:
        return f"Thực hiện {cited}, {name} báo cáo kết quả {long_date(day)} như sau:"
    return f"{name} báo cáo kết quả ghi nhận hoạt động ra, vào trụ sở {long_date(day)} như sau:"


def _ending(summary: DaySummary, office: Office, has_annex: bool) -> tuple[Block, ...]:
    day = short_date(summary.figures.day)
    addressed = formula.addressees(office.addressee)
    about = f"Trên đây là kết quả ghi nhận hoạt động ra, vào trụ sở ngày {day}"
    annex = " (danh sách lượt khách tại Phụ lục kèm theo)" if has_annex else ""
    if len(addressed) == 1:
        return (Paragraph(f"{about}{annex}, kính báo cáo {addressed[0]} xem xét./."),)
    if addressed:
        return (Paragraph(f"{about}{annex}, kính báo cáo các cơ quan xem xét./."),)
    return (Paragraph(f"{about}{annex}./."),)

"""The words of the daily report, made once, so that its PDF, Word and Excel forms cannot differ."""

from datetime import date

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_dates import long_date, short_date
from bluezone_desk.paper import wording_formula as formula
from bluezone_desk.paper.fonts import printable
from bluezone_desk.paper.wording_blocks import Paragraph
from bluezone_desk.paper.wording_document import (
    INTERNAL,
    ReportOptions,
    ReportText,
    closing_sentence,
    report_around,
)
from bluezone_desk.paper.wording_findings import findings
from bluezone_desk.paper.wording_flow import flow
from bluezone_desk.paper.wording_results import results

__all__ = ["INTERNAL", "ReportOptions", "ReportText", "report_text"]


def report_text(summary: DaySummary, office: Office, options: ReportOptions) -> ReportText:
    """The whole text of the report; pure, so the same input gives the same words."""
    figures = summary.figures
    day = short_date(figures.day)
    apps = formula.app_names(tuple(f.programme for f in figures.programmes))
    has_annex = options.with_register and any(not line.voided for line in (*summary.lines, *summary.carried))
    about = f"Trên đây là kết quả ghi nhận hoạt động ra, vào trụ sở ngày {day}"
    attached = "danh sách lượt khách" if has_annex else ""
    installing = f" và việc cài đặt {apps}" if apps else ""
    return report_around(
        office,
        options,
        options.signed_on or office_day(summary.made_at),
        subject=f"Kết quả ghi nhận hoạt động ra, vào trụ sở{installing} ngày {day}",
        blocks=(
            Paragraph(_opening(office, printable(office.name), figures.day)),
            *flow(summary),
            *results(summary, office.directive),
            *findings(summary, office.directive),
            Paragraph(closing_sentence(about, attached, office.addressee)),
        ),
        annex_title=f"DANH SÁCH LƯỢT KHÁCH RA, VÀO TRỤ SỞ NGÀY {day}",
        has_annex=has_annex,
    )


def _opening(office: Office, name: str, day: date) -> str:
    cited = formula.citation(office.directive)
    if cited:
        return f"Thực hiện {cited}, {name} báo cáo kết quả {long_date(day)} như sau:"
    return f"{name} báo cáo kết quả ghi nhận hoạt động ra, vào trụ sở {long_date(day)} như sau:"

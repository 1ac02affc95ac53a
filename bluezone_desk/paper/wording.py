"""The words of the daily report, made once, so that its PDF, Word and Excel forms cannot differ."""

from datetime import date
from functools import partial

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.reasons import grouped, stated_reasons
from bluezone_desk.domain.vietnamese_dates import long_date, short_date
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph
from bluezone_desk.paper.wording_document import (
    INTERNAL,
    ReportOptions,
    ReportText,
    closing_sentence,
    report_around,
)
from bluezone_desk.paper.wording_findings import findings
from bluezone_desk.paper.wording_flow import flow, hours_chart, is_day_over
from bluezone_desk.paper.wording_formula import citation
from bluezone_desk.paper.wording_manner import Manner, manner_of
from bluezone_desk.paper.wording_results import results

__all__ = ["INTERNAL", "ReportOptions", "ReportText", "report_text"]


def report_text(summary: DaySummary, office: Office, options: ReportOptions) -> ReportText:
    """The whole text of the report; pure, so the same input gives the same words."""
    figures, directive = summary.figures, office.directive
    programmes = tuple(f.programme for f in figures.programmes)
    day = f"ngày {short_date(figures.day)}"
    manner = manner_of(directive)
    has_annex = options.with_register and any(not line.voided for line in (*summary.lines, *summary.carried))
    about = f"Trên đây là kết quả {manner.recording} hoạt động ra, vào trụ sở {day}"
    attached = "danh sách lượt khách" if has_annex else ""
    stated = stated_reasons(summary.lines, programmes)
    earlier = summary.previous
    before = (f"ngày {short_date(earlier.day)}", earlier) if earlier else None
    return report_around(
        office,
        options,
        options.signed_on or office_day(summary.made_at),
        subject=manner.subject(programmes, day),
        blocks=(
            Paragraph(_opening(office, figures.day, manner)),
            Heading(f"I. {manner.flow_title}"),
            *flow(summary),
            *_hours(summary, options),
            Heading(f"II. {manner.checks_title(programmes)}"),
            *results(figures, directive, "ngày", before),
            Heading("III. TỒN TẠI, KIẾN NGHỊ"),
            *findings(figures, directive, partial(grouped, stated), "ngày", is_over=is_day_over(summary)),
            Paragraph(closing_sentence(about, attached, office.addressee)),
        ),
        annex_title=f"DANH SÁCH LƯỢT KHÁCH RA, VÀO TRỤ SỞ {day.upper()}",
        has_annex=has_annex,
    )


def _hours(summary: DaySummary, options: ReportOptions) -> tuple[Block, ...]:
    if not options.with_charts or summary.figures.entries == 0:
        return ()
    about = f"ngày {short_date(summary.figures.day)}"
    return (hours_chart(summary.figures, about),)


def _opening(office: Office, day: date, manner: Manner) -> str:
    name, cited = one_line(office.name), citation(office.directive)
    if cited:
        return f"Thực hiện {cited}, {name} báo cáo kết quả {long_date(day)} như sau:"
    return f"{name} báo cáo kết quả {manner.recording} hoạt động ra, vào trụ sở {long_date(day)} như sau:"

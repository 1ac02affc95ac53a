"""The words of the periodic progress report, made once for its PDF, Word and Excel forms."""

import dataclasses
from collections.abc import Iterable

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import Share
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period import Period
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.paper.wording_blocks import (
    Block,
    Chart,
    FigureTable,
    Heading,
    Paragraph,
    ResultRow,
    ResultTable,
    Series,
    ShareChart,
    counted,
)
from bluezone_desk.paper.wording_document import ReportOptions, ReportText, closing_sentence, report_around
from bluezone_desk.paper.wording_findings import findings, fits_a_report
from bluezone_desk.paper.wording_formula import app_names, citation
from bluezone_desk.paper.wording_manner import Manner, manner_of
from bluezone_desk.paper.wording_period_compare import against_previous, against_target
from bluezone_desk.paper.wording_period_flow import period_flow, trend_table
from bluezone_desk.paper.wording_period_steps import (
    chart_steps,
    elapsed,
    is_long,
    is_period_over,
    noun_of,
    step_label,
)
from bluezone_desk.paper.wording_results import results, share_text

_ROMAN = ("I", "II", "III", "IV", "V")
#: Refusals fewer than this are told in a sentence, with their reasons in brackets.
_ENOUGH_FOR_TABLE = 5
_MOST_REASONS = 6
_UNSTATED, _OTHER = "Không nêu lý do", "Lý do khác (ghi trong sổ)"


def period_text(summary: PeriodSummary, office: Office, options: ReportOptions) -> ReportText:
    """The whole text of the report; pure, so the same input gives the same words."""
    period, manner = summary.figures.period, manner_of(office.directive)
    reported_on = options.signed_on or office_day(summary.made_at)
    programmes = tuple(f.programme for f in summary.figures.programmes)
    subject = manner.subject(programmes, period.name)
    has_annex = options.with_register and is_long(elapsed(summary).period) and summary.figures.entries > 0
    told_subject = manner.subject(programmes, period.short_name)
    about = f"Trên đây là {told_subject[:1].lower()}{told_subject[1:]}"
    came = (manner.flow_title, period_flow(summary))
    target = ("TIẾN ĐỘ SO VỚI MỤC TIÊU", against_target(summary, office.directive, reported_on))
    checks = (manner.checks_title(programmes), _checks(summary, office))
    # A directive that asks for progress reads of it first.
    first = (target, checks, came) if manner.asks_progress else (came, checks, target)
    last = (
        ("SO SÁNH VỚI KỲ TRƯỚC", against_previous(summary)),
        ("TỒN TẠI, KIẾN NGHỊ", _findings(summary, office)),
    )
    attached = "số liệu từng ngày" if has_annex else ""
    return report_around(
        office,
        options,
        reported_on,
        subject=subject,
        blocks=(
            Paragraph(_opening(office, manner, period.name)),
            *_numbered((section for section in (*first, *last) if section[1]), options.with_charts is not False),
            Paragraph(closing_sentence(about, attached, office.addressee)),
        ),
        annex_title=f"SỐ LIỆU TỪNG NGÀY, {period.short_name.upper()}",
        has_annex=has_annex,
    )


def _numbered(sections: Iterable[tuple[str, tuple[Block, ...]]], with_charts: bool) -> list[Block]:
    """Sections under Roman numbers, charts under Arabic ones, in the order in which they are read."""
    told: list[Block] = []
    charts = 0
    for number, (title, blocks) in zip(_ROMAN, sections, strict=False):
        told.append(Heading(f"{number}. {title}"))
        for block in blocks:
            if not isinstance(block, Chart):
                told.append(block)
            elif with_charts:
                charts += 1
                told.append(dataclasses.replace(block, caption=f"Biểu đồ {charts}. {block.caption}"))
    return told


def annex_table(summary: PeriodSummary) -> FigureTable:
    """One row for each day on which somebody came or went, and their sum."""
    figures = elapsed(summary)
    days = (Period(day.day, day.day) for day in figures.days if day.entries or day.exits)
    return trend_table(figures, tuple(days))


def _opening(office: Office, manner: Manner, period: str) -> str:
    name, cited = one_line(office.name), citation(office.directive)
    if cited:
        what = "tiến độ thực hiện" if manner.asks_progress else "kết quả"
        return f"Thực hiện {cited}, {name} báo cáo {what} {period} như sau:"
    return f"{name} báo cáo kết quả {manner.recording} hoạt động ra, vào trụ sở {period} như sau:"


def _checks(summary: PeriodSummary, office: Office) -> tuple[Block, ...]:
    """The target has a section of its own, so it is not repeated beside each share."""
    figures = elapsed(summary)
    untargeted = dataclasses.replace(office.directive, target_percent=0)
    blocks = list(results(figures, untargeted, noun_of(summary.figures.period)))
    for checked in figures.programmes:
        blocks += _refusals(figures, checked.programme.code, one_line(checked.programme.name))
    return (*blocks, *_share_chart(summary, office))


def _refusals(figures: PeriodFigures, code: str, app: str) -> tuple[Block, ...]:
    """Reasons for refusing, grouped; a reason that may name somebody is counted among the others."""
    reasons = figures.reasons(code, CheckState.DECLINED)
    total = sum(reason.count for reason in reasons)
    named = [r for r in reasons if fits_a_report(one_line(r.text))]
    if total < _ENOUGH_FOR_TABLE or not named or len(reasons) == 1:
        return ()
    shown = [(_capital(one_line(r.text).strip(" .;,")), r.count) for r in named[:_MOST_REASONS]]
    unstated = sum(r.count for r in reasons if not r.text)
    other = total - unstated - sum(count for _, count in shown)
    shown += [(text, count) for text, count in ((_OTHER, other), (_UNSTATED, unstated)) if count]
    rows = [
        ResultRow(str(n), text, count, share_text(Share(count, total)))
        for n, (text, count) in enumerate(shown, start=1)
    ]
    head = ("TT", f"Lý do không đồng ý ({app})", "Số lượt", "Tỷ lệ")
    lead = f"{counted(total)} lượt không đồng ý với {app} chia theo lý do khách nêu:"
    return (Paragraph(lead), ResultTable(head, (*rows, ResultRow("", "Cộng", total, "", True))))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _share_chart(summary: PeriodSummary, office: Office) -> tuple[Block, ...]:
    """Two points make a line; fewer say nothing that the table does not."""
    figures = elapsed(summary)
    cuts = [cut for cut in chart_steps(figures.period) if figures.during(cut).entries]
    parts = [figures.during(cut) for cut in cuts]
    series = tuple(
        Series(one_line(checked.programme.name), tuple(part.programmes[n].passing for part in parts))
        for n, checked in enumerate(figures.programmes)
    )
    if max((sum(1 for share in one.shares if share.of) for one in series), default=0) < 2:
        return ()
    apps = app_names(tuple(f.programme for f in figures.programmes))
    target = office.directive.target_percent
    step = "ngày" if cuts[0].length_days == 1 else "tuần" if max(c.length_days for c in cuts) <= 7 else "tháng"
    held = f", so với mục tiêu {target}%" if target else ""
    caption = f"Tỷ lệ lượt khách chạy {apps} theo {step}{held}"
    return (ShareChart(caption, tuple(map(step_label, cuts)), series, target),)


def _findings(summary: PeriodSummary, office: Office) -> tuple[Block, ...]:
    noun = noun_of(summary.figures.period)
    figures = summary.figures
    return findings(figures, office.directive, figures.reasons, noun, is_over=is_period_over(summary))

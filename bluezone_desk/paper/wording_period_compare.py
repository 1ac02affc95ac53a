"""A period held against the target and against the period before, in counts and in percentage points."""

from datetime import date
from decimal import Decimal

from bluezone_desk.domain.figures import ProgrammeFigures
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.period import PeriodKind
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.paper.wording_blocks import Block, ColumnForm, FigureRow, FigureTable, Paragraph, counted
from bluezone_desk.paper.wording_period_steps import is_period_over, noun_of
from bluezone_desk.paper.wording_results import missing_for_target, points_text, share_text


def against_target(summary: PeriodSummary, directive: Directive, reported_on: date) -> tuple[Block, ...]:
    """Whether the target is met, by how much it is missed, and how long is left; () without a target."""
    if not directive.target_percent or not summary.figures.programmes:
        return ()
    noun = noun_of(summary.figures.period)
    verdicts = [_verdict(checked, directive, noun) for checked in summary.figures.programmes]
    told = [_aim(directive), *verdicts, *_deadline(directive, reported_on)]
    return (Paragraph(" ".join(told)),)


def against_previous(summary: PeriodSummary) -> tuple[Block, ...]:
    """Sentences and a table of differences; only a sentence when there is nothing to compare with."""
    figures, previous = summary.figures, summary.previous
    noun = noun_of(figures.period)
    if previous is None:
        return (Paragraph(f"Sổ chưa có số liệu của {noun} liền trước nên báo cáo này không so sánh."),)
    before = previous.period.short_name
    if previous.entries == 0:
        then = f"{before[:1].upper()}{before[1:]} không có lượt khách nào"
        also = " cũng không có lượt khách nào" if figures.entries == 0 else ""
        return (Paragraph(f"{then}; {noun} này{also}." if also else f"{then} nên không so sánh tỷ lệ."),)
    told = [_entries_change(summary, previous), *_share_changes(summary), *_caution(summary)]
    blocks: list[Block] = [Paragraph(" ".join(told))]
    if figures.entries:
        blocks.append(_table(summary, previous))
    return tuple(blocks)


def _aim(directive: Directive) -> str:
    number = one_line(directive.number)
    kind = one_line(directive.kind) or "Văn bản"
    issuer = one_line(directive.issuer)
    unnumbered = f"{kind} của {issuer}" if issuer else f"{kind} chỉ đạo"
    who = f"{kind} số {number}" if number else unnumbered
    until = f", thời hạn {short_date(directive.deadline)}" if directive.deadline else ""
    target = directive.target_percent
    return f"{who} đặt mục tiêu ít nhất {target}% người dùng điện thoại thông minh cài đặt ứng dụng{until}."


def _verdict(checked: ProgrammeFigures, directive: Directive, noun: str) -> str:
    app, share = one_line(checked.programme.name), checked.passing
    if share.percent is None:
        return f"Trong {noun} không có lượt khách nào để tính tỷ lệ {app}."
    result = f"Kết quả tại quầy với {app} là {share_text(share)}"
    # Of the share as printed, so that whoever subtracts gets the same; whether it is met, the counts say.
    shown = points_text(share.percent - directive.target_percent)
    beyond = share.count * 100 - directive.target_percent * share.of
    if beyond == 0:
        return f"{result}: đạt, vừa đúng mục tiêu."
    if beyond > 0:
        above = f", cao hơn mục tiêu {shown} điểm phần trăm" if shown != "0" else ""
        return f"{result}: đạt{above}."
    below = f"thấp hơn mục tiêu {shown} điểm phần trăm, " if shown != "0" else ""
    return f"{result}: chưa đạt, {below}còn thiếu {counted(missing_for_target(share, directive))} lượt."


def _deadline(directive: Directive, reported_on: date) -> list[str]:
    if directive.deadline is None:
        return []
    left = (directive.deadline - reported_on).days
    if left > 0:
        return [f"Tính từ ngày báo cáo còn {counted(left)} ngày đến thời hạn."]
    if left == 0:
        return ["Ngày báo cáo là ngày cuối của thời hạn."]
    return [f"Thời hạn đã qua {counted(-left)} ngày."]


def _entries_change(summary: PeriodSummary, previous: PeriodFigures) -> str:
    change = summary.figures.entries - previous.entries
    period = previous.period
    before = f"kỳ trước ({period.span})" if period.kind is PeriodKind.ANY else period.name
    if change == 0:
        return f"So với {before}, số lượt vào không đổi ({counted(previous.entries)} lượt)."
    verb = "tăng" if change > 0 else "giảm"
    count = f"{counted(summary.figures.entries)}/{counted(previous.entries)}"
    return f"So với {before}, số lượt vào {verb} {counted(abs(change))} lượt ({count})."


def _share_changes(summary: PeriodSummary) -> list[str]:
    told: list[str] = []
    for checked in summary.figures.programmes:
        change = summary.points_change(checked.programme.code)
        if change is None:
            continue
        app = one_line(checked.programme.name)
        verb = "tăng" if change > 0 else "giảm"
        moved = f"{verb} {points_text(change)} điểm phần trăm" if change else "không đổi"
        told.append(f"Tỷ lệ khách chạy {app} {moved}.")
    return told


def _caution(summary: PeriodSummary) -> list[str]:
    """A part of a period beside a whole one must say so."""
    if is_period_over(summary):
        return []
    return [f"Số liệu {noun_of(summary.figures.period)} này mới tính đến thời điểm báo cáo."]


def _table(summary: PeriodSummary, previous: PeriodFigures) -> FigureTable:
    figures = summary.figures
    rows = [
        _count_row("Lượt khách vào", figures.entries, previous.entries),
        _count_row("Số người", figures.persons, previous.persons),
        _count_row("Lượt khách ra", figures.exits, previous.exits),
    ]
    for checked in figures.programmes:
        before = previous.programme(checked.programme.code)
        if before is not None:
            rows += _programme_rows(checked, before, summary)
    now, then = _column_names(summary, previous)
    columns = (ColumnForm(0, "left"), ColumnForm(37, "centre"), ColumnForm(37, "centre"), ColumnForm(29, "centre"))
    return FigureTable(("Chỉ tiêu", now, then, "Tăng, giảm"), columns, tuple(rows))


def _column_names(summary: PeriodSummary, previous: PeriodFigures) -> tuple[str, str]:
    names = [part.period.short_name for part in (summary.figures, previous)]
    if PeriodKind.ANY in (summary.figures.period.kind, previous.period.kind):
        return ("Kỳ này", "Kỳ trước")
    return (_headed(names[0]), _headed(names[1]))


def _headed(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"


def _programme_rows(
    checked: ProgrammeFigures, before: ProgrammeFigures, summary: PeriodSummary
) -> list[FigureRow]:
    app = one_line(checked.programme.name)
    change = summary.points_change(checked.programme.code)
    points = "—" if change is None else "0 điểm" if change == 0 else f"{_sign(change)}{points_text(change)} điểm"
    declined, turned_down = checked.counts[CheckState.DECLINED], before.counts[CheckState.DECLINED]
    return [
        FigureRow((f"Đang chạy {app}", share_text(checked.passing), share_text(before.passing), points)),
        _count_row(f"Được hướng dẫn ({app})", checked.helped, before.helped),
        _count_row(f"Không đồng ý ({app})", declined, turned_down),
    ]


def _count_row(label: str, now: int, then: int) -> FigureRow:
    change = now - then
    return FigureRow((label, now, then, f"{_sign(change)}{counted(abs(change)).lstrip('0') or '0'}"))


def _sign(change: int | Decimal) -> str:
    """A true minus sign, as wide as the plus."""
    return "" if change == 0 else "+" if change > 0 else "−"

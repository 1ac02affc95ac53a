"""Section III of the daily report: what is left open, and what follows from it."""

import re
from collections import Counter

from bluezone_desk.domain.figures import DaySummary, ProgrammeFigures
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.fonts import SERIF, missing_glyph, printable
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph, counted
from bluezone_desk.paper.wording_flow import is_day_over
from bluezone_desk.paper.wording_formula import app_names
from bluezone_desk.paper.wording_results import missing_for_target, share_text

_MOST_REASONS = 3
_LONGEST_REASON = 60
#: A run this long may be an ID or phone number, which has no place in the main report.
_NUMBER = re.compile(r"\d(?:[ .-]?\d){5,}")


def findings(summary: DaySummary, directive: Directive) -> tuple[Block, ...]:
    title = Heading("III. TỒN TẠI, KIẾN NGHỊ")
    open_points = _open_points(summary, directive)
    proposals = _proposals(summary, directive)
    if not open_points:
        return (title, Paragraph("Trong ngày không phát sinh tồn tại; cơ quan không có kiến nghị."))
    return (
        title,
        Heading("1. Tồn tại", level=2),
        *_as_list(open_points),
        Heading("2. Kiến nghị", level=2),
        *_as_list(proposals),
    )


def _as_list(points: list[str]) -> tuple[Paragraph, ...]:
    """One point is a sentence; several are a list with dashes, parted by semicolons."""
    if len(points) == 1:
        return (Paragraph(f"{points[0]}."),)
    last = len(points) - 1
    return tuple(Paragraph(f"- {text}{'.' if n == last else ';'}") for n, text in enumerate(points))


def _open_points(summary: DaySummary, directive: Directive) -> list[str]:
    figures = summary.figures
    points: list[str] = []
    for checked in figures.programmes:
        points += _open_checks(checked, summary.lines, directive)
    if figures.estimated_exits:
        count = counted(figures.estimated_exits)
        points.append(f"{count} lượt ra phải ghi theo giờ ước tính do khách về không báo quầy")
    if figures.inside_at_end and is_day_over(summary):
        points.append(f"{counted(figures.inside_at_end)} lượt khách chưa được ghi nhận ra khi hết ngày")
    return points


def _open_checks(checked: ProgrammeFigures, lines: tuple[VisitLine, ...], directive: Directive) -> list[str]:
    app = printable(checked.programme.name)
    points: list[str] = []
    if missing_for_target(checked.passing, directive):
        target = directive.target_percent
        points.append(f"Tỷ lệ khách chạy {app} mới là {share_text(checked.passing)}, chưa đạt mục tiêu {target}%")
    phrases = (
        (CheckState.DECLINED, f"lượt khách không đồng ý cài đặt hoặc cho xem {app}"),
        (CheckState.NOT_INSTALLED, f"lượt khách chưa cài đặt hoặc chưa bật {app}"),
        (CheckState.NOT_ASKED, f"lượt khách chưa được hỏi về {app}"),
    )
    for state, phrase in phrases:
        count = checked.counts[state]
        if count:
            points.append(f"{counted(count)} {phrase}{_reasons(lines, checked.programme.code, state)}")
    return points


def _reasons(lines: tuple[VisitLine, ...], programme: str, state: CheckState) -> str:
    """The commonest stated reasons; one that may name a number or a life story stays in the register."""
    stated = Counter(
        printable(check.reason).strip(" .;,")
        for line in lines
        if not line.voided
        for check in line.checks
        if check.programme == programme and check.state is state
    )
    fit = [(text, n) for text, n in stated.items() if _fits_a_report(text)]
    told = sorted(fit, key=lambda entry: (-entry[1], entry[0]))[:_MOST_REASONS]
    if not told:
        return ""
    return f" (lý do: {', '.join(f'{text} – {counted(n)} lượt' for text, n in told)})"


def _fits_a_report(text: str) -> bool:
    return (
        bool(text) and len(text) <= _LONGEST_REASON and not _NUMBER.search(text) and not missing_glyph(text, SERIF)
    )


def _proposals(summary: DaySummary, directive: Directive) -> list[str]:
    figures = summary.figures
    proposals: list[str] = []
    apps = app_names(tuple(f.programme for f in figures.programmes))
    lacking = [
        f for f in figures.programmes if f.counts[CheckState.NOT_INSTALLED] or f.counts[CheckState.DECLINED]
    ]
    unasked = [f for f in figures.programmes if f.counts[CheckState.NOT_ASKED]]
    if lacking or any(missing_for_target(f.passing, directive) for f in figures.programmes):
        proposals.append(f"Các phòng, đơn vị nhắc khách hẹn làm việc cài đặt và bật {apps} trước khi đến")
    if unasked:
        proposals.append(f"Quầy tiếp đón hỏi đủ mọi lượt khách về {apps}, kể cả giờ đông khách")
    if figures.estimated_exits or (figures.inside_at_end and is_day_over(summary)):
        proposals.append("Người tiếp khách nhắc khách báo quầy và trả thẻ khi ra về")
    return proposals

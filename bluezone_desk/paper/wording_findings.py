"""What is left open, and what follows from it."""

import re
from collections.abc import Callable
from typing import Protocol

from bluezone_desk.domain.figures import ProgrammeFigures
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.reasons import Reason
from bluezone_desk.paper.fonts import SERIF, missing_glyph
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph, counted
from bluezone_desk.paper.wording_formula import app_names
from bluezone_desk.paper.wording_manner import manner_of
from bluezone_desk.paper.wording_results import missing_for_target, share_text

_MOST_REASONS = 3
_LONGEST_REASON = 60
#: A run this long may be an ID or phone number, which has no place in the main report.
_NUMBER = re.compile(r"\d(?:[ .-]?\d){5,}")

#: The reasons stated for a programme's state, commonest first.
Reasons = Callable[[str, CheckState], tuple[Reason, ...]]


class Observed(Protocol):
    """What of a day's and a period's figures can be left open."""

    @property
    def programmes(self) -> tuple[ProgrammeFigures, ...]: ...
    @property
    def estimated_exits(self) -> int: ...
    @property
    def inside_at_end(self) -> int: ...


def findings(
    figures: Observed, directive: Directive, reasons: Reasons, noun: str, *, is_over: bool
) -> tuple[Block, ...]:
    """What a `noun` ("ngày", "tuần") left open, and what is proposed."""
    open_points = _open_points(figures, directive, reasons, noun, is_over)
    if not open_points:
        return (Paragraph(f"Trong {noun} không phát sinh tồn tại; cơ quan không có kiến nghị."),)
    return (
        Heading("1. Tồn tại", level=2),
        *_as_list(open_points),
        Heading("2. Kiến nghị", level=2),
        *_as_list(_proposals(figures, directive, is_over)),
    )


def fits_a_report(text: str) -> bool:
    """A reason that may name a number or tell a life story stays in the register."""
    return (
        bool(text) and len(text) <= _LONGEST_REASON and not _NUMBER.search(text) and not missing_glyph(text, SERIF)
    )


def _as_list(points: list[str]) -> tuple[Paragraph, ...]:
    """One point is a sentence; several are a list with dashes, parted by semicolons."""
    if len(points) == 1:
        return (Paragraph(f"{points[0]}."),)
    last = len(points) - 1
    return tuple(Paragraph(f"- {text}{'.' if n == last else ';'}") for n, text in enumerate(points))


def _open_points(figures: Observed, directive: Directive, reasons: Reasons, noun: str, is_over: bool) -> list[str]:
    points: list[str] = []
    for checked in figures.programmes:
        points += _open_checks(checked, reasons, directive)
    if figures.estimated_exits:
        count = counted(figures.estimated_exits)
        points.append(f"{count} lượt ra phải ghi theo giờ ước tính do khách về không báo quầy")
    if figures.inside_at_end and is_over:
        points.append(f"{counted(figures.inside_at_end)} lượt khách chưa được ghi nhận ra khi hết {noun}")
    return points


def _open_checks(checked: ProgrammeFigures, reasons: Reasons, directive: Directive) -> list[str]:
    app = one_line(checked.programme.name)
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
            points.append(f"{counted(count)} {phrase}{_reasons(reasons(checked.programme.code, state))}")
    return points


def _reasons(stated: tuple[Reason, ...]) -> str:
    shown = [(one_line(reason.text).strip(" .;,"), reason.count) for reason in stated]
    told = [(text, count) for text, count in shown if fits_a_report(text)][:_MOST_REASONS]
    if not told:
        return ""
    return f" (lý do: {', '.join(f'{text} – {counted(n)} lượt' for text, n in told)})"


def _proposals(figures: Observed, directive: Directive, is_over: bool) -> list[str]:
    proposals: list[str] = []
    manner = manner_of(directive)
    apps = app_names(tuple(f.programme for f in figures.programmes))
    lacking = [
        f for f in figures.programmes if f.counts[CheckState.NOT_INSTALLED] or f.counts[CheckState.DECLINED]
    ]
    unasked = [f for f in figures.programmes if f.counts[CheckState.NOT_ASKED]]
    is_below = any(missing_for_target(f.passing, directive) for f in figures.programmes)
    if lacking or is_below:
        turning_on = "kích hoạt lại" if manner.again == "kích hoạt lại" else "bật"
        proposals.append(f"Các phòng, đơn vị nhắc khách hẹn làm việc cài đặt và {turning_on} {apps} trước khi đến")
    if lacking and manner.guides_visitors:
        proposals.append(f"Quầy tiếp đón tiếp tục bố trí người hướng dẫn khách cài đặt {apps}")
    if unasked:
        proposals.append(f"Quầy tiếp đón hỏi đủ mọi lượt khách về {apps}, kể cả giờ đông khách")
    if figures.estimated_exits or (figures.inside_at_end and is_over):
        proposals.append("Người tiếp khách nhắc khách báo quầy và trả thẻ khi ra về")
    return proposals

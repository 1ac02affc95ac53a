"""Each programme's results, with n/N beside every percentage."""

from decimal import Decimal
from typing import Protocol

from bluezone_desk.domain.figures import ProgrammeFigures, Share
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.vietnamese_numbers import number_text, percent_text
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph, ResultRow, ResultTable, counted
from bluezone_desk.paper.wording_formula import app_names
from bluezone_desk.paper.wording_manner import Manner, manner_of, together_sentence
from bluezone_desk.paper.wording_states import FULL

_PASSING = (CheckState.RUNNING, CheckState.REACTIVATED, CheckState.INSTALLED_HERE)
_FAILING = (CheckState.NOT_INSTALLED, CheckState.DECLINED, CheckState.NOT_ASKED)


class Checked(Protocol):
    """What a day's and a period's figures have in common."""

    @property
    def entries(self) -> int: ...
    @property
    def programmes(self) -> tuple[ProgrammeFigures, ...]: ...
    @property
    def together(self) -> Share: ...
    def programme(self, code: str) -> ProgrammeFigures | None: ...


def results(
    figures: Checked, directive: Directive, noun: str, before: tuple[str, Checked] | None = None
) -> tuple[Block, ...]:
    """The results of a `noun` ("ngày", "tuần"); `before` are the name and figures it is compared with."""
    programmes = tuple(f.programme for f in figures.programmes)
    apps = app_names(programmes)
    if not apps:
        return (Paragraph(f"Cơ quan không yêu cầu kiểm tra ứng dụng nào trong {noun}."),)
    if figures.entries == 0:
        return (Paragraph(f"Không có lượt khách vào nên không phát sinh việc kiểm tra {apps}."),)
    manner = manner_of(directive)
    blocks: list[Block] = []
    together = together_sentence(programmes, figures.together, share_text(figures.together))
    if together:
        blocks.append(Paragraph(together))
    for ordinal, checked in enumerate(figures.programmes, start=1):
        if len(programmes) > 1:
            blocks.append(Heading(f"{ordinal}. Ứng dụng {one_line(checked.programme.name)}", level=2))
        lead = [_share_sentence(checked, directive), *_before(checked, before), *_details(checked, manner)]
        blocks += [Paragraph(" ".join(lead)), _table(checked, manner)]
    return tuple(blocks)


def share_text(share: Share) -> str:
    """ "56/64 (87,5%)"; "—" when there is nothing to take a share of."""
    if share.percent is None:
        return "—"
    return f"{number_text(share.count)}/{number_text(share.of)} ({percent_text(share.percent)})"


def points_text(points: Decimal) -> str:
    """ "3,2" for 3.2 or -3.2 percentage points."""
    return percent_text(abs(points)).removesuffix("%")


def target_text(directive: Directive) -> str:
    """ "mục tiêu 60% (thời hạn 20/8/2020)"."""
    until = f" (thời hạn {short_date(directive.deadline)})" if directive.deadline else ""
    return f"mục tiêu {directive.target_percent}%{until}"


def missing_for_target(share: Share, directive: Directive) -> int:
    """How many more entries must pass to reach the target; 0 when it is reached or there is none."""
    needed = -(-share.of * directive.target_percent // 100)
    return max(0, needed - share.count)


def _share_sentence(checked: ProgrammeFigures, directive: Directive) -> str:
    app = one_line(checked.programme.name)
    share = checked.passing
    if share.of == 0:
        who = "Lượt khách này" if checked.entries == 1 else f"Cả {counted(checked.entries)} lượt khách đều"
        return f"{who} không có điện thoại thông minh hoặc dùng máy không cài được {app} nên không tính tỷ lệ."
    return f"{_passing(share, app, checked.counts[CheckState.NOT_ASKED])}{_against(share, directive)}."


def _passing(share: Share, app: str, not_asked: int) -> str:
    able = "lượt khách có điện thoại cài được ứng dụng"
    able += f" (tính cả {counted(not_asked)} lượt chưa hỏi)" if not_asked else ""
    if share.count == 0 and not_asked == share.of:
        every = "Lượt khách duy nhất" if share.of == 1 else f"Cả {counted(share.of)} lượt khách"
        return f"{every} chưa được hỏi về {app} nên tính là chưa đạt: {share_text(share)}"
    if share.of == 1:
        verb = "đang chạy" if share.count else "chưa chạy"
        return f"Khách có điện thoại cài được ứng dụng {verb} {app}: {share_text(share)}"
    if share.count == 0:
        return f"Trong {counted(share.of)} {able}, chưa lượt nào chạy {app}: {share_text(share)}"
    if share.count == share.of:
        return f"Cả {counted(share.of)} {able} đều đang chạy {app}: {share_text(share)}"
    return f"Trong {counted(share.of)} {able}, {counted(share.count)} lượt đang chạy {app}: {share_text(share)}"


def _against(share: Share, directive: Directive) -> str:
    target = directive.target_percent
    if not target:
        return ""
    reached = share.count * 100 - target * share.of
    if reached == 0:
        return f", đạt {target_text(directive)}"
    if reached > 0:
        return f", cao hơn {target_text(directive)}"
    return f", thấp hơn {target_text(directive)}, còn thiếu {counted(missing_for_target(share, directive))} lượt"


def _before(checked: ProgrammeFigures, before: tuple[str, Checked] | None) -> list[str]:
    if before is None:
        return []
    name, figures = before
    then = figures.programme(checked.programme.code)
    if then is None or then.passing.percent is None or checked.passing.percent is None:
        return []
    change = checked.passing.percent - then.passing.percent
    compared = f"so với {share_text(then.passing)} của {name}"
    if change == 0:
        return [f"Tỷ lệ không đổi {compared}."]
    verb = "tăng" if change > 0 else "giảm"
    return [f"Tỷ lệ {verb} {points_text(change)} điểm phần trăm {compared}."]


def _details(checked: ProgrammeFigures, manner: Manner) -> list[str]:
    counts = checked.counts
    told: list[str] = []
    again, anew = counts[CheckState.REACTIVATED], counts[CheckState.INSTALLED_HERE]
    if again and anew:
        split = f"{counted(anew)} lượt cài mới, {counted(again)} lượt {manner.again}"
        told.append(f"Quầy đã hướng dẫn {counted(checked.helped)} lượt ({split}).")
    elif again or anew:
        did = manner.again if again else "cài mới"
        told.append(f"Quầy đã hướng dẫn {did} {counted(checked.helped)} lượt.")
    elif manner.guides_visitors and checked.passing.of:
        told.append("Không có lượt khách nào phải hướng dẫn cài đặt tại quầy.")
    if counts[CheckState.DECLINED]:
        told.append(f"Có {counted(counts[CheckState.DECLINED])} lượt không đồng ý.")
    elif counts[CheckState.NOT_ASKED] < checked.entries:
        told.append("Không có trường hợp nào không đồng ý.")
    unable = counts[CheckState.UNSUPPORTED]
    if unable and checked.passing.of:
        who = f"{counted(unable)} lượt khách không có điện thoại thông minh hoặc máy không hỗ trợ"
        told.append(f"Không tính vào mẫu số {who}.")
    return told


def _table(checked: ProgrammeFigures, manner: Manner) -> ResultTable:
    share = checked.passing
    states = (*_PASSING, *_FAILING)
    labels = FULL | {CheckState.REACTIVATED: f"Được hướng dẫn {manner.again} tại quầy"}
    numbered = [
        ResultRow(str(n), labels[s], checked.counts[s], share_text(Share(checked.counts[s], share.of)))
        for n, s in enumerate(states, start=1)
    ]
    unable = checked.counts[CheckState.UNSUPPORTED]
    return ResultTable(
        ("TT", f"Kết quả kiểm tra {one_line(checked.programme.name)}", "Số lượt", "Tỷ lệ trên mẫu số"),
        (
            *numbered[:3],
            ResultRow("", "Cộng đang chạy (1 + 2 + 3)", share.count, share_text(share), True),
            *numbered[3:],
            ResultRow("", "Mẫu số (1 đến 6, kể cả chưa hỏi)", share.of, "", True),
            ResultRow("7", labels[CheckState.UNSUPPORTED], unable, "không tính"),
            ResultRow("", "Tổng số lượt vào", checked.entries, "", True),
        ),
    )

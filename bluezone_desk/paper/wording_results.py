"""Section II of the daily report: each programme's results, with n/N beside every percentage."""

from decimal import Decimal

from bluezone_desk.domain.figures import DayFigures, DaySummary, ProgrammeFigures, Share
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.vietnamese_numbers import number_text, percent_text
from bluezone_desk.paper.fonts import printable
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph, ResultRow, ResultTable, counted
from bluezone_desk.paper.wording_formula import app_names
from bluezone_desk.paper.wording_states import FULL

_PASSING = (CheckState.RUNNING, CheckState.REACTIVATED, CheckState.INSTALLED_HERE)
_FAILING = (CheckState.NOT_INSTALLED, CheckState.DECLINED, CheckState.NOT_ASKED)


def results(summary: DaySummary, directive: Directive) -> tuple[Block, ...]:
    figures = summary.figures
    title = Heading("II. KẾT QUẢ KIỂM TRA ỨNG DỤNG")
    apps = app_names(tuple(f.programme for f in figures.programmes))
    if not apps:
        return (title, Paragraph("Cơ quan không yêu cầu kiểm tra ứng dụng nào trong ngày."))
    if figures.entries == 0:
        return (title, Paragraph(f"Không có lượt khách vào nên không phát sinh việc kiểm tra {apps}."))
    blocks: list[Block] = [title]
    for ordinal, checked in enumerate(figures.programmes, start=1):
        if len(figures.programmes) > 1:
            blocks.append(Heading(f"{ordinal}. Ứng dụng {printable(checked.programme.name)}", level=2))
        lead = [_share_sentence(checked, directive), *_before(checked, summary.previous), *_details(checked)]
        blocks += [Paragraph(" ".join(lead)), _table(checked)]
    return tuple(blocks)


def share_text(share: Share) -> str:
    """ "56/64 (87,5%)"; "—" when there is nothing to take a share of."""
    if share.percent is None:
        return "—"
    return f"{number_text(share.count)}/{number_text(share.of)} ({percent_text(share.percent)})"


def target_text(directive: Directive) -> str:
    """ "mục tiêu 60% (thời hạn 20/8/2020)"."""
    until = f" (thời hạn {short_date(directive.deadline)})" if directive.deadline else ""
    return f"mục tiêu {directive.target_percent}%{until}"


def missing_for_target(share: Share, directive: Directive) -> int:
    """How many more entries must pass to reach the target; 0 when it is reached or there is none."""
    needed = -(-share.of * directive.target_percent // 100)
    return max(0, needed - share.count)


def _share_sentence(checked: ProgrammeFigures, directive: Directive) -> str:
    app = printable(checked.programme.name)
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


def _before(checked: ProgrammeFigures, previous: DayFigures | None) -> list[str]:
    before = previous.programme(checked.programme.code) if previous else None
    if previous is None or before is None or before.passing.percent is None or checked.passing.percent is None:
        return []
    change: Decimal = checked.passing.percent - before.passing.percent
    then = f"so với {share_text(before.passing)} của ngày {short_date(previous.day)}"
    if change == 0:
        return [f"Tỷ lệ không đổi {then}."]
    verb = "tăng" if change > 0 else "giảm"
    points = percent_text(abs(change)).removesuffix("%")
    return [f"Tỷ lệ {verb} {points} điểm phần trăm {then}."]


def _details(checked: ProgrammeFigures) -> list[str]:
    counts = checked.counts
    told: list[str] = []
    again, anew = counts[CheckState.REACTIVATED], counts[CheckState.INSTALLED_HERE]
    if again and anew:
        split = f"{counted(anew)} lượt cài mới, {counted(again)} lượt bật lại"
        told.append(f"Quầy đã hướng dẫn {counted(checked.helped)} lượt ({split}).")
    elif again or anew:
        did = "bật lại" if again else "cài mới"
        told.append(f"Quầy đã hướng dẫn {did} {counted(checked.helped)} lượt.")
    if counts[CheckState.DECLINED]:
        told.append(f"Có {counted(counts[CheckState.DECLINED])} lượt không đồng ý.")
    elif counts[CheckState.NOT_ASKED] < checked.entries:
        told.append("Không có trường hợp nào không đồng ý.")
    unable = counts[CheckState.UNSUPPORTED]
    if unable and checked.passing.of:
        who = f"{counted(unable)} lượt khách không có điện thoại thông minh hoặc máy không hỗ trợ"
        told.append(f"Không tính vào mẫu số {who}.")
    return told


def _table(checked: ProgrammeFigures) -> ResultTable:
    share = checked.passing
    states = (*_PASSING, *_FAILING)
    numbered = [
        ResultRow(
            str(n),
            FULL[state],
            checked.counts[state],
            share_text(Share(checked.counts[state], share.of)),
        )
        for n, state in enumerate(states, start=1)
    ]
    unable = checked.counts[CheckState.UNSUPPORTED]
    return ResultTable(
        ("TT", f"Kết quả kiểm tra {printable(checked.programme.name)}", "Số lượt", "Tỷ lệ trên mẫu số"),
        (
            *numbered[:3],
            ResultRow("", "Cộng đang chạy (1 + 2 + 3)", share.count, share_text(share), True),
            *numbered[3:],
            ResultRow("", "Mẫu số (1 đến 6, kể cả chưa hỏi)", share.of, "", True),
            ResultRow("7", FULL[CheckState.UNSUPPORTED], unable, "không tính"),
            ResultRow("", "Tổng số lượt vào", checked.entries, "", True),
        ),
    )

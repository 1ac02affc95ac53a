"""Section I of the daily report: who came and went, in sentences that change with the figures."""

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DayFigures, DaySummary
from bluezone_desk.domain.vietnamese_dates import long_time, short_date
from bluezone_desk.paper.wording_blocks import Block, Paragraph, counted

#: Below this many entries a "busiest hour" says nothing.
_ENOUGH_FOR_PEAK = 20


def flow(summary: DaySummary) -> tuple[Block, ...]:
    figures = summary.figures
    sentences = [_arrivals(summary), *_movements(summary), *_remarks(figures)]
    second = [*_peak(figures), *_comparison(figures, summary.previous)]
    paragraphs = [" ".join(sentences), *([" ".join(second)] if second else [])]
    return tuple(Paragraph(text) for text in paragraphs)


def is_day_over(summary: DaySummary) -> bool:
    """A report made before the day's end says until when it counts."""
    return office_day(summary.made_at) != summary.figures.day


def _when(summary: DaySummary) -> str:
    day = short_date(summary.figures.day)
    if is_day_over(summary):
        return f"Trong ngày {day}"
    return f"Tính đến {long_time(summary.made_at)} ngày {day}"


def _arrivals(summary: DaySummary) -> str:
    figures = summary.figures
    if figures.entries == 0:
        return f"{_when(summary)}, quầy tiếp đón không ghi nhận lượt khách nào vào trụ sở."
    text = f"{_when(summary)}, quầy tiếp đón ghi nhận {counted(figures.entries)} lượt khách vào trụ sở"
    if figures.persons < figures.entries:
        text += f" của {counted(figures.persons)} người"
    elif figures.entries > 1:
        text += ", mỗi người một lượt"
    if figures.companions:
        text += f"; đi cùng có {counted(figures.companions)} người không ghi thành lượt riêng"
    return f"{text}."


def _movements(summary: DaySummary) -> list[str]:
    figures = summary.figures
    told: list[str] = []
    if figures.carried_over:
        told.append(f"Có {counted(figures.carried_over)} lượt vào từ ngày trước, đầu ngày vẫn ở trong trụ sở.")
    total = figures.carried_over + figures.entries
    until = "đến hết ngày" if is_day_over(summary) else "tại thời điểm báo cáo"
    if total == 0:
        return told
    if figures.exits == total:
        told.append("Khách đã ra về." if total == 1 else f"Cả {counted(total)} lượt đều đã ra.")
    elif figures.exits == 0:
        remaining = "Khách vẫn" if total == 1 else f"Chưa ghi nhận lượt ra nào; {counted(total)} lượt khách vẫn"
        told.append(f"{remaining} ở trong trụ sở {until}.")
    else:
        left = counted(figures.inside_at_end)
        told.append(f"Đã ghi nhận {counted(figures.exits)} lượt ra; {until} còn {left} lượt chưa ra.")
    return told


def _remarks(figures: DayFigures) -> list[str]:
    told: list[str] = []
    if figures.estimated_exits:
        told.append(f"Trong số lượt ra có {counted(figures.estimated_exits)} lượt ghi theo giờ ước tính.")
    if figures.catch_up:
        told.append(f"Có {counted(figures.catch_up)} lượt được nhập bù từ sổ giấy.")
    return told


def _peak(figures: DayFigures) -> list[str]:
    most = max(figures.entries_by_hour, default=0)
    busiest = [hour for hour, count in enumerate(figures.entries_by_hour) if count == most]
    if figures.entries < _ENOUGH_FOR_PEAK or len(busiest) != 1:
        return []
    hour = busiest[0]
    return [f"Khách đến đông nhất từ {hour:02d} giờ đến {hour + 1:02d} giờ ({counted(most)} lượt)."]


def _comparison(figures: DayFigures, previous: DayFigures | None) -> list[str]:
    if previous is None:
        return []
    day = short_date(previous.day)
    change = figures.entries - previous.entries
    if previous.entries == 0:
        return [] if figures.entries == 0 else [f"Ngày {day} không có lượt khách nào."]
    before = f"ngày {day} ({counted(previous.entries)} lượt)"
    if change == 0:
        return [f"Số lượt vào bằng {before}."]
    verb = "tăng" if change > 0 else "giảm"
    return [f"Số lượt vào {verb} {counted(abs(change))} lượt so với {before}."]

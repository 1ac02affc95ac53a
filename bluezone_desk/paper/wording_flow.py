"""Who came and went, in sentences that change with the figures: what a day and a period say alike, and the day."""

from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.figures import DayFigures, DaySummary
from bluezone_desk.domain.vietnamese_dates import long_time, short_date
from bluezone_desk.paper.wording_blocks import Block, CountChart, Paragraph, counted

#: Below this many entries a busiest hour or day says nothing.
ENOUGH_FOR_PEAK: Final = 20
#: The hours a chart shows at least, whatever the entries.
_FIRST_HOUR, _LAST_HOUR = 7, 17

_Place = TypeVar("_Place")


class Flow(Protocol):
    """What a day's and a period's figures say of who came and went."""

    @property
    def entries(self) -> int: ...
    @property
    def persons(self) -> int: ...
    @property
    def companions(self) -> int: ...
    @property
    def exits(self) -> int: ...
    @property
    def estimated_exits(self) -> int: ...
    @property
    def carried_over(self) -> int: ...
    @property
    def inside_at_end(self) -> int: ...
    @property
    def catch_up(self) -> int: ...
    @property
    def entries_by_hour(self) -> tuple[int, ...]: ...


def flow(summary: DaySummary) -> tuple[Block, ...]:
    """Section I of the daily report."""
    figures = summary.figures
    until = "đến hết ngày" if is_day_over(summary) else "tại thời điểm báo cáo"
    carried = f"Có {counted(figures.carried_over)} lượt vào từ ngày trước, đầu ngày vẫn ở trong trụ sở."
    sentences = [arrivals(figures, _when(summary)), *movements(figures, carried, until), *remarks(figures)]
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


def arrivals(figures: Flow, when: str) -> str:
    """How many came, and of how many people; `when` begins the sentence."""
    if figures.entries == 0:
        return f"{when}, quầy tiếp đón không ghi nhận lượt khách nào vào trụ sở."
    text = f"{when}, quầy tiếp đón ghi nhận {counted(figures.entries)} lượt khách vào trụ sở"
    if figures.persons < figures.entries:
        text += f" của {counted(figures.persons)} người"
    elif figures.entries > 1:
        text += ", mỗi người một lượt"
    if figures.companions:
        text += f"; đi cùng có {counted(figures.companions)} người không ghi thành lượt riêng"
    return f"{text}."


def movements(figures: Flow, carried: str, until: str) -> list[str]:
    """Who was inside before (`carried` says so), who left, and who is still inside `until` then."""
    told = [carried] if figures.carried_over else []
    total = figures.carried_over + figures.entries
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


def remarks(figures: Flow) -> list[str]:
    """What has to be known to read the numbers."""
    told: list[str] = []
    if figures.estimated_exits:
        told.append(f"Trong số lượt ra có {counted(figures.estimated_exits)} lượt ghi theo giờ ước tính.")
    if figures.catch_up:
        told.append(f"Có {counted(figures.catch_up)} lượt được nhập bù từ sổ giấy.")
    return told


def only_highest(places: Sequence[_Place], counts: Sequence[int]) -> _Place | None:
    """The place of the highest count; None when there are several, or nothing was counted."""
    most = max(counts, default=0)
    return places[counts.index(most)] if most and counts.count(most) == 1 else None


def hours_chart(figures: Flow, about: str) -> CountChart:
    """Entries by hour over the usual hours and any other with an entry; needs one entry at least."""
    hours = figures.entries_by_hour
    used = [hour for hour, count in enumerate(hours) if count]
    shown = range(min(_FIRST_HOUR, used[0]), max(_LAST_HOUR, used[-1] + 1))
    return CountChart(
        caption=f"Số lượt khách vào theo giờ, {about}",
        labels=tuple(f"{hour:02d}–{hour + 1:02d}" for hour in shown),
        counts=tuple(hours[hour] for hour in shown),
        axis="Giờ trong ngày",
    )


def _peak(figures: DayFigures) -> list[str]:
    hours = figures.entries_by_hour
    hour = only_highest(range(24), hours)
    if figures.entries < ENOUGH_FOR_PEAK or hour is None:
        return []
    return [f"Khách đến đông nhất từ {hour:02d} giờ đến {hour + 1:02d} giờ ({counted(hours[hour])} lượt)."]


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

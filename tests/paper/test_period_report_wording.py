"""What the periodic report says for any figures: none, one, below or above the target, first of its kind."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
import sample_day
import sample_period

from bluezone_desk.domain.office import BLUEZONE, Directive, Office
from bluezone_desk.domain.period import Period, month_of, week_of, year_of
from bluezone_desk.domain.period_figures import PeriodSummary, period_figures
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.wording import report_text
from bluezone_desk.paper.wording_blocks import Chart, CountChart, FigureTable, Heading, Paragraph, ShareChart
from bluezone_desk.paper.wording_document import ReportOptions, ReportText
from bluezone_desk.paper.wording_period import annex_table, period_text

RUN, NOT, NO, OLD = CheckState.RUNNING, CheckState.NOT_INSTALLED, CheckState.DECLINED, CheckState.UNSUPPORTED
PRESETS = sample_period.directives()
BINH_DUONG = PRESETS["binh-duong-12"]


def office_under(directive: Directive) -> Office:
    return dataclasses.replace(sample_day.OFFICE, directive=directive)


def week_with(*states: CheckState, reasons: tuple[str, ...] = (), made: datetime | None = None) -> PeriodSummary:
    """One visit on Wednesday for each state, everybody gone again."""
    told = (*reasons, *("",) * len(states))
    lines: list[VisitLine] = [
        sample_day.visit(n, checks=(AppCheck("bluezone", s, told[n - 1]),), party=0, left_rule="", catch_up="")
        for n, s in enumerate(states, start=1)
    ]
    figures = period_figures(sample_period.WEEK, lines, (BLUEZONE,))
    return PeriodSummary(figures, None, made or datetime(2020, 8, 10, 2, tzinfo=UTC))


def told(summary: PeriodSummary, directive: Directive = BINH_DUONG, **options: object) -> str:
    text = period_text(summary, office_under(directive), ReportOptions(**options))  # type: ignore[arg-type]
    return words(text)


def words(text: ReportText) -> str:
    return "\n".join(block.text for block in text.blocks if isinstance(block, Heading | Paragraph))


def test_a_week_without_visitors_has_neither_tables_nor_charts() -> None:
    summary = sample_period.summary(0, before=0)
    text = period_text(summary, office_under(BINH_DUONG), ReportOptions())
    assert all(isinstance(block, Heading | Paragraph) for block in text.blocks)
    assert "Trong tuần, quầy tiếp đón không ghi nhận lượt khách nào vào trụ sở." in words(text)
    assert "Trong tuần không có lượt khách nào để tính tỷ lệ Bluezone." in words(text)
    assert "Tuần 31 không có lượt khách nào; tuần này cũng không có lượt khách nào." in words(text)
    assert not text.has_annex


def test_the_first_week_is_compared_with_nothing() -> None:
    assert "Sổ chưa có số liệu của tuần liền trước" in told(week_with(RUN, RUN))


def test_a_single_visitor_is_not_spoken_of_as_many() -> None:
    text = told(week_with(RUN))
    assert "ghi nhận 01 lượt khách vào trụ sở. Khách đã ra về." in text
    assert "Bình quân" not in text
    assert "Cả 01" not in text


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((RUN, RUN, RUN, NOT, NOT), "3/5 (60%): đạt, vừa đúng mục tiêu."),
        ((RUN, RUN, RUN, RUN, NOT), "4/5 (80%): đạt, cao hơn mục tiêu 20 điểm phần trăm."),
        (
            (RUN, NOT, NOT, NOT, NOT),
            "1/5 (20%): chưa đạt, thấp hơn mục tiêu 40 điểm phần trăm, còn thiếu 02 lượt.",
        ),
        (
            (*(RUN,) * 1199, *(NOT,) * 801),
            "1.199/2.000 (60%): chưa đạt, còn thiếu 01 lượt.",
        ),
        # 56,65 and 99,97 as they are printed, so that the three numbers of the sentence agree.
        (
            (*(RUN,) * 1133, *(NOT,) * 867),
            "1.133/2.000 (56,7%): chưa đạt, thấp hơn mục tiêu 3,3 điểm phần trăm, còn thiếu 67 lượt.",
        ),
        ((*(RUN,) * 2999, NOT), "2.999/3.000 (99,9%): đạt, cao hơn mục tiêu 39,9 điểm phần trăm."),
        ((OLD,), "Trong tuần không có lượt khách nào để tính tỷ lệ Bluezone."),
    ],
)
def test_the_period_is_held_against_the_target(states: tuple[CheckState, ...], verdict: str) -> None:
    assert verdict in told(week_with(*states))


@pytest.mark.parametrize(
    ("signed_on", "said"),
    [
        (date(2020, 8, 17), "còn 03 ngày đến thời hạn."),
        (date(2020, 8, 20), "Ngày báo cáo là ngày cuối của thời hạn."),
        (date(2020, 8, 25), "Thời hạn đã qua 05 ngày."),
    ],
)
def test_the_deadline_is_counted_from_the_day_of_the_report(signed_on: date, said: str) -> None:
    assert said in told(week_with(RUN, NOT), signed_on=signed_on)


def test_without_a_target_nothing_is_said_of_one() -> None:
    text = told(week_with(RUN, NOT), PRESETS["hoa-binh-1287"])
    assert "mục tiêu" not in text
    assert "MỤC TIÊU" not in text


def test_each_province_is_answered_in_its_manner() -> None:
    summary = sample_period.summary(12, before=10)
    texts = {}
    for code, directive in PRESETS.items():
        of_code = dataclasses.replace(summary, figures=sample_period.figures(12, programmes=directive.programmes))
        texts[code] = period_text(of_code, office_under(directive), ReportOptions())
    subjects = {code: text.subject for code, text in texts.items()}
    assert (
        "kiểm soát, ghi nhận hoạt động ra, vào trụ sở và việc cài đặt, chạy ứng dụng" in subjects["hoa-binh-1287"]
    )
    assert "việc hướng dẫn khách cài đặt ứng dụng Bluezone" in subjects["kien-giang-1119"]
    assert "việc cài đặt, kích hoạt lại ứng dụng Bluezone" in subjects["quang-ngai-2021"]
    assert "việc cài đặt, chạy các ứng dụng NCOVI và Bluezone" in subjects["dak-nong-2021"]
    assert subjects["binh-duong-12"].startswith("Tiến độ cài đặt ứng dụng Bluezone và kết quả ghi nhận")
    assert len(set(subjects.values())) == len(PRESETS)
    assert "I. TIẾN ĐỘ SO VỚI MỤC TIÊU" in words(texts["binh-duong-12"])
    assert "I. KẾT QUẢ KIỂM SOÁT, GHI NHẬN RA, VÀO TRỤ SỞ" in words(texts["hoa-binh-1287"])
    assert "lượt kích hoạt lại)" in words(texts["quang-ngai-2021"])
    assert "bật lại" not in words(texts["quang-ngai-2021"])
    assert "chạy đủ cả hai ứng dụng NCOVI và Bluezone" in words(texts["dak-nong-2021"])


def test_the_daily_report_speaks_in_the_same_manner() -> None:
    office = office_under(PRESETS["quang-ngai-2021"])
    text = report_text(sample_day.summary(40), office, ReportOptions())
    assert text.subject == (
        "Kết quả ghi nhận hoạt động ra, vào trụ sở và việc cài đặt, kích hoạt lại ứng dụng Bluezone ngày 05/8/2020"
    )


def test_refusals_are_grouped_by_reason_and_numbers_stay_in_the_register() -> None:
    reasons = ("máy hết pin", "Máy hết pin.", "gọi 0912345678", "", "điện thoại cơ quan", "máy hết pin")
    text = period_text(week_with(*(NO,) * 6, RUN, reasons=reasons), office_under(BINH_DUONG), ReportOptions())
    [table] = [b for b in text.blocks if hasattr(b, "head") and b.head[1].startswith("Lý do")]
    assert [(row.label, row.count) for row in table.rows] == [
        ("Máy hết pin", 3),
        ("Điện thoại cơ quan", 1),
        ("Lý do khác (ghi trong sổ)", 1),
        ("Không nêu lý do", 1),
        ("Cộng", 6),
    ]
    assert "0912" not in words(text)


def test_none_refused_is_said_once() -> None:
    assert told(week_with(RUN, NOT)).count("Không có trường hợp nào không đồng ý.") == 1


def test_differences_are_told_in_counts_and_points() -> None:
    summary = sample_period.summary(20, before=10)
    text = period_text(summary, office_under(BINH_DUONG), ReportOptions())
    table = [b for b in text.blocks if isinstance(b, FigureTable)][-1]
    rows = {row.values[0]: row.values for row in table.rows}
    change = summary.figures.entries - (summary.previous.entries if summary.previous else 0)
    assert rows["Lượt khách vào"][3] == f"+{change}"
    points = summary.points_change("bluezone")
    assert points is not None
    shown = f"{'+' if points > 0 else '−'}{abs(points):f}".replace(".", ",").removesuffix(",0")
    assert rows["Đang chạy Bluezone"][3] == f"{shown} điểm"
    assert f"số lượt vào tăng {change} lượt" in words(text)


def test_a_period_that_goes_on_says_until_when_and_leaves_later_days_out() -> None:
    made = datetime(2020, 8, 5, 3, 30, tzinfo=UTC)
    summary = sample_period.summary(12, before=10, made_at=made)
    text = period_text(summary, office_under(BINH_DUONG), ReportOptions())
    assert "Từ đầu tuần đến 10 giờ 30 phút ngày 05/8/2020" in words(text)
    assert "Số liệu tuần này mới tính đến thời điểm báo cáo." in words(text)
    trend = next(b for b in text.blocks if isinstance(b, FigureTable))
    assert [row.values[0] for row in trend.rows] == ["Thứ Hai, 03/8", "Thứ Ba, 04/8", "Thứ Tư, 05/8", "Cộng"]


def test_corrections_after_the_day_are_said() -> None:
    assert "Có 02 lượt được sửa sau ngày ghi nhận" in told(sample_period.summary(9, corrected=2))
    assert "được sửa" not in told(sample_period.summary(9))


@pytest.mark.parametrize(
    ("period", "rows", "has_annex"),
    [
        (week_of(sample_day.DAY), 7, False),
        (month_of(sample_day.DAY), 6, True),
        (year_of(sample_day.DAY), 12, True),
        (Period(sample_day.DAY, sample_day.DAY + timedelta(days=9)), 10, False),
    ],
)
def test_long_periods_are_told_in_longer_steps_and_their_days_in_an_annex(
    period: Period, rows: int, has_annex: bool
) -> None:
    summary = sample_period.summary(16, period=period)
    text = period_text(summary, office_under(BINH_DUONG), ReportOptions())
    trend = next(b for b in text.blocks if isinstance(b, FigureTable))
    assert len(trend.rows) == rows + 1
    assert text.has_annex is has_annex
    for table in (trend, annex_table(summary)):
        for column, whole in ((1, summary.figures.entries), (3, summary.figures.exits)):
            assert (
                sum(int(row.values[column]) for row in table.rows[:-1]) == table.rows[-1].values[column] == whole
            )


def test_charts_show_the_figures_and_are_numbered_in_order() -> None:
    summary = sample_period.summary(20, before=18)
    text = period_text(summary, office_under(BINH_DUONG), ReportOptions())
    charts = [block for block in text.blocks if isinstance(block, Chart)]
    assert [c.caption.split(".")[0] for c in charts] == ["Biểu đồ 1", "Biểu đồ 2"]
    shares = next(c for c in charts if isinstance(c, ShareChart))
    hours = next(c for c in charts if isinstance(c, CountChart))
    assert shares.target_percent == 60
    assert sum(share.count for share in shares.series[0].shares) == summary.figures.programmes[0].passing.count
    assert sum(hours.counts) == summary.figures.entries

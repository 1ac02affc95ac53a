"""The report's sentences follow the day's figures; nothing in them may read like a form letter."""

import dataclasses
from datetime import UTC, datetime

import pytest
from sample_day import DAY, DIRECTIVE, NCOVI, OFFICE, summary, visit

from bluezone_desk.domain.office import BLUEZONE, Directive, Office, Signatory
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import wording_formula as formula
from bluezone_desk.paper.wording import ReportOptions, ReportText, report_text
from bluezone_desk.paper.wording_blocks import Heading, Paragraph, ResultTable, counted


def words(text: ReportText) -> str:
    return "\n".join(block.text for block in text.blocks if isinstance(block, Heading | Paragraph))


def tables(text: ReportText) -> list[ResultTable]:
    return [block for block in text.blocks if isinstance(block, ResultTable)]


def day_of(*states: CheckState, **changes: object) -> tuple[VisitLine, ...]:
    fixed: dict[str, object] = {"party": 0, "left_rule": "", "catch_up": ""} | changes
    return tuple(visit(n, checks=(AppCheck("bluezone", s),), **fixed) for n, s in enumerate(states, start=1))


def told(lines: int | tuple[VisitLine, ...], office: Office = OFFICE, **about: object) -> str:
    return words(report_text(summary(lines, **about), office, ReportOptions()))  # type: ignore[arg-type]


RUN, NOT, NO, ASK, OLD = (
    CheckState.RUNNING,
    CheckState.NOT_INSTALLED,
    CheckState.DECLINED,
    CheckState.NOT_ASKED,
    CheckState.UNSUPPORTED,
)


def test_a_day_without_visitors_says_so_and_counts_nothing() -> None:
    text = report_text(summary(0, previous=5), OFFICE, ReportOptions())
    assert "không ghi nhận lượt khách nào" in words(text)
    assert "không phát sinh việc kiểm tra ứng dụng Bluezone" in words(text)
    assert "%" not in words(text)
    assert "giảm 05 lượt so với ngày 04/8/2020 (05 lượt)" in words(text)
    assert tables(text) == []
    assert not text.has_annex


def test_one_visitor_is_not_spoken_of_as_many() -> None:
    text = told(day_of(RUN))
    assert "ghi nhận 01 lượt khách vào trụ sở. Khách đã ra về." in text
    assert "Khách có điện thoại cài được ứng dụng đang chạy Bluezone: 1/1 (100%), cao hơn mục tiêu 60%" in text
    assert "Trong ngày không phát sinh tồn tại" in text
    assert "Cả 01" not in text


def test_a_visitor_whose_phone_cannot_run_it_gives_no_percentage() -> None:
    text = report_text(summary(day_of(OLD)), OFFICE, ReportOptions())
    assert "Lượt khách này không có điện thoại thông minh" in words(text)
    assert "%" not in words(text)
    assert {row.share for row in tables(text)[0].rows} == {"—", "", "không tính"}


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((RUN, RUN, RUN, NOT, NOT), "3/5 (60%), đạt mục tiêu 60% (thời hạn 20/8/2020)."),
        ((RUN, RUN, RUN, RUN, NOT), "4/5 (80%), cao hơn mục tiêu 60% (thời hạn 20/8/2020)."),
        ((RUN, NOT, NOT, NOT, NOT), "1/5 (20%), thấp hơn mục tiêu 60% (thời hạn 20/8/2020), còn thiếu 02 lượt."),
        ((NOT, NO), "chưa lượt nào chạy Bluezone: 0/2 (0%), thấp hơn mục tiêu 60%"),
        ((ASK, ASK), "Cả 02 lượt khách chưa được hỏi về Bluezone nên tính là chưa đạt: 0/2 (0%)"),
        ((RUN, ASK, OLD), "(tính cả 01 lượt chưa hỏi), 01 lượt đang chạy Bluezone: 1/2 (50%)"),
    ],
)
def test_the_share_is_held_against_the_target(states: tuple[CheckState, ...], verdict: str) -> None:
    assert verdict in told(day_of(*states))


def test_a_share_that_rounds_to_the_target_but_misses_it_says_how_much_is_missing() -> None:
    office = dataclasses.replace(OFFICE, directive=dataclasses.replace(DIRECTIVE, deadline=None))
    lines = day_of(*(RUN,) * 1199, *(NOT,) * 801)
    assert "thấp hơn mục tiêu 60%, còn thiếu 01 lượt" in told(lines, office)


def test_refusals_are_counted_or_their_absence_is_said() -> None:
    assert "Có 01 lượt không đồng ý." in told(day_of(RUN, NO))
    assert "Không có trường hợp nào không đồng ý." in told(day_of(RUN, NOT))


def test_reasons_are_told_unless_they_hold_a_number_or_a_strange_letter() -> None:
    reasons = ("hết pin", "hết pin", "gọi 0912345678", "🙂", "")
    lines = tuple(visit(n, checks=(AppCheck("bluezone", NO, r),)) for n, r in enumerate(reasons, start=1))
    text = told(lines)
    assert "05 lượt khách không đồng ý cài đặt hoặc cho xem Bluezone (lý do: hết pin – 02 lượt)" in text
    assert "0912345678" not in text


def test_two_programmes_have_a_heading_and_a_table_each() -> None:
    text = report_text(summary(9, programmes=(NCOVI, BLUEZONE)), OFFICE, ReportOptions())
    assert "1. Ứng dụng NCOVI" in words(text)
    assert "2. Ứng dụng Bluezone" in words(text)
    assert len(tables(text)) == 2
    assert text.subject.endswith("việc cài đặt các ứng dụng NCOVI và Bluezone ngày 05/8/2020")


def test_every_state_of_a_table_adds_up_to_the_entries() -> None:
    [table] = tables(report_text(summary(2000), OFFICE, ReportOptions()))
    counts = [row.count for row in table.rows]
    named = [count for row, count in zip(table.rows, counts, strict=True) if not row.is_sum]
    assert sum(named) == counts[-1] == 2000
    assert sum(named[:6]) == counts[7]
    assert sum(named[:3]) == counts[3]


def test_a_report_made_before_the_day_is_over_says_until_when() -> None:
    made = datetime(2020, 8, 5, 7, 30, tzinfo=UTC)
    lines = day_of(RUN, RUN, left_at=None)
    text = told(lines, made_at=made)
    assert "Tính đến 14 giờ 30 phút ngày 05/8/2020" in text
    assert "02 lượt khách vẫn ở trong trụ sở tại thời điểm báo cáo" in text
    assert "khi hết ngày" not in text


def test_those_who_stayed_over_midnight_and_estimated_exits_are_named() -> None:
    carried = (visit(900, visitor_id="x", left_rule="", entered_at=datetime(2020, 8, 4, 9, tzinfo=UTC)),)
    text = told((*day_of(RUN, left_at=None), *(visit(2, left_rule="end_of_day", party=0),)), carried=carried)
    assert "Có 01 lượt vào từ ngày trước" in text
    assert "Đã ghi nhận 02 lượt ra; đến hết ngày còn 01 lượt chưa ra." in text
    assert "Trong số lượt ra có 01 lượt ghi theo giờ ước tính." in text
    assert "nhắc khách báo quầy và trả thẻ" in text


def test_the_directive_is_cited_whole_and_without_one_the_opening_is_neutral() -> None:
    assert told(0).startswith(
        "Thực hiện Công văn số 1287/UBND-KGVX ngày 04 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh Hòa Bình "
        "về việc triển khai cài đặt và sử dụng ứng dụng Bluezone, Sở Thông tin và Truyền thông báo cáo"
    )
    neutral = dataclasses.replace(OFFICE, directive=Directive("none", programmes=()))
    text = report_text(summary(3, programmes=()), neutral, ReportOptions())
    assert words(text).startswith("Sở Thông tin và Truyền thông báo cáo kết quả ghi nhận hoạt động ra, vào trụ sở")
    assert "Cơ quan không yêu cầu kiểm tra ứng dụng nào" in words(text)
    assert text.subject == "Kết quả ghi nhận hoạt động ra, vào trụ sở ngày 05/8/2020"


def test_the_target_is_silent_when_there_is_none() -> None:
    office = dataclasses.replace(OFFICE, directive=dataclasses.replace(DIRECTIVE, target_percent=0))
    assert "mục tiêu" not in told(12, office)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("86", "Số: 86/BC-VP"), ("7", "Số: 07/BC-VP"), ("9/bc-stttt", "Số: 09/BC-STTTT"), ("", "Số:         /BC-VP")],
)
def test_numbers_take_their_form(typed: str, shown: str) -> None:
    assert formula.number_line(typed, " bc-vp ") == shown


@pytest.mark.parametrize(
    ("authority", "behalf", "title", "lines"),
    [
        ("", "", "Giám đốc", ("GIÁM ĐỐC",)),
        ("KT", "Giám đốc", "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TM.", "Ủy ban nhân dân", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("TL.", "", "Chánh Văn phòng", ("TL. THỦ TRƯỞNG ĐƠN VỊ", "CHÁNH VĂN PHÒNG")),
        ("tuq.", "Giám đốc", "Trưởng phòng", ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
        ("Q.", "", "Giám đốc", ("Q. GIÁM ĐỐC",)),
    ],
)
def test_authority_to_sign_takes_its_form(authority: str, behalf: str, title: str, lines: tuple[str, ...]) -> None:
    office = dataclasses.replace(OFFICE, signatory=Signatory("A", title, authority, behalf))
    assert formula.signature_titles(office) == lines


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("PGS.TS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("ThS Trần Thị Ví Dụ", "Trần Thị Ví Dụ"),
        ("LÊ VĂN THỬ", "Lê Văn Thử"),
        ("Ông Ích Mẫu", "Ông Ích Mẫu"),
        ("Tsan Mẫu", "Tsan Mẫu"),
    ],
)
def test_the_signatory_bears_no_degree(stored: str, printed: str) -> None:
    assert formula.signatory_name(stored) == printed


def test_recipients_begin_as_above_only_when_someone_is_addressed() -> None:
    alone = dataclasses.replace(
        OFFICE, addressee="", recipients=("Lãnh đạo Sở;", "Phòng A; Phòng B"), archive="Lưu: VT."
    )
    assert formula.recipients(alone) == ("- Lãnh đạo Sở;", "- Phòng A;", "- Phòng B;", "- Lưu: VT.")
    assert formula.recipients(OFFICE)[0] == "- Như trên;"


def test_counts_under_ten_are_padded_and_thousands_dotted() -> None:
    assert [counted(n) for n in (0, 1, 9, 10, 1204)] == ["0", "01", "09", "10", "1.204"]


def test_the_report_is_dated_by_the_day_it_is_made_unless_told_otherwise() -> None:
    made = report_text(summary(1), OFFICE, ReportOptions())
    signed = report_text(summary(1), OFFICE, ReportOptions(signed_on=DAY.replace(month=2, day=3)))
    assert made.place_and_date == "Hòa Bình, ngày 06 tháng 8 năm 2020"
    assert signed.place_and_date == "Hòa Bình, ngày 03 tháng 02 năm 2020"

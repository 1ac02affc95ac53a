"""The lists an office hands on by itself: contacts of a visit, and a shift's hand-over."""

import dataclasses
import io
import zipfile
from datetime import UTC, datetime, timedelta

import paper_reading
import pytest
import sample_day
from paper_reading import MM, Page
from python_calamine import CalamineWorkbook

from bluezone_desk.domain.contact_list import ContactList, contact_list
from bluezone_desk.domain.handover import hand_over
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.contact_list import contact_list_pdf
from bluezone_desk.paper.contact_list_xlsx import contact_list_xlsx
from bluezone_desk.paper.handover_list import handover_list

OFFICE = sample_day.OFFICE
LINES = tuple(sample_day.visit(n) for n in range(1, 65))
SUBJECT = LINES[20]
EVENING = datetime(2020, 8, 5, 10, 30, tzinfo=UTC)


def found(*lines: VisitLine, subject: VisitLine = SUBJECT) -> ContactList:
    return contact_list(
        subject, lines, made_at=EVENING, reason="Theo Công văn số 12/KSBT", made_by="Lê Thu Hà", approver=""
    )


def told(pages: list[Page]) -> str:
    return " ".join(run.text for page in pages for run in page.runs)


def fits(pages: list[Page]) -> bool:
    return all(
        run.left >= 30 * MM - 1 and run.right <= page.width - 15 * MM + 1 and run.base >= 19.5 * MM
        for page in pages
        for run in page.runs
    )


def test_contacts_are_named_in_full_and_marked_as_internal() -> None:
    contacts = found(*LINES)
    pages = paper_reading.read(contact_list_pdf(contacts, OFFICE))
    text = told(pages)
    assert "LƯU HÀNH NỘI BỘ" in text
    assert "LƯỢT KHÁCH SỐ 021 NGÀY 05/8/2020" in text
    assert "Theo Công văn số 12/KSBT" in text
    assert (contacts.rows, contacts.estimated) != ((), ())
    for contact in (*contacts.rows, *contacts.estimated):
        assert contact.line.id_number in text
        assert contact.line.phone in text
    assert text.index("A. Thời gian") < text.index("B. Thời gian có mặt là ước tính: 01 lượt")
    assert "NGƯỜI DUYỆT" in text
    assert fits(pages)


def test_a_list_of_nobody_says_so() -> None:
    text = told(paper_reading.read(contact_list_pdf(found(), OFFICE)))
    assert text.count("không có lượt nào") == 2
    assert "Không tìm thấy lượt khách nào trong phạm vi này." in text


def test_a_subject_still_inside_or_not_seen_leaving_is_said() -> None:
    inside = dataclasses.replace(SUBJECT, left_at=None)
    assert "chưa ra khi lập danh sách (17:30)" in told(
        paper_reading.read(contact_list_pdf(found(subject=inside), OFFICE))
    )
    unseen = dataclasses.replace(SUBJECT, left_rule="end_of_day")
    assert "giờ ra ước tính" in told(paper_reading.read(contact_list_pdf(found(subject=unseen), OFFICE)))


@pytest.mark.parametrize("name", ["x" * 250, "Ủ", "H’Lina Êban Kđăm Y-Thử", "</para>&amp;", "王"])
def test_any_name_fits_the_lists(name: str) -> None:
    lines = [dataclasses.replace(line, name=name) for line in LINES[10:40]]
    pages = paper_reading.read(contact_list_pdf(found(*lines), OFFICE))
    assert fits(pages)
    open_lines = [dataclasses.replace(line, left_at=None) for line in lines]
    handover = hand_over(open_lines, shift_from=EVENING - timedelta(hours=9), made_at=EVENING, given_by=name)
    handed = paper_reading.read(handover_list(handover, OFFICE))
    assert fits(handed)
    shown = "[?]" if name == "王" else name
    for read in (pages, handed):
        assert shown.replace(" ", "") in told(read).replace(" ", "")


@pytest.mark.thorough
def test_two_thousand_contacts_keep_heads_and_signatures() -> None:
    many = [
        sample_day.visit(n, visit_id=f"v{n}", visitor_id=f"p{n}", entered_at=SUBJECT.entered_at)
        for n in range(2000)
    ]
    pages = paper_reading.read(contact_list_pdf(found(*many), OFFICE))
    assert len(pages) > 50
    assert all(page.having("Họ và tên") for page in pages[:-1])
    assert "NGƯỜI LẬP DANH SÁCH" in told(pages[-1:])


def test_the_workbook_has_times_and_minutes_and_no_formula() -> None:
    lines = [dataclasses.replace(line, name="=1+1", party=0) for line in LINES]
    contacts = found(*lines)
    data = contact_list_xlsx(contacts, OFFICE)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_name("Đã ghi nhận đủ").to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "TT")
    shown = rows[head + 1 : head + 1 + len(contacts.rows)]
    assert [row[10] for row in shown] == [contact.minutes for contact in contacts.rows]
    assert all(isinstance(row[8], datetime) for row in shown)
    assert {row[1] for row in shown} == {"=1+1"}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(n) for n in parts.namelist() if "worksheets/" in n)
    assert data == contact_list_xlsx(contacts, OFFICE)


def test_a_hand_over_says_who_is_inside_and_which_passes_are_out() -> None:
    lines = [dataclasses.replace(n, left_at=None) if n.number % 6 == 0 else n for n in LINES]
    handover = hand_over(
        lines,
        shift_from=datetime(2020, 8, 5, 0, 0, tzinfo=UTC),
        made_at=datetime(2020, 8, 5, 5, 0, tzinfo=UTC),
        given_by="Lê Thu Hà",
        notes="Khách thẻ 07 để quên mũ.",
    )
    pages = paper_reading.read(handover_list(handover, OFFICE))
    text = told(pages)
    assert f"trong ca vào {handover.entries} lượt, ra {handover.exits} lượt; cuối ca còn 10 lượt" in text
    assert f"(10 thẻ): {', '.join(handover.passes_out)}." in text
    assert text.count("Quá giờ") == len(handover.overdue) + 1
    assert "Khách thẻ 07 để quên mũ." in text
    giver, taker = pages[-1].run("NGƯỜI GIAO"), pages[-1].run("NGƯỜI NHẬN")
    assert giver.base == taker.base
    assert fits(pages)


def test_an_empty_desk_is_handed_over_in_words() -> None:
    text = told(paper_reading.read(handover_list(hand_over([], shift_from=EVENING, made_at=EVENING), OFFICE)))
    assert "không có khách ở trong; trong ca không có lượt vào, không có lượt ra; cuối ca không còn khách." in text
    assert "Không có thẻ khách nào" in text

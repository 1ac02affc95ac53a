"""Contacts, evacuation and hand-over as Word and Excel files: the words of the PDF, in real structure."""

import dataclasses
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import docx_reading
import paper_reading
import pytest
import sample_day
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from paper_reading import MM
from python_calamine import CalamineWorkbook

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.contact_list import ContactList, contact_list
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.handover import Handover, hand_over
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.contact_list import contact_list_pdf
from bluezone_desk.paper.contact_list_docx import contact_list_docx
from bluezone_desk.paper.contact_list_xlsx import contact_list_xlsx
from bluezone_desk.paper.handover_list import handover_list
from bluezone_desk.paper.handover_list_docx import handover_list_docx
from bluezone_desk.paper.handover_list_xlsx import handover_list_xlsx
from bluezone_desk.paper.inside_list import inside_list
from bluezone_desk.paper.inside_list_docx import inside_list_docx
from bluezone_desk.paper.inside_list_xlsx import inside_list_xlsx

OFFICE = dataclasses.replace(sample_day.OFFICE, desk_name="Cổng chính")
EVENING = datetime(2020, 8, 5, 10, 30, tzinfo=UTC)
YESTERDAY = datetime(2020, 8, 4, 8, 9, tzinfo=UTC)
Lines = Sequence[VisitLine]
Draw = Callable[..., bytes]


def open_lines(many: int = 12) -> list[VisitLine]:
    """Visitors inside, one since yesterday and one with companions."""
    lines = [sample_day.visit(n, left_at=None) for n in range(1, many + 1)]
    old = dataclasses.replace(lines[1], entered_at=YESTERDAY, day=YESTERDAY.date())
    return [dataclasses.replace(lines[0], party=2), old, *lines[2:]]


def contacts(lines: Lines) -> ContactList:
    subject = sample_day.visit(21)
    left = [dataclasses.replace(line, left_at=EVENING) for line in lines[:5]]
    return contact_list(
        subject, [*left, *lines[5:]], made_at=EVENING, reason="Truy vết", made_by="Hà", approver="Mẫn"
    )


def handed(lines: Lines) -> Handover:
    start = EVENING - timedelta(hours=9)
    return hand_over(lines, shift_from=start, made_at=EVENING, given_by="Lê Thu Hà", notes="Khách để quên mũ.")


PAPERS: dict[str, tuple[Draw, Draw, Draw]] = {
    "contacts": (
        lambda lines, *told: contact_list_pdf(contacts(lines), OFFICE, *told),
        lambda lines, *told: contact_list_docx(contacts(lines), OFFICE, *told),
        lambda lines, *told: contact_list_xlsx(contacts(lines), OFFICE, *told),
    ),
    "inside": (
        lambda lines, *told: inside_list(lines, OFFICE, EVENING, *told),
        lambda lines, *told: inside_list_docx(lines, OFFICE, EVENING, *told),
        lambda lines, *told: inside_list_xlsx(lines, OFFICE, EVENING, *told),
    ),
    "handover": (
        lambda lines, *told: handover_list(handed(lines), OFFICE, *told),
        lambda lines, *told: handover_list_docx(handed(lines), OFFICE, *told),
        lambda lines, *told: handover_list_xlsx(handed(lines), OFFICE, *told),
    ),
}
EACH = pytest.mark.parametrize(("pdf", "docx", "xlsx"), PAPERS.values(), ids=list(PAPERS))


def words_of_pdf(data: bytes) -> Counter[str]:
    """All but the page numbers."""
    words: Counter[str] = Counter()
    for number, page in enumerate(paper_reading.read(data), start=1):
        top = page.height - 20 * MM
        told = (run.text for run in page.runs if (run.text, run.base > top) != (str(number), True))
        words.update(" ".join(told).split())
    return words


def words_of_docx(data: bytes) -> Counter[str]:
    document = docx_reading.open_word(data)
    return Counter(" ".join(line.text for line in docx_reading.every_line(document)).split())


def rows_below(data: bytes) -> list[list[Any]]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "TT")
    return rows[head + 1 :]


@EACH
@pytest.mark.parametrize("many", [0, 8])
def test_word_says_what_the_pdf_says(pdf: Draw, docx: Draw, xlsx: Draw, many: int) -> None:
    lines = open_lines()[:many]
    assert words_of_docx(docx(lines)) == words_of_pdf(pdf(lines))
    assert docx(lines) == docx(lines)


@EACH
def test_word_has_styles_repeated_heads_and_numbers_from_the_second_page(
    pdf: Draw, docx: Draw, xlsx: Draw
) -> None:
    document = docx_reading.open_word(docx(open_lines(60)))
    ruled = [table for table in document.tables if table.cell(0, 0).text == "TT"]
    assert ruled
    assert all(docx_reading.repeats_head(table) for table in ruled)
    assert {line.style for line in docx_reading.every_line(document)}.isdisjoint({"Normal"})
    assert {line.font for line in docx_reading.every_line(document)} == {"Times New Roman"}
    [section] = document.sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.header._element.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")) == "PAGE"


@EACH
def test_each_form_tells_its_rows_and_stops_when_asked(pdf: Draw, docx: Draw, xlsx: Draw) -> None:
    for draw in (pdf, docx, xlsx):
        steps: list[tuple[int, int]] = []
        draw(open_lines(), lambda done, of, steps=steps: steps.append((done, of)))
        assert steps == sorted(steps)
        assert (steps[0], steps[-1]) == ((0, 12), (12, 12))
        with pytest.raises(DeskFault) as stopped:
            draw(open_lines(), lambda _done, _of: False)
        assert stopped.value.code is Trouble.WORK_CANCELLED


def test_the_contact_list_lies_across_the_page_and_is_marked_as_internal() -> None:
    document = docx_reading.open_word(contact_list_docx(contacts(open_lines()), OFFICE))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert document.paragraphs[0].text == "LƯU HÀNH NỘI BỘ"
    assert document.paragraphs[0]._p.find(f".//{qn('w:pBdr')}") is not None
    places = document.tables[-1]
    assert [cell.text.split("\n")[0] for cell in places.rows[0].cells] == ["NGƯỜI LẬP DANH SÁCH", "NGƯỜI DUYỆT"]
    assert [cell.text.split("\n")[-1] for cell in places.rows[0].cells] == ["Hà", "Mẫn"]


@EACH
@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x","y")', "@SUM(A1)", "</w:t>&amp;", "\x07\ud800\ufffea"]
)
def test_no_text_is_a_formula_a_link_or_broken_xml(pdf: Draw, docx: Draw, xlsx: Draw, text: str) -> None:
    lines = [dataclasses.replace(line, name=text, host=text, pass_number="007") for line in open_lines()]
    book = xlsx(lines)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
    assert not any(re.search(rb"<f>|<hyperlink", sheet) for sheet in sheets)
    assert book == xlsx(lines)
    shown = text.replace("\x07\ud800\ufffe", "")
    assert any(str(row[1]).startswith(shown) for row in rows_below(book))
    assert any(shown in line.text for line in docx_reading.every_line(docx_reading.open_word(docx(lines))))


def test_numbers_of_people_stay_text_and_moments_are_moments() -> None:
    found = contacts(open_lines())
    rows = rows_below(contact_list_xlsx(found, OFFICE))[: len(found.rows)]
    assert [row[2] for row in rows] == [contact.line.id_number for contact in found.rows]
    assert [row[3] for row in rows] == [contact.line.phone for contact in found.rows]
    assert all(isinstance(row[6], datetime) and isinstance(row[10], float) for row in rows)


@pytest.mark.parametrize("kind", ["inside", "handover"])
def test_people_are_summed_companions_included(kind: str) -> None:
    rows = rows_below(PAPERS[kind][2](open_lines()))
    listed, sums = rows[:12], rows[12]
    assert (sums[1], sums[5]) == ("Cộng", 14)
    assert sum(row[5] for row in listed) == 14
    assert {row[4] for row in listed} == {f"{n:02}" for n in range(1, 13)}
    assert min(row[3] for row in listed) == datetime(2020, 8, 4, 15, 9)


@EACH
def test_the_head_stays_in_sight_and_filters(pdf: Draw, docx: Draw, xlsx: Draw) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(open_lines()))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    frozen = int(re.search(r'<pane ySplit="(\d+)"', sheet)[1])  # type: ignore[index]
    assert f'<autoFilter ref="A{frozen}:' in sheet


def test_an_overdue_visit_is_marked_in_the_hand_over() -> None:
    handover = handed(open_lines())
    rows = rows_below(handover_list_xlsx(handover, OFFICE))[:12]
    assert sum(row[6] == "Quá giờ" for row in rows) == len(handover.overdue) > 0

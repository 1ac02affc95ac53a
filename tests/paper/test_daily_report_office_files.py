"""The Word and Excel forms of the daily report say what the PDF says, in the decree's types."""

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
import report_cases
import sample_day
from docx.document import Document
from docx.oxml.ns import qn
from paper_reading import MM
from python_calamine import CalamineWorkbook

from bluezone_desk.paper.daily_report import ReportOptions
from bluezone_desk.paper.daily_report_docx import daily_report_docx
from bluezone_desk.paper.daily_report_xlsx import daily_report_xlsx
from bluezone_desk.paper.wording import report_text
from bluezone_desk.paper.wording_blocks import Heading, Paragraph, ResultTable

ORDINARY = (sample_day.summary(64, previous=59), sample_day.OFFICE, ReportOptions(number="86"))


def word(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def all_text(document: Document) -> str:
    """Every paragraph, those in tables included, in the document's order; line and no-break spaces as spaces."""
    told = []
    for paragraph in document.element.body.iter(qn("w:p")):
        told.append(
            "".join(n.text or "" if n.tag == qn("w:t") else " " for n in paragraph.iter(qn("w:t"), qn("w:br")))
        )
    return "\n".join(told).replace("\u00a0", " ")


@pytest.mark.thorough
@pytest.mark.parametrize("make", report_cases.MAKERS, ids=lambda make: make.__name__)
def test_word_says_what_the_pdf_says(make: Callable[[], tuple[object, ...]]) -> None:
    case = report_cases.made(make)  # type: ignore[arg-type]
    text = report_text(case.summary, case.office, case.options)
    told = all_text(word(daily_report_docx(case.summary, case.office, case.options)))
    inked = (run for page in case.main for run in page.runs if run.base < page.height - 20 * MM)
    printed = "".join(run.text for run in inked).replace(" ", "")
    for block in text.blocks:
        parts = [block.text] if isinstance(block, Heading | Paragraph) else [row.label for row in block.rows]
        for part in parts:
            assert part in told
            assert part.replace(" ", "") in printed
    for part in (
        text.parent,
        text.office,
        text.number_line,
        text.place_and_date,
        *text.recipients,
        text.signatory,
    ):
        assert part in told
    assert text.subject in told
    assert ("Phụ lục" in told) is text.has_annex


def test_word_uses_real_styles_with_the_decrees_types() -> None:
    document = word(daily_report_docx(*ORDINARY))
    used = {p.style.name for p in document.paragraphs if p.style is not None}
    assert {"Heading 1", "Heading 2", "Nội dung văn bản", "Tên loại và trích yếu"} <= used
    body = document.styles["Nội dung văn bản"]
    assert (body.font.name, body.font.size.pt) == ("Times New Roman", 13)
    assert body.paragraph_format.first_line_indent.mm == pytest.approx(12.7, abs=0.1)
    assert body.paragraph_format.space_before.pt == 6
    assert all(p.style.name != "Normal" for p in document.paragraphs if p.text)


def test_word_pages_are_a4_with_the_margins_and_numbered_from_the_second() -> None:
    document = word(daily_report_docx(*ORDINARY))
    main, annex = document.sections
    assert (round(main.page_width.mm), round(main.page_height.mm)) == (210, 297)
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (297, 210)
    for section in document.sections:
        assert [round(m.mm) for m in (section.top_margin, section.bottom_margin)] == [20, 20]
        assert [round(m.mm) for m in (section.left_margin, section.right_margin)] == [30, 15]
        assert section.different_first_page_header_footer
    header = main.header.paragraphs[0]
    assert 'w:instr="PAGE"' in header._p.xml
    assert header.alignment == 1
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_word_tables_repeat_their_heads_and_never_divide_a_row() -> None:
    document = word(daily_report_docx(*ORDINARY))
    result, register = document.tables[1], document.tables[3]
    for table in (result, register):
        rows = table._tbl.tr_lst
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert len(register._tbl.tr_lst) == 65


@pytest.mark.thorough
def test_word_and_excel_are_the_same_bytes_again() -> None:
    assert daily_report_docx(*ORDINARY) == daily_report_docx(*ORDINARY)
    assert daily_report_xlsx(*ORDINARY) == daily_report_xlsx(*ORDINARY)


@pytest.mark.parametrize("name", ["</w:t>&amp;", "=1+1", "王 🙂", "a\x00b\x1f\u202e", "x" * 900])
def test_strange_names_break_neither_file(name: str) -> None:
    summary = sample_day.summary((sample_day.visit(1, name=name, party=0),))
    document = word(daily_report_docx(summary, sample_day.OFFICE))
    kept = "".join(c for c in name if c.isprintable())
    assert kept in all_text(document)
    book = CalamineWorkbook.from_filelike(io.BytesIO(daily_report_xlsx(summary, sample_day.OFFICE)))
    assert book.get_sheet_by_name("Phụ lục").to_python()[5][1] == kept


def test_excel_has_the_words_the_counts_and_the_register() -> None:
    summary, office, options = ORDINARY
    text = report_text(summary, office, options)
    book = CalamineWorkbook.from_filelike(io.BytesIO(daily_report_xlsx(summary, office, options)))
    rows = book.get_sheet_by_name("Báo cáo").to_python()
    first = [str(row[0]) for row in rows]
    for block in text.blocks:
        if isinstance(block, ResultTable):
            counts = {row[1]: row[2] for row in rows}
            assert all(counts[row.label] == float(row.count) for row in block.rows)
        else:
            assert block.text in first
    register = book.get_sheet_by_name("Phụ lục").to_python()
    assert [row[0] for row in register[5:69]] == [float(n) for n in range(1, 65)]


def test_no_cell_of_the_excel_report_is_a_formula() -> None:
    lines = tuple(
        sample_day.visit(n, name=text, purpose=text) for n, text in enumerate(("=1", "http://a.vn"), start=1)
    )
    data = daily_report_xlsx(sample_day.summary(lines), sample_day.OFFICE)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                assert not re.search(rb"<f>|<hyperlink", parts.read(name))


def test_without_a_register_there_is_no_annex() -> None:
    options = dataclasses.replace(ORDINARY[2], with_register=False)
    assert len(word(daily_report_docx(*ORDINARY[:2], options)).sections) == 1
    book = CalamineWorkbook.from_filelike(io.BytesIO(daily_report_xlsx(*ORDINARY[:2], options)))
    assert book.sheet_names == ["Báo cáo"]


def test_numbers_are_masked_in_word_and_excel_too() -> None:
    line = ORDINARY[0].lines[0]
    told = all_text(word(daily_report_docx(*ORDINARY)))
    book = CalamineWorkbook.from_filelike(io.BytesIO(daily_report_xlsx(*ORDINARY)))
    told += str(book.get_sheet_by_name("Phụ lục").to_python())
    assert line.id_number not in told
    assert line.phone not in told

"""The periodic report as pages: the decree's form, charts any copier keeps, one set of figures."""

import dataclasses
import io
import re
import zipfile
from itertools import pairwise

import paper_reading
import pytest
import report_cases
import sample_day
import sample_period
from docx_reading import every_line, open_word
from paper_reading import MM, Page
from python_calamine import CalamineWorkbook

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.period import Period, month_of
from bluezone_desk.domain.period_figures import PeriodSummary, period_figures
from bluezone_desk.paper.chart_levels import round_levels
from bluezone_desk.paper.chart_picture import chart_png
from bluezone_desk.paper.period_report import period_report
from bluezone_desk.paper.period_report_docx import period_report_docx
from bluezone_desk.paper.period_report_xlsx import period_report_xlsx
from bluezone_desk.paper.rendering import page_image
from bluezone_desk.paper.wording_blocks import CountChart, Heading, Paragraph
from bluezone_desk.paper.wording_document import ReportOptions
from bluezone_desk.paper.wording_period import period_text

OFFICE = dataclasses.replace(sample_day.OFFICE, directive=sample_period.directives()["binh-duong-12"])
MONTH = sample_period.summary(20, period=month_of(sample_day.DAY), before=18)
OPTIONS = ReportOptions(number="112")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return period_report(MONTH, OFFICE, OPTIONS)


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[Page]:
    return paper_reading.read(pdf)


def test_pages_keep_to_the_decree(pages: list[Page]) -> None:
    for page in pages:
        assert (round(page.width / MM), round(page.height / MM)) == (210, 297)
        inked = [run for run in page.runs if run.base < page.height - 20 * MM]
        assert min(run.left for run in inked) >= 30 * MM - 0.5
        assert max(run.right for run in inked) <= page.width - 15 * MM + 0.5
        assert min(run.base for run in inked) >= 20 * MM
        assert {run.font.partition("-")[0] for run in page.runs} == {"Tinos"}
        assert {run.color for run in page.runs} == {(0, 0, 0)}
    first = pages[0]
    assert first.run("Số: 112/BC-VP").base == first.having("Hòa Bình, ngày")[0].base
    assert first.run("BÁO CÁO").size == 14


def test_pages_are_numbered_in_two_parts_and_the_annex_has_its_heading(pages: list[Page]) -> None:
    annex = next(n for n, page in enumerate(pages) if page.having("Phụ lục") and page.having("SỐ LIỆU TỪNG NGÀY"))
    for part in (pages[:annex], pages[annex:]):
        for n, page in enumerate(part, start=1):
            top = [run.text for run in page.runs if run.base > page.height - 20 * MM]
            assert top == ([] if n == 1 else [str(n)])
    assert pages[annex].run("Phụ lục").font == "Tinos-Bold"
    assert pages[annex].having("(Kèm theo Báo cáo số 112/BC-VP")[0].font == "Tinos-Italic"
    assert "Nơi nhận:" in pages[annex - 1].text


def test_the_sum_below_the_days_is_bold(pages: list[Page]) -> None:
    last = pages[-1]
    summed = last.run("Cộng")
    assert {run.font for run in last.runs if abs(run.base - summed.base) < 1} == {"Tinos-Bold"}
    assert last.having("Thứ ")[-1].font == "Tinos-Regular"


def test_charts_are_drawn_not_pasted_and_grey_only(pdf: bytes, pages: list[Page]) -> None:
    assert b"/Subtype /Image" not in pdf
    chart = next(page for page in pages if page.having("Biểu đồ 2."))
    assert len(chart.rules) > 60
    number = next(n for n, page in enumerate(pages) if page is chart)
    picture = page_image(pdf, number, 60)
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(maxcolors=1 << 20) or [])


def test_word_and_excel_say_what_the_pdf_says(pages: list[Page]) -> None:
    text = period_text(MONTH, OFFICE, OPTIONS)
    printed = "".join(run.text for page in pages for run in page.runs).replace(" ", "")
    word = "\n".join(line.text for line in every_line(open_word(period_report_docx(MONTH, OFFICE, OPTIONS))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(period_report_xlsx(MONTH, OFFICE, OPTIONS)))
    cells = "\n".join(str(cell) for row in book.get_sheet_by_name("Báo cáo").to_python() for cell in row)
    for block in text.blocks:
        if isinstance(block, Heading | Paragraph):
            assert block.text in word
            assert block.text in cells
            assert block.text.replace(" ", "") in printed


def test_the_sheet_of_days_is_typed_and_its_sum_is_the_periods() -> None:
    data = period_report_xlsx(MONTH, OFFICE, OPTIONS)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_name("Theo ngày").to_python()
    figures = MONTH.figures
    days, total = rows[1:-1], rows[-1]
    assert [row[0] for row in days] == list(figures.period.days())
    assert sum(row[1] for row in days) == total[1] == figures.entries
    assert total[2] == figures.persons
    share = figures.programmes[0].passing
    assert (total[5], total[6]) == (share.count, share.of)
    assert share.percent is not None
    assert total[7] == pytest.approx(float(share.percent) / 100)
    hours = book.get_sheet_by_name("Theo giờ").to_python()
    assert sum(row[1] for row in hours[1:25]) == hours[25][1] == figures.entries
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = b"".join(parts.read(n) for n in parts.namelist() if n.startswith("xl/worksheets/sheet"))
    assert b"<f>" not in sheets
    assert sheets.count(b"<autoFilter") == 2
    assert sheets.count(b'state="frozen"') == 2


def test_the_same_input_is_the_same_file(pdf: bytes) -> None:
    assert period_report(MONTH, OFFICE, OPTIONS) == pdf
    assert period_report_docx(MONTH, OFFICE) == period_report_docx(MONTH, OFFICE)
    assert period_report_xlsx(MONTH, OFFICE) == period_report_xlsx(MONTH, OFFICE)


@pytest.mark.parametrize("entries", [0, 1, 30])
def test_any_number_of_visits_and_a_250_letter_office_fit_their_pages(entries: int) -> None:
    office = dataclasses.replace(
        OFFICE, name=report_cases.LONG_NAME, signatory=dataclasses.replace(OFFICE.signatory, name="")
    )
    read = paper_reading.read(period_report(sample_period.summary(entries, before=4), office))
    assert all(run.right <= page.width - 15 * MM + 0.5 for page in read for run in page.runs)
    assert re.search(r"CHÁNH VĂN PHÒNG", read[-1].text)


def test_twenty_thousand_visits_are_counted_in_one_week() -> None:
    week = Period(sample_day.DAY, sample_day.DAY)
    lines = [sample_day.visit(n) for n in range(1, 20_001)]
    summary = PeriodSummary(period_figures(week, lines, (BLUEZONE,)), None, MONTH.made_at)
    read = paper_reading.read(period_report(summary, OFFICE))
    assert "20.000 lượt khách vào trụ sở" in " ".join(run.text for page in read for run in page.runs)


def test_a_letter_the_font_lacks_in_a_programmes_name_is_refused() -> None:
    odd = dataclasses.replace(BLUEZONE, name="Blue王")
    with pytest.raises(DeskFault) as refused:
        period_report(sample_period.summary(9, programmes=(odd,)), OFFICE)
    assert refused.value.code is Trouble.GLYPH_MISSING


def test_a_charts_picture_states_its_size_and_is_not_empty() -> None:
    chart = CountChart("Thử", ("07–08", "08–09"), (3, 9), "Giờ")
    png = chart_png(chart, 400)
    assert png.startswith(b"\x89PNG")
    assert png == chart_png(chart, 400)
    assert png != chart_png(dataclasses.replace(chart, counts=(9, 3)), 400)


@pytest.mark.parametrize("most", [*range(30), 99, 100, 101, 4_999, 5_000, 123_456])
def test_levels_are_round_few_and_above_everything(most: int) -> None:
    levels = round_levels(most)
    assert levels[0] == 0
    assert levels[-1] > most
    assert len(levels) <= 6
    assert len({b - a for a, b in pairwise(levels)}) == 1

"""The 22 points of Decree 30/2020 that a finished daily report can be held against, read back from the PDF."""

import io
import re
import unicodedata
from itertools import pairwise

import pypdf
import pytest
from paper_reading import MM, Page, Run
from report_cases import MAKERS, NATION, Case, made

from bluezone_desk.paper.fonts import width

#: Ink of a letter may reach this far out of its box.
OVERHANG = 0.5
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@pytest.fixture(scope="module", params=MAKERS, ids=lambda make: make.__name__)
def case(request: pytest.FixtureRequest) -> Case:
    return made(request.param)


def _is_between(low: float, value: float, high: float) -> bool:
    return low - 0.01 <= value <= high + 0.01


def test_01_paper_is_a4(case: Case) -> None:
    sizes = {tuple(sorted((round(p.width / MM), round(p.height / MM)))) for p in (*case.main, *case.annex)}
    assert sizes == {(210, 297)}
    assert all(page.height > page.width for page in case.main)


def test_02_margins_lie_within_the_ranges(case: Case) -> None:
    for page in (*case.main, *case.annex):
        inked = [run for run in page.runs if not _is_page_number(run, page)]
        assert 30 * MM - OVERHANG <= min(run.left for run in inked) <= 35 * MM
        assert max(run.right for run in inked) <= page.width - 15 * MM + OVERHANG
        assert min(run.base for run in inked) >= 20 * MM
        assert max(run.base + run.size * 0.66 for run in inked) <= page.height - 20 * MM
        assert all(r.left >= 30 * MM - 1 and r.right <= page.width - 15 * MM + 1 for r in page.rules)
    widest = max(run.right for run in case.body)
    assert _is_between(15 * MM, case.first.width - widest, 20 * MM)


def test_03_every_letter_is_times_metric_and_black(case: Case) -> None:
    runs = [run for page in (*case.main, *case.annex) for run in page.runs]
    assert {run.font for run in runs} <= {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
    assert {run.color for run in runs} == {(0, 0, 0)}


def test_04_the_nations_name_and_motto_are_exact(case: Case) -> None:
    nation, motto = case.first.run(NATION), case.first.run(MOTTO)
    assert nation.font == motto.font == "Tinos-Bold"
    assert nation.base > motto.base
    assert nation.middle == pytest.approx(motto.middle, abs=1)
    assert nation.left > case.first.width / 2


def test_05_their_sizes_lie_within_the_ranges(case: Case) -> None:
    assert 12 <= case.first.run(NATION).size <= 13
    assert 13 <= case.first.run(MOTTO).size <= 14


def test_06_the_rule_under_the_motto_is_as_long_as_it(case: Case) -> None:
    motto = case.first.run(MOTTO)
    rule = case.ruled_below(motto)
    assert rule.length == pytest.approx(width(MOTTO, motto.font, motto.size), rel=0.01)
    assert (rule.left + rule.right) / 2 == pytest.approx(motto.middle, abs=1)
    assert motto.base - rule.high < 6


def test_07_the_parent_is_upright_and_the_office_bold(case: Case) -> None:
    agency = case.agency()
    parent = " ".join(run.text for run in agency if run.font == "Tinos-Regular")
    office = " ".join(run.text for run in agency if run.font == "Tinos-Bold")
    assert parent == case.office.parent.upper()
    assert office.replace(" ", "") == case.office.name.upper().replace(" ", "")
    assert all(12 <= run.size <= 13 for run in agency)
    assert max(run.right for run in agency) < case.first.run(NATION).left - 2


def test_08_the_rule_under_the_office_is_a_third_to_a_half_of_it(case: Case) -> None:
    office = [run for run in case.agency() if run.font == "Tinos-Bold"]
    rule = case.ruled_below(office[-1])
    for run in (office[-1], max(office, key=lambda r: r.right - r.left)):
        assert _is_between(run.right - run.left, rule.length * 3, (run.right - run.left) * 1.5 + 4)
    assert (rule.left + rule.right) / 2 == pytest.approx(office[-1].middle, abs=1.5)


def test_09_the_number_has_its_form_or_room_for_a_pen(case: Case) -> None:
    [number] = case.first.having("Số:")
    letters = "A-ZĐĂÂÊÔƠƯ"
    if case.options.number:
        assert re.fullmatch(rf"Số: \d{{2,}}/BC-[{letters}]+(-[{letters}]+)*", number.text)
    else:
        assert number.text == "Số: /BC-VP"
        assert number.right - number.left > width(number.text, number.font, number.size) + 8 * MM
    assert (number.size, number.font) == (13, "Tinos-Regular")


def test_10_the_date_is_italic_and_padded_by_the_rule(case: Case) -> None:
    dated = [run for run in case.first.runs if run.font == "Tinos-Italic"]
    assert " ".join(run.text for run in dated) == f"{case.office.place}, ngày 06 tháng 8 năm 2020"
    assert all(13 <= run.size <= 14 for run in dated)
    assert dated[0].middle == pytest.approx(case.first.run(NATION).middle, abs=2)


def test_11_number_and_date_share_a_baseline(case: Case) -> None:
    dated = [run for run in case.first.runs if run.font == "Tinos-Italic"]
    assert case.first.having("Số:")[0].base == dated[0].base


def _title_lines(case: Case) -> list[Run]:
    return [run for run in case.first.runs if run.size == 14 and run.text != "BÁO CÁO"]


def test_12_the_kind_is_bold_and_centred(case: Case) -> None:
    kind = case.first.run("BÁO CÁO")
    assert (kind.font, kind.size) == ("Tinos-Bold", 14)
    assert kind.middle == pytest.approx((30 * MM + case.first.width - 15 * MM) / 2, abs=1)


def test_13_the_subject_is_bold_with_a_rule_of_a_third_to_a_half(case: Case) -> None:
    lines = _title_lines(case)
    assert " ".join(run.text for run in lines).startswith("Kết quả ghi nhận hoạt động ra, vào trụ sở và việc cài")
    assert {run.font for run in lines} == {"Tinos-Bold"}
    rule = case.ruled_below(lines[-1])
    assert 1 / 3 <= rule.length / (lines[-1].right - lines[-1].left) <= 1 / 2 + 0.01
    assert lines[-1].base - rule.high < 8


def test_14_an_addressee_stands_there_when_and_only_when_there_is_one(case: Case) -> None:
    found = case.first.having("Kính gửi:")
    assert len(found) == (1 if case.office.addressee else 0)
    if ";" in case.office.addressee:
        listed = [
            run.text for run in case.first.runs if run.left > found[0].left + 20 and run.base < found[0].base
        ]
        assert listed[:2] == ["- Sở A;", "- Sở B."]


def test_15_the_body_has_size_indent_gap_and_both_edges(case: Case) -> None:
    body = case.body
    assert {run.size for run in body} == {13}
    indents = {
        round((run.left - 30 * MM) / MM, 0) for run in body if run.text.startswith(("Trong ngày", "Thực hiện"))
    }
    assert indents == {13}
    prose = [run for run in body if run.font == "Tinos-Regular" and run.right - run.left > 330]
    lines = list(pairwise(prose))
    same = [(a, b) for a, b in lines if 0 < a.base - b.base < 18]
    assert all(case.first.width - 15 * MM - a.right < 3 for a, _ in same)
    steps = [a.base - b.base for a, b in lines if 0 < a.base - b.base < 30]
    assert all(_is_between(13, step, 13 * 1.149 * 1.5) or step >= 13 * 1.149 + 6 for step in steps)


def test_16_the_body_ends_with_its_mark(case: Case) -> None:
    assert case.body[-1].text.endswith("./.")
    assert sum("./." in run.text for run in case.runs) == 1


def test_17_the_signature_names_authority_title_and_person(case: Case) -> None:
    page = case.main[-1]
    head, title, name = page.run("TL. GIÁM ĐỐC"), page.run("CHÁNH VĂN PHÒNG"), page.run("Nguyễn Thu Hiền")
    assert {(run.font, run.size) for run in (head, title, name)} == {("Tinos-Bold", 13)}
    assert head.middle == pytest.approx(title.middle, abs=1) == pytest.approx(name.middle, abs=1)
    assert title.base - name.base > 60
    assert head.base == page.run("Nơi nhận:").base


def test_17b_the_signature_never_stands_alone_on_a_page(case: Case) -> None:
    last = case.main[-1]
    above = {r.base for r in last.runs if r.size == 13 and r.base > last.run("Nơi nhận:").base}
    assert len(above) >= 2 + (len(case.main) > 1)


def test_18_the_recipients_have_their_types_and_end_with_the_archive(case: Case) -> None:
    page = case.main[-1]
    head = page.run("Nơi nhận:")
    assert (head.font, head.size) == ("Tinos-BoldItalic", 12)
    listed = [run for run in page.runs if run.size == 11]
    assert {run.font for run in listed} == {"Tinos-Regular"}
    assert (listed[0].text == "- Như trên;") is bool(case.office.addressee)
    assert all(run.text.endswith(";") for run in listed[:-1])
    assert listed[-1].text == "- Lưu: VT, VP."


def _is_page_number(run: Run, page: Page) -> bool:
    return run.text.isdecimal() and run.base > page.height - 20 * MM


def test_19_pages_are_numbered_at_the_top_from_the_second(case: Case) -> None:
    for pages in (case.main, case.annex):
        for n, page in enumerate(pages, start=1):
            numbers = [run for run in page.runs if _is_page_number(run, page)]
            assert [run.text for run in numbers] == ([] if n == 1 else [str(n)])
            for run in numbers:
                assert (run.size, run.font) == (13, "Tinos-Regular")
                assert run.middle == pytest.approx((30 * MM + page.width - 15 * MM) / 2, abs=1)


def test_20_the_annex_has_its_three_lines_and_own_numbers(case: Case) -> None:
    if not case.summary.lines:
        assert case.annex == []
        return
    first = case.annex[0]
    annex = first.run("Phụ lục")
    title = first.run("DANH SÁCH LƯỢT KHÁCH RA, VÀO TRỤ SỞ NGÀY 05/8/2020")
    [reference, *_] = first.having("(Kèm theo Báo cáo số ")
    assert (annex.font, annex.size) == ("Tinos-Bold", 14)
    assert (title.font, title.size) == ("Tinos-Bold", 14)
    assert (reference.font, reference.size) == ("Tinos-Italic", 13)
    assert annex.base > title.base > reference.base
    assert annex.middle == pytest.approx(title.middle, abs=1)


def test_21_fonts_are_embedded_and_text_comes_out_in_nfc(case: Case) -> None:
    reader = pypdf.PdfReader(io.BytesIO(case.pdf))
    for page in (reader.pages[0], reader.pages[-1]):
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts)
    text = reader.pages[0].extract_text()
    assert unicodedata.is_normalized("NFC", text)
    assert NATION in text
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"
    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert reader.metadata.title.startswith("Báo cáo kết quả ghi nhận hoạt động ra, vào trụ sở")
    assert float(reader.pdf_header.removeprefix("%PDF-")) >= 1.4


def test_22_no_number_of_a_person_stands_in_the_report(case: Case) -> None:
    told = "\n".join(page.text for page in case.main)
    assert not re.search(r"\d{9,}", told)
    shown = "\n".join(page.text for page in (*case.main, *case.annex))
    for line in case.summary.lines[:100]:
        assert line.id_number not in shown
        assert line.phone not in shown

"""The points of Decree 30/2020 on the Word form of every report, read back from the file."""

import dataclasses
import re
from collections.abc import Callable

import pytest
import report_cases
import sample_day
import sample_period
from docx.document import Document
from docx.oxml.ns import qn
from docx_reading import Line, body_lines, cell_lines, every_line, open_word, repeats_head

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period import month_of
from bluezone_desk.paper.daily_report_docx import daily_report_docx
from bluezone_desk.paper.fonts import SERIF_BOLD, width
from bluezone_desk.paper.period_report_docx import period_report_docx
from bluezone_desk.paper.wording_document import ReportOptions

MOTTO = "Độc lập - Tự do - Hạnh phúc"
LETTERS = "A-ZĐĂÂÊÔƠƯ"


@dataclasses.dataclass
class Word:
    office: Office
    options: ReportOptions
    document: Document

    @property
    def lines(self) -> list[Line]:
        return body_lines(self.document)

    def line(self, text: str) -> Line:
        [found] = [line for line in self.lines if line.text == text]
        return found

    def boxes(self, row: int) -> tuple[list[Line], list[Line]]:
        """The two boxes at the top: of the office, and of the nation."""
        left, right = self.document.tables[0].rows[row].cells
        return cell_lines(left), cell_lines(right)

    @property
    def closing(self) -> tuple[list[Line], list[Line]]:
        table = next(t for t in self.document.tables if t.rows[0].cells[0].text.startswith("Nơi nhận:"))
        left, right = table.rows[0].cells
        return cell_lines(left), cell_lines(right)


def _day(make: Callable[[], tuple[Office, object, ReportOptions]]) -> Word:
    office, summary, options = make()
    return Word(office, options, open_word(daily_report_docx(summary, office, options)))  # type: ignore[arg-type]


def ordinary() -> Word:
    return _day(report_cases.ordinary)


def long_name() -> Word:
    return _day(report_cases.long_name)


def nobody() -> Word:
    return _day(report_cases.nobody)


def month() -> Word:
    summary = sample_period.summary(20, period=month_of(sample_day.DAY), before=18)
    options = ReportOptions(number="9")
    return Word(sample_day.OFFICE, options, open_word(period_report_docx(summary, sample_day.OFFICE, options)))


@pytest.fixture(scope="module", params=[ordinary, long_name, nobody, month], ids=lambda make: make.__name__)
def word(request: pytest.FixtureRequest) -> Word:
    return request.param()


def test_pages_margins_and_numbers_from_the_second(word: Word) -> None:
    for section in word.document.sections:
        assert sorted((round(section.page_width.mm), round(section.page_height.mm))) == [210, 297]
        assert [round(m.mm) for m in (section.top_margin, section.bottom_margin)] == [20, 20]
        assert [round(m.mm) for m in (section.left_margin, section.right_margin)] == [30, 15]
        assert section.different_first_page_header_footer
        assert not "".join(p.text for p in section.first_page_header.paragraphs)
    assert word.document.sections[0].page_height > word.document.sections[0].page_width
    [number] = word.document.sections[0].header.paragraphs
    assert (number.alignment, 'w:instr="PAGE"' in number._p.xml) == (1, True)
    assert word.document.styles["Normal"].font.size.pt == 13


def test_every_line_is_black_times_of_a_style_of_its_own(word: Word) -> None:
    for line in every_line(word.document):
        if line.text.strip():
            assert (line.font, line.color) == ("Times New Roman", "000000"), line
            assert line.style != "Normal"


def test_the_head_stands_in_a_table_of_two_boxes(word: Word) -> None:
    office, nation = word.boxes(0)
    assert [line.text for line in nation if line.text] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", MOTTO]
    assert (nation[0].type, nation[1].type) == ((12, True, False), (13, True, False))
    assert {line.side for line in (*nation, *office)} == {"centre"}
    parent, issuer = (line for line in office if line.text)
    assert (parent.text, parent.type) == (word.office.parent.upper(), (12, False, False))
    assert (issuer.text, issuer.type) == (word.office.name.upper(), (12, True, False))


def test_rules_have_the_lengths_the_decree_gives(word: Word) -> None:
    office, nation = word.boxes(0)
    assert nation[-1].rule == pytest.approx(width(MOTTO, SERIF_BOLD, 13), rel=0.01)
    issuer = width(office[-2].text, SERIF_BOLD, 12)
    assert 0 < office[-1].rule <= issuer / 2
    if issuer < 200:
        assert office[-1].rule >= issuer / 3
    titled = word.lines[[line.text for line in word.lines].index("BÁO CÁO") :]
    last = titled[1].paragraph.text.split("\n")[-1]
    assert 1 / 3 <= titled[2].rule / width(last, SERIF_BOLD, 14) <= 1 / 2


def test_number_and_date_share_a_row(word: Word) -> None:
    [number], dated = word.boxes(1)
    if word.options.number:
        assert re.fullmatch(rf"Số: \d{{2,}}/BC-[{LETTERS}]+(-[{LETTERS}]+)*", number.text)
    else:
        assert re.fullmatch(r"Số: {8,}/BC-VP", number.text)
    assert (number.type, number.side) == ((13, False, False), "centre")
    assert re.fullmatch(rf"{word.office.place}, ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm \d{{4}}", dated[0].text)
    assert dated[0].type == (13, False, True)


def test_kind_and_subject_are_bold_and_centred(word: Word) -> None:
    lines = word.lines
    kind = next(n for n, line in enumerate(lines) if line.text == "BÁO CÁO")
    for line in lines[kind : kind + 2]:
        assert (line.type, line.side) == ((14, True, False), "centre")
    addressed = [line for line in lines if line.text.startswith("Kính gửi:")]
    assert len(addressed) == bool(word.office.addressee)


def test_the_body_is_justified_indented_and_spaced(word: Word) -> None:
    styles = word.document.styles
    for name, is_bold in (("Nội dung văn bản", False), ("Heading 1", True), ("Heading 2", True)):
        shape = styles[name].paragraph_format
        assert (styles[name].font.size.pt, bool(styles[name].font.bold)) == (13, is_bold)
        assert 10 <= shape.first_line_indent.mm <= 12.75
        assert shape.space_before.pt >= 6
    body = [line for line in word.lines if line.style == "Nội dung văn bản"]
    assert {line.side for line in body} == {"justified"}
    assert 1 <= styles["Nội dung văn bản"].paragraph_format.line_spacing <= 1.5
    assert body[-1].text.endswith("./.")
    assert sum("./." in line.text for line in body) == 1
    sections = [line.text for line in word.lines if line.style == "Heading 1"]
    assert [text.split(".")[0] for text in sections] == ["I", "II", "III", "IV", "V"][: len(sections)]


def test_recipients_and_signature_stand_side_by_side(word: Word) -> None:
    left, right = word.closing
    assert (left[0].text, left[0].type, left[0].side) == ("Nơi nhận:", (12, True, True), "left")
    assert {line.type for line in left[1:]} == {(11, False, False)}
    assert (left[1].text == "- Như trên;") is bool(word.office.addressee)
    assert all(line.text.endswith(";") for line in left[1:-1])
    assert left[-1].text == "- Lưu: VT, VP."
    told = [line for line in right if line.text]
    assert [line.text for line in told] == ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Nguyễn Thu Hiền"]
    assert {(line.type, line.side) for line in told} == {((13, True, False), "centre")}


def test_an_annex_has_its_three_lines_and_own_numbers(word: Word) -> None:
    told = [line.text for line in word.lines]
    if len(word.document.sections) == 1:
        assert "Phụ lục" not in told
        return
    start = told.index("Phụ lục")
    annex, title, reference = word.lines[start : start + 3]
    assert annex.type == title.type == (14, True, False)
    assert title.text.isupper()
    assert reference.type == (13, False, True)
    assert re.match(r"\(Kèm theo Báo cáo số .*/BC-", reference.text)
    assert word.document.sections[1]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert repeats_head(word.document.tables[-1])


def test_tables_of_figures_repeat_their_heads(word: Word) -> None:
    grids = [
        table for table in word.document.tables if table.rows[0].cells[0].text in ("TT", "Thời gian", "Chỉ tiêu")
    ]
    assert all(repeats_head(table) for table in grids)


def test_no_number_of_a_person_stands_before_the_annex(word: Word) -> None:
    body = "\n".join(line.text for line in every_line(word.document)).partition("Phụ lục\n")[0]
    assert not re.search(r"\d{9,}", body)


def test_charts_are_pictures_that_say_what_they_show() -> None:
    document = month().document
    pictures = [p._inline.docPr.get("descr") for p in document.inline_shapes]
    captions = [line.text for line in body_lines(document) if line.style == "Tên biểu đồ"]
    assert pictures == captions
    assert [caption[:11] for caption in captions] == ["Biểu đồ 1. ", "Biểu đồ 2. "]

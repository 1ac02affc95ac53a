"""Who signs, on paper and in Word: the five forms of authority, and a signatory nobody has named yet."""

import dataclasses

import paper_reading
import pytest
import sample_day
import sample_period
from docx_reading import cell_lines, open_word
from paper_reading import MM

from bluezone_desk.domain.office import Office, Signatory
from bluezone_desk.paper.daily_report import daily_report
from bluezone_desk.paper.daily_report_docx import daily_report_docx
from bluezone_desk.paper.period_report import period_report
from bluezone_desk.paper.period_report_docx import period_report_docx

FORMS = {
    "TM.": (
        Signatory("Nguyễn Văn Mẫu", "Chủ tịch", "TM.", "Ủy ban nhân dân"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ),
    "KT.": (Signatory("Trần Thị Ví Dụ", "Phó Giám đốc", "KT.", "Giám đốc"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    "TL.": (Signatory("Lê Văn Thử", "Chánh Văn phòng", "TL", "Giám đốc"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    "TUQ.": (Signatory("Đỗ Thị Mẫu", "Trưởng phòng", "tuq.", "Giám đốc"), ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    "Q.": (Signatory("ThS. Vũ Văn Mẫu", "Giám đốc", "Q."), ("Q. GIÁM ĐỐC",)),
    "none": (Signatory("", "Giám đốc"), ("GIÁM ĐỐC",)),
}


def _day(office: Office) -> tuple[bytes, bytes]:
    summary = sample_day.summary(3)
    return daily_report(summary, office), daily_report_docx(summary, office)


def _period(office: Office) -> tuple[bytes, bytes]:
    summary = sample_period.summary(3)
    return period_report(summary, office), period_report_docx(summary, office)


@pytest.mark.parametrize("make", [_day, _period])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_authority_stands_as_the_decree_writes_it(form: str, make: object) -> None:
    signatory, titles = FORMS[form]
    name = signatory.name.removeprefix("ThS. ")
    expected = [*titles, *([name] if name else [])]
    pdf, docx = make(dataclasses.replace(sample_day.OFFICE, signatory=signatory))  # type: ignore[operator]
    page = next(page for page in paper_reading.read(pdf) if page.having("Nơi nhận:"))
    drawn = [page.run(text) for text in expected]
    assert [run.base for run in drawn] == sorted((run.base for run in drawn), reverse=True)
    assert drawn[0].base == page.run("Nơi nhận:").base
    assert all(run.left > page.width / 2 - 10 * MM and run.font == "Tinos-Bold" for run in drawn)
    tables = (t for t in open_word(docx).tables if t.rows[0].cells[0].text.startswith("Nơi nhận:"))
    told = [line for line in cell_lines(next(tables).rows[0].cells[1]) if line.text]
    assert [line.text for line in told] == expected
    assert {line.type for line in told} == {(13, True, False)}


def test_an_office_name_in_four_lines_keeps_clear_of_the_nations_name() -> None:
    name = (
        "Trung tâm Phát triển quỹ đất và Quản lý các dự án đầu tư xây dựng công trình giao thông, thủy lợi huyện Y"
    )
    office = dataclasses.replace(sample_day.OFFICE, name=name, parent="Ủy ban nhân dân huyện Y tỉnh Z" * 2)
    pdf, docx = _day(office)
    page = paper_reading.read(pdf)[0]
    nation, number = page.having("CỘNG HÒA")[0], page.having("Số:")[0]
    agency = [r for r in page.runs if r.base > number.base and r.right < nation.left and r.font == "Tinos-Bold"]
    assert len(agency) >= 4
    assert " ".join(run.text for run in agency) == name.upper()
    assert [line.text for line in cell_lines(open_word(docx).tables[0].rows[0].cells[0])][1] == name.upper()

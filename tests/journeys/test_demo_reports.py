"""The demo's set of reports: five offices, each in the manner of its directive, as a clerk could file them."""

import io
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from bluezone_desk.demo.provinces import PROVINCES
from bluezone_desk.demo.reports import write_reports

pytestmark = pytest.mark.journey

DAILY = {
    "hoa-binh-1287": ("Công văn số 1287/UBND-KGVX ngày 04 tháng 8 năm 2020", "TL. GIÁM ĐỐC", "86/BC-STTTT"),
    "kien-giang-1119": ("Công văn số 1119/UBND-KGVX ngày 19 tháng 8 năm 2020", "KT. GIÁM ĐỐC", "hướng dẫn"),
    "quang-ngai-2021": ("Sở Thông tin và Truyền thông tỉnh Quảng Ngãi", "05/BC-TTCNTTTT", "kích hoạt lại"),
    "dak-nong-2021": ("Công văn của UBND tỉnh Đắk Nông", "Q. GIÁM ĐỐC", "NCOVI và Bluezone"),
    "binh-duong-12": ("Chỉ thị số 12/CT-UBND ngày 17 tháng 8 năm 2020", "TUQ. GIÁM ĐỐC", "mục tiêu"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("set")
    written = write_reports(out, seed=1)
    assert {path.parent for path in written} == {out / "reports"}
    return out / "reports"


def pdf_text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    return text


def docx_text(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())


def test_each_directive_has_its_report_in_both_forms(folder: Path) -> None:
    assert {province.directive for province in PROVINCES} == set(DAILY)
    for directive, words in DAILY.items():
        (pdf,), (docx,) = (list(folder.glob(f"{directive}-bao-cao-ngay-*.{end}")) for end in ("pdf", "docx"))
        for text in (pdf_text(pdf), docx_text(docx)):
            assert [word for word in words if word not in text] == [], directive


def test_the_periodic_report_tells_progress_first(folder: Path) -> None:
    text = pdf_text(folder / "binh-duong-12-bao-cao-tien-do-2020-08-17-2020-08-23.pdf")
    assert text.index("I. TIẾN ĐỘ SO VỚI MỤC TIÊU") < text.index("TÌNH HÌNH CHUNG")
    assert "tuần 34" in text


def test_lists_name_who_signs_for_them(folder: Path) -> None:
    contacts = pdf_text(folder / "hoa-binh-1287-danh-sach-tiep-xuc-2020-08-05.pdf")
    assert "LƯU HÀNH NỘI BỘ" in contacts
    assert "Bùi Đức Mẫn" in contacts
    assert "Đinh Thị Mẫu" in pdf_text(folder / "hoa-binh-1287-ban-giao-ca-truc-2020-08-05.pdf")


def test_lists_come_as_word_files_too(folder: Path) -> None:
    contacts = docx_text(folder / "hoa-binh-1287-danh-sach-tiep-xuc-2020-08-05.docx")
    assert "LƯU HÀNH NỘI BỘ" in contacts
    assert "Bùi Đức Mẫn" in contacts
    assert "Đinh Thị Mẫu" in docx_text(folder / "hoa-binh-1287-ban-giao-ca-truc-2020-08-05.docx")

"""Offices, links and drawn pages for the tests of posters."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import zxingcpp
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.domain.office import BLUEZONE, Directive, Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper.rendering import page_count, page_image

LINK = BLUEZONE.link
NCOVI = Programme("ncovi", "NCOVI", "https://play.google.com/store/apps/details?id=com.vnptit.innovation.ncovi")
DIRECTIVE = Directive("hoa-binh", "Văn bản", "1287/UBND-KGVX", date(2020, 8, 4), "Ủy ban nhân dân tỉnh Hòa Bình")
OFFICE = Office(name="Sở Thông tin và Truyền thông tỉnh Hòa Bình", directive=DIRECTIVE)
LONG_OFFICE = (
    "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính trực thuộc Văn phòng Ủy ban nhân dân tỉnh "
    "Hòa Bình phối hợp cùng Ban Quản lý các khu công nghiệp và Sở Thông tin và Truyền thông, bộ phận tiếp nhận "
    "hồ sơ và trả kết quả số 12"
)
LONG_PLACE = (
    "Phòng Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính tầng 2 nhà B cổng phụ đường Nguyễn Trãi, cạnh "
    "phòng họp lớn của Văn phòng Ủy ban nhân dân tỉnh, đối diện kho lưu trữ hồ sơ địa chính"
)


def drawn_page(draw: Callable[[Any], None], text: str = LINK, size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF of one page with what `draw` puts on the canvas and `text` in letters at its bottom."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.setFillGray(0)
    canvas.drawString(40, 20, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def read_codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return list(zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))


def read_pages(pdf: bytes, dpi: int = 150) -> list[list[str]]:
    """What an independent reader finds on each page."""
    return [[code.text for code in read_codes(page_image(pdf, page, dpi))] for page in range(page_count(pdf))]


def side_mm(pdf: bytes, dpi: int = 300) -> float:
    """Side of the first page's only code in mm, without its quiet zone."""
    (code,) = read_codes(page_image(pdf, 0, dpi))
    return (code.position.top_right.x - code.position.top_left.x) / dpi * 25.4

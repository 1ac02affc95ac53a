"""The visitor's label: its code reads back as the pass, and no name is too long or too strange to be printed."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.pass_label import LABEL_SIZES, LabelSize, pass_label
from bluezone_desk.paper.rendering import page_count, page_image

ENTERED = datetime(2020, 8, 5, 1, 35, tzinfo=UTC)
LINE = VisitLine(
    "v",
    "p",
    11,
    date(2020, 8, 5),
    ENTERED,
    None,
    "Lò Thị Thủy",
    host="Ông Bảo",
    department="Văn phòng Sở",
    pass_number="011",
)
OFFICE = Office(name="Sở Thông tin và Truyền thông")


def codes(pdf: bytes, dpi: int = 200) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(page_image(pdf, 0, dpi))]


@pytest.mark.parametrize("size", ["62x100", "A6"])
def test_the_code_is_the_pass_and_the_page_has_its_size(size: LabelSize) -> None:
    pdf = pass_label(LINE, OFFICE, size)
    assert codes(pdf) == codes(pdf, 100) == ["011"]
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    measures = LABEL_SIZES[size]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [measures.width, measures.height]


def test_what_is_printed_is_what_the_line_says() -> None:
    (page,) = PdfReader(io.BytesIO(pass_label(LINE, OFFICE))).pages
    text = " ".join(page.extract_text().split())
    for part in ("KHÁCH 011", "Lò Thị Thủy", "Gặp: Ông Bảo, Văn phòng Sở", "08:35", "05/8/2020"):
        assert part in text, text


@pytest.mark.parametrize("number", ["", "A7", "٣"])
def test_a_pass_that_is_not_digits_has_no_code(number: str) -> None:
    assert codes(pass_label(replace(LINE, pass_number=number), OFFICE)) == []


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=1, max_size=250) | st.text("Hoàng Yến ", min_size=40, max_size=250),
    st.text(max_size=250),
    st.integers(0, 9999),
    st.sampled_from(tuple(LABEL_SIZES)),
)
def test_every_name_is_printed_on_one_page(name: str, host: str, number: int, size: LabelSize) -> None:
    pdf = pass_label(replace(LINE, name=name, host=host, party=3, pass_number=str(number)), OFFICE, size)
    assert page_count(pdf) == 1
    assert codes(pdf) == [str(number)]

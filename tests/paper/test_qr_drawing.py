"""The code drawn as one vector path says what it should, and keeps its white frame."""

import io

import pytest
import qrcode
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_of_posters import LINK, drawn_page, read_codes
from pypdf import PdfReader

from bluezone_desk.paper.qr_drawing import QUIET_MODULES, Level, draw_qr, qr_code
from bluezone_desk.paper.rendering import page_image


def test_modules_are_those_of_the_smallest_version() -> None:
    code = qr_code(LINK)
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    made.add_data(LINK)
    made.make()
    assert code.modules == 29
    assert [list(row) for row in code.rows] == made.get_matrix()


def test_level_h_is_stronger_and_larger() -> None:
    (read,) = read_codes(page_image(drawn_page(lambda c: draw_qr(c, qr_code(LINK, "H"), 100, 300, 300)), 0, 100))
    assert (read.extra["ECLevel"], qr_code(LINK, "H").modules) == ("H", 33)


def test_a_link_is_worked_out_once() -> None:
    assert qr_code(LINK) is qr_code(LINK)


def test_the_code_is_one_filled_path_and_no_picture() -> None:
    pdf = drawn_page(lambda canvas: draw_qr(canvas, qr_code(LINK), 100, 300, 300))
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    drawn = page.get_contents().get_data().decode("latin-1")
    fills = [line for line in drawn.split() if line in ("f", "f*", "F")]
    assert "/XObject" not in page["/Resources"]
    assert len(fills) == 2  # the white frame and the code


def test_outlines_cover_the_dark_modules_and_nothing_else() -> None:
    code = qr_code(LINK)
    area = 0
    for outline in code.outlines:
        for (x, y), (next_x, next_y) in zip(outline, [*outline[1:], outline[0]], strict=True):
            area += x * next_y - next_x * y
    assert area == 2 * sum(map(sum, code.rows))


def test_quiet_zone_is_painted_white_over_what_lies_below() -> None:
    def draw(canvas: object) -> None:
        canvas.setFillGray(0.2)  # type: ignore[attr-defined]
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)  # type: ignore[attr-defined]
        draw_qr(canvas, qr_code(LINK), 150, 300, 290)

    picture = page_image(drawn_page(draw), 0, 72).convert("L")
    module = 290 / 29
    left, bottom = 150 - QUIET_MODULES * module, 842 - 300 + QUIET_MODULES * module
    assert picture.getpixel((round(left) + 1, round(bottom) - 2)) == 255
    assert picture.getpixel((round(left) - 2, round(bottom) - 2)) < 60
    assert len(read_codes(picture)) == 1


@pytest.mark.parametrize("text", ["https://bluezone.vn", "https://bluezone.vn/" + "a" * 180])
def test_short_and_longest_links_read_back(text: str) -> None:
    picture = page_image(drawn_page(lambda canvas: draw_qr(canvas, qr_code(text), 60, 300, 450)), 0, 100)
    assert [code.text for code in read_codes(picture)] == [text]


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=100), st.sampled_from("QH")
)
def test_the_mask_is_the_one_of_least_penalty(text: str, level: Level) -> None:
    made = qrcode.QRCode(error_correction=getattr(qrcode.constants, f"ERROR_CORRECT_{level}"), border=0)
    made.add_data(text.encode(), optimize=0)
    made.make()
    assert [list(row) for row in qr_code(text, level).rows] == made.get_matrix()


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120))
def test_any_printable_text_reads_back(text: str) -> None:
    picture = page_image(drawn_page(lambda canvas: draw_qr(canvas, qr_code(text), 60, 300, 450)), 0, 100)
    assert [code.text for code in read_codes(picture)] == [text]

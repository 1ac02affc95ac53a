"""Every check of the proof passes a good page and can fail: each is shown failing on a page spoilt for it."""

import io
from collections.abc import Callable
from typing import Any

import pytest
import qrcode
from paper_of_posters import LINK, OFFICE, drawn_page
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.proof import Aim, prove_pages, prove_screen
from bluezone_desk.paper.qr_drawing import draw_qr, qr_code

MM = 72 / 25.4
CODE = qr_code(LINK)
GOOD_SIDE = 290.0


def good(canvas: Any) -> None:
    draw_qr(canvas, CODE, 150, 350, GOOD_SIDE)


def failed_check(pdf: bytes, links: tuple[str, ...] = (LINK,), minimum_mm: float = 100.0) -> str:
    with pytest.raises(DeskFault) as caught:
        prove_pages(pdf, [Aim("Cổng chính", links, minimum_mm)])
    assert caught.value.code is Trouble.POSTER_NOT_PROVEN
    assert caught.value.facts["place"] == "Cổng chính"
    assert caught.value.facts["reason"]
    return caught.value.facts["check"]


def spoilt_by(spoil: Callable[[Any], None]) -> str:
    def draw(canvas: Any) -> None:
        good(canvas)
        spoil(canvas)

    return failed_check(drawn_page(draw))


def modules(size: float, grey: float, matrix: list[list[bool]] | None = None) -> Callable[[Any], None]:
    """The code drawn module by module, all but its finder patterns `size` of their width, in one grey."""
    rows = matrix or [list(row) for row in CODE.rows]
    count = len(rows)

    def draw(canvas: Any) -> None:
        canvas.setFillGray(grey)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                finder = (x < 8 or x >= count - 8) and (y < 8 or (x < 8 and y >= count - 8))
                part = 1 if finder or (x < 8 and y >= count - 8) else size
                if dark:
                    left, bottom = 100 + 10 * (x + 0.5 - part / 2), 350 + 10 * (count - 1 - y + 0.5 - part / 2)
                    canvas.rect(left, bottom, 10 * part, 10 * part, stroke=0, fill=1)

    return draw


def small(module_mm: float) -> bytes:
    return drawn_page(lambda canvas: draw_qr(canvas, CODE, 100, 300, 29 * module_mm * MM))


def test_a_good_page_passes_every_check_and_is_measured() -> None:
    (proof,) = prove_pages(drawn_page(good), [Aim("Cổng chính", (LINK,), 100)])
    assert proof.qr_mm == pytest.approx(GOOD_SIDE / MM, abs=0.3)
    assert (proof.page, proof.link, proof.level, proof.codes) == (1, LINK, "Q", 1)
    assert proof.quiet_modules >= 4
    assert proof.distance_m == 1.0
    assert set(proof.checks) == {
        "print_200dpi", "size", "level", "quiet_zone", "print_100dpi",
        "blurred", "tilted", "low_contrast", "printed_link",
    }  # fmt: skip


def test_a_code_painted_over_fails() -> None:
    assert spoilt_by(lambda canvas: canvas.rect(170, 370, 150, 200, stroke=0, fill=1)) == "print_200dpi"


def test_a_page_without_its_code_fails() -> None:
    assert failed_check(drawn_page(lambda canvas: None)) == "print_200dpi"


@pytest.mark.parametrize(("x", "y"), [(125, 500), (300, 325), (460, 500), (300, 660), (122, 322), (462, 662)])
def test_ink_anywhere_in_the_quiet_zone_fails(x: float, y: float) -> None:
    assert spoilt_by(lambda canvas: canvas.circle(x, y, 3, stroke=0, fill=1)) == "quiet_zone"


def test_a_code_too_near_the_papers_edge_fails() -> None:
    assert failed_check(drawn_page(lambda canvas: draw_qr(canvas, CODE, 20, 350, GOOD_SIDE))) == "quiet_zone"


def test_another_link_fails() -> None:
    assert failed_check(drawn_page(good, "https://bluezone.vn"), ("https://bluezone.vn",)) == "link"


def test_a_link_that_differs_only_in_case_fails() -> None:
    assert failed_check(drawn_page(good), (LINK.upper(),)) == "link"


def test_a_second_code_on_the_page_fails() -> None:
    other = qr_code("https://bluezone.vn")
    assert spoilt_by(lambda canvas: draw_qr(canvas, other, 50, 100, 90)) == "only_our_codes"


def test_a_code_on_a_page_that_should_have_none_fails() -> None:
    assert failed_check(drawn_page(good), ()) == "only_our_codes"


def test_a_code_smaller_than_asked_fails() -> None:
    assert failed_check(drawn_page(good), minimum_mm=103) == "size"


@pytest.mark.parametrize("level", [qrcode.constants.ERROR_CORRECT_L, qrcode.constants.ERROR_CORRECT_M])
def test_a_weaker_level_fails(level: int) -> None:
    made = qrcode.QRCode(error_correction=level, border=0)
    made.add_data(LINK)
    made.make()
    assert failed_check(drawn_page(modules(1, 0, made.get_matrix())), minimum_mm=50) == "level"


@pytest.mark.parametrize("text", ["", "https://www.bluezone.vn", "https:// www.bluezone.gov .v"])
def test_letters_that_differ_from_the_code_fail(text: str) -> None:
    assert failed_check(drawn_page(good, text)) == "printed_link"


def test_modules_too_fine_for_a_coarse_print_fail() -> None:
    assert failed_check(small(0.25), minimum_mm=5) == "print_100dpi"


def test_modules_too_fine_for_a_tilted_camera_fail() -> None:
    assert failed_check(small(0.33), minimum_mm=5) == "tilted"


def test_modules_that_vanish_in_a_blur_fail() -> None:
    assert failed_check(drawn_page(modules(0.3, 0))) == "blurred"


def test_pale_ink_fails() -> None:
    assert failed_check(drawn_page(modules(1, 0.85))) == "low_contrast"


def test_a_released_poster_that_is_tampered_with_fails() -> None:
    made = poster(PosterRequest(), OFFICE)
    other = drawn_page(lambda canvas: draw_qr(canvas, qr_code("https://bluezone.vn"), 150, 300, 300))
    writer, out = PdfWriter(clone_from=io.BytesIO(made.pdf)), io.BytesIO()
    writer.pages[0].merge_page(PdfReader(io.BytesIO(other)).pages[0])
    writer.write(out)
    assert failed_check(out.getvalue()) == "link"


def test_the_second_of_two_pages_is_really_looked_at() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    for pdf in (drawn_page(good), drawn_page(lambda canvas: None)):
        writer.add_page(PdfReader(io.BytesIO(pdf)).pages[0])
    writer.write(out)
    aims = [Aim("Cổng chính", (LINK,), 100), Aim("Thang máy", (LINK,), 100)]
    with pytest.raises(DeskFault) as caught:
        prove_pages(out.getvalue(), aims)
    assert (caught.value.facts["place"], caught.value.facts["check"]) == ("Thang máy", "print_200dpi")


def picture_png(spoil: Callable[[ImageDraw.ImageDraw], None] | None = None, module: int = 12) -> bytes:
    picture = Image.new("RGB", (1920, 1080), "white")
    pen = ImageDraw.Draw(picture)
    for y, row in enumerate(CODE.rows):
        for x, dark in enumerate(row):
            if dark:
                corner = (600 + x * module, 200 + y * module)
                pen.rectangle((corner, (corner[0] + module - 1, corner[1] + module - 1)), "black")
    if spoil:
        spoil(pen)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_a_good_screen_passes_and_is_measured_in_pixels() -> None:
    (proof,) = prove_screen(picture_png(), 1, Aim("Thang máy", (LINK,), 270))
    assert proof.qr_px == pytest.approx(29 * 12, abs=2)
    assert (proof.qr_mm, proof.distance_m) == (0, 0)
    assert {"screen_full", "screen_half"} <= set(proof.checks)


@pytest.mark.parametrize(
    ("png", "check"),
    [
        (picture_png(lambda pen: pen.rectangle((620, 220, 850, 500), "black")), "screen_full"),
        (picture_png(lambda pen: pen.rectangle((560, 180, 570, 560), "navy")), "quiet_zone"),
        (picture_png(module=8), "size"),
    ],
)
def test_a_spoilt_screen_fails(png: bytes, check: str) -> None:
    with pytest.raises(DeskFault) as caught:
        prove_screen(png, 1, Aim("Thang máy", (LINK,), 270))
    assert caught.value.facts["check"] == check


def test_a_screen_too_fine_for_a_small_one_fails() -> None:
    with pytest.raises(DeskFault) as caught:
        prove_screen(picture_png(module=1), 1, Aim("Thang máy", (LINK,), 20))
    assert caught.value.facts["check"] == "screen_half"


def test_of_many_pages_the_first_bad_one_is_named_though_two_are_proven_at_a_time() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    for place in range(8):
        bad = place in (3, 5)
        writer.add_page(PdfReader(io.BytesIO(drawn_page(good, "" if bad else LINK))).pages[0])
    writer.write(out)
    aims = [Aim(f"Phòng {place}", (LINK,), 100) for place in range(8)]
    counted: list[int] = []
    with pytest.raises(DeskFault) as caught:
        prove_pages(out.getvalue(), aims, lambda done, total: counted.append(done))
    assert (caught.value.facts["place"], caught.value.facts["check"]) == ("Phòng 3", "printed_link")
    assert counted == [1, 2, 3]

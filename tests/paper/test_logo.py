"""Logos: what an office gives is made flat and small, and what would hurt is refused before it is unpacked."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from paper_of_posters import LINK, OFFICE, read_pages
from PIL import Image, ImageDraw

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper.logo import kept_logo, read_logo
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.rendering import page_image

RED = (200, 30, 30, 255)


def png(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def drawn(ink: tuple[int, int, int, int], mode: str = "RGBA") -> bytes:
    picture = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((100, 50, 300, 250), fill=ink)
    return png(picture.convert(mode))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that claims to be that large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(2_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    whole = drawn(RED)
    body = b"x\x00\x00" + zlib.compress(bytes(80_000_000), 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    return whole[:33] + chunk + whole[33:]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"", Trouble.LOGO_NOT_A_PICTURE),
        (lambda: b"MZ" + bytes(4000), Trouble.LOGO_NOT_A_PICTURE),
        (lambda: drawn(RED)[:-400], Trouble.LOGO_NOT_A_PICTURE),
        (lambda: png(Image.new("RGB", (9, 9)), "GIF"), Trouble.LOGO_NOT_A_PICTURE),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), Trouble.LOGO_NOT_A_PICTURE),
        (text_bomb, Trouble.LOGO_NOT_A_PICTURE),
        (lambda: bomb(20_000, 900), Trouble.LOGO_TOO_LARGE),
        (lambda: bomb(7_999, 7_999), Trouble.LOGO_TOO_LARGE),
        (lambda: bomb(200_000, 200_000), Trouble.LOGO_TOO_LARGE),
        (lambda: bytes(10_000_001), Trouble.LOGO_TOO_LARGE),
        (lambda: b'<svg xmlns:xlink="a"><image xlink:href="file:///etc/passwd"/></svg>', Trouble.LOGO_IS_SVG),
        (lambda: b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg/>', Trouble.LOGO_IS_SVG),
    ],
)
def test_what_is_no_logo_is_refused_by_name(make: Callable[[], bytes], code: Trouble) -> None:
    with pytest.raises(DeskFault) as caught:
        read_logo(make(), "dau.png")
    assert (caught.value.code, caught.value.facts["name"]) == (code, "dau.png")


def test_a_dark_drawing_is_laid_on_white_and_cut_to_what_is_seen() -> None:
    logo = read_logo(drawn(RED))
    flat = Image.open(io.BytesIO(logo.png))
    assert (flat.mode, logo.ground, flat.getpixel((0, 0))) == ("RGB", (255, 255, 255), (255, 255, 255))
    assert logo.width == logo.height


def test_a_white_drawing_is_laid_on_blue_so_that_it_is_seen() -> None:
    logo = read_logo(drawn((255, 255, 255, 255)))
    flat = Image.open(io.BytesIO(logo.png))
    assert flat.getpixel((0, 0)) == logo.ground == (11, 42, 117)
    assert flat.getpixel((logo.width // 2, logo.height // 2)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["P", "LA", "RGBA", "RGB", "L", "1", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    picture = (
        Image.new("I;16", (300, 200), 40_000)
        if mode == "I;16"
        else Image.open(io.BytesIO(drawn(RED))).convert(mode)
    )
    flat = Image.open(io.BytesIO(read_logo(png(picture)).png))
    assert flat.mode == "RGB"
    if mode == "I;16":
        assert flat.getpixel((5, 5)) == (156, 156, 156)


def test_a_print_shops_jpeg_is_taken_and_made_small() -> None:
    logo = read_logo(png(Image.new("CMYK", (5_000, 2_500), (0, 200, 200, 0)), "JPEG"))
    assert (logo.width, logo.height) == (700, 350)


def test_what_was_kept_is_the_same_logo() -> None:
    logo = read_logo(drawn((250, 250, 250, 255)))
    assert kept_logo(logo.png, logo.ground_hex) == logo


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_a_logo_stands_on_every_template_and_the_code_carries_level_h(template: str) -> None:
    logo = read_logo(drawn(RED))
    made = poster(PosterRequest(template=template, logo=logo), OFFICE)
    assert set(read_pages(made.pdf, 100)[0]) == {LINK}
    assert {proof.level for proof in made.proofs} == {"H"}
    reds = sum(1 for r, g, b in page_image(made.pdf, 0, 40).get_flattened_data() if r > 180 and g < 60 and b < 60)
    assert reds > 30


@pytest.mark.thorough
def test_many_pages_hold_the_logo_once() -> None:
    noise = Image.effect_noise((600, 600), 90).convert("RGB")
    one, four = (
        len(poster(PosterRequest(places=places, logo=read_logo(png(noise))), OFFICE).pdf)
        for places in (("A",), ("A", "B", "C", "D"))
    )
    assert four - one < 40_000 < one

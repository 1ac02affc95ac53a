"""Every template in every size and both languages lies in the demo's folder and is read from a photograph."""

from pathlib import Path
from random import Random

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from bluezone_desk.cli import main
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.rendering import page_count, page_image

pytestmark = pytest.mark.journey

LINK = "https://www.bluezone.gov.vn"
#: Codes on the first page: both leaves of a sheet, all four, and both faces of a tent.
CODES = {"leaflet-a5": 2, "leaflet-a6": 4, "tent": 2}


@pytest.fixture(scope="module")
def posters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(out), "--visits", "5", "--without-pictures"]) == 0
    return out / "posters"


def names() -> list[str]:
    stems = []
    for key, template in TEMPLATES.items():
        for size in template.sizes:
            stem, ending = (key, "png") if template.is_screen else (f"{key}-{size.lower()}", "pdf")
            stems += [f"{stem}-vi.{ending}", f"{stem}-vi-en.{ending}"]
    return stems


def pages(path: Path) -> list[Image.Image]:
    if path.suffix == ".png":
        return [Image.open(path).convert("RGB")]
    pdf = path.read_bytes()
    return [page_image(pdf, page, 130) for page in range(page_count(pdf))]


def photograph(page: Image.Image) -> Image.Image:
    """The page on a wall, from below and aside: bent by perspective, tilted, unevenly lit, blurred, noisy."""
    width, height = page.size
    wall = Image.new("RGB", (round(width * 1.2), round(height * 1.2)), "#8a8478")
    wall.paste(page, (width // 10, height // 10))
    bent = wall.transform(
        wall.size,
        Image.Transform.PERSPECTIVE,
        (1.06, 0.05, -20, 0.03, 1.04, -10, 6e-5, 4e-5),
        Image.Resampling.BILINEAR,
    )
    tilted = bent.rotate(9, Image.Resampling.BILINEAR, expand=True, fillcolor="#8a8478")
    light = Image.linear_gradient("L").resize(tilted.size).point([round(150 + grey * 0.41) for grey in range(256)])
    lit = ImageChops.multiply(tilted, Image.merge("RGB", (light, light, light)))
    soft = lit.filter(ImageFilter.GaussianBlur(1.1)).convert("L")
    grain = Image.frombytes("L", (256, 256), Random(5).randbytes(65536)).resize(
        soft.size, Image.Resampling.NEAREST
    )
    noisy = Image.blend(soft, grain, 0.08)
    noisy.thumbnail((1800, 1800))
    return noisy


@pytest.mark.parametrize("name", names())
def test_each_is_read_from_a_photograph(posters: Path, name: str) -> None:
    first, *others = pages(posters / name)
    found = [code.text for code in zxingcpp.read_barcodes(photograph(first), try_invert=False)]
    asked = next((count for stem, count in CODES.items() if name.startswith(stem)), 1)
    assert found == [LINK] * asked
    for page in others:
        read = [code.text for code in zxingcpp.read_barcodes(photograph(page), try_invert=False)]
        assert read == ([LINK] if name.startswith("guide") else [])


def test_slides_and_messages_lie_beside_them(posters: Path) -> None:
    found = {path.name for path in posters.iterdir()}
    assert found >= {"tin-sms.txt", "tin-zalo.docx", "tin-loudspeaker.docx", "screen-wide-hinh-4.png"}
    assert len(found) == len(names()) + 2 * 3 + 3 * 2
    assert "bluezone.gov.vn" in (posters / "tin-sms.txt").read_text("utf-8-sig")

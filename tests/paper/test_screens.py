"""Pictures for screens: exact pixels, codes that read, and the same bytes for the same order."""

import io

import pytest
from paper_of_posters import LINK, NCOVI, OFFICE, read_codes
from PIL import Image

from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.paper.poster import PosterRequest, poster

SCREENS = {"screen-wide": (1920, 1080), "screen-tall": (1080, 1920)}


@pytest.mark.parametrize("language", ["vi", "vi+en"])
@pytest.mark.parametrize("template", list(SCREENS))
def test_a_screen_has_its_pixels_and_a_code_of_a_quarter_of_the_short_side(template: str, language: str) -> None:
    made = poster(PosterRequest(template=template, language=language), OFFICE)
    (png,) = made.pngs
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.size) == ("PNG", SCREENS[template])
    (code,) = read_codes(picture)
    side = code.position.top_right.x - code.position.top_left.x
    assert code.text == LINK
    assert side >= 1080 / 4
    (proof,) = made.proofs
    assert proof.qr_px == pytest.approx(side, abs=1)
    assert proof.quiet_modules >= 4


@pytest.mark.parametrize("template", list(SCREENS))
def test_two_programmes_share_a_screen(template: str) -> None:
    made = poster(PosterRequest(template=template, programmes=(BLUEZONE, NCOVI)), OFFICE)
    found = read_codes(Image.open(io.BytesIO(made.pngs[0])))
    assert {code.text for code in found} == {LINK, NCOVI.link}
    assert all(proof.qr_px >= 270 for proof in made.proofs)


def test_one_picture_for_each_place() -> None:
    made = poster(PosterRequest(template="screen-wide", places=("Thang máy 1", "Thang máy 2")), OFFICE)
    assert len(made.pngs) == 2
    assert made.pngs[0] != made.pngs[1]
    assert [proof.place for proof in made.proofs] == ["Thang máy 1", "Thang máy 2"]


@pytest.mark.parametrize("template", list(SCREENS))
def test_the_same_order_gives_the_same_picture(template: str) -> None:
    order = PosterRequest(template=template)
    assert poster(order, OFFICE).pngs == poster(order, OFFICE).pngs

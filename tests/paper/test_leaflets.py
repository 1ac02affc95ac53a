"""Leaflets, table tents and install guides: every code on every page reads back, and both sides say their part."""

import io

import pytest
from paper_of_posters import LINK, NCOVI, OFFICE, read_pages
from pypdf import PdfReader

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, poster
from bluezone_desk.paper.proof import Proof


def made_of(template: str, size: str = "A4", language: str = "vi", **order: object) -> ProvenPoster:
    return poster(PosterRequest(template=template, size=size, language=language, **order), OFFICE)  # type: ignore[arg-type]


def text_of(pdf: bytes, page: int) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split())


def sheet_mm(pdf: bytes) -> tuple[int, int]:
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


@pytest.mark.parametrize("language", ["vi", "vi+en"])
@pytest.mark.parametrize(("size", "leaves", "paper"), [("A5", 2, (297, 210)), ("A6", 4, (210, 297))])
def test_leaves_are_alike_in_front_and_tell_how_behind(
    size: str, leaves: int, paper: tuple[int, int], language: str
) -> None:
    made = made_of("leaflet", size, language)
    assert sheet_mm(made.pdf) == paper
    assert read_pages(made.pdf) == [[LINK] * leaves, []]
    (proof,) = made.proofs
    assert proof.codes == leaves
    assert proof.qr_mm >= 50
    back = text_of(made.pdf, 1)
    for text in (
        "Cài Bluezone trong vài phút",
        "Android",
        "iPhone",
        "trong CH Play",
        "trong App Store",
        "Chọn đúng ứng dụng",
    ):
        assert back.count(text) == leaves
    assert ("Allow Bluetooth" in back) == (language == "vi+en")


def test_a_leaflet_asked_for_on_its_sheet_is_the_first_size() -> None:
    assert made_of("leaflet", "A4").pdf == made_of("leaflet", "A5").pdf


def test_leaflets_of_two_places_are_four_pages() -> None:
    made = made_of("leaflet", "A6", places=("Tổ 1", "Tổ 2"))
    assert read_pages(made.pdf) == [[LINK] * 4, [], [LINK] * 4, []]
    assert [(proof.page, proof.place) for proof in made.proofs] == [(1, "Tổ 1"), (3, "Tổ 2")]


@pytest.mark.parametrize(("size", "leaves"), [("A5", 2), ("A6", 4)])
def test_two_programmes_get_a_sheet_each_with_codes_of_5_cm(size: str, leaves: int) -> None:
    made = made_of("leaflet", size, programmes=(BLUEZONE, NCOVI))
    assert read_pages(made.pdf) == [[LINK] * leaves, [], [NCOVI.link] * leaves, []]
    assert all(proof.qr_mm >= 50 for proof in made.proofs)


@pytest.mark.parametrize("template", ["leaflet", "tent"])
def test_two_programmes_together_keep_5_cm_each(template: str) -> None:
    made = made_of(template, programmes=(BLUEZONE, NCOVI), is_together=True)
    assert sorted(set(read_pages(made.pdf)[0])) == sorted([LINK, NCOVI.link])
    assert len(made.proofs) == 2
    assert all(proof.qr_mm >= 50 for proof in made.proofs)


def test_codes_that_would_be_too_small_together_are_refused_with_their_size() -> None:
    with pytest.raises(DeskFault) as caught:
        made_of("leaflet", "A6", programmes=(BLUEZONE, NCOVI), is_together=True)
    assert caught.value.code is Trouble.POSTER_CODES_TOO_SMALL
    assert caught.value.facts == {"count": "2", "side": "41", "least": "50"}


@pytest.mark.parametrize("language", ["vi", "vi+en"])
def test_a_tent_has_the_same_face_on_both_sides_of_the_fold(language: str) -> None:
    made = made_of("tent", language=language)
    assert sheet_mm(made.pdf) == (210, 297)
    assert read_pages(made.pdf) == [[LINK, LINK]]
    (proof,) = made.proofs
    assert proof.qr_mm >= 70
    assert proof.codes == 2
    said = text_of(made.pdf, 0)
    assert said.count("Cho lễ tân xem") == 2
    assert "Gấp theo đường này" in said


@pytest.mark.parametrize("language", ["vi", "vi+en"])
def test_the_guide_has_one_page_for_each_system(language: str) -> None:
    made = made_of("guide", language=language)
    assert read_pages(made.pdf) == [[LINK], [LINK]]
    assert all(isinstance(proof, Proof) and proof.qr_mm >= 50 for proof in made.proofs)
    android, iphone = text_of(made.pdf, 0), text_of(made.pdf, 1)
    assert "Cài Bluezone trên điện thoại Android" in android
    assert "Khi máy hỏi quyền vị trí, chọn cho phép" in android
    assert "Android 6.0" in android
    assert "Cài Bluezone trên iPhone" in iphone
    assert "Không vuốt tắt hẳn ứng dụng" in iphone
    assert "iOS 10.3" in iphone
    for page in (android, iphone):
        assert "“Bluzone”, “Bluezone Ads”, “Bluezone Pool”" in page


def test_a_shops_link_makes_a_page_for_its_own_system_only() -> None:
    made = made_of("guide", programmes=(BLUEZONE, NCOVI))
    assert read_pages(made.pdf) == [[LINK], [LINK], [NCOVI.link]]
    last = text_of(made.pdf, 2)
    assert "Cài NCOVI trên điện thoại Android" in last
    assert "Khai báo y tế toàn dân" in last
    assert "Bluetooth" not in last

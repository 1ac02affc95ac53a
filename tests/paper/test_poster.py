"""The door poster: real pages, rendered, measured, read back."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from paper_of_posters import DIRECTIVE, LINK, NCOVI, OFFICE, read_codes, read_pages, side_mm
from pypdf import PdfReader

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE, Directive
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.rendering import page_image

SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}


def words(pdf: bytes, page: int = 0) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split())


@pytest.mark.parametrize("language", ["vi", "vi+en"])
@pytest.mark.parametrize(("size", "least"), [("A3", 210), ("A4", 150), ("A5", 95)])
def test_each_size_has_its_paper_and_a_code_large_enough(size: str, least: float, language: str) -> None:
    made = poster(PosterRequest(size=size, language=language), OFFICE)
    box = PdfReader(io.BytesIO(made.pdf)).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == SIZES[size]
    assert read_pages(made.pdf) == [[LINK]]
    assert side_mm(made.pdf) >= least
    (proof,) = made.proofs
    assert proof.qr_mm == pytest.approx(side_mm(made.pdf), abs=0.3)
    assert (proof.level, proof.place) == ("Q", "Cổng chính")
    assert proof.distance_m == pytest.approx(proof.qr_mm / 100, abs=0.06)


def test_the_page_says_what_the_office_needs_said() -> None:
    said = words(poster(PosterRequest(), OFFICE).pdf)
    for text in (
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH HÒA BÌNH",
        "Mở Bluezone trước khi vào trụ sở",
        LINK,
        "Quét mã để tải ứng dụng · Scan to install",
        "Quét mã bằng camera",
        "Cho lễ tân xem màn hình",
        "Văn bản số 1287/UBND-KGVX ngày 04/8/2020 của UBND tỉnh Hòa Bình",
        "Cổng chính · 01",
        "Đã quét thử trang này",
    ):
        assert text in said


def test_english_stands_beside_vietnamese_only_when_asked() -> None:
    both = words(poster(PosterRequest(language="vi+en"), OFFICE).pdf)
    assert "Please open Bluezone before you enter" in both
    assert "Show the screen to reception" in both
    assert "Please open" not in words(poster(PosterRequest(), OFFICE).pdf)


def test_fonts_are_be_vietnam_pro_and_embedded_as_subsets() -> None:
    fonts = PdfReader(io.BytesIO(poster(PosterRequest(), OFFICE).pdf)).pages[0]["/Resources"]["/Font"]
    drawn = [fonts[name].get_object() for name in fonts]
    assert len(drawn) >= 4
    for font in drawn:
        assert re.match(r"/[A-Z]{6}\+.*BeVietnamPro", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]


def test_the_same_order_gives_the_same_bytes() -> None:
    order = PosterRequest(language="vi+en", places=("Cổng chính", "Thang máy"), printed_on=date(2020, 8, 5))
    assert poster(order, OFFICE).pdf == poster(order, OFFICE).pdf


def test_one_page_for_each_place_numbered_in_turn() -> None:
    made = poster(
        PosterRequest(places=("Cổng chính", "Thang máy tầng 1", "Phòng Một cửa"), first_number=9), OFFICE
    )
    assert read_pages(made.pdf, 100) == [[LINK]] * 3
    assert [proof.place for proof in made.proofs] == ["Cổng chính", "Thang máy tầng 1", "Phòng Một cửa"]
    assert [proof.page for proof in made.proofs] == [1, 2, 3]
    assert "Cổng chính · 09" in words(made.pdf, 0)
    assert "Phòng Một cửa · 11" in words(made.pdf, 2)


def test_two_programmes_get_a_page_each_whose_code_is_as_large_as_one_alone() -> None:
    made = poster(PosterRequest(programmes=(BLUEZONE, NCOVI), places=("Cổng chính", "Cổng sau")), OFFICE)
    assert read_pages(made.pdf) == [[LINK], [NCOVI.link], [LINK], [NCOVI.link]]
    assert all(proof.qr_mm >= 150 for proof in made.proofs)
    assert ["Cổng sau · 02" in words(made.pdf, page) for page in range(4)] == [False, False, True, True]


def test_two_programmes_stand_on_one_page_when_asked_and_say_how_near_to_come() -> None:
    made = poster(PosterRequest(programmes=(BLUEZONE, NCOVI), language="vi+en", is_together=True), OFFICE)
    assert "Đã quét thử trang này: mã 82 mm" in words(made.pdf)
    assert "Quét được từ khoảng 0,8 m" in words(made.pdf)
    assert sorted(read_pages(made.pdf)[0]) == sorted([LINK, NCOVI.link])
    assert {proof.link for proof in made.proofs} == {LINK, NCOVI.link}
    assert all(proof.qr_mm >= 75 for proof in made.proofs)
    said = words(made.pdf)
    assert "Mở Bluezone và NCOVI trước khi vào trụ sở" in said
    assert "Chọn đúng ứng dụng Bluezone và NCOVI" in said
    assert NCOVI.link in said.replace(" ", "")


def test_a_programme_without_a_link_is_named_but_has_no_code() -> None:
    made = poster(PosterRequest(programmes=(BLUEZONE, Programme("ncovi", "NCOVI"))), OFFICE)
    assert read_pages(made.pdf) == [[LINK]]
    assert "Mở Bluezone và NCOVI" in words(made.pdf)


def test_without_an_order_the_offices_own_programmes_are_taken() -> None:
    office = replace(OFFICE, directive=replace(DIRECTIVE, programmes=(NCOVI,)))
    made = poster(PosterRequest(), office)
    assert read_pages(made.pdf) == [[NCOVI.link]]
    assert "Khai báo y tế hôm nay" in words(made.pdf)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://www.bluezone.gov.vn/tai-lieu", "Bluezone"),
        ("https://apps.apple.com/vn/app/bluezone/id1508062685", "Bluezone"),
        ("https://apps.apple.com/vn/app/id1501934178", "NCOVI"),
    ],
)
def test_a_link_names_its_programme(link: str, name: str) -> None:
    made = poster(PosterRequest(link=link), OFFICE)
    assert read_pages(made.pdf) == [[link]]
    assert f"Mở {name} trước khi vào trụ sở" in words(made.pdf)


def test_a_host_the_office_trusts_is_printed_and_no_other() -> None:
    link = "https://hoabinh.example/ung-dung"
    with pytest.raises(DeskFault) as caught:
        poster(PosterRequest(link=link), OFFICE)
    assert (caught.value.code, caught.value.facts["host"]) == (Trouble.LINK_NOT_ALLOWED, "hoabinh.example")
    allowed = {"hoabinh.example": "Ứng dụng của tỉnh"}
    assert read_pages(poster(PosterRequest(link=link, allowed_hosts=allowed), OFFICE).pdf) == [[link]]


def test_an_office_without_a_directive_has_a_foot_with_its_place() -> None:
    said = words(poster(PosterRequest(), replace(OFFICE, directive=Directive("none"))).pdf)
    assert "Cổng chính · 01" in said
    assert "Văn bản" not in said


def test_proof_line_and_day_of_printing_are_choices() -> None:
    said = words(poster(PosterRequest(printed_on=date(2020, 8, 5)), OFFICE).pdf)
    assert "In ngày 05/8/2020" in said
    assert "Đã quét thử" not in words(poster(PosterRequest(has_proof_line=False), OFFICE).pdf)


def test_the_code_is_black_on_white_and_reads_in_black_and_white_print() -> None:
    picture = page_image(poster(PosterRequest(), OFFICE).pdf, 0, 100).convert("L")
    dithered = picture.convert("1")
    assert [code.text for code in read_codes(dithered.convert("L"))] == [LINK]
    (code,) = read_codes(picture)
    assert picture.getpixel((code.position.top_left.x + 3, code.position.top_left.y + 3)) == 0


def test_progress_counts_pages_and_false_stops_the_work() -> None:
    seen: list[tuple[int, int]] = []
    poster(PosterRequest(places=("A", "B", "C")), OFFICE, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(DeskFault) as caught:
        poster(PosterRequest(places=("A", "B", "C")), OFFICE, lambda done, total: done < 2)
    assert caught.value.code is Trouble.WORK_CANCELLED


@pytest.mark.parametrize(
    "order",
    [PosterRequest(template="banner"), PosterRequest(size="A6"), PosterRequest(language="en")],
)
def test_what_is_not_offered_is_refused(order: PosterRequest) -> None:
    with pytest.raises(DeskFault) as caught:
        poster(order, OFFICE)
    assert caught.value.code is Trouble.POSTER_CHOICE
    assert caught.value.facts["allowed"]

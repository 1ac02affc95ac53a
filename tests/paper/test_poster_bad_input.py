"""Texts and links that do not belong on a poster are refused by name; long ones fit whole or are refused."""

import io
import itertools
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_of_posters import LINK, LONG_OFFICE, LONG_PLACE, OFFICE, read_pages
from pypdf import PdfReader

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import fit, fit_link, line_width, marked, plain
from bluezone_desk.paper.poster import PosterRequest, poster

PAPERS = [("door", "A3"), ("door", "A4"), ("door", "A5"), ("leaflet", "A5"), ("leaflet", "A6"), ("tent", "A4")]
ALL = [*PAPERS, ("guide", "A4"), ("screen-wide", ""), ("screen-tall", "")]
LINKS = [
    ("http://www.bluezone.gov.vn", Trouble.LINK_NOT_HTTPS),
    ("https://bluez0ne.gov.vn", Trouble.LINK_LOOKALIKE),
    ("https://bluezone.gov.vn.evil.example", Trouble.LINK_LOOKALIKE),
    ("https://bluezone.gov.vn@evil.example", Trouble.LINK_LOOKALIKE),
    ("https://bluezоne.gov.vn", Trouble.LINK_LOOKALIKE),
    ("https://www.bluezone.gov.vn./", Trouble.LINK_LOOKALIKE),
    ("https://example.com", Trouble.LINK_NOT_ALLOWED),
    ("https://www.bluezone.gov.vn/a b", Trouble.LINK_MALFORMED),
    ("www.bluezone.gov.vn", Trouble.LINK_MALFORMED),
    ("https://www.bluezone.gov.vn/" + "a" * 400, Trouble.LINK_TOO_LONG),
]


Box = tuple[float, float, float, float]


def letter_boxes(page: pypdfium2.PdfPage) -> list[Box]:
    text = page.get_textpage()
    letters = [i for i in range(text.count_chars()) if text.get_text_range(i, 1).strip()]
    boxes = [text.get_charbox(index) for index in letters]
    text.close()
    return boxes


def overlap(one: Box, other: Box) -> float:
    """Common area, as a share of the smaller letter."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))


def fault_of(order: PosterRequest, office: object = OFFICE) -> DeskFault:
    with pytest.raises(DeskFault) as caught:
        poster(order, office)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(("link", "code"), LINKS)
def test_links_that_do_not_belong_on_a_poster_are_refused(link: str, code: Trouble) -> None:
    fault = fault_of(PosterRequest(link=link))
    assert (fault.code, fault.facts["link"]) == (code, link)


@pytest.mark.parametrize("template", ["leaflet", "tent", "guide", "screen-wide", "screen-tall"])
def test_no_template_prints_a_plain_http_link(template: str) -> None:
    assert (
        fault_of(PosterRequest(template=template, link="http://www.bluezone.gov.vn")).code
        is Trouble.LINK_NOT_HTTPS
    )


@pytest.mark.parametrize(("text", "glyph"), [("Cổng 😀", "😀"), ("بوابة", "ب"), ("שער", "ש"), ("正门", "正")])
def test_a_letter_the_font_lacks_is_named(text: str, glyph: str) -> None:
    for order in (PosterRequest(places=(text,)), PosterRequest(headline=text)):
        fault = fault_of(order)
        assert (fault.code, fault.facts["glyph"]) == (Trouble.GLYPH_MISSING, glyph)
    assert fault_of(PosterRequest(), replace(OFFICE, name=text)).code is Trouble.GLYPH_MISSING


@pytest.mark.parametrize(("template", "size"), ALL)
def test_a_place_of_200_letters_and_an_office_of_240_are_printed_whole(template: str, size: str) -> None:
    order = PosterRequest(template=template, size=size, places=(LONG_PLACE,), language="vi+en")
    made = poster(order, replace(OFFICE, name=LONG_OFFICE))
    said = " ".join(PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text().split())
    assert LONG_PLACE in said
    assert LONG_OFFICE.upper() in said


@pytest.mark.parametrize(
    ("order", "office", "field"),
    [
        (PosterRequest(headline="Mở ứng dụng " * 40), OFFICE, "headline"),
        (PosterRequest(headline="M" * 200), OFFICE, "headline"),
        (PosterRequest(places=("Phòng " * 300,)), OFFICE, "place"),
        (PosterRequest(places=("P" * 200,)), OFFICE, "place"),
        (PosterRequest(), replace(OFFICE, name="Sở " * 400), "office"),
        (PosterRequest(template="tent", headline="Mở ứng dụng " * 40), OFFICE, "headline"),
        (PosterRequest(template="screen-wide", places=("Phòng " * 300,)), OFFICE, "place"),
    ],
)
def test_a_text_that_cannot_fit_is_refused_by_name(order: PosterRequest, office: object, field: str) -> None:
    fault = fault_of(order, office)
    assert (fault.code, fault.facts["field"]) == (Trouble.TEXT_TOO_LONG, field)


@pytest.mark.thorough
@pytest.mark.parametrize(("template", "size"), ALL)
@pytest.mark.parametrize("is_long", [False, True])
def test_no_letter_lies_on_another_or_near_the_papers_edge(template: str, size: str, is_long: bool) -> None:
    office = replace(OFFICE, name=LONG_OFFICE) if is_long else OFFICE
    order = PosterRequest(
        template=template, size=size, places=(LONG_PLACE,) if is_long else ("Cổng chính",), has_proof_line=False
    )
    document = pypdfium2.PdfDocument(poster(order, office).pdf)
    for page in document:
        width, height = page.get_size()
        boxes = letter_boxes(page)
        assert len(boxes) > 100
        assert all(x0 > 8 and y0 > 5 and x1 < width - 8 and y1 < height - 5 for x0, y0, x1, y1 in boxes)
        assert not [pair for pair in itertools.combinations(boxes[:900], 2) if overlap(*pair) > 0.3]
        page.close()
    document.close()


def test_decomposed_text_is_printed_composed_and_invisible_marks_are_dropped() -> None:
    made = poster(PosterRequest(places=("Cổng\u202e chi\u0301nh\u200b",)), OFFICE)
    assert made.proofs[0].place == "Cổng chính"
    assert "Cổng chính · 01" in PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()


def test_marks_of_mark_up_in_a_name_are_letters() -> None:
    text = "**Phòng {names} </para>** %s"
    made = poster(PosterRequest(places=(text,), headline=text), replace(OFFICE, name=text))
    assert PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text().count(text) == 2


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_place_is_printed_or_refused_with_a_known_trouble(place: str) -> None:
    codes: list[Trouble] = []
    try:
        found = read_pages(poster(PosterRequest(size="A5", places=(place,)), OFFICE).pdf, 100)
    except DeskFault as fault:
        codes, found = [fault.code], []
    assert found == [[LINK]] or codes in ([Trouble.GLYPH_MISSING], [Trouble.TEXT_TOO_LONG])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ", min_size=1, max_size=12), min_size=1, max_size=30),
    st.floats(60, 500),
)
def test_fitted_lines_hold_every_word_and_stay_in_their_width(words: list[str], width: float) -> None:
    text = " ".join(words)
    try:
        block = fit(plain(text, fonts.SANS), 20, 8, width, 3, "place")
    except DeskFault as fault:
        refusal, block = fault.facts, None
    if block is None:
        shown = text if len(text) <= 60 else text[:60].rstrip() + "…"
        assert refusal == {"field": "place", "text": shown}
        return
    lines = ["".join(run.text for run in line) for line in block.lines]
    assert " ".join(lines) == text
    assert 8 <= block.size <= 20
    assert all(line_width(line, block.size) <= width + 0.01 for line in block.lines)


def test_a_text_shrinks_before_it_wraps() -> None:
    runs = plain("Mở Bluezone trước khi vào trụ sở", fonts.SANS)
    full = line_width(runs, 20)
    assert (
        len(fit(runs, 20, 10, full * 0.7, 3, "x").lines),
        len(fit(runs, 20, 18, full * 0.7, 3, "x").lines),
    ) == (1, 2)


def test_a_wrapped_link_loses_no_letter() -> None:
    link = "https://play.google.com/store/apps/details?id=com.vnptit.innovation.ncovi"
    block = fit_link(link, 20, 12, 220, 4)
    assert len(block.lines) > 1
    assert "".join(run.text for line in block.lines for run in line) == link


def test_bold_parts_keep_their_punctuation() -> None:
    block = fit(marked("**Cài đặt**, mở {names}", fonts.SANS, fonts.SANS_BOLD, names="A*B"), 20, 20, 400, 1, "x")
    assert [run.text for run in block.lines[0]] == ["Cài đặt", ", mở A*B"]

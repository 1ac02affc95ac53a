"""The register: every line of the book is in it, whole, on pages of any number."""

import dataclasses
import unicodedata
from datetime import timedelta

import paper_reading
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_reading import MM, Page
from sample_day import DAY, NCOVI, OFFICE, visit

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.fonts import SERIF, has_glyph
from bluezone_desk.paper.register import register_pdf
from bluezone_desk.paper.register_rows import register_columns


def pages_of(*lines: VisitLine, masked: bool = True) -> list[Page]:
    return paper_reading.read(register_pdf(lines, OFFICE, DAY, DAY, masked))


def columns_of(page: Page) -> list[tuple[float, float, str]]:
    """Left and right edge and title of every column."""
    edges = [30 * MM]
    told = register_columns((BLUEZONE,), page.width - 45 * MM)
    for column in told:
        edges.append(edges[-1] + column.wide)
    return [(left, right, c.title) for left, right, c in zip(edges, edges[1:], told, strict=False)]


def names_in(pages: list[Page]) -> str:
    """All that stands in the column of names, without spaces, heads left out."""
    told: list[str] = []
    for page in pages:
        left, right, title = columns_of(page)[1]
        head = page.run(title)
        told += [r.text for r in page.runs if left <= r.left < right and r.base < head.base and r.size == 9]
    return "".join(told).replace(" ", "")


def test_every_visit_is_there_once_and_in_order() -> None:
    pages = pages_of(*(visit(n) for n in range(1, 301)))
    ordinals = [int(r.text) for p in pages for r in p.runs if r.right < 122 and r.text.isdecimal() and r.size == 9]
    assert ordinals == list(range(1, 301))
    assert pages[-1].having("Tổng số: 300 lượt.")


def test_each_page_has_a_head_and_its_number() -> None:
    pages = pages_of(*(visit(n) for n in range(1, 121)))
    assert len(pages) > 3
    for n, page in enumerate(pages, start=1):
        assert page.run("Họ và tên").font == "Tinos-Bold"
        numbers = [r.text for r in page.runs if r.base > page.height - 20 * MM]
        assert numbers == ([str(n)] if n > 1 else [])
        assert all(r.base > 20 * MM for r in page.runs)


def test_no_text_leaves_its_column() -> None:
    company = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Đông Nam Á chi nhánh"
    lines = [visit(n, name="Nguyễn Thị " + "Phương " * n, organisation=company[: n * 9]) for n in range(1, 25)]
    [page, *_] = pages_of(*lines, visit(30, name="W" * 250, party=0))
    for run in page.runs:
        if run.size == 9:
            left, right, _ = max(c for c in columns_of(page) if c[0] <= run.left + 0.5)
            assert left <= run.left + 0.5
            assert run.right <= right, run


def test_long_names_and_fields_are_whole() -> None:
    long = " ".join(f"Chữ{n}" for n in range(60))
    assert names_in(pages_of(visit(1, name=long, party=0), visit(2, name="Ư" * 900, party=0))) == (
        long.replace(" ", "") + "Ư" * 900
    )


def test_markup_and_formats_print_as_typed() -> None:
    names = ("</para>&amp;<b>", "%s %(x)d {0}", r"\101 (a) ) (", "'; drop table visit; --")
    told = names_in(pages_of(*(visit(n, name=name, party=0) for n, name in enumerate(names, start=1))))
    assert told == "".join(names).replace(" ", "")


def test_estimated_and_missing_exits_and_other_days_are_marked() -> None:
    first = visit(1, left_rule="end_of_day")
    lines = (
        first,
        visit(2, left_at=None),
        visit(3, left_at=visit(3).left_at + timedelta(days=1), left_rule=""),  # type: ignore[operator]
    )
    [page] = pages_of(*lines)
    assert page.run("07:40*")
    assert page.run("Chưa ra")
    assert page.run("06/8")
    assert page.having("* Giờ ra ước tính")


def test_notes_stand_only_where_they_are_needed() -> None:
    [page] = pages_of(visit(2, party=0, id_number="", phone="", left_rule=""))
    italic = [run.text for run in page.runs if run.font == "Tinos-Italic"]
    assert italic == []


def test_voided_visits_are_left_out() -> None:
    [page] = pages_of(visit(1), visit(2, voided=True), visit(3))
    assert page.having("Tổng số: 2 lượt.")
    assert names_in([page]).startswith("NguyễnVănSáng")


def test_several_days_and_programmes_have_their_columns() -> None:
    office = dataclasses.replace(
        OFFICE, directive=dataclasses.replace(OFFICE.directive, programmes=(NCOVI, BLUEZONE))
    )
    pdf = register_pdf([visit(n) for n in range(1, 9)], office, DAY, DAY + timedelta(days=3))
    [page] = paper_reading.read(pdf)
    assert page.run("NCOVI").base == page.run("Bluezone").base
    assert page.having("TỪ NGÀY 05/8/2020 ĐẾN NGÀY 08/8/2020")
    assert page.having("05/8")


def test_the_offices_own_name_must_be_printable() -> None:
    with pytest.raises(DeskFault) as caught:
        register_pdf([], dataclasses.replace(OFFICE, name="局"), DAY, DAY)
    assert caught.value.code is Trouble.GLYPH_MISSING


def test_an_empty_register_says_that_it_is_empty() -> None:
    [page] = pages_of()
    assert page.having("Tổng số: 0 lượt.")


_letters = st.one_of(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯế ềểễệ ạảẫỳỵỷỹ'ŏŭĕč-."),
    st.characters(min_codepoint=33, max_codepoint=0x24F).filter(lambda c: has_glyph(c, SERIF)),
).filter(lambda c: unicodedata.category(c)[0] not in "CZ" or c == " ")
_names = st.text(_letters, min_size=1, max_size=60)


@given(st.lists(_names, min_size=1, max_size=8), st.booleans())
@settings(max_examples=25, deadline=None)
def test_the_text_read_back_is_the_text_stored(names: list[str], decomposed: bool) -> None:
    form = "NFD" if decomposed else "NFC"
    lines = [visit(n, name=unicodedata.normalize(form, name), party=0) for n, name in enumerate(names, start=1)]
    stored = "".join(names).replace(" ", "")
    assert names_in(pages_of(*lines)) == unicodedata.normalize("NFC", stored)

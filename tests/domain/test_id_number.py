import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluezone_desk.domain.id_number import (
    IdFacts,
    facts_of,
    is_old_number,
    is_personal_number,
    mask_id,
    parse_id_number,
)
from bluezone_desk.domain.provinces import (
    PROVINCES_AT_ISSUE,
    PROVINCES_SINCE_2025,
    province_at_issue,
    successor_of,
)


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("001090000000", IdFacts("001", 1990, "Nam")),
        ("079303000000", IdFacts("079", 2003, "Nữ")),
        ("066192000000", IdFacts("066", 1992, "Nữ")),
        ("048218000000", IdFacts("048", 2018, "Nam")),
        ("001999000000", IdFacts("001", 2399, "Nữ")),
        ("101201000000", IdFacts("101", 2001, "Nam")),
    ],
)
def test_a_number_tells_place_year_and_sex(number: str, facts: IdFacts) -> None:
    assert facts_of(number) == facts


def test_codes_from_101_are_countries() -> None:
    assert facts_of("101201000000").is_from_abroad
    assert not facts_of("096201000000").is_from_abroad


def test_only_twelve_ascii_digits_are_a_personal_number() -> None:
    assert is_personal_number("001090000000")
    for text in ("", "00109000000", "0010900000000", "٠٠١٠٩٠٠٠٠٠٠٠", "００１０９０００００００", "001090000000\n"):
        assert not is_personal_number(text)
    assert is_old_number("010000000")
    with pytest.raises(ValueError, match="personal number"):
        facts_of("010000000")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("001 090 000 000", "001090000000"),
        ("001.090.000000", "001090000000"),
        ("００１０９０００００００", "001090000000"),
        ("010000000", "010000000"),
        ("c1234567", "C1234567"),
        ("X12-34 567", "X1234567"),
        ("12345", None),
        ("Nguyễn", None),
        ("PASSPORT", None),
        ("", None),
        ("1" * 10_000, None),
    ],
)
def test_numbers_of_papers_are_kept_in_one_form(typed: str, kept: str | None) -> None:
    assert parse_id_number(typed) == kept


def test_masks() -> None:
    assert mask_id("017182000482") == "017 1•• ••• 482"
    assert mask_id("010000123") == "••••••123"
    assert mask_id("C1234567") == "•••••567"
    assert mask_id("123") == "•••"
    assert mask_id("12345") == "••••5"
    assert mask_id("") == ""


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    kept = parse_id_number(text)
    if kept is not None:
        assert parse_id_number(kept) == kept
    assert len(mask_id(text)) >= len(text)


def test_both_tables_are_complete() -> None:
    assert len(PROVINCES_AT_ISSUE) == 63
    assert len(PROVINCES_SINCE_2025) == 34
    assert sum(province.is_city for province in PROVINCES_AT_ISSUE.values()) == 5
    assert sum(province.is_city for province in PROVINCES_SINCE_2025.values()) == 6


def test_every_province_has_a_successor_and_every_unit_an_origin() -> None:
    successors = [successor_of(province) for province in PROVINCES_AT_ISSUE.values()]
    assert {unit.code for unit in successors} == set(PROVINCES_SINCE_2025)
    assert all(successor_of(unit) is unit for unit in PROVINCES_SINCE_2025.values())


@pytest.mark.parametrize(
    ("code", "then", "now"),
    [
        ("017", "Hòa Bình", "Phú Thọ"),
        ("091", "Kiên Giang", "An Giang"),
        ("067", "Đắk Nông", "Lâm Đồng"),
        ("074", "Bình Dương", "Hồ Chí Minh"),
        ("051", "Quảng Ngãi", "Quảng Ngãi"),
        ("077", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
        ("045", "Quảng Trị", "Quảng Trị"),
    ],
)
def test_provinces_of_the_directives(code: str, then: str, now: str) -> None:
    province = province_at_issue(code)
    assert province is not None
    assert (province.name, successor_of(province).name) == (then, now)


def test_a_code_that_changed_hands_means_what_it_meant() -> None:
    changed = {
        code
        for code, province in PROVINCES_AT_ISSUE.items()
        if code in PROVINCES_SINCE_2025 and PROVINCES_SINCE_2025[code].name != province.name
    }
    assert changed == {"015", "024", "044", "046", "052", "080", "082", "091"}
    assert PROVINCES_SINCE_2025["046"].name == "Huế"
    assert province_at_issue("003") is None

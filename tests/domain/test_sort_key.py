from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluezone_desk.domain.sort_key import sort_key, text_sort_key

VECTOR = (
    "Nguyễn Văn An, Trần Văn An, Lê Anh, Lê Hoàng Anh, Lê Ngọc Anh, Phạm Văn Ảnh, Lê Ánh, Nguyễn Thị Ân, "
    "Đinh Văn Dung, Dương Văn Dũng, Đỗ Văn Đạt, Vũ Ha, Vũ Hà, Vũ Hả, Vũ Hã, Vũ Há, Vũ Hạ, Hồ Thị Hoà, "
    "Hồ Thị Hòa, Bùi Văn Uy, Bùi Văn Ước, Bùi Thị Ý"
)
IN_ORDER = VECTOR.split(", ")


def in_order(words: list[str], key: object = sort_key) -> bool:
    assert callable(key)
    keys = [key(word).encode("utf-8") for word in words]
    return all(a < b for a, b in pairwise(keys))


def test_names_stand_in_the_order_of_the_test_vector() -> None:
    assert sorted(set(IN_ORDER), key=sort_key) == IN_ORDER
    assert in_order(IN_ORDER)


def test_syllables_are_compared_one_by_one() -> None:
    assert in_order(["Ha Tĩnh", "Hà Nam", "Hà Tĩnh"], text_sort_key)


def test_letters_and_tones_stand_in_the_alphabet() -> None:
    assert in_order(list("aàảãáạăâấbdDđĐoôơuưy"), text_sort_key)


def test_both_tone_placements_stand_together() -> None:
    assert in_order(["Lê Thị Hòa", "Trần Thị Hoà", "Vũ Thị Hòa"])


def test_capitals_do_not_part_a_name_from_its_like() -> None:
    assert in_order(["Lê Văn AN", "Trần Văn An", "VŨ VĂN AN", "An Bình"])


def test_minority_foreign_and_odd_names_have_a_place() -> None:
    assert in_order(["Niê Kđăm Blŏ", "H' Mẫu Êban", "Ivan", "John Smith", "Zoe", "Иван", "李明"])
    assert sort_key("") < sort_key("A")


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_has_a_storable_key(text: str) -> None:
    sort_key(text).encode("utf-8")
    assert "\x00" not in text_sort_key(text)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["Nguyễn ", "\u0323\u0300", "Иван", "-", "oà"])
def test_time_grows_with_the_length_and_not_its_square(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert sort_key(text) == sort_key(text + "  ")

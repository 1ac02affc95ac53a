import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluezone_desk.domain.names import clean_name, fold, given_name, initials, names_agree, unify_tone

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
VIETNAMESE = st.text(alphabet="aàăằâầđeêệiìoôộơợuưựyỳ nghtrqAÀĂĐÊÔƠƯ'’-\u0300\u0323", max_size=40)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn   Văn\tMẫu \r\n", "Nguyễn Văn Mẫu"),
        ("H' Mẫu Êban", "H' Mẫu Êban"),
        ("Y-Thử Niê Kđăm Blŏ ŭ ĕ č", "Y-Thử Niê Kđăm Blŏ ŭ ĕ č"),
        ("nguyễn VĂN mẫu", "nguyễn VĂN mẫu"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Nguyê\u0303n", "Nguyễn"),
        ("Lê\u00a0\u2003Anh", "Lê Anh"),
        ("Lê\u200b \u202eAnh\u202c\ufeff", "Lê Anh"),
        ("Lê\x00 A\x07nh", "Lê Anh"),
        ("e\u200b\u0302", "ê"),
        ("Lê\ud800 Anh\uffff", "Lê Anh"),
        ("</para>&amp; %s '; drop", "</para>&amp; %s '; drop"),
        ("", ""),
    ],
)
def test_a_name_is_cleaned_and_never_respelled(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Văn Tuấn", "nguyen van tuan"),
        ("ĐẶNG Đức", "dang duc"),
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
        ("H'Mẫu", "h mau"),
        ("H’ Mẫu", "h mau"),
        ("Hʼ  mẫu", "h mau"),
        ("Y-Thử", "y thu"),
        ("Blŏ ŭ ĕ č ñ", "blo u e c n"),
        ("Lê\u00a0Anh\u200b", "le anh"),
        ("Ａｎｈ", "anh"),
        ("Ngô 😀", "ngo 😀"),
        ("100%_", "100%_"),
    ],
)
def test_folding_strips_marks_case_and_apostrophes(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("Hoà", "Hòa"),
        ("HOÀ", "HÒA"),
        ("Khoẻ", "Khỏe"),
        ("thuỷ", "thủy"),
        ("THUỴ", "THỤY"),
        ("Lê Thị Hoà", "Lê Thị Hòa"),
        ("hoà, thuý", "hòa, thúy"),
        ("hoa\u0300", "hòa"),
    ],
)
def test_tone_placement_is_unified(late: str, early: str) -> None:
    assert unify_tone(late) == early
    assert unify_tone(early) == early


@pytest.mark.parametrize(
    "text", ["quý", "Quý", "QUỲ", "hoàn", "Toàn", "loét", "thuỳnh", "loài", "Lý", "Mỹ", "Mĩ", "uý1"[:1]]
)
def test_syllables_with_one_spelling_keep_it(text: str) -> None:
    assert unify_tone(text) == text


def test_i_and_y_are_not_merged() -> None:
    assert fold("Lý") != fold("Lí")
    assert not names_agree("Mỹ", "Mĩ")


@given(ANY_TEXT | VIETNAMESE)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT | VIETNAMESE)
def test_the_form_of_the_input_does_not_matter(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed) == fold(text)
    assert unify_tone(composed) == unify_tone(decomposed)
    assert clean_name(composed) == clean_name(decomposed)


@given(ANY_TEXT | VIETNAMESE)
def test_a_clean_name_is_clean(text: str) -> None:
    kept = clean_name(text)
    assert clean_name(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    kept.encode("utf-8")


@given(VIETNAMESE)
def test_both_tone_placements_fold_alike(text: str) -> None:
    assert fold(unify_tone(text)) == fold(text)
    assert unify_tone(unify_tone(text)) == unify_tone(text)


def test_given_name_and_initials() -> None:
    assert given_name("Nguyễn Văn Tuấn ") == "Tuấn"
    assert given_name("Ẩn") == "Ẩn"
    assert given_name("") == ""
    assert initials("Nguyễn Văn Tuấn") == "nvt"
    assert initials("Đỗ Ẩn") == "da"
    assert initials("") == ""


def test_names_agree_without_marks() -> None:
    assert names_agree("NGUYEN VAN MAU", "Nguyễn Văn Mẫu")
    assert names_agree("H'Mẫu Êban", "H’ Mau Eban")
    assert not names_agree("Nguyễn Văn Mẫu", "Nguyễn Văn Tuấn")
    assert not names_agree("", " ")


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["Nguyễn ", "e\u0302\u0323", "\u0323\u0300", "oà", "'", "\x00", "Ω\u0301\u0345", "\u202e "]
)
def test_time_grows_with_the_length_and_not_its_square(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert fold(fold(text)) == fold(text)
    assert unify_tone(unify_tone(text)) == unify_tone(text)
    assert clean_name(clean_name(text)) == clean_name(text)

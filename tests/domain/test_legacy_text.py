"""Text from before Unicode: recognised, turned into Unicode, and everything else left alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.legacy_text import Legacy, from_legacy, guess_legacy, is_legacy
from bluezone_desk.domain.syllables import is_syllable

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
#: As `iconv -t TCVN` writes them, read as Windows-1252; written out so that no table of ours stands on itself.
_TCVN3 = (
    "a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë ® e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ o ß á â ã ä « å æ ç è é ¬ ê ë ì í î"
    " u ï ñ ò ó ô \u00ad õ ö ÷ ø ù y ú û ü ý þ"
)
TCVN3 = _TCVN3.split(" ")
_VNI = (
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò"
    " o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î"
)
VNI = _VNI.split(" ")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
vietnamese = st.text(alphabet=LETTERS + "bcghklmnpqrstvx 0123456789,.", max_size=40)


def in_cp1258(text: str) -> str:
    """Base letter and combining tone, each a byte, read as Windows-1252 reads them."""
    parts = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in decomposed if mark in _TONES)
        parts.append(unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)) + tone)
    return "".join(parts).encode("cp1258").decode("latin-1")


def written(text: str, table: list[str]) -> str:
    codes = dict(zip(LETTERS, table, strict=True))
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("shown", "encoding", "meant"),
    [
        ("NguyÔn V¨n §øc", Legacy.TCVN3, "Nguyễn Văn Đức"),
        ("TrÇn ThÞ H\u00adêng", Legacy.TCVN3, "Trần Thị Hường"),
        ("Nguyeãn Vaên Ñöùc", Legacy.VNI, "Nguyễn Văn Đức"),
        ("Traàn Thò Höôøng", Legacy.VNI, "Trần Thị Hường"),
        ("Ñaëng Thuyø Traâm", Legacy.VNI, "Đặng Thuỳ Trâm"),
        ("TRAÀN THÒ HÖÔØNG", Legacy.VNI, "TRẦN THỊ HƯỜNG"),
        ("NguyêÞn Vãn Ðýìc", Legacy.CP1258, "Nguyễn Văn Đức"),
    ],
)
def test_names_are_recognised_and_read(shown: str, encoding: Legacy, meant: str) -> None:
    guess = guess_legacy([shown])
    assert guess is not None
    assert guess.encoding is encoding
    assert guess.samples == ((shown, meant),)


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("TRÇN THÞ Hµ", "TRẦN THỊ HÀ"),
        ("L£ V¡N T¸M", "LÊ VĂN TÁM"),
        ("NguyÔn Ngäc ¸nh", "Nguyễn Ngọc Ánh"),
        ("Hµ §ç Tó", "Hà Đỗ Tú"),
        ("c«ng ty ¸nh s¸ng", "công ty ánh sáng"),
        ("Sè CMND", "Số CMND"),
        ("UBND x· B×nh Thanh", "UBND xã Bình Thanh"),
    ],
)
def test_capitals_that_the_font_drew_are_restored(shown: str, meant: str) -> None:
    assert from_legacy(shown, Legacy.TCVN3) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Hélène Dubé, André Gagné",
        "Crème brûlée à la façon de Père Noël",
        "Kỹ sư Müller, Bé Thơ, Hà Nội",
        "Lô Tô, Cô Bé, Ông Bà",
        "Nguyễn Văn Đức",
        "Nguyen Van A",
        "H'Hen Niê, Y Êban, Krông Năng",
        "",
    ],
)
def test_plain_text_is_not_mistaken(text: str) -> None:
    assert guess_legacy([text]) is None
    assert guess_legacy(text.split(" ")) is None


def test_unicode_cells_among_legacy_ones_are_left_alone() -> None:
    cells = ["NguyÔn V¨n §øc", "TrÇn ThÞ H\u00adêng", "Đỗ Thị Hằng"]
    guess = guess_legacy(cells)
    assert guess is not None
    assert [from_legacy(cell, guess.encoding) for cell in cells][-1] == "Đỗ Thị Hằng"
    assert not is_legacy("Đỗ Thị Hằng", guess.encoding)


@settings(max_examples=60)
@given(vietnamese)
def test_every_letter_comes_back(text: str) -> None:
    assert from_legacy(written(text, VNI), Legacy.VNI) == text
    assert from_legacy(written(text, VNI).upper(), Legacy.VNI) == text.upper()
    assert from_legacy(in_cp1258(text), Legacy.CP1258) == text
    assert from_legacy(written(text, TCVN3), Legacy.TCVN3).lower() == text


@settings(max_examples=60)
@given(st.text(max_size=60), st.sampled_from(Legacy))
def test_any_text_survives(text: str, encoding: Legacy) -> None:
    guess_legacy([text])
    kept = from_legacy(text, encoding)
    assert is_legacy(text, encoding) or kept == text


def test_syllables() -> None:
    names = "Nguyễn Thị Quỳnh Giang Khuyên Ngoặc Đặng Ước Ý Huỳnh Trường"
    assert all(map(is_syllable, names.split()))
    assert not any(map(is_syllable, ["NguyÔn", "Dubé\u0301", "Höôøng", "strasse", "Gagné"]))

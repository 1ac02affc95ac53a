"""Vietnamese names as text: cleaned for the book, folded for search, compared without marks.

A name is kept as the card spells it. Nothing here ever changes its capitals: "H'", "Êban", "Y-Thử" and
"Kđăm" are right as they stand.
"""

import re
import unicodedata

from bluezone_desk.domain.plain_text import nfc, nfkd, one_line

APOSTROPHES = "'’‘`´ʼʻʹ′"
HYPHENS = "-‐‑‒–—−"
_MARKS = "".join(chr(code) for code in range(0x300, 0x370))
#: Letters of the Vietnamese alphabet and of the minority languages' spellings, composed.
_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệĕfghiìỉĩíịĭjklmnñoòỏõóọôồổỗốộơờởỡớợŏpqrstuùủũúụưừửữứựŭvwxyỳỷỹýỵzčśğ"


def _bare(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


_FOLD = str.maketrans(
    {letter: _bare(letter) for letter in _LETTERS}
    | {letter.upper(): _bare(letter) for letter in _LETTERS}
    | dict.fromkeys(APOSTROPHES + HYPHENS + "\u00a0", " ")
    | dict.fromkeys(_MARKS + "\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)

_LATE_TONE = re.compile(r"(?<![qQ])(?:[oO][àảãáạÀẢÃÁẠèẻẽéẹÈẺẼÉẸ]|[uU][ỳỷỹýỵỲỶỸÝỴ])(?![^\W\d_]|[\u0300-\u036f])")
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def _tone_moved(pair: str) -> str:
    decomposed = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + decomposed[1]) + decomposed[0]


_EARLY_TONE = {
    first + second: _tone_moved(first + second)
    for first, seconds in (("o", "ae"), ("u", "y"))
    for first in (first, first.upper())
    for bare in seconds + seconds.upper()
    for second in (unicodedata.normalize("NFC", bare + tone) for tone in _TONES)
}


def clean_name(text: str) -> str:
    """A one-line field as the book keeps it: NFC, single spaces, nothing invisible, spelling as given."""
    return one_line(text)


def fold(text: str) -> str:
    """The search key: lower case, no marks, d for đ, apostrophes and hyphens as spaces, spaces single.

    The same for NFC, NFD and "Unicode tổ hợp" input and for both tone placements; folding a key changes nothing.
    """
    key = text.translate(_FOLD)
    if key.isascii() and key.isprintable():
        return " ".join(key.lower().split())
    key = _fold_rare(text)
    # Lower-casing or dropping a letter can reveal another that folds further; three rounds settle every character.
    for _ in range(3):
        again = _fold_rare(key)
        if again == key:
            break
        key = again
    return key


def _fold_rare(text: str) -> str:
    """Folding for text with letters outside the Vietnamese alphabet."""
    decomposed = nfkd(one_line(text).translate(_FOLD).casefold())
    bare = "".join([char for char in decomposed if unicodedata.category(char) not in ("Mn", "Me")])
    return one_line(bare.translate(_FOLD))


def unify_tone(text: str) -> str:
    """NFC text with the tone where the older style puts it (hoà -> hòa, khoẻ -> khỏe, thuỷ -> thủy), marks kept.

    Only where the syllable ends there, and never after q: "quý" has no other spelling. i and y are not merged.
    """
    text = nfc(text)
    return text if text.isascii() else _LATE_TONE.sub(lambda found: _EARLY_TONE[found[0]], text)


def given_name(text: str) -> str:
    """The last syllable, by which Vietnamese people are called and listed; "" for an empty name."""
    syllables = one_line(text).split(" ")
    return syllables[-1]


def initials(text: str) -> str:
    """First letters of the syllables, folded: "nvt" for "Nguyễn Văn Tuấn"."""
    return "".join([syllable[0] for syllable in fold(text).split(" ") if syllable])


def names_agree(a: str, b: str) -> bool:
    """True when two names differ at most in marks, capitals, spaces, hyphens. No name agrees with ""."""
    first = fold(a).replace(" ", "")
    return first != "" and first == fold(b).replace(" ", "")

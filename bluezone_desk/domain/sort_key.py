"""The order of Vietnamese lists as a text that compares byte by byte, in any database and on any system.

Names are compared as (tên, họ, đệm…), syllable by syllable: letters first (a ă â b c d đ e ê …), then tones in
the order ngang, huyền, hỏi, ngã, sắc, nặng; a missing syllable goes first. (CLDR's rules for `vi`, applied to one
syllable at a time as dictionaries do.)
"""

import unicodedata

from bluezone_desk.domain.names import APOSTROPHES, HYPHENS, unify_tone
from bluezone_desk.domain.plain_text import nfkd, one_line

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
#: Rank letters start above the three signs that end a key (space), a syllable (!) and its letters (").
_RANK = {letter: chr(0x30 + place) for place, letter in enumerate(_ALPHABET)}
_TONE_MARKS = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LEVEL, _OTHER_MARK = "1", "7"
_UNHEARD = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()) + APOSTROPHES + HYPHENS


def _tables() -> tuple[dict[int, str], dict[int, str]]:
    letters = {ord(sign): "" for sign in _UNHEARD}
    tones = dict(letters)
    for letter, rank in _RANK.items():
        for tone, mark in (("", _LEVEL), *_TONE_MARKS.items()):
            toned = unicodedata.normalize("NFC", letter + tone)
            if len(toned) == 1:
                letters[ord(toned)], tones[ord(toned)] = rank, mark
    for letter in "ĕĭŏŭčñ":
        letters[ord(letter)] = _RANK[unicodedata.normalize("NFD", letter)[0]]
        tones[ord(letter)] = _OTHER_MARK
    return letters, tones


_LETTERS, _TONES = _tables()
_KNOWN = frozenset(chr(code) for code in _LETTERS) | {" "}


def sort_key(name: str) -> str:
    """The key of a person's name; people with equal names are told apart by birth year, then id."""
    kept = one_line(name)
    syllables = _syllables(kept)
    return _key(syllables[-1:] + syllables[:-1], kept)


def text_sort_key(text: str) -> str:
    """The key of plain words (departments, organisations), compared from the first one on."""
    kept = one_line(text)
    return _key(_syllables(kept), kept)


def _key(syllables: list[str], kept: str) -> str:
    # Spelling breaks ties: bare before toned (Hoà, Hòa) and, with the case swapped, small before capital.
    return "!".join(syllables) + " " + kept.swapcase()


def _syllables(kept: str) -> list[str]:
    text = unify_tone(kept).lower()
    if not _KNOWN.issuperset(text):
        text = "".join([_known(char) for char in text])
    letters = text.translate(_LETTERS).split(" ")
    tones = text.translate(_TONES).split(" ")
    return [f'{letter}"{tone}' for letter, tone in zip(letters, tones, strict=True) if letter]


def _known(char: str) -> str:
    """A letter of another alphabet: its Latin base when it has one, else itself, after every Latin letter."""
    if char in _KNOWN:
        return char
    if unicodedata.combining(char):
        return ""
    base = nfkd(char)[:1].lower()
    return base if base in _RANK else char

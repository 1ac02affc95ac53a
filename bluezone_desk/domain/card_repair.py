"""Undoing what keyboards, code pages and scanners do to a card's text on its way to the desk.

Each repair proves itself: it is kept only when the result is a card's text again.
"""

import re
import unicodedata

_HEAD = re.compile(r"(?:[0-9]{12}|[0-9]{10}|[A-Za-z]{2}[0-9]{13})([^0-9A-Za-z\s])")
_FEWEST_SEPARATORS, _MOST_SEPARATORS = 5, 11

# --- the Microsoft "Vietnamese" keyboard layout writes letters where the scanner pressed digits

_KEYED = {"1": "ă", "2": "â", "3": "ê", "4": "ô", "0": "đ"}
_KEYED_MARKS = {"5": "\u0300", "6": "\u0309", "7": "\u0303", "8": "\u0301", "9": "\u0323"}


def _key_table() -> dict[int, str]:
    table = {mark: digit for digit, mark in _KEYED_MARKS.items()}
    for digit, letter in _KEYED.items():
        for case in (letter, letter.upper()):
            table[case] = digit
            for marked, mark in _KEYED_MARKS.items():
                composed = unicodedata.normalize("NFC", case + mark)
                if len(composed) == 1:
                    table[composed] = digit + marked
    return {ord(sign): digits for sign, digits in table.items()}


_KEYS = _key_table()
_KEYED_SIGNS = "".join(map(chr, _KEYS))
_KEYED_HEAD = re.compile(rf"[0-9{_KEYED_SIGNS}]{{6,24}}")
_KEYED_NUMBER = re.compile(rf"(?<![^\W\d_])[{_KEYED_SIGNS}]+(?![^\W\d_])")
_FEWEST_KEYED = 6


def keys_undone(text: str) -> str | None:
    """The text with the digits the Vietnamese keyboard layout turned into letters; None when it did not.

    Must see the text as it was typed: normalising moves the marks that stand for 5 to 9.
    """
    head = _KEYED_HEAD.match(text)
    if head is None or sum(sign in _KEYED_SIGNS for sign in head[0]) < _FEWEST_KEYED:
        return None
    if len(head[0].translate(_KEYS)) != 12:
        return None
    return "|".join([_digits_back(field) for field in text.split("|")])


def _digits_back(field: str) -> str:
    digits = field.translate(_KEYS)
    if digits.isascii() and digits.isdigit():
        return digits
    if "," not in field:
        return field
    return _KEYED_NUMBER.sub(lambda number: number[0].translate(_KEYS), field)


# --- a keyboard layout that differs from the scanner's writes another sign for the separator


def separators_undone(text: str) -> str | None:
    """The text with "|" where another sign separates its fields; None when it has "|" or no such sign."""
    if "|" in text:
        return None
    head = _HEAD.match(text)
    if head is None or not _FEWEST_SEPARATORS <= text.count(head[1]) <= 2 * _MOST_SEPARATORS + 2:
        return None
    return text.replace(head[1], "|")


# --- UTF-8 read as another code page


def _code_page(name: str) -> dict[str, int]:
    # Bytes without a letter in the page come as the control of the same number.
    page = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(name, "ignore")
        if letter:
            page[letter] = byte
    return page


_CODE_PAGES = (_code_page("cp1252"), _code_page("cp1258"))
_TRAILS = "".join(sorted({sign for page in _CODE_PAGES for sign, byte in page.items() if byte < 0xC0}))
#: First byte of a Vietnamese letter in UTF-8, as the pages show it, and a byte that may follow.
_MISREAD = re.compile(rf"á[º»]|[ÃÄÅÆĂ][{re.escape(_TRAILS)} ]")
_EAST_ASIAN = re.compile(r"[\u3001-\u9fff\uac00-\ud7a3\uff61-\uff9f]")
_EAST_ASIAN_CODECS = ("gbk", "big5", "shift_jis")
#: A no-break space is a byte of "à", "Ạ" and "Ơ", and many programs make it a plain one.
_SPACE_FOR_A0 = re.compile(rb"([\xc3\xc6]|\xe1[\xba\xbb]) ")


def code_page_undone(text: str) -> str | None:
    """The text decoded as the UTF-8 it was; None when it was not misread. What cannot be saved is "?"."""
    if text.isascii():
        return None
    if _MISREAD.search(text):
        results = [_reread(text, page) for page in _CODE_PAGES]
        best = min(filter(None, results), key=lambda result: result.count("\ufffd"), default=None)
        return best and best.replace("\ufffd", "?")
    if _EAST_ASIAN.search(text):
        return _reread_east_asian(text)
    return None


def _reread(text: str, page: dict[str, int]) -> str | None:
    raw = bytearray()
    for sign in text:
        code = ord(sign) if sign < "\x80" else page.get(sign)
        if code is None:
            return None
        raw.append(code)
    read = _SPACE_FOR_A0.sub(b"\\1\xa0", bytes(raw)).decode("utf-8", "replace")
    saved = sum(sign > "\x7f" for sign in read) - read.count("\ufffd")
    return read if saved > read.count("\ufffd") else None


def _reread_east_asian(text: str) -> str | None:
    for codec in _EAST_ASIAN_CODECS:
        try:
            read = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if not _EAST_ASIAN.search(read):
            return read
    return None


# --- Caps Lock


def caps_lock_undone(text: str) -> str | None:
    """The text with its capitals back; None unless the sex field proves that Caps Lock was on ("nAM", "nỮ")."""
    if "|nAM|" in text or "|nỮ|" in text or "|nU|" in text:
        return text.swapcase()
    return None

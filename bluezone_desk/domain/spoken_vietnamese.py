"""Numbers, days and links as a Vietnamese announcer reads them."""

import re
from datetime import date

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSANDS = ("", "nghìn", "triệu", "tỷ")
#: Names of letters as they are spelt aloud, and what stands between the parts of a link.
_SPELT = "a bê xê dê e ép-phờ giê hát i gi ca lờ mờ nờ o pê quy rờ sờ tê u vê vê-kép ích i-dài dét"
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _SPELT.split(), strict=True))
_SIGNS = {".": "chấm", "/": "gạch chéo", "-": "gạch nối", "_": "gạch dưới", "?": "hỏi", "=": "bằng", "&": "và"}
#: Parts of a link that people say as a word, in the reading the offices use.
_WORDS = {
    "www": "vê kép vê kép vê kép",
    "bluezone": "bờ-lu-dôn",
    "gov": "gốp",
    "vn": "vê-en",
    "com": "com",
    "ai": "a-i",
    "zalo": "da-lô",
    "go": "gâu",
    "app": "áp",
    "apps": "áp",
    "ncovi": "en-cô-vi",
    "taiapp": "tải áp",
    "tai": "tài",
    "lieu": "liệu",
}
_PIECE = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9]")


def spoken_number(number: int) -> str:
    """A number from 0 to 999,999,999,999 in words: 21 is "hai mươi mốt", 105 is "một trăm linh năm"."""
    if number == 0:
        return _DIGITS[0]
    groups: list[int] = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    words = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            is_first = place == len(groups) - 1
            words += [_group(groups[place], is_first), _THOUSANDS[place]]
    return " ".join(word for word in words if word)


def _group(number: int, is_first: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [] if is_first and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 0 and ones and words:
        words.append("linh")
    elif tens == 1:
        words.append("mười")
    elif tens > 1:
        words += [_DIGITS[tens], "mươi"]
    if ones:
        words.append(_ones(tens, ones))
    return " ".join(words)


def _ones(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 5 and tens > 0:
        return "lăm"
    return "tư" if ones == 4 and tens > 1 else _DIGITS[ones]


def spoken_day(day: date) -> str:
    """ "ngày mùng năm tháng tám năm hai nghìn không trăm hai mươi"."""
    said = f"mùng {spoken_number(day.day)}" if day.day <= 10 else spoken_number(day.day)
    month = "tư" if day.month == 4 else spoken_number(day.month)
    return f"ngày {said} tháng {month} năm {spoken_number(day.year)}"


def spoken_document(number: str) -> str:
    """A document's number as read: "12/CT-UBND" is "mười hai"; its symbol is not read."""
    digits = re.match(r"\d+", number)
    return spoken_number(int(digits[0][:12])) if digits else ""


def spoken_link(link: str) -> str:
    """A link as it can be written down by ear, without its scheme; offices change it to how it is said there."""
    bare = re.sub(r"^[a-z]+://", "", link.strip().lower()).rstrip("/")
    return " ".join(_spoken_piece(piece) for piece in _PIECE.findall(bare))


def _spoken_piece(piece: str) -> str:
    if piece in _WORDS:
        return _WORDS[piece]
    if piece.isdigit():
        return " ".join(_DIGITS[int(digit)] for digit in piece)
    if piece in _SIGNS:
        return _SIGNS[piece]
    if len(piece) > 4:
        return piece
    return " ".join(_LETTERS.get(letter, letter) for letter in piece)

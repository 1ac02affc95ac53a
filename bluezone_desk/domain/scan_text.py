"""What a scanner wraps around a code, taken off; and two codes sent as one, taken apart."""

import re

from bluezone_desk.domain.card import read_date, read_sex
from bluezone_desk.domain.card_repair import caps_lock_undone, code_page_undone, keys_undone, separators_undone
from bluezone_desk.domain.id_number import is_old_number, is_personal_number
from bluezone_desk.domain.plain_text import one_line

#: AIM identifier: "]", a letter for the kind of code, a digit for its options.
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z](?=[0-9A-Za-z\ufeff])")
#: NUL, STX, ETX, byte order mark, zero width and direction signs. C1 controls stay: they may be misread letters.
_FRAME = str.maketrans(
    dict.fromkeys((*range(9), *range(0x0E, 0x1C), 0x7F, 0x061C, 0xFEFF), "")
    | dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)), "")
    | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x3000: " ", 0xFFFD: "?"}
)
_ENDS = " \t\r\n\v\f\x1c\x1d\x1e\x1f\u00a0"
_LINES = re.compile(r"[\r\n\x1c-\x1e]+|\t(?=[0-9]{12})")
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}")
_PERSONAL_NUMBERS = re.compile(r"(?:[0-9]{12}){2,8}")
_START = re.compile(r"(?:[0-9]{10}|[0-9]{12}|[A-Za-z]{2}[0-9]{13})\|")
_CARD_PIPES = 6


def unframed(raw: str) -> str:
    """The code's own text: no AIM identifier, frame, byte order mark or line end; digits and pipes in ASCII.

    A byte nobody could decode (a lone surrogate, U+FFFD) becomes "?".
    """
    text = raw.strip(_ENDS)
    if not text.isprintable() or max(text, default="") > "\uff00":
        text = _storable(text.translate(_FRAME).strip(_ENDS))
    if text.startswith("]"):
        text = _AIM.sub("", text, count=1).strip(_ENDS)
    return text


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def decoded(data: bytes) -> str:
    """The text of what came over a serial line: UTF-8, or the big-endian two-byte form some scanners are set to.

    Bytes that are neither become U+FFFD, which stands for lost letters.
    """
    data = data.lstrip(b"\r\n")
    if data[:2] == b"\xfe\xff" or 4 * data[::2].count(0) > len(data):
        return data[: len(data) // 2 * 2].decode("utf-16-be", "replace")
    return data.decode("utf-8", "replace")


def restored(text: str) -> tuple[str, bool]:
    """An unframed text with what a wrong keyboard, code page or Caps Lock did undone, and whether anything was."""
    whole = text
    for undone in (keys_undone, code_page_undone, separators_undone, caps_lock_undone):
        whole = undone(whole) or whole
    return whole, whole != text


def split_scans(raw: str) -> list[str]:
    """The scans in what arrived, in order: split at line ends and where one card's text runs into the next's.

    Nothing in, nothing out. What need not be split stays as it came, but for its frame.
    """
    scans: list[str] = []
    for line in _LINES.split(raw):
        text = unframed(line)
        if not one_line(text):
            continue
        if scans and 0 < scans[-1].count("|") < _CARD_PIPES and "|" in text and not _START.match(text):
            # A line end inside a field is the card's, not the scanner's.
            scans[-1] += " " + text
            continue
        pieces = split_glued(restored(text)[0])
        scans.extend(pieces if len(pieces) > 1 else [text])
    return scans


def split_glued(text: str) -> list[str]:
    """The scans in one restored line; the line itself when it is one scan."""
    if "|" not in text:
        return _PERSONAL_NUMBER.findall(text) if _PERSONAL_NUMBERS.fullmatch(text) else [text]
    fields = text.split("|")
    pieces: list[list[str]] = [[]]
    for place, field in enumerate(fields):
        if place and field.startswith("$"):
            ends = 1
        elif place and _is_head(fields, place, is_second=len(pieces[-1]) == 1):
            ends = len(field) - 12
        else:
            pieces[-1].append(field)
            continue
        pieces[-1].append(field[:ends])
        pieces.append([field[ends:]])
    joined = ["|".join(piece) for piece in pieces]
    return [piece for piece in joined if piece.strip("| ")] if len(joined) > 1 else joined


def _is_head(fields: list[str], place: int, *, is_second: bool) -> bool:
    """True when a card begins in this field, maybe behind another's tail: the next fields are a card's too."""
    if not is_personal_number(fields[place][-12:]):
        return False
    if _follows(fields[place + 1 : place + 5]):
        return True
    # The card without an old number; but twelve digits alone in a second field are the old number.
    is_old_number_field = is_second and len(fields[place]) == 12
    return not is_old_number_field and _follows(["", *fields[place + 1 : place + 4]])


def _follows(fields: list[str]) -> bool:
    if len(fields) < 4:
        return False
    old, name, birth, sex = fields
    if old and not is_old_number(old) and not is_personal_number(old):
        return False
    if not name or name.isdigit():
        return False
    return read_date(birth) is not None and (read_sex(sex) != "" or birth != "")

"""A list of people pasted from a letter or a chat, cleaned: one name to a line, without the list's own marks."""

import re
from dataclasses import dataclass

from bluezone_desk.domain.id_number import parse_id_number
from bluezone_desk.domain.names import clean_name, fold, unify_tone
from bluezone_desk.domain.phones import parse_phone

#: More lines than this are no delegation at a desk.
MOST_LINES = 500
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,3}\s*[.)\]:/-]+|[-–—•*+·▪►✓]+)\s*")
_TITLES = re.compile(r"^(?:ông|bà|anh|chị|đ/c|đồng chí|mr|mrs|ms)\b[.:]?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\t;|,]+|\s+[-–—]\s+")
#: A row with one of these names columns and nobody.
_HEADINGS = frozenset(("ho va ten", "ho ten", "ho va ten khach", "ho ten khach", "full name"))
#: How the paper around a list begins. With its marks: without them, "Tổng cộng" may be Mr Tống Công.
_OF_THE_PAPER = re.compile(r"danh sách(?: \w|:|$)|tổng cộng|tổng số|cộng hòa xã hội|độc lập|kính gửi")
_DIGITS = re.compile(r"\+?\d[\d .-]{7,16}\d")


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of the list; `doubled` when an earlier line says the same."""

    name: str
    phone: str = ""
    id_number: str = ""
    rest: str = ""
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class NameList:
    """The people in the order of the list, what names nobody and was left out, and the lines beyond the limit."""

    people: tuple[Listed, ...]
    left_out: tuple[str, ...] = ()
    too_many: int = 0


def name_list(text: str) -> NameList:
    """The people of a pasted text. Numbering, bullets, titles, headings and blank lines go; numbers stay."""
    lines = [line for line in map(_cleaned, text.splitlines()) if line]
    people: list[Listed] = []
    left_out: list[str] = []
    seen: set[tuple[str, str, str]] = set()
    for line in lines[:MOST_LINES]:
        found = _listed(line)
        if found is None:
            left_out.append(line)
            continue
        key = (fold(found.name), found.phone, found.id_number)
        people.append(Listed(found.name, found.phone, found.id_number, found.rest, key in seen))
        seen.add(key)
    return NameList(tuple(people), tuple(left_out), max(0, len(lines) - MOST_LINES))


def _cleaned(line: str) -> str:
    """The line without signs that are not seen; cells of a table stay apart."""
    return "; ".join(filter(None, map(clean_name, line.split("\t"))))


def _listed(line: str) -> Listed | None:
    phone = id_number = ""
    for digits in _DIGITS.findall(line):
        bare = re.sub(r"[ .-]", "", digits)
        is_id_shaped = len(bare) in (9, 12) and not bare.startswith("+")
        if not id_number and is_id_shaped and (known := parse_id_number(bare)):
            id_number = known
        elif not phone and (called := parse_phone(bare)):
            phone = called.number
    words = _NUMBERING.sub("", _DIGITS.sub("\t", line))
    parts = [part for part in (clean_name(piece) for piece in _BETWEEN.split(words)) if part]
    parts = [part for part in parts if any(letter.isalpha() for letter in part)]
    if not parts or not _HEADINGS.isdisjoint(map(fold, parts)):
        return None
    if _OF_THE_PAPER.match(unify_tone(parts[0]).casefold()):
        return None
    name = _TITLES.sub("", parts[0])
    return Listed(name, phone, id_number, ", ".join(parts[1:])) if fold(name) else None

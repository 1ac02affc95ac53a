"""The twelve-digit personal number: PPP S YY NNNNNN (Decree 137/2015, article 13), and older or foreign papers."""

import re
from dataclasses import dataclass

from bluezone_desk.domain.plain_text import one_line

_PERSONAL = re.compile(r"[0-9]{12}")
_OLD = re.compile(r"[0-9]{9}")
_PASSPORT = re.compile(r"(?=[A-Z0-9]*[0-9])[A-Z][A-Z0-9]{5,14}")
_FILLING = str.maketrans("０１２３４５６７８９", "0123456789", " .-")
_LONGEST = 40
#: Codes from here on are countries: the birth was registered abroad.
FIRST_COUNTRY_CODE = 101


@dataclass(frozen=True, slots=True)
class IdFacts:
    """What the number says of its holder: where the birth was registered, the year, and "Nam" or "Nữ"."""

    province_code: str
    birth_year: int
    sex: str

    @property
    def is_from_abroad(self) -> bool:
        return int(self.province_code) >= FIRST_COUNTRY_CODE


def is_personal_number(text: str) -> bool:
    """True for twelve ASCII digits. There is no check digit to test."""
    return _PERSONAL.fullmatch(text) is not None


def is_old_number(text: str) -> bool:
    """True for the nine digits of the old identity card (CMND)."""
    return _OLD.fullmatch(text) is not None


def facts_of(number: str) -> IdFacts:
    """Read a personal number. ValueError when it is not one (`is_personal_number`)."""
    if not is_personal_number(number):
        raise ValueError("not a personal number")
    century_and_sex = int(number[3])
    year = 1900 + 100 * (century_and_sex // 2) + int(number[4:6])
    return IdFacts(number[:3], year, "Nữ" if century_and_sex % 2 else "Nam")


def parse_id_number(text: str) -> str | None:
    """The number of an identity paper as the book keeps it: 12 digits, 9 digits, or a passport's.

    Spaces, dots and dashes are dropped and letters are capitals; None when it is none of these.
    """
    if len(text) > _LONGEST:
        return None
    kept = one_line(text).translate(_FILLING).upper()
    fits = _PERSONAL.fullmatch(kept) or _OLD.fullmatch(kept) or _PASSPORT.fullmatch(kept)
    return kept if fits else None


def mask_id(number: str) -> str:
    """What others may see: "017 1•• ••• 482" of a personal number; of others only the last three signs."""
    if is_personal_number(number):
        return f"{number[:3]} {number[3]}•• ••• {number[-3:]}"
    hidden = max(len(number) - 3, min(len(number), 4))
    return "•" * hidden + number[hidden:]

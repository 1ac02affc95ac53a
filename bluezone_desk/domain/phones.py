"""Phone numbers as Vietnam dials them since 15 September 2018, when mobile numbers lost their eleventh digit."""

import re
from dataclasses import dataclass

from bluezone_desk.domain.plain_text import one_line

_LONGEST = 40
_FILLING = str.maketrans("０１２３４５６７８９＋", "0123456789+", " .,-–—()/\u00b7_")
_MOBILE = re.compile(r"0[35789][0-9]{8}")
_OLD_MOBILE = re.compile(r"01[0-9]{9}")
#: Area code 02x or 02xx and the subscriber: eleven digits in all.
_FIXED = re.compile(r"02[0-9]{9}")
_HOME = re.compile(r"(?:\+|00)?84(?:0(?=[235789]))?([235789][0-9]{8,9}|1[0-9]{9})")
_ABROAD = re.compile(r"\+(?!84)[1-9][0-9]{7,14}")

#: Old four-digit prefix -> new three-digit prefix (the Ministry of Information's mapping of 2018).
_RENUMBERED = (
    "0120 070, 0121 079, 0122 077, 0123 083, 0124 084, 0125 085, 0126 076, 0127 081, 0128 078, 0129 082, "
    "0162 032, 0163 033, 0164 034, 0165 035, 0166 036, 0167 037, 0168 038, 0169 039, 0186 056, 0188 058, 0199 059"
)
NEW_PREFIXES = {pair[:4]: pair[5:] for pair in _RENUMBERED.split(", ")}


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` is 0xxxxxxxxx (mobile), 02xxxxxxxxx (fixed) or +… (abroad).

    `old_form` is the eleven-digit mobile number it was written as, else "": ask before keeping the new one.
    """

    number: str
    old_form: str = ""


def parse_phone(text: str) -> Phone | None:
    """The number in `text`, with any spaces, dots, dashes, +84 or 84; None when it is not a phone number."""
    if len(text) > _LONGEST:
        return None
    digits = one_line(text).translate(_FILLING)
    home = _HOME.fullmatch(digits)
    if home is not None:
        digits = "0" + home[1]
    if _MOBILE.fullmatch(digits) or _FIXED.fullmatch(digits) or _ABROAD.fullmatch(digits):
        return Phone(digits)
    if _OLD_MOBILE.fullmatch(digits) and digits[:4] in NEW_PREFIXES:
        return Phone(NEW_PREFIXES[digits[:4]] + digits[4:], old_form=digits)
    return None


def format_phone(number: str) -> str:
    """The number in groups: "0912 345 678", "024 3825 1234", "0218 385 1234"; anything else as it came."""
    if _MOBILE.fullmatch(number):
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    if _FIXED.fullmatch(number):
        area = 3 if number[:3] in ("024", "028") else 4
        return f"{number[:area]} {number[area:7]} {number[7:]}"
    return number


def mask_phone(number: str) -> str:
    """What others may see: "0912 ••• 678". Numbers too short to hide a part of are hidden whole; "" stays ""."""
    digits = number.replace(" ", "")
    if not digits:
        return ""
    if len(digits) < 9:
        return "•" * len(digits)
    return f"{digits[:4]} {'•' * (len(digits) - 7)} {digits[-3:]}"

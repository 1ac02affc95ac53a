"""The code on a health insurance card (BHYT): texts in hexadecimal, so that no keyboard can harm them.

number | hex of the name | dd/mm/yyyy | 1 or 2 | hex of the address | facility | from | to | … | $
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bluezone_desk.domain.card import IMPOSSIBLE, NameStatus, read_date, tidy_address
from bluezone_desk.domain.card_checks import is_plausible_birth
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.id_number import is_personal_number
from bluezone_desk.domain.plain_text import one_line

_FEWEST_FIELDS = 4
_NUMBER = re.compile(r"[A-Z]{2}[0-9]{13}|[0-9]{10}|[0-9]{12}")
_HEX = re.compile(r"(?:[0-9A-F]{2})+")
_BIRTH = re.compile(r"(?:(?:[0-9]{2}/)?[0-9]{2}/)?[0-9]{4}")
#: 1 is printed as "Nam", every other value as "Nữ" by the readers in use.
_MALE = "1"


@dataclass(frozen=True, slots=True)
class HealthCardScan:
    """What one health insurance card says; fields as in `CardScan`.

    `card_number` as printed; `id_number` is the personal number when the card uses it, else "".
    """

    card_number: str
    name: str
    id_number: str = ""
    birth_date: str = ""
    sex: str = ""
    address: str = ""
    name_status: NameStatus = "whole"
    warnings: tuple[Trouble, ...] = ()


def is_health_card(fields: list[str]) -> bool:
    """True when the number, the hexadecimal name and the birth date stand where this card has them."""
    return (
        len(fields) >= _FEWEST_FIELDS
        and _NUMBER.fullmatch(fields[0].strip().upper()) is not None
        and _BIRTH.fullmatch(fields[2].strip()) is not None
        and (fields[3].strip() in ("1", "2") or _hex_text(fields[1]) is not None)
    )


def read_health_card(fields: list[str], today: date) -> HealthCardScan | None:
    """The card with these fields; None when its name cannot be decoded."""
    name = _hex_text(fields[1])
    if name is None:
        return None
    number = fields[0].strip().upper()
    birth_date = read_date(fields[2]) or ""
    warnings: list[Trouble] = []
    if birth_date == IMPOSSIBLE:
        birth_date = ""
        warnings.append(Trouble.WARN_BIRTH_DATE)
    elif birth_date and not is_plausible_birth(birth_date, today):
        warnings.append(Trouble.WARN_BIRTH_DATE)
    scan = HealthCardScan(
        card_number=number,
        name=name,
        id_number=number if is_personal_number(number) else "",
        birth_date=birth_date,
        sex="Nam" if fields[3].strip() == _MALE else "Nữ",
        address=tidy_address(_hex_text(fields[4]) or "") if len(fields) > _FEWEST_FIELDS else "",
        warnings=tuple(warnings),
    )
    if "\ufffd" in name or "?" in name:
        return replace(scan, name_status="damaged", warnings=(Trouble.WARN_NAME_DAMAGED, *warnings))
    return scan


def _hex_text(field: str) -> str | None:
    """The clean line the field spells; None when it is not hexadecimal or spells nothing."""
    digits = field.replace(" ", "").upper()
    if not _HEX.fullmatch(digits):
        return None
    return one_line(bytes.fromhex(digits).decode("utf-8", "replace")) or None

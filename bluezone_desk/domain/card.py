"""The text in the QR code of an identity card: fields split by "|", no prefix, no checksum, no signature.

Two layouts: the card of 2021 (CCCD) has 7 fields, the card of 2024 (Căn cước) has 11, the last four usually empty.
Because nothing in it is signed, a scan speeds typing; it does not prove who stands at the desk.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.id_number import is_old_number, is_personal_number
from bluezone_desk.domain.names import fold
from bluezone_desk.domain.plain_text import one_line

SEPARATOR: Final = "|"
FEWEST_FIELDS, MOST_FIELDS = 6, 12
#: Cards issued from this day on have the layout of 2024. ISO dates compare as texts.
_FIRST_DAY_OF_2024_LAYOUT = "2024-07-01"

Layout = Literal["cccd21", "cccd24"]
NameStatus = Literal["whole", "damaged", "unmarked"]

_DATE_MARKS = str.maketrans("", "", "/-. ")


@dataclass(frozen=True, slots=True)
class CardScan:
    """What one card says. Texts are clean lines; nothing is invented for what the card leaves out.

    `birth_date` is "1990-08-15", "1955-03", "1955" or ""; `issue_date` the same or ""; `sex` "Nam", "Nữ" or "".
    `parents` are on children's cards (which is whose is not certain). `name_status` is "whole" as the card spells
    it, "damaged" when letters were lost, "unmarked" when its marks were. `warnings` never stop a check-in.
    """

    id_number: str
    old_id_number: str = ""
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    address: str = ""
    issue_date: str = ""
    cancelled_number: str = ""
    parents: tuple[str, ...] = ()
    layout: Layout = "cccd21"
    name_status: NameStatus = "whole"
    warnings: tuple[Trouble, ...] = ()


def card_of(fields: list[str]) -> tuple[CardScan, list[Trouble]] | None:
    """The card with these fields, as spelled, and doubts about single fields; None when they are no card's fields.

    The number must stand first and whole, and the birth date or the sex must be where they belong.
    """
    if not FEWEST_FIELDS <= len(fields) <= MOST_FIELDS or not is_personal_number(fields[0]):
        return None
    count = len(fields)
    if count == FEWEST_FIELDS and _is_word(fields[1]):
        # A layout of six fields without the old number is in circulation.
        fields = [fields[0], "", *fields[1:]]
    fields = fields + [""] * (MOST_FIELDS - len(fields))
    if _is_word(fields[1]):
        return None
    birth_date, sex = read_date(fields[3]), read_sex(fields[4])
    name = one_line(fields[2])
    if birth_date is None or (not birth_date and not sex) or not (name or birth_date):
        return None
    doubts: list[Trouble] = []
    if birth_date == IMPOSSIBLE:
        birth_date = ""
        doubts.append(Trouble.WARN_BIRTH_DATE)
    issue_date = read_date(fields[6])
    if issue_date is None or issue_date == IMPOSSIBLE:
        issue_date = ""
        doubts.append(Trouble.WARN_ISSUE_DATE)
    card = CardScan(
        id_number=fields[0],
        old_id_number=_number(fields[1], doubts),
        name=name,
        birth_date=birth_date,
        sex=sex,
        address=tidy_address(fields[5]),
        issue_date=issue_date,
        cancelled_number=_number(fields[7], doubts),
        parents=tuple([parent for parent in (one_line(fields[8]), one_line(fields[9])) if parent]),
        layout=_layout(count, issue_date),
    )
    return card, doubts


def card_text(card: CardScan) -> str:
    """The payload of a card that says this; reading it gives the same card again."""
    fields = [
        card.id_number,
        card.old_id_number,
        card.name,
        _written(card.birth_date),
        card.sex,
        card.address,
        _written(card.issue_date),
    ]
    if card.layout == "cccd24":
        fields += [card.cancelled_number, *(*card.parents, "", "")[:2], ""]
    return SEPARATOR.join(fields)


#: A date of the right shape that no calendar has.
IMPOSSIBLE: Final = "impossible"


def read_date(text: str) -> str | None:
    """A date as cards write it (ddMMyyyy, MMyyyy, yyyy, zeros for what is unknown) in ISO form; "" for no date.

    `IMPOSSIBLE` for 31/02 and the like; None when the text is no date at all.
    """
    digits = text.translate(_DATE_MARKS)
    if not digits:
        return ""
    if len(digits) not in (4, 6, 8) or not (digits.isascii() and digits.isdigit()):
        return None
    year, month, day = digits[-4:], digits[-6:-4] or "00", digits[:-6] or "00"
    if year == "0000":
        return IMPOSSIBLE
    if month == "00":
        return year if day == "00" else IMPOSSIBLE
    try:
        date(int(year), int(month), int(day) or 1)
    except ValueError:
        return IMPOSSIBLE
    return f"{year}-{month}" if day == "00" else f"{year}-{month}-{day}"


def read_sex(text: str) -> str:
    """ "Nam" or "Nữ", in any case and however damaged ("N?", "N", "Nu"); "" for anything else."""
    if text in ("Nam", "Nữ"):
        return text
    key = fold(text).rstrip("?\ufffd ")
    if key == "nam":
        return "Nam"
    return "Nữ" if key in ("nu", "n") else ""


def tidy_address(text: str) -> str:
    """The address without the empty parts and stray dashes some cards have between their commas."""
    parts = [part.strip(" -") for part in one_line(text).split(",")]
    return ", ".join([part for part in parts if part])


def _layout(count: int, issue_date: str) -> Layout:
    if count in (8, 9):
        # Neither layout's count: the date of issue decides.
        return "cccd24" if issue_date >= _FIRST_DAY_OF_2024_LAYOUT else "cccd21"
    return "cccd21" if count < 8 else "cccd24"


def has_layout_of_its_time(card: CardScan) -> bool:
    """False for the layout of 2021 on a card issued since 1 July 2024, or the other way round."""
    is_new = card.issue_date >= _FIRST_DAY_OF_2024_LAYOUT
    return not card.issue_date or is_new == (card.layout == "cccd24")


def _is_word(text: str) -> bool:
    return re.search(r"[^\W\d_]", text) is not None


def _number(text: str, doubts: list[Trouble]) -> str:
    number = text.strip()
    if not number or is_old_number(number) or is_personal_number(number):
        return number
    doubts.append(Trouble.WARN_INPUT_METHOD)
    return ""


def _written(iso: str) -> str:
    return "".join(reversed(iso.split("-")))

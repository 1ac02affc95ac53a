"""What the receptionist's one field was given: a card, a number, a phone, a pass, a name, or something to refuse.

Anything a scanner or a finger can send has an answer; nothing raises, and nothing that was sent is kept raw.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bluezone_desk.domain.card import CardScan, card_of, read_date, read_sex
from bluezone_desk.domain.card_checks import check_card
from bluezone_desk.domain.card_name import name_status, shows_input_method
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan, is_health_card, read_health_card
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.other_codes import other_code
from bluezone_desk.domain.phones import parse_phone
from bluezone_desk.domain.scan_text import restored, split_glued, split_scans, unframed

__all__ = [
    "LONGEST_SCAN",
    "CardScan",
    "Damaged",
    "HealthCardScan",
    "IdNumber",
    "Identified",
    "NameQuery",
    "PassNumber",
    "PhoneNumber",
    "identify",
    "split_scans",
]

#: A card's text has some 150 characters; a code that holds more than this is none of ours.
LONGEST_SCAN = 2000

_SPACED_NUMBER = re.compile(r"[0-9][0-9 .\-]{7,22}[0-9]")
_NUMBER_GAPS = str.maketrans("", "", " .-")
_PASSPORT = re.compile(r"[A-Za-z]{1,2}[0-9]{6,8}")
_PASS = re.compile(r"[0-9]{1,4}")
_TYPED_BEFORE = re.compile(r"[^0-9|]{1,40}([0-9]{12})")
_DELETES = ("\b", "\x7f")


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A personal number (12 digits), an old identity card's (9), or a passport's."""

    number: str


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """As `Phone`: `old_form` is the eleven-digit number it was given as, else ""."""

    number: str
    old_form: str = ""


@dataclass(frozen=True, slots=True)
class PassNumber:
    """A visitor pass, one to four digits as given."""

    number: str


@dataclass(frozen=True, slots=True)
class NameQuery:
    """Words or part of a number to search for, cleaned."""

    text: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """Refused, and why: SCAN_… codes only."""

    code: Trouble


Identified = CardScan | HealthCardScan | IdNumber | PhoneNumber | PassNumber | NameQuery | Damaged


def identify(raw: str, today: date) -> Identified:
    """Say what was scanned or typed. `today` is the office's day, for the plausibility of dates.

    Two cards that arrived as one give the first, with WARN_GLUED; `split_scans` gives both.
    """
    if len(raw) > LONGEST_SCAN:
        return Damaged(Trouble.SCAN_TOO_LONG)
    text = unframed(raw)
    if not text:
        return Damaged(Trouble.SCAN_EMPTY)
    whole, was_repaired = restored(text)
    notes = [Trouble.WARN_REPAIRED] if was_repaired else []
    if any(sign in raw for sign in _DELETES):
        notes.append(Trouble.WARN_INPUT_METHOD)
    pieces = split_scans(raw) if "\n" in text or "\r" in text or "\t" in text else split_glued(whole)
    if len(pieces) > 1 and ("|" in pieces[0] or pieces[0].isdigit()):
        whole = restored(pieces[0])[0]
        notes.append(Trouble.WARN_GLUED)
    if "|" in whole:
        scan = _coded(whole, today, notes)
        if scan is not None:
            return scan
    return _typed(whole)


def _coded(text: str, today: date, notes: list[Trouble]) -> Identified | None:
    """What a text with separators is; None when it is no card and no part of one."""
    fields = text.split("|")
    behind = _TYPED_BEFORE.fullmatch(fields[0])
    if behind is not None and ":" not in fields[0]:
        # Letters were in the field when the scan arrived; they are not the card's.
        fields[0] = behind[1]
        notes.append(Trouble.WARN_REPAIRED)
    if is_health_card(fields):
        health = read_health_card(fields, today)
        if health is None:
            return Damaged(Trouble.SCAN_DAMAGED)
        return replace(health, warnings=_once([*notes, *health.warnings]))
    read = card_of(fields)
    if read is not None:
        card, doubts = read
        return _judged(card, fields, today, [*notes, *doubts])
    code = other_code(text)
    if code is not None:
        return Damaged(code)
    return _broken(fields)


def _judged(card: CardScan, fields: list[str], today: date, notes: list[Trouble]) -> CardScan:
    """The card with the state of its name, and every warning once."""
    is_meddled = shows_input_method(card.name, card.address)
    status = name_status(card.name, "" if is_meddled else "".join(fields[3:]))
    if is_meddled:
        notes.append(Trouble.WARN_INPUT_METHOD)
    if status != "whole":
        notes.append(Trouble.WARN_NAME_DAMAGED if status == "damaged" else Trouble.WARN_NAME_UNMARKED)
    notes += check_card(card, today)
    return replace(card, name_status=status, warnings=_once(notes)) if notes else card


def _once(notes: list[Trouble]) -> tuple[Trouble, ...]:
    return tuple(dict.fromkeys(notes))


def _broken(fields: list[str]) -> Identified | None:
    head = fields[0].strip()
    if head.isdigit() and len(head) >= 12:
        return Damaged(Trouble.SCAN_DAMAGED)
    if any(read_sex(field) or (len(field) == 8 and read_date(field)) for field in fields if field != "N"):
        return Damaged(Trouble.SCAN_HEADLESS)
    return Damaged(Trouble.SCAN_IS_OTHER_CODE) if len(fields) > 2 else None


def _typed(text: str) -> Identified:
    """What a text without separators is."""
    if _PASS.fullmatch(text):
        return PassNumber(text)
    if _SPACED_NUMBER.fullmatch(text):
        digits = text.translate(_NUMBER_GAPS)
        if len(digits) in (9, 12):
            return IdNumber(digits)
    phone = parse_phone(text)
    if phone is not None:
        return PhoneNumber(phone.number, phone.old_form)
    if _PASSPORT.fullmatch(text):
        return IdNumber(text.upper())
    code = other_code(text)
    if code is not None:
        return Damaged(code)
    query = clean_name(text)
    return NameQuery(query) if query else Damaged(Trouble.SCAN_EMPTY)

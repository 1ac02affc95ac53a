"""Whether a card agrees with itself. Every finding is a warning: numbers are cancelled and issued anew after a
correction of sex or birth year, and the card then still carries what was once registered."""

from datetime import date

from bluezone_desk.domain.card import CardScan, has_layout_of_its_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.id_number import facts_of
from bluezone_desk.domain.provinces import province_at_issue

_OLDEST_YEARS = 120
#: Cards with a QR code have been issued since then.
_FIRST_ISSUE = "2021-01-01"


def check_card(card: CardScan, today: date) -> list[Trouble]:
    """What does not agree, in the order of the card's fields; `today` is the office's day."""
    found: list[Trouble] = []
    facts = facts_of(card.id_number)
    if not facts.is_from_abroad and province_at_issue(facts.province_code) is None:
        found.append(Trouble.WARN_PROVINCE)
    if card.birth_date and int(card.birth_date[:4]) != facts.birth_year:
        found.append(Trouble.WARN_YEAR)
    if card.sex and card.sex != facts.sex:
        found.append(Trouble.WARN_SEX)
    if card.birth_date and not is_plausible_birth(card.birth_date, today):
        found.append(Trouble.WARN_BIRTH_DATE)
    # ISO dates compare as texts, whole or partial.
    if card.issue_date and not max(_FIRST_ISSUE, card.birth_date) <= card.issue_date <= today.isoformat():
        found.append(Trouble.WARN_ISSUE_DATE)
    if not has_layout_of_its_time(card):
        found.append(Trouble.WARN_CARD_LAYOUT)
    return found


def is_plausible_birth(birth_date: str, today: date) -> bool:
    """True for a birth (ISO, whole or partial) not after today and at most 120 years ago."""
    return birth_date <= today.isoformat() and int(birth_date[:4]) >= today.year - _OLDEST_YEARS

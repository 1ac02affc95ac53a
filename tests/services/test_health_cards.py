"""Who a health insurance card brings back: by its personal number, else by name and birth date."""

import pytest
from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, Person

NAME = "Nguyễn Văn Mẫu"
OLD, NEW = "GD4010000000000", "001090000000"


def card(number: str, name: str = NAME, born: str = "15/08/1990") -> str:
    return f"{number}|{name.encode().hex()}|{born}|1|{'Hà Nội'.encode().hex()}|01 - 000|01/01/2021|31/12/2021|…|$"


def known(office: Reception, **more: str) -> str:
    draft = CheckInDraft(f"r{more}", NAME, host="Ông Bình", **({"birth_date": "1990-08-15"} | more))  # type: ignore[arg-type]
    outcome = office.desk.check_in.check_in(draft)
    assert isinstance(outcome, CheckedIn)
    office.leave(outcome.visit)
    return outcome.visit.visitor_id


def seen(office: Reception, raw: str) -> tuple[Person | None, list[Trouble]]:
    found = office.desk.people.recognise(raw)
    return found.person, [problem.code for problem in found.problems]


def test_a_card_without_a_personal_number_knows_name_and_birth_date_and_says_so(office: Reception) -> None:
    visitor = known(office)
    for name in (NAME, NAME.upper()):
        person, doubts = seen(office, card(OLD, name))
        assert person is not None
        assert (person.visitor_id, doubts) == (visitor, [Trouble.WARN_NAMESAKE])


def test_a_card_with_a_personal_number_is_known_by_it(office: Reception) -> None:
    visitor = known(office, id_number=NEW)
    person, doubts = seen(office, card(NEW, "Nguyen Van Mau"))
    assert person is not None
    assert (person.visitor_id, doubts) == (visitor, [])


@pytest.mark.parametrize(
    "raw", [card(OLD, "Nguyễn Văn Mậu"), card(OLD, born="16/08/1990"), card(OLD, born="1990"), card(NEW)]
)
def test_another_name_another_day_or_a_year_alone_is_nobody_known(office: Reception, raw: str) -> None:
    known(office)
    assert seen(office, raw)[0] is None


def test_of_two_with_one_name_and_birth_date_none_is_guessed(office: Reception) -> None:
    known(office, id_number="001090000000")
    known(office, id_number="017090000000")
    assert seen(office, card(OLD)) == (None, [])

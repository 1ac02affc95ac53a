"""Who the draft means, and what the book learns of a person."""

import pytest
from reception import Reception, draft

from bluezone_desk.domain.visits import Person, VisitLine


def come_and_go(office: Reception, name: str, **fields: str) -> VisitLine:
    line = office.enter(name, **fields)
    office.leave(line)
    office.pass_time(minutes=10)
    return line


def person(office: Reception, line: VisitLine) -> Person:
    known = office.desk.people.person(line.visitor_id)
    assert known is not None
    return known


def test_a_number_is_one_person_whatever_the_name(office: Reception) -> None:
    first = come_and_go(office, "Nguyễn Văn Tuấn", id_number="017090000000")
    second = come_and_go(office, "Nguyen Van Tuan", id_number="017090000000")
    assert (second.visitor_id, second.name) == (first.visitor_id, "Nguyễn Văn Tuấn")
    assert person(office, first).visits == 2


def test_a_phone_and_a_name_are_one_person(office: Reception) -> None:
    first = come_and_go(office, "Lê Thị Hoà", phone="0912345678")
    assert come_and_go(office, "le thi hoa", phone="0912 345 678").visitor_id == first.visitor_id
    assert come_and_go(office, "Lê Thị Hoa Mai", phone="0912345678").visitor_id != first.visitor_id


def test_two_numbers_are_two_people_though_phone_and_name_agree(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", phone="0912345678", id_number="017090000001")
    assert (
        come_and_go(office, "Lê Anh", phone="0912345678", id_number="017090000002").visitor_id != first.visitor_id
    )


def test_without_number_or_phone_nobody_is_taken_for_another(office: Reception) -> None:
    assert come_and_go(office, "Lê Anh").visitor_id != come_and_go(office, "Lê Anh").visitor_id


def test_the_person_chosen_from_search_is_meant(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh")
    assert come_and_go(office, "Lê Anh", visitor_id=first.visitor_id).visitor_id == first.visitor_id


def test_a_known_number_needs_no_name(office: Reception) -> None:
    come_and_go(office, "Lê Anh", id_number="017090000001")
    assert office.enter("", id_number="017090000001").name == "Lê Anh"


def test_a_new_card_takes_the_place_of_the_number_it_cancels(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", id_number="123456789")
    second = come_and_go(office, "Lê Anh", id_number="017090000001", old_id_number="123456789")
    assert (second.visitor_id, second.id_number) == (first.visitor_id, "017090000001")
    assert come_and_go(office, "Lê Anh", id_number="123456789").visitor_id == first.visitor_id
    assert person(office, first).id_number == "017090000001"


def test_two_cards_that_name_one_cancelled_number_stay_two_people(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", id_number="017090000001", old_id_number="123456789")
    second = come_and_go(office, "Vũ Hà", id_number="017090000002", old_id_number="123456789")
    assert first.visitor_id != second.visitor_id


def test_a_number_that_is_somebody_elses_is_never_given_twice(office: Reception) -> None:
    owner = come_and_go(office, "Lê Anh", id_number="017090000001")
    chosen = come_and_go(office, "Vũ Hà")
    come_and_go(office, "Vũ Hà", visitor_id=chosen.visitor_id, id_number="017090000001")
    assert person(office, chosen).id_number == ""
    assert person(office, owner).id_number == "017090000001"


@pytest.mark.parametrize(
    ("known", "told", "kept"),
    [
        ("Nguyen Van Tuan", "Nguyễn Văn Tuấn", "Nguyễn Văn Tuấn"),
        ("Nguyễn Văn Tuấn", "Nguyen Van Tuan", "Nguyễn Văn Tuấn"),
        ("Nguyễn Văn Tuấn", "Nguy?n V?n Tu?n", "Nguyễn Văn Tuấn"),
        ("Nguyễn Văn Tuấn", "Nguye64n Va8n Tua61n", "Nguyễn Văn Tuấn"),
        ("Nguy?n V?n Tu?n", "Nguyễn Văn Tuấn", "Nguyễn Văn Tuấn"),
        ("NGUYỄN VĂN TUẤN", "Nguyễn Văn Tuấn", "Nguyễn Văn Tuấn"),
        ("Nguyễn Văn Tuấn", "NGUYỄN VĂN TUẤN", "Nguyễn Văn Tuấn"),
        ("Lê Thị Hòa", "Lê Thị Hoà", "Lê Thị Hòa"),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuân", "Nguyễn Văn Tuân"),
        ("Nguyễn Văn Tuấn", "Nguyễn Tuấn Anh", "Nguyễn Tuấn Anh"),
    ],
)
def test_a_better_name_is_taken_and_a_worse_one_is_not(
    office: Reception, known: str, told: str, kept: str
) -> None:
    first = come_and_go(office, known, id_number="017090000000")
    come_and_go(office, told, id_number="017090000000")
    assert person(office, first).name == kept
    assert [p.name for p in office.desk.people.find(kept)] == [kept]


def test_what_is_told_again_is_taken_and_what_is_not_told_stays(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", id_number="017090000001", phone="0912345678", organisation="Sở Y tế")
    come_and_go(office, "Lê Anh", id_number="017090000001", phone="0987654321", address="Hà Nội", host="Bà Lan")
    known = person(office, first)
    assert (known.phone, known.organisation, known.address) == ("0987654321", "Sở Y tế", "Hà Nội")
    assert (known.last_host, known.last_checks, known.inside_visit_id) == ("Bà Lan", first.checks, "")
    assert [p.visitor_id for p in office.desk.people.find("0987")] == [first.visitor_id]
    assert office.desk.people.find("0912345678") == ()


def test_a_line_keeps_the_organisation_of_its_own_day(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", id_number="017090000001", organisation="Sở Y tế")
    second = come_and_go(office, "Lê Anh", id_number="017090000001", organisation="Công ty A")
    third = come_and_go(office, "Lê Anh", id_number="017090000001")
    lines = {line.visit_id: line.organisation for line in office.desk.visits.on_day(first.day)}
    assert [lines[line.visit_id] for line in (first, second, third)] == ["Sở Y tế", "Công ty A", "Công ty A"]


def test_recognising_brings_the_right_name_back(office: Reception) -> None:
    line = office.enter("Nguyễn Văn Tuấn", id_number="017090000000", phone="0912345678", pass_number="7")
    for raw in ("017090000000", "0912345678", "7", "017090000000||Nguy?n V?n Tu?n|15081990|Nam|Hòa Bình|01012022"):
        known = office.desk.people.recognise(raw)
        assert known.person is not None, raw
        assert (known.person.name, known.inside) == ("Nguyễn Văn Tuấn", line), raw


def test_what_is_no_scan_is_refused_with_its_reason(office: Reception) -> None:
    known = office.desk.people.recognise("https://example.com/abc")
    assert [problem.code.value for problem in known.problems] == ["scan_is_url"]
    assert known.person is None


def test_recognising_writes_nothing(office: Reception) -> None:
    before = office.desk.care.info()
    office.desk.people.recognise("017090000000||Nguyễn Văn Tuấn|15081990|Nam|Hòa Bình|01012022")
    assert office.desk.care.info() == before
    assert office.codes(draft("")) == ["name_missing"]


def test_every_number_a_person_had_brings_them_back(office: Reception) -> None:
    first = come_and_go(office, "Lê Anh", id_number="271450001")
    come_and_go(office, "Lê Anh", id_number="017090000001", old_id_number="271450001")
    come_and_go(office, "Lê Anh", id_number="017090000002", old_id_number="017090000001")
    come_and_go(office, "Lê Anh", id_number="017090000003", old_id_number="017090000002")
    for number in ("271450001", "017090000001", "017090000002", "017090000003"):
        known = office.desk.people.recognise(number).person
        assert known is not None, number
        assert known.visitor_id == first.visitor_id
    assert office.desk.care.verify().ok

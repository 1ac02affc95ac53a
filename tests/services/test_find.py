"""Finding people as somebody types."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reception import Reception

PEOPLE = {
    "Nguyễn Văn Tuấn": ("017090000001", "0912345678"),
    "Trần Thị Hòa": ("017190000002", "0987111222"),
    "Đặng Thuỳ Trâm": ("017190000003", "0355123456"),
    "H' Hen Niê": ("B1234567", "+8612345678901"),
    "Lê Tuân": ("", ""),
}


@pytest.fixture
def known(office: Reception) -> Reception:
    for name, (number, phone) in PEOPLE.items():
        office.leave(office.enter(name, id_number=number, phone=phone))
        office.pass_time(minutes=1)
    return office


def names(office: Reception, query: str, limit: int = 20) -> list[str]:
    return [person.name for person in office.desk.people.find(query, limit)]


QUERIES = """
ng v tu|nguyen van tuan|NGUYỄN|nvt|van tuan|tuan nguyen| tu  ng |0912|0912 345 678|+84912345678
|5678|345678|017090000001|017090|0001|000001
|2345|23456|12345678|0900|709000|90000001
"""


@pytest.mark.parametrize("query", QUERIES.strip().replace("\n", "").split("|"))
def test_a_person_is_found_by_any_part(known: Reception, query: str) -> None:
    assert "Nguyễn Văn Tuấn" in names(known, query)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("hoa", "Trần Thị Hòa"),
        ("hoà", "Trần Thị Hòa"),
        ("hòa", "Trần Thị Hòa"),
        ("dang", "Đặng Thuỳ Trâm"),
        ("đặng thủy", "Đặng Thuỳ Trâm"),
        (unicodedata.normalize("NFD", "Đặng Thuỳ"), "Đặng Thuỳ Trâm"),
        ("h hen", "H' Hen Niê"),
        ("b1234", "H' Hen Niê"),
        ("+8612345", "H' Hen Niê"),
    ],
)
def test_marks_and_spellings_do_not_matter(known: Reception, query: str, name: str) -> None:
    assert names(known, query) == [name]


def test_newest_first(known: Reception) -> None:
    assert names(known, "tuan") == ["Lê Tuân", "Nguyễn Văn Tuấn"]
    known.enter("Nguyễn Văn Tuấn", id_number="017090000001")
    assert names(known, "tuan") == ["Nguyễn Văn Tuấn", "Lê Tuân"]


def test_who_has_just_these_marks_comes_first(known: Reception) -> None:
    assert names(known, "tuấn") == ["Nguyễn Văn Tuấn", "Lê Tuân"]
    assert names(known, "tuân") == ["Lê Tuân", "Nguyễn Văn Tuấn"]


def test_no_more_than_asked_for(known: Reception) -> None:
    assert len(names(known, "t", 2)) == 2
    assert names(known, "t", 0) == []


@pytest.mark.parametrize("query", ["", "   ", "%", "_", "'", '"', "*", "😀", "\x00", "\ud800", '" OR 1=1 --', "-"])
def test_signs_find_nobody_and_harm_nothing(known: Reception, query: str) -> None:
    assert names(known, query) == []


def test_who_is_inside_is_said(known: Reception) -> None:
    line = known.enter("Nguyễn Văn Tuấn", id_number="017090000001")
    (person,) = known.desk.people.find("nvt")
    assert (person.inside_visit_id, person.visits) == (line.visit_id, 2)


def test_a_thousand_letters_are_a_question_like_any_other(known: Reception) -> None:
    assert names(known, "nguyễn " * 200) == ["Nguyễn Văn Tuấn"]
    assert names(known, "x" * 1000) == []


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_raises(known: Reception, query: str) -> None:
    assert len(names(known, query)) <= len(PEOPLE)


@given(st.sampled_from(sorted(PEOPLE)), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_beginning_of_every_syllable_finds_its_owner(
    known: Reception, name: str, data: st.DataObject
) -> None:
    syllable = data.draw(st.sampled_from([word for word in name.split() if word[0].isalpha()]))
    length = data.draw(st.integers(1, len(syllable)))
    assert name in names(known, syllable[:length])


def test_a_name_of_signs_alone_is_kept_and_found_by_its_number(office: Reception) -> None:
    assert office.enter("\N{GRINNING FACE}")
    number = office.enter("\N{SNOWMAN}", phone="0912345678")
    office.leave(number)
    assert names(office, "0912345678") == ["\N{SNOWMAN}"]
    assert office.desk.care.verify().ok

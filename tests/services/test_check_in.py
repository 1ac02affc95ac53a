"""Recording an entry."""

from datetime import timedelta
from typing import Any

import pytest
from reception import MORNING, RUNNING, TODAY, Reception, draft

from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import AlreadyInside, CheckedIn, CheckInDraft, Refused


def test_what_was_told_is_what_the_line_says(office: Reception) -> None:
    checks = (AppCheck("bluezone", CheckState.NOT_INSTALLED, "máy hết dung lượng"),)
    line = office.enter(
        "Trần Thị  Hường",
        id_number="017 190 000000",
        phone="+84 912.345.678",
        organisation="Công ty Sông Đà",
        host="Ông Bình",
        department="Phòng Tài chính",
        purpose="Nộp hồ sơ",
        party=2,
        plate="28A-123.45",
        pass_number="07",
        address="Tổ 5, Hòa Bình",
        checks=checks,
    )
    assert (line.name, line.id_number, line.phone) == ("Trần Thị Hường", "017190000000", "0912345678")
    assert (line.organisation, line.host, line.department) == ("Công ty Sông Đà", "Ông Bình", "Phòng Tài chính")
    assert (line.purpose, line.party, line.plate, line.pass_number) == ("Nộp hồ sơ", 2, "28A-123.45", "07")
    assert (line.checks, line.address, line.entered_at) == (checks, "Tổ 5, Hòa Bình", MORNING)
    assert (line.number, line.day, line.left_at, line.inside) == (1, TODAY, None, True)
    assert (line.recorded_by, line.desk) == ("Lễ tân", "Cổng chính")


def test_an_entry_is_there_after_a_restart(office: Reception) -> None:
    line = office.enter()
    office.reopen()
    assert office.desk.visits.inside() == (line,)


def test_the_same_request_is_one_visit(office: Reception) -> None:
    wanted = draft()
    first, second = office.desk.check_in.check_in(wanted), office.desk.check_in.check_in(wanted)
    assert isinstance(first, CheckedIn)
    assert isinstance(second, CheckedIn)
    assert (first.repeated, second.repeated, second.visit) == (False, True, first.visit)
    assert len(office.desk.visits.on_day(TODAY)) == 1


def test_the_same_request_answers_with_its_visit_even_after_the_exit(office: Reception) -> None:
    wanted = draft()
    outcome = office.desk.check_in.check_in(wanted)
    assert isinstance(outcome, CheckedIn)
    gone = office.leave(outcome.visit)
    again = office.desk.check_in.check_in(wanted)
    assert isinstance(again, CheckedIn)
    assert again.visit == gone


def test_a_draft_without_request_is_recorded_once_each(office: Reception) -> None:
    for number in ("017090000001", "017090000002"):
        assert isinstance(office.desk.check_in.check_in(CheckInDraft("", "A B", id_number=number)), CheckedIn)
    assert len(office.desk.visits.inside()) == 2


def test_who_is_inside_is_not_recorded_again(office: Reception) -> None:
    line = office.enter(id_number="017090000000")
    outcome = office.desk.check_in.check_in(draft(id_number="017090000000"))
    assert outcome == AlreadyInside(line)
    assert len(office.desk.visits.on_day(TODAY)) == 1


def test_numbers_count_within_the_office_day(office: Reception) -> None:
    numbers = [office.enter(f"Khách {letter}").number for letter in "ABC"]
    office.pass_time(hours=15, minutes=59)
    assert office.enter("Khách D").number == 4
    office.pass_time(minutes=2)
    tomorrow = office.enter("Khách E")
    assert numbers == [1, 2, 3]
    assert (tomorrow.number, tomorrow.day) == (1, TODAY + timedelta(days=1))
    assert office.desk.visits.next_number() == 2


def test_decomposed_letters_are_kept_composed(office: Reception) -> None:
    line = office.enter("Nguye\u0302\u0303n Va\u0306n Tua\u0302\u0301n")
    assert line.name == "Nguyễn Văn Tuấn"


def test_what_a_terminal_would_obey_is_dropped(office: Reception) -> None:
    line = office.enter("Lê\u202e A\x00nh\x1b[31m", purpose="một\nhai\x1fba")
    assert "\u202e" not in line.name
    assert line.name.isprintable()
    assert line.purpose.isprintable()


@pytest.mark.parametrize(
    "name", ["</para>&amp;", "%s {0} {name}", "'; DROP TABLE visit; --", "😀 Lan", "=1+1", "A" * 100]
)
def test_hostile_names_are_names(office: Reception, name: str) -> None:
    assert office.enter(name).name == name


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  \u200b "}, "name_missing"),
        ({"name": "x" * 101}, "name_too_long"),
        ({"purpose": "x" * 251}, "field_too_long"),
        ({"host": "x" * 251}, "field_too_long"),
        ({"id_number": "12345"}, "id_number_invalid"),
        ({"id_number": "0170900000000"}, "id_number_invalid"),
        ({"phone": "12345"}, "phone_invalid"),
        ({"party": 100}, "party_invalid"),
        ({"party": -1}, "party_invalid"),
        ({"checks": (AppCheck("zalo", CheckState.RUNNING),)}, "programme_unknown"),
        ({"checks": (AppCheck("bluezone", "sleeping"),)}, "state_unknown"),  # type: ignore[arg-type]
        ({"visitor_id": "nobody"}, "visitor_unknown"),
        ({"entered_at": MORNING + timedelta(minutes=1), "reason": "sổ giấy"}, "time_in_future"),
        ({"entered_at": MORNING - timedelta(hours=1)}, "time_without_reason"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    office: Reception, fields: dict[str, object], code: str
) -> None:
    before = office.desk.care.info().lines
    assert office.codes(draft(**fields)) == [code]
    assert (office.desk.care.info().lines, office.desk.visits.inside()) == (before, ())


def test_every_problem_is_said_at_once(office: Reception) -> None:
    outcome = office.desk.check_in.check_in(draft("", phone="1", id_number="2", party=500))
    assert isinstance(outcome, Refused)
    assert [problem.field for problem in outcome.problems] == ["name", "party", "id_number", "phone"]


@pytest.mark.parametrize("number", ["017090000000", "123456789", "B1234567", "c 987.654-3"])
def test_papers_of_every_kind_have_numbers(office: Reception, number: str) -> None:
    assert office.enter(id_number=number).id_number


def test_a_pass_is_with_one_visitor_at_a_time(office: Reception) -> None:
    first = office.enter("A B", pass_number="07")
    assert office.codes(draft("C D", pass_number="07")) == ["pass_in_use"]
    office.leave(first)
    assert office.enter("C D", pass_number="07").pass_number == "07"


def test_a_pass_is_the_same_with_and_without_zeros(office: Reception) -> None:
    line = office.enter("A B", pass_number="07")
    assert office.codes(draft("C D", pass_number="7")) == ["pass_in_use"]
    assert office.codes(draft("C D", pass_number="70")) == []
    assert office.desk.people.recognise("007").inside == line


def test_number_and_birth_year_and_sex_may_disagree_and_are_only_doubted(office: Reception) -> None:
    wanted = draft(id_number="017090000000", birth_date="1991-02-03", sex="Nữ", checks=RUNNING)
    outcome = office.desk.check_in.check_in(wanted)
    assert isinstance(outcome, CheckedIn)
    assert [warning.code.value for warning in outcome.warnings] == ["warn_year", "warn_sex"]


def test_a_line_from_paper_says_so(office: Reception) -> None:
    yesterday = MORNING - timedelta(days=1)
    line = office.enter(entered_at=yesterday, reason="mất điện, sổ giấy trang 3")
    assert (line.catch_up, line.entered_at) == ("mất điện, sổ giấy trang 3", yesterday)
    assert line.day == TODAY - timedelta(days=1)


YESTERDAY = {
    "entered_at": MORNING - timedelta(hours=22),
    "left_at": MORNING - timedelta(hours=21),
    "reason": "sổ giấy",
}


def test_a_paper_line_with_its_exit_is_one_line_of_the_journal(office: Reception) -> None:
    lines = office.desk.care.info().lines
    line = office.enter("Vũ Hà", **YESTERDAY)
    assert (line.left_at, line.left_rule, line.catch_up) == (YESTERDAY["left_at"], "", "sổ giấy")
    assert office.desk.care.info().lines == lines + 1
    assert office.desk.visits.inside() == ()
    assert office.desk.care.verify().ok
    office.desk.undo.undo(line.visit_id)
    assert office.desk.visits.visit(line.visit_id).voided  # type: ignore[union-attr]


def test_whoever_is_inside_may_have_a_paper_line_of_before(office: Reception) -> None:
    inside = office.enter("Vũ Hà", phone="0912000000", pass_number="07")
    past = office.enter("Vũ Hà", phone="0912000000", pass_number="7", **YESTERDAY)
    assert past.visitor_id == inside.visitor_id
    assert office.desk.visits.inside() == (inside,)
    office.pass_time(hours=2)
    overlapping = {"entered_at": MORNING - timedelta(hours=1), "left_at": MORNING + timedelta(minutes=1)}
    again = office.desk.check_in.check_in(draft("Vũ Hà", phone="0912000000", reason="sổ giấy", **overlapping))
    assert again == AlreadyInside(inside)


@pytest.mark.parametrize(
    ("times", "code"),
    [
        (
            {"entered_at": MORNING - timedelta(hours=1), "left_at": MORNING - timedelta(hours=2)},
            "exit_before_entry",
        ),
        ({"entered_at": MORNING - timedelta(hours=1), "left_at": MORNING + timedelta(hours=2)}, "time_in_future"),
        ({"left_at": MORNING - timedelta(hours=2)}, "exit_before_entry"),
    ],
)
def test_the_times_of_a_paper_line_fit_together(office: Reception, times: dict[str, Any], code: str) -> None:
    assert office.codes(draft(reason="sổ giấy", **times)) == [code]
    assert office.codes(draft(**{**YESTERDAY, "reason": ""})) == ["time_without_reason"]
    assert office.desk.visits.on_day(TODAY) == ()

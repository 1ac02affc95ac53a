"""Every field of a line can be put right, with a reason, and the line's history says what was there before."""

from datetime import timedelta
from typing import Any

import pytest
from reception import MORNING, TODAY, Reception

from bluezone_desk.domain.corrections import FIELDS, Corrected, FieldValue, Voided
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import Refused, Undone, VisitLine

OTHER: dict[str, FieldValue] = {
    "name": "Nguyễn Văn Tuân",
    "id_number": "017090000000",
    "phone": "0912345678",
    "birth_date": "1990-08-15",
    "sex": "Nam",
    "address": "Tân Lạc",
    "organisation": "Công ty Sông Đà",
    "host": "Ông Bình",
    "department": "Phòng Tài chính",
    "purpose": "Nộp hồ sơ",
    "plate": "28A-000.00",
    "pass_number": "07",
    "head_decision": "cho vào",
    "decided_by": "Bà Lan",
    "party": 3,
    "entered_at": MORNING - timedelta(days=1, minutes=5),
    "left_at": MORNING,
}


def corrected(office: Reception, line: VisitLine, **changes: Any) -> Corrected:
    outcome = office.desk.corrections.correct(line.visit_id, changes, "ghi nhầm")
    assert isinstance(outcome, Corrected), outcome
    return outcome


def refusal(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused)
    return [problem.code.value for problem in outcome.problems]


def test_the_list_of_other_values_has_every_field() -> None:
    assert OTHER.keys() == set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_corrected_and_taken_back(office: Reception, field: str) -> None:
    line = office.enter()
    outcome = corrected(office, line, **{field: OTHER[field]})
    if hasattr(line, field):
        assert getattr(outcome.visit, field) == OTHER[field]
    assert field in outcome.changes
    entry = office.desk.visits.history(line.visit_id)[-1]
    assert (entry.verb, entry.reason) == ("correct", "ghi nhầm")
    assert office.desk.care.verify().ok
    assert isinstance(office.desk.undo.undo(line.visit_id), Undone)
    assert office.desk.visits.visit(line.visit_id) == line
    assert office.desk.care.verify().ok


def test_the_history_says_what_was_and_what_became(office: Reception) -> None:
    line = office.enter(host="Ông An")
    assert corrected(office, line, host="Ông Bình").changes == {"host": ("Ông An", "Ông Bình")}


def test_a_check_is_corrected_where_somebody_looked_and_where_nobody_did(office: Reception) -> None:
    line = office.enter()
    outcome = corrected(office, line, **{"check.bluezone": AppCheck("bluezone", CheckState.DECLINED, "bận")})
    assert outcome.changes["check.bluezone"] == ("running", "declined")
    assert outcome.visit.checks == (AppCheck("bluezone", CheckState.DECLINED, "bận"),)
    bare = office.enter("Lê Anh", checks=())
    assert corrected(office, bare, **{"check.bluezone": "running"}).visit.state("bluezone") is CheckState.RUNNING
    assert office.desk.reports.day(TODAY).figures.programmes[0].passing.count == 1
    office.desk.undo.undo(bare.visit_id)
    assert office.desk.reports.day(TODAY).figures.programmes[0].passing.count == 0


@pytest.mark.parametrize(
    ("changes", "reason", "codes"),
    [
        ({"host": "X"}, " ", ["reason_missing"]),
        ({"host": "X"}, "x" * 251, ["field_too_long"]),
        ({"visit_id": "X"}, "nhầm", ["field_not_correctable"]),
        ({"host": 7}, "nhầm", ["field_value_type"]),
        ({"party": True}, "nhầm", ["field_value_type"]),
        ({"entered_at": None}, "nhầm", ["field_value_type"]),
        ({"entered_at": MORNING.replace(tzinfo=None)}, "nhầm", ["field_value_type"]),
        ({"check.bluezone": "perhaps"}, "nhầm", ["field_value_type"]),
        ({"name": ""}, "nhầm", ["name_missing"]),
        ({"id_number": "12"}, "nhầm", ["id_number_invalid"]),
        ({"phone": "12"}, "nhầm", ["phone_invalid"]),
        ({"birth_date": "31/02/1990"}, "nhầm", ["input_date"]),
        ({"party": 100}, "nhầm", ["party_invalid"]),
        ({"entered_at": MORNING + timedelta(hours=1)}, "nhầm", ["time_in_future"]),
        ({"left_at": MORNING - timedelta(hours=1)}, "nhầm", ["exit_before_entry"]),
        ({"pass_number": "9"}, "nhầm", ["pass_in_use"]),
        ({"host": ""}, "nhầm", ["nothing_changed"]),
    ],
)
def test_what_is_refused(office: Reception, changes: dict[str, Any], reason: str, codes: list[str]) -> None:
    office.enter("Lê Anh", pass_number="9")
    line = office.enter()
    lines = office.desk.care.info().lines
    assert refusal(office.desk.corrections.correct(line.visit_id, changes, reason)) == codes
    assert (office.desk.visits.visit(line.visit_id), office.desk.care.info().lines) == (line, lines)


def test_a_corrected_number_is_found_and_may_belong_to_somebody_known(office: Reception) -> None:
    office.leave(office.enter("Lê Thị Anh", id_number="017090000001"))
    line = office.enter("Lê Anh", id_number="017090000002")
    (alike,) = corrected(office, line, id_number="017090000001").duplicates
    assert alike.name == "Lê Thị Anh"
    assert office.desk.people.find("017090000002") == ()


def test_an_entry_moved_to_another_day_gets_a_number_there(office: Reception) -> None:
    office.enter("Lê Anh")
    line = office.enter()
    moved = corrected(office, line, entered_at=MORNING - timedelta(days=1)).visit
    assert (moved.day, moved.number) == (TODAY - timedelta(days=1), 1)
    assert office.desk.reports.day(TODAY).figures.carried_over == 1


def test_an_exit_can_be_opened_again_unless_the_visitor_is_back(office: Reception) -> None:
    line = office.leave(office.enter(id_number="017090000001"))
    assert corrected(office, line, left_at=None).visit.inside
    office.leave(line)
    office.enter(id_number="017090000001")
    outcome = office.desk.corrections.correct(line.visit_id, {"left_at": None}, "nhầm")
    assert refusal(outcome) == ["already_inside"]


def test_a_voided_line_stays_and_counts_nowhere(office: Reception) -> None:
    line = office.enter(pass_number="07")
    assert refusal(office.desk.corrections.void(line.visit_id, "")) == ["reason_missing"]
    outcome = office.desk.corrections.void(line.visit_id, "ghi hai lần")
    assert isinstance(outcome, Voided)
    assert (outcome.visit.voided, outcome.visit.void_reason) == (True, "ghi hai lần")
    assert [one.voided for one in office.desk.visits.on_day(TODAY)] == [True]
    assert office.desk.reports.day(TODAY).figures.entries == 0
    assert refusal(office.desk.corrections.void(line.visit_id, "x")) == ["visit_voided"]
    assert refusal(office.desk.corrections.correct(line.visit_id, {"host": "x"}, "x")) == ["visit_voided"]
    office.enter("Lê Anh", pass_number="7")
    undone = office.desk.undo.undo(line.visit_id)
    assert refusal(undone) == ["pass_in_use"]


def test_a_correction_overtaken_by_another_visit_is_not_taken_back(office: Reception) -> None:
    line = office.leave(office.enter("Lê Anh", id_number="017090000001"))
    corrected(office, line, phone="0912345678")
    office.enter("Lê Anh", id_number="017090000001", phone="0987654321")
    assert refusal(office.desk.undo.undo(line.visit_id)) == ["undo_overtaken"]


def test_a_birth_date_is_kept_one_way_however_it_is_written(office: Reception) -> None:
    line = office.enter(id_number="001090000000", birth_date="1990-08-14")
    outcome = corrected(office, line, birth_date="15/8/1990")
    assert outcome.changes["birth_date"] == ("1990-08-14", "1990-08-15")
    assert outcome.warnings == ()

"""Taking back the last verb on a visit."""

from reception import TODAY, Reception, draft

from bluezone_desk.domain.visits import AlreadyInside, CheckedIn, Refused, Undone


def undo_code(office: Reception, visit_id: str) -> str:
    outcome = office.desk.undo.undo(visit_id)
    return outcome.problems[0].code.value if isinstance(outcome, Refused) else ""


def test_an_entry_taken_back_counts_nowhere_and_stays_in_the_book(office: Reception) -> None:
    line = office.enter(pass_number="07")
    outcome = office.desk.undo.undo(line.visit_id)
    assert isinstance(outcome, Undone)
    assert (outcome.verb, outcome.visit.voided, outcome.visit.inside) == ("check_in", True, False)
    assert office.desk.visits.inside() == ()
    assert office.desk.reports.day(TODAY).figures.entries == 0
    assert [each.voided for each in office.desk.visits.on_day(TODAY)] == [True]
    assert office.enter("C D", pass_number="07").number == 2


def test_an_exit_taken_back_opens_the_visit_again(office: Reception) -> None:
    line = office.enter()
    office.pass_time(minutes=30)
    office.leave(line)
    outcome = office.desk.undo.undo(line.visit_id)
    assert isinstance(outcome, Undone)
    assert (outcome.verb, outcome.visit) == ("check_out", line)
    assert undo_code(office, line.visit_id) == "undo_too_late"


def test_verbs_are_taken_back_one_by_one(office: Reception) -> None:
    line = office.enter()
    office.leave(line)
    assert [undo_code(office, line.visit_id) for _ in range(3)] == ["", "", "undo_nothing"]
    assert [entry.verb for entry in office.desk.visits.history(line.visit_id)] == [
        "check_in",
        "check_out",
        "undo_check_out",
        "undo_check_in",
    ]


def test_five_minutes_and_no_longer(office: Reception) -> None:
    line = office.enter()
    office.pass_time(minutes=5)
    assert undo_code(office, line.visit_id) == ""
    other = office.enter("C D")
    office.pass_time(minutes=5, milliseconds=1)
    assert undo_code(office, other.visit_id) == "undo_too_late"


def test_what_is_no_visit_is_not_undone(office: Reception) -> None:
    assert undo_code(office, "0173bc21") == "visit_unknown"


def test_an_exit_is_not_taken_back_when_the_visitor_came_in_again(office: Reception) -> None:
    line = office.enter(id_number="017090000000")
    office.leave(line)
    office.enter(id_number="017090000000")
    assert undo_code(office, line.visit_id) == "already_inside"


def test_an_exit_is_not_taken_back_when_the_pass_was_given_on(office: Reception) -> None:
    line = office.enter(pass_number="07")
    office.leave(line)
    office.enter("C D", pass_number="07")
    assert undo_code(office, line.visit_id) == "pass_in_use"


def test_the_person_is_as_before_the_entry(office: Reception) -> None:
    office.leave(office.enter("Lê Anh", id_number="017090000001", phone="0912345678"))
    wrong = office.enter("Vũ Hà", id_number="017090000001", phone="0987654321")
    office.desk.undo.undo(wrong.visit_id)
    (known,) = office.desk.people.find("lê anh")
    assert (known.name, known.phone, known.visits) == ("Lê Anh", "0912345678", 1)
    assert office.desk.people.find("vu ha") == ()
    assert office.desk.care.verify().ok


def test_a_name_typed_wrong_and_taken_back_is_not_offered(office: Reception) -> None:
    wrong = office.enter("Nguyễn Văn Tuânn")
    office.desk.undo.undo(wrong.visit_id)
    assert office.desk.people.find("tuann") == ()


def test_after_an_undo_the_same_person_can_come_in(office: Reception) -> None:
    line = office.enter(id_number="017090000000")
    assert isinstance(office.desk.check_in.check_in(draft(id_number="017090000000")), AlreadyInside)
    office.desk.undo.undo(line.visit_id)
    assert isinstance(office.desk.check_in.check_in(draft(id_number="017090000000")), CheckedIn)

"""Passes: proposed, given, returned, lost, found."""

from reception import Reception, draft

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.passes import PassMarked, PassState
from bluezone_desk.domain.visits import CheckedIn, Refused, TakenBack


def states(office: Reception) -> dict[str, str]:
    return {one.number: one.state.value for one in office.desk.passes.state()}


def test_the_lowest_free_number_is_proposed(office: Reception) -> None:
    assert office.desk.settings.change_desk_rules(DeskRules(pass_count=3)) is None
    assert office.desk.passes.propose() == "01"
    first = office.enter(pass_number="1")
    office.enter("Lê Anh", pass_number="03")
    assert office.desk.passes.propose() == "02"
    assert states(office) == {"01": "out", "02": "free", "03": "out"}
    office.enter("Vũ Hà", pass_number="02")
    assert office.desk.passes.propose() == ""
    office.leave(first)
    assert office.desk.passes.propose() == "01"


def test_a_lost_pass_is_not_proposed_until_it_is_found(office: Reception) -> None:
    line = office.enter(pass_number="01")
    office.leave(line)
    outcome = office.desk.passes.lost("01", "khách mang về")
    assert isinstance(outcome, PassMarked)
    assert (outcome.marked.state, outcome.marked.note) == (PassState.LOST, "khách mang về")
    assert outcome.marked.visit is not None
    assert outcome.marked.visit.visit_id == line.visit_id
    assert office.desk.passes.propose() == "02"
    assert isinstance(office.desk.passes.lost("1", ""), Refused)
    assert isinstance(office.desk.passes.found("001"), PassMarked)
    assert isinstance(office.desk.passes.found("001"), Refused)
    assert office.desk.passes.propose() == "01"
    assert office.desk.care.verify().ok


def test_a_reason_that_is_no_reason_but_a_book_is_refused(office: Reception) -> None:
    outcome = office.desk.passes.lost("7", "ra về " * 100)
    assert isinstance(outcome, Refused)
    assert outcome.problems[0].code is Trouble.FIELD_TOO_LONG


def test_a_lost_pass_given_again_is_found(office: Reception) -> None:
    office.desk.passes.lost("5", "")
    outcome = office.desk.check_in.check_in(draft(pass_number="05"))
    assert isinstance(outcome, CheckedIn)
    assert [problem.code.value for problem in outcome.warnings] == ["pass_found_again"]
    assert states(office)["05"] == "out"


def test_a_mark_is_taken_back(office: Reception) -> None:
    office.desk.passes.lost("5", "")
    assert isinstance(office.desk.undo.undo_last(), TakenBack)
    assert states(office)["05"] == "free"
    assert office.desk.undo.last() is None


def test_rules_outside_their_limits_are_refused(office: Reception) -> None:
    outcome = office.desk.settings.change_desk_rules(DeskRules(overdue_hours=0, pass_count=-1))
    assert isinstance(outcome, Refused)
    assert [problem.field for problem in outcome.problems] == ["overdue_hours", "pass_count"]
    assert office.desk.settings.desk_rules() == DeskRules()

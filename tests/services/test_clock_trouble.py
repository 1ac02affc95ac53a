"""A clock that jumps: noticed, asked about, and never a way to be stuck."""

from datetime import timedelta

from reception import MORNING, Reception, draft

from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.visits import CheckedIn, CheckedOut, CheckOutDraft


def test_a_clock_that_went_back_is_asked_about(office: Reception) -> None:
    office.enter("A B")
    office.clock.put(MORNING - timedelta(hours=1))
    assert office.codes(draft("C D")) == ["clock_went_back"]
    assert len(office.desk.visits.inside()) == 1


def test_two_minutes_are_a_clock_being_set_right(office: Reception) -> None:
    office.enter("A B")
    office.clock.put(MORNING - timedelta(minutes=2))
    assert office.codes(draft("C D")) == []


def test_with_a_reason_the_desk_works_on_and_is_not_asked_again(office: Reception) -> None:
    office.pass_time(days=3650)
    office.enter("Khách của tương lai")
    office.clock.put(MORNING)
    assert office.codes(draft("C D")) == ["clock_went_back"]
    outcome = office.desk.check_in.check_in(draft("C D", reason="đồng hồ máy vừa chỉnh lại"))
    assert isinstance(outcome, CheckedIn)
    assert (outcome.visit.entered_at, outcome.visit.catch_up) == (MORNING, "")
    assert office.codes(draft("E F")) == []
    history = office.desk.visits.history(outcome.visit.visit_id)
    assert history[0].changes["note"] == ("", "đồng hồ máy vừa chỉnh lại")


def test_who_came_in_by_a_wrong_clock_can_leave(office: Reception) -> None:
    office.pass_time(days=3650)
    line = office.enter()
    office.clock.put(MORNING)
    assert office.codes(CheckOutDraft(visit_id=line.visit_id)) == ["clock_went_back"]
    office.enter("C D", reason="đồng hồ máy vừa chỉnh lại")
    assert office.codes(CheckOutDraft(visit_id=line.visit_id)) == ["exit_before_entry"]
    outcome = office.desk.check_out.check_out(CheckOutDraft(visit_id=line.visit_id, reason="đồng hồ sai"))
    assert isinstance(outcome, CheckedOut)
    assert (outcome.visit.left_at, outcome.visit.left_rule) == (line.entered_at, ExitRule.CLOCK_WENT_BACK)


def test_a_minute_back_between_entry_and_exit_is_no_negative_stay(office: Reception) -> None:
    line = office.enter()
    office.clock.put(MORNING - timedelta(minutes=1))
    gone = office.leave(line)
    assert (gone.left_at, gone.left_rule) == (line.entered_at, "")


def test_years_beyond_2038_are_years(office: Reception) -> None:
    office.pass_time(days=365 * 30)
    line = office.enter()
    assert line.entered_at.year == 2050
    office.pass_time(hours=1)
    office.leave(line)
    assert office.desk.care.verify().ok

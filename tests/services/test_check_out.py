"""Recording an exit."""

from datetime import timedelta

import pytest
from reception import MORNING, Reception

from bluezone_desk.domain.corrections import Corrected, FieldValue
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.visits import CheckedOut, CheckOutDraft, NotInside


def test_an_exit_ends_the_visit(office: Reception) -> None:
    line = office.enter()
    office.pass_time(minutes=42)
    gone = office.leave(line)
    assert (gone.left_at, gone.left_rule, gone.inside) == (MORNING + timedelta(minutes=42), "", False)
    assert office.desk.visits.inside() == ()


@pytest.mark.parametrize(
    "named", [{"pass_number": "07"}, {"id_number": "017 090 000000"}, {"id_number": "123456789"}]
)
def test_a_visit_is_named_by_pass_or_either_number(office: Reception, named: dict[str, str]) -> None:
    line = office.enter(pass_number="07", id_number="017090000000", old_id_number="123456789")
    outcome = office.desk.check_out.check_out(CheckOutDraft(**named))
    assert isinstance(outcome, CheckedOut)
    assert outcome.visit.visit_id == line.visit_id


def test_a_second_exit_is_refused_and_shows_the_first(office: Reception) -> None:
    gone = office.leave(office.enter(pass_number="07", id_number="017090000000"))
    for named in ({"visit_id": gone.visit_id}, {"pass_number": "07"}, {"id_number": "017090000000"}):
        assert office.desk.check_out.check_out(CheckOutDraft(**named)) == NotInside(gone)


@pytest.mark.parametrize(
    "named", [{"pass_number": "99"}, {"id_number": "017090000009"}, {"id_number": "nonsense"}]
)
def test_nobody_answers_to_an_unknown_pass_or_number(office: Reception, named: dict[str, str]) -> None:
    office.enter(pass_number="07")
    assert office.desk.check_out.check_out(CheckOutDraft(**named)) == NotInside()


@pytest.mark.parametrize("named", [{}, {"visit_id": "a", "pass_number": "7"}])
def test_exactly_one_visit_is_named(office: Reception, named: dict[str, str]) -> None:
    assert office.codes(CheckOutDraft(**named)) == ["visit_not_named"]


def test_an_unknown_visit_is_refused(office: Reception) -> None:
    assert office.codes(CheckOutDraft(visit_id="0173bc21")) == ["visit_unknown"]


def test_an_exit_told_later_lies_between_entry_and_now(office: Reception) -> None:
    line = office.enter()
    office.pass_time(hours=2)

    def told(hours: float, reason: str = "quên quẹt thẻ") -> CheckOutDraft:
        return CheckOutDraft(visit_id=line.visit_id, left_at=MORNING + timedelta(hours=hours), reason=reason)

    assert office.codes(told(-1)) == ["exit_before_entry"]
    assert office.codes(told(3)) == ["time_in_future"]
    assert office.codes(told(1, "")) == ["time_without_reason"]
    assert office.codes(told(1, "x" * 251)) == ["field_too_long"]
    outcome = office.desk.check_out.check_out(told(1))
    assert isinstance(outcome, CheckedOut)
    assert outcome.visit.left_at == MORNING + timedelta(hours=1)
    history = office.desk.visits.history(line.visit_id)
    assert history[-1].changes["left_reason"] == ("", "quên quẹt thẻ")


def test_a_stay_of_more_than_a_day_is_an_estimate_unless_its_exit_is_told(office: Reception) -> None:
    forgotten, known, night = office.enter("Quên Ghi Ra"), office.enter("Có Người Biết"), office.enter("Trực Đêm")
    office.pass_time(days=1)
    assert office.leave(night).left_rule == ""
    office.pass_time(minutes=1)
    gone = office.leave(forgotten)
    assert (gone.left_at, gone.left_rule) == (office.clock.now(), ExitRule.LONG_STAY)
    told = CheckOutDraft(
        visit_id=known.visit_id, left_at=known.entered_at + timedelta(hours=1), reason="bảo vệ thấy"
    )
    outcome = office.desk.check_out.check_out(told)
    assert isinstance(outcome, CheckedOut)
    assert outcome.visit.left_rule == ""
    changes: dict[str, FieldValue] = {"left_at": forgotten.entered_at + timedelta(hours=2)}
    corrected = office.desk.corrections.correct(forgotten.visit_id, changes, "hỏi lại khách")
    assert isinstance(corrected, Corrected)
    assert corrected.visit.left_rule == ""
    assert office.desk.care.verify().ok

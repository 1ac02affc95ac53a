"""What the office's gate policy holds against an entry."""

import dataclasses
from datetime import timedelta

import pytest
from reception import MORNING, Reception, draft

from bluezone_desk.domain.office import BLUEZONE, Directive
from bluezone_desk.domain.programme import AppCheck, CheckState, GateAdvice, GatePolicy, Programme


def use(office: Reception, policy: GatePolicy) -> None:
    settings = office.desk.settings
    assert settings.change_office(dataclasses.replace(settings.office(), gate=policy)) is None


def seen(state: CheckState) -> tuple[AppCheck, ...]:
    return (AppCheck("bluezone", state),)


@pytest.mark.parametrize("policy", [GatePolicy.RECORD, GatePolicy.REMIND])
@pytest.mark.parametrize("state", list(CheckState))
def test_no_directive_bars_entry(office: Reception, policy: GatePolicy, state: CheckState) -> None:
    use(office, policy)
    assert office.codes(draft(checks=seen(state))) == []


@pytest.mark.parametrize("state", [CheckState.NOT_INSTALLED, CheckState.DECLINED, CheckState.NOT_ASKED])
def test_an_office_may_require_the_app(office: Reception, state: CheckState) -> None:
    use(office, GatePolicy.REQUIRE)
    assert office.codes(draft(checks=seen(state))) == ["gate_not_met"]
    assert office.codes(draft(checks=seen(CheckState.INSTALLED_HERE))) == []


def test_a_phone_that_cannot_run_the_app_is_not_held_against_its_owner(office: Reception) -> None:
    use(office, GatePolicy.REQUIRE)
    assert office.codes(draft(checks=seen(CheckState.UNSUPPORTED))) == []


def test_nobody_passes_by_not_being_asked(office: Reception) -> None:
    use(office, GatePolicy.REQUIRE)
    assert office.codes(draft(checks=())) == ["gate_not_met"]


def test_the_head_may_decide_and_the_decision_is_kept(office: Reception) -> None:
    use(office, GatePolicy.HEAD_DECIDES)
    assert office.codes(draft(checks=seen(CheckState.DECLINED))) == ["head_decision_missing"]
    line = office.enter(checks=seen(CheckState.DECLINED), head_decision="Ông Bình đồng ý")
    assert line.head_decision == "Ông Bình đồng ý"


def test_a_line_from_paper_is_past_the_gate(office: Reception) -> None:
    use(office, GatePolicy.REQUIRE)
    assert office.codes(draft(checks=(), entered_at=MORNING - timedelta(hours=1), reason="sổ giấy")) == []


NCOVI = Programme("ncovi", "NCOVI", "https://www.bluezone.gov.vn")


@pytest.mark.parametrize(
    ("bluezone", "ncovi", "codes", "advice"),
    [
        ("running", "running", [], GateAdvice.LET_IN),
        ("declined", "running", [], GateAdvice.GUIDE_THEN_LET_IN),
        ("running", "declined", ["head_decision_missing"], GateAdvice.ASK_HEAD),
        ("declined", "not_asked", ["head_decision_missing"], GateAdvice.ASK_FIRST),
        ("not_asked", "unsupported", [], GateAdvice.ASK_FIRST),
    ],
)
def test_each_programme_can_have_a_policy_of_its_own(
    office: Reception, bluezone: str, ncovi: str, codes: list[str], advice: GateAdvice
) -> None:
    settings = office.desk.settings
    wanted = dataclasses.replace(
        settings.office(),
        directive=Directive("two", programmes=(BLUEZONE, NCOVI)),
        gates={"ncovi": GatePolicy.HEAD_DECIDES},
    )
    assert settings.change_office(wanted) is None
    office.reopen()
    assert office.desk.settings.office() == wanted
    checks = (AppCheck("bluezone", CheckState(bluezone)), AppCheck("ncovi", CheckState(ncovi)))
    assert wanted.advice(checks) is advice
    assert office.codes(draft(checks=checks)) == codes


def test_who_decided_is_kept_with_what_was_decided(office: Reception) -> None:
    use(office, GatePolicy.HEAD_DECIDES)
    line = office.enter(checks=seen(CheckState.DECLINED), head_decision="cho vào", decided_by="Bà Lan")
    assert (line.head_decision, line.decided_by) == ("cho vào", "Bà Lan")

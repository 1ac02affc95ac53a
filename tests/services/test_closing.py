"""The end of the day, and who stays too long."""

from datetime import UTC, datetime, timedelta

from reception import TODAY, Reception

from bluezone_desk.domain.closing import DayClosed
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.visits import NotInside, TakenBack

CLOSING = datetime(2020, 8, 5, 10, 0, tzinfo=UTC)


def test_after_asking_open_lines_get_the_closing_time_and_its_rule(office: Reception) -> None:
    early = office.enter()
    office.clock.put(CLOSING + timedelta(minutes=30))
    late = office.enter("Lê Anh")
    offered = office.desk.closing.open_visits()
    assert [(one.visit.visit_id, one.left_at) for one in offered] == [
        (early.visit_id, CLOSING),
        (late.visit_id, CLOSING + timedelta(minutes=30)),
    ]
    assert len(office.desk.visits.inside()) == 2
    outcome = office.desk.closing.close_day([early.visit_id, late.visit_id, "nothing"])
    assert isinstance(outcome, DayClosed)
    assert [(v.left_at, v.left_rule) for v in outcome.visits] == [
        (one.left_at, ExitRule.DAY_CLOSED) for one in offered
    ]
    assert list(outcome.refused) == ["nothing"]
    figures = office.desk.reports.day(TODAY).figures
    assert (figures.exits, figures.estimated_exits, figures.inside_at_end) == (2, 2, 0)
    again = office.desk.closing.close_day([early.visit_id])
    assert isinstance(again, DayClosed)
    assert isinstance(again.refused[early.visit_id], NotInside)
    taken = office.desk.undo.undo_last()
    assert isinstance(taken, TakenBack)
    assert len(office.desk.visits.inside()) == 2
    assert office.desk.care.verify().ok


def test_lines_forgotten_for_days_end_on_their_own_day(office: Reception) -> None:
    line = office.enter()
    office.clock.put(CLOSING)
    evening = office.enter("Lê Anh")
    office.pass_time(days=3)
    outcome = office.desk.closing.close_day([one.visit.visit_id for one in office.desk.closing.open_visits()])
    assert isinstance(outcome, DayClosed)
    assert [v.left_at and v.left_at - v.entered_at for v in outcome.visits] == [
        CLOSING - line.entered_at,
        timedelta(),
    ]
    assert evening.entered_at == CLOSING


def test_only_the_days_asked_for_are_closed(office: Reception) -> None:
    office.enter()
    office.pass_time(days=1)
    office.enter("Lê Anh")
    assert [one.visit.name for one in office.desk.closing.open_visits(TODAY)] == ["Nguyễn Văn Tuấn"]


def test_who_stays_long_or_after_closing_is_overdue(office: Reception) -> None:
    first = office.enter()
    office.pass_time(hours=3)
    second = office.enter("Lê Anh")
    office.pass_time(hours=1, minutes=1)
    assert [line.visit_id for line in office.desk.visits.overdue()] == [first.visit_id]
    office.clock.put(CLOSING)
    late = office.enter("Vũ Hà")
    assert [line.visit_id for line in office.desk.visits.overdue()] == [first.visit_id, second.visit_id]
    office.pass_time(days=1)
    assert late.visit_id in {line.visit_id for line in office.desk.visits.overdue()}


def test_the_hand_over_calls_overdue_whom_the_desk_calls_so(office: Reception) -> None:
    office.clock.put(CLOSING - timedelta(minutes=30))
    short = office.enter()
    assert office.desk.reports.handover().overdue == office.desk.visits.overdue() == ()
    office.pass_time(minutes=31)
    told = office.desk.reports.handover().overdue
    assert told == office.desk.visits.overdue()
    assert [line.visit_id for line in told] == [short.visit_id]

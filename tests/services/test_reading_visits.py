"""The book read out: days, selections, histories, figures."""

from datetime import date, timedelta

import pytest
from reception import MORNING, TODAY, Reception

from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.selection import VisitFilter

TOMORROW = TODAY + timedelta(days=1)


def seen(state: CheckState) -> tuple[AppCheck, ...]:
    return (AppCheck("bluezone", state),)


@pytest.fixture
def busy(office: Reception) -> Reception:
    """Two come today, one of them stays over night; one comes tomorrow."""
    first = office.enter("Lê Anh", host="Ông Bình", purpose="Nộp hồ sơ", checks=seen(CheckState.RUNNING), party=3)
    office.pass_time(minutes=30)
    office.leave(first)
    office.enter(
        "Vũ Hà", host="Bà Lan", department="Phòng Kế toán", checks=seen(CheckState.DECLINED), plate="28A-1"
    )
    office.pass_time(days=1)
    office.enter("Trần Sơn", host="Ông Bình", purpose="Họp", checks=())
    return office


def names(lines: object) -> list[str]:
    return [line.name for line in lines]  # type: ignore[attr-defined]


def test_inside_is_newest_first(busy: Reception) -> None:
    assert names(busy.desk.visits.inside()) == ["Trần Sơn", "Vũ Hà"]


def test_each_visit_is_in_exactly_one_day(busy: Reception) -> None:
    assert names(busy.desk.visits.on_day(TODAY)) == ["Lê Anh", "Vũ Hà"]
    assert names(busy.desk.visits.on_day(TOMORROW)) == ["Trần Sơn"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (VisitFilter(), ["Lê Anh", "Vũ Hà", "Trần Sơn"]),
        (VisitFilter(from_day=TOMORROW), ["Trần Sơn"]),
        (VisitFilter(to_day=TODAY), ["Lê Anh", "Vũ Hà"]),
        (VisitFilter(programme="bluezone"), ["Lê Anh", "Vũ Hà"]),
        (VisitFilter(programme="bluezone", state=CheckState.DECLINED), ["Vũ Hà"]),
        (VisitFilter(programme="bluezone", state=CheckState.NOT_ASKED), ["Trần Sơn"]),
        (VisitFilter(state=CheckState.NOT_ASKED), ["Trần Sơn"]),
        (VisitFilter(state=CheckState.RUNNING), ["Lê Anh"]),
        (VisitFilter(host="binh"), ["Lê Anh", "Trần Sơn"]),
        (VisitFilter(host="ke toan"), ["Vũ Hà"]),
        (VisitFilter(text="28a"), ["Vũ Hà"]),
        (VisitFilter(text="nop ho so"), ["Lê Anh"]),
        (VisitFilter(text="100%"), []),
    ],
)
def test_selections(busy: Reception, wanted: VisitFilter, found: list[str]) -> None:
    assert names(busy.desk.visits.select(wanted)) == found


def test_the_story_of_a_line_tells_who_what_and_when(office: Reception) -> None:
    line = office.enter("Lê Anh", host="Ông Bình")
    office.pass_time(minutes=30)
    office.leave(line)
    entered, left = office.desk.visits.history(line.visit_id)
    assert (entered.verb, entered.by, entered.at) == ("check_in", "Lễ tân", MORNING)
    assert entered.changes["name"] == ("", "Lê Anh")
    assert entered.changes["check.bluezone"] == ("", "running")
    assert left.changes == {"left_at": ("", (MORNING + timedelta(minutes=30)).isoformat())}
    assert office.desk.visits.history("0173bc21") == ()


def test_figures_of_both_days_add_up(busy: Reception) -> None:
    today, tomorrow = busy.desk.reports.day(TODAY).figures, busy.desk.reports.day(TOMORROW).figures
    assert (today.entries, today.exits, today.carried_over, today.inside_at_end) == (2, 1, 0, 1)
    assert (today.companions, today.persons) == (3, 2)
    assert (tomorrow.entries, tomorrow.exits, tomorrow.carried_over, tomorrow.inside_at_end) == (1, 0, 1, 2)


def test_a_stay_over_nights_is_carried_into_each_day_it_touched(busy: Reception) -> None:
    (line,) = (line for line in busy.desk.visits.inside() if line.name == "Vũ Hà")
    busy.pass_time(days=1)
    busy.leave(line)
    carried = [busy.desk.reports.day(TODAY + timedelta(days=n)).figures.carried_over for n in range(4)]
    exits = [busy.desk.reports.day(TODAY + timedelta(days=n)).figures.exits for n in range(4)]
    assert (carried, exits) == ([0, 1, 2, 1], [1, 0, 1, 0])


def test_a_day_summary_has_its_lines_and_the_day_before(busy: Reception) -> None:
    summary = busy.desk.reports.day(TOMORROW)
    assert names(summary.lines) == ["Trần Sơn"]
    assert names(summary.carried) == ["Vũ Hà"]
    assert summary.previous is not None
    assert (summary.previous.day, summary.previous.entries) == (TODAY, 2)
    assert summary.made_at == busy.clock.now()


def test_a_day_of_void_lines_only_is_not_the_day_before(busy: Reception) -> None:
    (tried,) = busy.desk.visits.select(VisitFilter(TOMORROW, TOMORROW))
    busy.desk.corrections.void(tried.visit_id, "thử máy")
    before = busy.desk.reports.day(TOMORROW + timedelta(days=1)).previous
    assert before is not None
    assert before.day == TODAY


def test_a_day_without_visits_is_a_day(office: Reception) -> None:
    summary = office.desk.reports.day(date(2019, 1, 1))
    assert (summary.lines, summary.carried, summary.previous, summary.figures.entries) == ((), (), None, 0)


def test_suggestions_are_what_is_used_most(busy: Reception) -> None:
    told = busy.desk.visits.suggestions()
    assert told.hosts == ("Ông Bình", "Bà Lan")
    assert (told.departments, told.purposes) == (("Phòng Kế toán",), ("Họp", "Nộp hồ sơ"))


def test_an_app_of_an_earlier_directive_keeps_its_figures(office: Reception) -> None:
    presets = {preset.code: preset for preset in office.desk.settings.presets()}
    import dataclasses

    both = dataclasses.replace(office.desk.settings.office(), directive=presets["dak-nong-2021"])
    office.desk.settings.change_office(both)
    office.enter("Lê Anh", checks=(AppCheck("ncovi", CheckState.RUNNING), *seen(CheckState.DECLINED)))
    office.desk.settings.change_office(dataclasses.replace(both, directive=presets["binh-duong-12"]))
    figures = office.desk.reports.day(TODAY).figures
    assert [each.programme.code for each in figures.programmes] == ["bluezone", "ncovi"]
    assert figures.programmes[1].counts[CheckState.RUNNING] == 1
    assert office.desk.visits.figures(TODAY).programmes == figures.programmes

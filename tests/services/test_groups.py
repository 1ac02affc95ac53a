"""Delegations: in together or not at all, out together or alone."""

from dataclasses import replace

from reception import Reception, draft

from bluezone_desk.domain.groups import GroupCheckedIn, GroupDraft, GroupRefused, VisitorGroup
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, NotInside, Refused, TakenBack
from bluezone_desk.services.opening import open_desk

DECLINED = (AppCheck("bluezone", CheckState.DECLINED),)


def delegation(*names: str, **header: str) -> GroupDraft:
    members = tuple(replace(draft(name), request_id="") for name in names)
    return GroupDraft("đoàn-1", members, **{"organisation": "Sở Y tế", "host": "Ông Bình", **header})


def came_in(office: Reception, wanted: GroupDraft) -> VisitorGroup:
    outcome = office.desk.groups.check_in(wanted)
    assert isinstance(outcome, GroupCheckedIn), outcome
    return outcome.group


def test_each_has_a_line_and_a_state_and_the_header_where_nothing_else_is_said(office: Reception) -> None:
    wanted = delegation("Lê Anh", "Vũ Hà")
    second = replace(wanted.members[1], host="Bà Lan", checks=DECLINED)
    group = came_in(office, replace(wanted, members=(wanted.members[0], second)))
    assert [(v.name, v.host, v.organisation, v.number) for v in group.visits] == [
        ("Lê Anh", "Ông Bình", "Sở Y tế", 1),
        ("Vũ Hà", "Bà Lan", "Sở Y tế", 2),
    ]
    assert [v.state("bluezone") for v in group.visits] == [CheckState.RUNNING, CheckState.DECLINED]
    assert {v.group_id for v in office.desk.visits.inside()} == {group.group_id}
    assert office.desk.care.verify().ok


def test_the_same_request_again_is_the_same_group(office: Reception) -> None:
    first = came_in(office, delegation("Lê Anh"))
    again = office.desk.groups.check_in(delegation("Lê Anh"))
    assert again == GroupCheckedIn(first, {}, repeated=True)
    assert len(office.desk.visits.inside()) == 1


def test_one_who_cannot_come_in_holds_all_and_everybody_is_told(office: Reception) -> None:
    office.enter("Trần Sơn", id_number="017090000001")
    wanted = delegation("Lê Anh", "Trần Sơn", "", "Vũ Hà", "Vũ Hà")
    numbers = ("", "017090000001", "", "017090000002", "017090000002")
    members = tuple(replace(m, id_number=n) for m, n in zip(wanted.members, numbers, strict=True))
    lines = office.desk.care.info().lines
    outcome = office.desk.groups.check_in(replace(wanted, members=members))
    assert isinstance(outcome, GroupRefused)
    told = {place: [p.code.value for p in problems] for place, problems in outcome.members.items()}
    assert told == {1: ["already_inside"], 2: ["name_missing"], 4: ["person_twice"]}
    assert office.desk.care.info().lines == lines
    assert office.desk.care.verify().ok


def test_headers_that_are_refused(office: Reception) -> None:
    def codes(wanted: GroupDraft) -> list[str]:
        outcome = office.desk.groups.check_in(wanted)
        assert isinstance(outcome, GroupRefused)
        return [problem.code.value for problem in outcome.problems]

    assert codes(delegation()) == ["group_empty"]
    assert codes(delegation(*["Lê Anh"] * 501)) == ["group_too_large"]
    assert codes(delegation("Lê Anh", purpose="x" * 251)) == ["field_too_long"]


def test_out_alone_and_then_together(office: Reception) -> None:
    group = came_in(office, delegation("Lê Anh", "Vũ Hà", "Trần Sơn"))
    first = group.visits[0]
    alone = office.desk.groups.check_out(group.group_id, [first.visit_id])
    assert [line.name for line in alone.visits] == ["Lê Anh"]
    assert [len(g.inside) for g in office.desk.groups.inside()] == [2]
    rest = office.desk.groups.check_out(group.group_id)
    assert {line.name for line in rest.visits} == {"Vũ Hà", "Trần Sơn"}
    assert office.desk.groups.inside() == ()
    again = office.desk.check_out.check_out_all([first.visit_id, "nothing"])
    assert again.visits == ()
    assert isinstance(again.refused[first.visit_id], NotInside)
    assert set(again.refused) == {first.visit_id, "nothing"}


def test_a_group_is_taken_back_whole(office: Reception) -> None:
    before = office.enter("Phạm Dung")
    group = came_in(office, delegation("Lê Anh", "Vũ Hà"))
    office.desk.groups.check_out(group.group_id)
    for verb in ("check_out", "check_in"):
        last = office.desk.undo.last()
        assert last is not None
        assert (last.verb, len(last.visits)) == (verb, 2)
        outcome = office.desk.undo.undo_last()
        assert isinstance(outcome, TakenBack)
        assert len(outcome.visits) == 2
    assert [line.visit_id for line in office.desk.visits.inside()] == [before.visit_id]
    assert all(line.voided for line in outcome.visits)
    assert office.desk.care.verify().ok


def test_one_who_came_back_keeps_the_whole_exit_from_being_taken_back(office: Reception) -> None:
    group = came_in(office, delegation("Lê Anh", "Vũ Hà"))
    office.desk.groups.check_out(group.group_id)
    with open_desk(office.folder, office.clock, desk="Cổng sau") as other:
        back = other.check_in.check_in(draft("", visitor_id=group.visits[0].visitor_id))
    assert isinstance(back, CheckedIn)
    outcome = office.desk.undo.undo_last()
    assert isinstance(outcome, Refused)
    assert [problem.code.value for problem in outcome.problems] == ["already_inside"]
    assert len(office.desk.visits.inside()) == 1

"""One person under two records: suggested, joined, separated."""

from reception import TODAY, Reception

from bluezone_desk.domain.merging import Likeness, Merged, Unmerged
from bluezone_desk.domain.visits import Refused, VisitLine


def two_records(office: Reception) -> tuple[VisitLine, VisitLine]:
    """The same person with a card and, mistyped, without one."""
    card = office.leave(office.enter("Nguyễn Văn Tuấn", id_number="017090000001"))
    typed = office.leave(office.enter("Nguyen Van Tuân", phone="0912345678"))
    return card, typed


def merged(office: Reception, keep: str, other: str) -> Merged:
    outcome = office.desk.merge.merge(keep, other, "một người")
    assert isinstance(outcome, Merged), outcome
    return outcome


def code(outcome: object) -> str:
    return outcome.problems[0].code.value if isinstance(outcome, Refused) else ""


def test_the_kept_record_has_the_visits_and_is_found_by_everything(office: Reception) -> None:
    card, typed = two_records(office)
    outcome = merged(office, card.visitor_id, typed.visitor_id)
    assert (outcome.kept.visits, outcome.visits_moved, outcome.kept.phone) == (2, 1, "0912345678")
    for query in ("tuan", "0912345678", "017090000001", "nvt"):
        assert [person.visitor_id for person in office.desk.people.find(query)] == [card.visitor_id], query
    assert {line.visit_id for line in office.desk.people.visits(typed.visitor_id)} == {
        card.visit_id,
        typed.visit_id,
    }
    assert office.desk.people.recognise("0912345678").person == outcome.kept
    assert office.desk.reports.day(TODAY).figures.persons == 1
    assert office.enter("", visitor_id=typed.visitor_id).visitor_id == card.visitor_id
    assert office.desk.care.verify().ok


def test_separated_each_has_what_it_had(office: Reception) -> None:
    card, typed = two_records(office)
    before = [office.desk.people.person(line.visitor_id) for line in (card, typed)]
    merged(office, card.visitor_id, typed.visitor_id)
    later = office.leave(office.enter("", visitor_id=card.visitor_id))
    outcome = office.desk.merge.unmerge(typed.visitor_id, "hai người")
    assert isinstance(outcome, Unmerged)
    assert (outcome.other, outcome.kept.phone) == (before[1], "")
    assert {one.visit_id for one in office.desk.people.visits(card.visitor_id)} == {card.visit_id, later.visit_id}
    assert [one.visitor_id for one in office.desk.people.find("0912345678")] == [typed.visitor_id]
    assert office.desk.care.verify().ok


def test_three_records_come_apart_one_by_one(office: Reception) -> None:
    card, typed = two_records(office)
    third = office.leave(office.enter("Tuấn Nguyễn", phone="0987654321"))
    merged(office, typed.visitor_id, third.visitor_id)
    merged(office, card.visitor_id, typed.visitor_id)
    assert code(office.desk.merge.unmerge(third.visitor_id, "nhầm")) == "merge_stays_apart"
    assert [one.visits for one in office.desk.people.find("0987654321")] == [3]
    office.desk.merge.unmerge(typed.visitor_id, "nhầm")
    office.desk.merge.unmerge(third.visitor_id, "nhầm")
    assert [one.visits for one in office.desk.people.find("tuan")] == [1, 1, 1]
    assert office.desk.care.verify().ok


def test_what_is_refused(office: Reception) -> None:
    card, typed = two_records(office)
    merge = office.desk.merge.merge
    assert code(merge(card.visitor_id, typed.visitor_id, "")) == "reason_missing"
    assert code(merge(card.visitor_id, card.visitor_id, "x")) == "merge_same"
    assert code(merge(card.visitor_id, "nobody", "x")) == "visitor_unknown"
    assert code(office.desk.merge.unmerge(typed.visitor_id, "x")) == "merge_not_merged"
    office.enter("", visitor_id=card.visitor_id)
    office.enter("", visitor_id=typed.visitor_id)
    assert code(merge(card.visitor_id, typed.visitor_id, "x")) == "merge_both_inside"


def test_who_may_be_the_same_person(office: Reception) -> None:
    def known(name: str, **fields: str) -> str:
        return office.leave(office.enter(name, **fields)).visitor_id

    one = known("Trần Thị Hoà", phone="0912345678", birth_date="1990-08-15")
    phone = known("Hòa", phone="0912345678")
    birth = known("Tran Thi Hoa", birth_date="1990-08-15")
    known("Phạm Sơn", phone="0912345678")
    known("Trần Thị Hòa", birth_date="1991-01-01")
    found = office.desk.people.duplicates(one)
    assert [(each.person.visitor_id, each.likeness) for each in found] == [
        (birth, (Likeness.SAME_BIRTH,)),
        (phone, (Likeness.SAME_PHONE,)),
    ]


def test_a_merge_is_taken_back_with_what_was_just_done(office: Reception) -> None:
    card, typed = two_records(office)
    merged(office, card.visitor_id, typed.visitor_id)
    last = office.desk.undo.last()
    assert last is not None
    assert last.verb == "merge"
    office.desk.undo.undo_last()
    assert len(office.desk.people.find("tuan")) == 2
    last = office.desk.undo.last()
    assert last is not None
    assert (last.verb, last.subject) == ("check_out", typed.visit_id)

"""Reports over several days, who was inside together, and the hand-over."""

from datetime import timedelta
from random import Random

import pytest
from reception import MORNING, TODAY, Reception

from bluezone_desk.domain.contact_list import ContactList, contact_list
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import Refused


def test_a_period_is_its_days_and_knows_what_was_corrected_afterwards(office: Reception) -> None:
    for _ in range(3):
        kept = office.enter()
        office.pass_time(hours=1)
        office.leave(kept)
        office.enter("Lê Anh", id_number=f"01709000000{_}")
        office.pass_time(hours=23)
    office.desk.corrections.correct(kept.visit_id, {"host": "Ông Bình"}, "thiếu")
    office.desk.corrections.correct(kept.visit_id, {"host": "Bà Lan"}, "nhầm")
    summary = office.desk.reports.period(TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    figures = summary.figures
    assert (figures.entries, figures.exits, figures.carried_over, figures.inside_at_end) == (4, 2, 1, 3)
    assert [day.entries for day in figures.days] == [2, 2]
    assert summary.corrected_after == 1
    assert summary.previous is None
    later = office.desk.reports.period(TODAY + timedelta(days=1), TODAY + timedelta(days=1))
    assert later.previous is not None
    assert (later.previous.entries, later.figures.entries) == (2, 2)


def test_one_corrected_on_its_own_day_was_always_so(office: Reception) -> None:
    line = office.enter()
    office.clock.put(MORNING.replace(hour=16, minute=59))
    office.desk.corrections.correct(line.visit_id, {"host": "Ông Bình"}, "thiếu")
    assert office.desk.reports.period(TODAY, TODAY).corrected_after == 0
    office.pass_time(minutes=1)
    office.desk.corrections.correct(line.visit_id, {"host": "Bà Lan"}, "nhầm")
    assert office.desk.reports.period(TODAY, TODAY).corrected_after == 1


def contacts(office: Reception, visit_id: str, **told: object) -> ContactList:
    outcome = office.desk.reports.contacts(visit_id, "truy vết", "Bà Giám đốc", **told)  # type: ignore[arg-type]
    assert isinstance(outcome, ContactList), outcome
    return outcome


def test_company_is_found_whatever_the_length_of_a_stay(office: Reception) -> None:
    still = office.enter("Vẫn Trong")
    long = office.enter("Nhiều Ngày")
    gone = office.leave(office.enter("Đã Về"))
    office.pass_time(days=40)
    subject = office.enter("Người Hỏi")
    short = office.enter("Cùng Lúc")
    office.pass_time(minutes=14)
    brief = office.enter("Mới Đến")
    office.pass_time(minutes=10)
    for line in (subject, short, long):
        office.leave(line)
    late = office.enter("Đến Sau")
    found = contacts(office, subject.visit_id)
    assert {row.line.visit_id for row in found.rows} == {short.visit_id}
    assert {row.line.visit_id for row in found.estimated} == {still.visit_id, long.visit_id}
    everybody = contacts(office, subject.visit_id, minutes=0)
    ids = {row.line.visit_id for row in (*everybody.rows, *everybody.estimated)}
    assert brief.visit_id in ids
    assert gone.visit_id not in ids
    assert late.visit_id in ids


def test_how_many_were_there_is_told_without_a_list_and_leaves_no_trace(office: Reception) -> None:
    subject, other = office.enter("Người Hỏi", host="Ông Bình"), office.enter("Cùng Lúc", host="Ông Bình")
    office.pass_time(minutes=40)
    office.leave(other)
    told = office.desk.reports.company(subject.visit_id)
    assert told is not None
    assert (told.persons, told.at_same_host) == (1, 1)
    assert told.longest is not None
    assert (told.longest.line.visit_id, told.longest.minutes) == (other.visit_id, 40)
    assert [entry.verb for entry in office.desk.visits.history(subject.visit_id)] == ["check_in"]
    office.desk.corrections.void(subject.visit_id, "nhầm")
    assert office.desk.reports.company(subject.visit_id) is None
    assert office.desk.reports.company("0173bc21") is None


def test_asking_is_in_the_history_of_the_line(office: Reception) -> None:
    line = office.enter()
    contacts(office, line.visit_id)
    entry = office.desk.visits.history(line.visit_id)[-1]
    assert (entry.verb, entry.reason) == ("contacts", "truy vết")
    assert office.desk.care.verify().ok


@pytest.mark.parametrize(
    ("reason", "approver", "minutes", "code"),
    [
        ("", "Bà Lan", 15, "reason_missing"),
        ("truy vết", " ", 15, "approver_missing"),
        ("truy vết", "lễ tân", 15, "approver_missing"),
        ("truy vết", "Bà Lan", -1, "minutes_invalid"),
    ],
)
def test_nobody_asks_alone_or_without_a_reason(
    office: Reception, reason: str, approver: str, minutes: int, code: str
) -> None:
    line = office.enter()
    lines = office.desk.care.info().lines
    outcome = office.desk.reports.contacts(line.visit_id, reason, approver, minutes=minutes)
    assert isinstance(outcome, Refused)
    assert [problem.code.value for problem in outcome.problems] == [code]
    assert office.desk.care.info().lines == lines


def test_a_shift_is_handed_over_with_all_that_is_open(office: Reception) -> None:
    office.enter("Vẫn Trong", pass_number="3")
    office.pass_time(days=2)
    office.leave(office.enter())
    told = office.desk.reports.handover(taken_by=" Bà  Lan ")
    assert (told.entries, told.exits, told.inside_at_start, len(told.inside)) == (1, 1, 1, 1)
    assert (told.taken_by, told.passes_out, len(told.overdue)) == ("Bà Lan", ("3",), 1)


def test_company_is_what_comparing_every_pair_of_lines_finds(office: Reception) -> None:
    chance = Random(3)
    office.pass_time(days=9)
    for number in range(160):
        entered = MORNING + timedelta(minutes=chance.randrange(8 * 1440))
        stay = timedelta(minutes=chance.choice((5, 20, 90, 600, 1440, 1441, 4000)))
        left = min(entered + stay, office.clock.now()) if chance.random() < 0.9 else None
        line = office.enter(f"Khách {number}", entered_at=entered, left_at=left, reason="sổ giấy")
        if chance.random() < 0.05:
            office.desk.corrections.void(line.visit_id, "nhầm")
    lines, now = office.desk.visits.select(VisitFilter()), office.clock.now()
    for subject in chance.sample([line for line in lines if not line.voided], 40):
        told = contact_list(subject, lines, made_at=now, reason="truy vết")
        found = contacts(office, subject.visit_id)
        assert (found.rows, found.estimated) == (told.rows, told.estimated)

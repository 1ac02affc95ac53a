"""Who was there together, and what one shift hands to the next."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.contact_list import ContactList, company, contact_list
from bluezone_desk.domain.handover import hand_over
from bluezone_desk.domain.visits import VisitLine

NINE = datetime(2020, 8, 5, 2, 0, tzinfo=UTC)


def line(number: int, start: int, stay: int | None, **more: object) -> VisitLine:
    """Entered `start` minutes after nine, for `stay` minutes."""
    entered = NINE + timedelta(minutes=start)
    fields = {
        "visit_id": f"v{number:03}",
        "visitor_id": f"p{number:03}",
        "number": number,
        "day": office_day(entered),
        "entered_at": entered,
        "left_at": None if stay is None else entered + timedelta(minutes=stay),
        "name": "Bùi Thị Mẫu",
    }
    return VisitLine(**(fields | more))  # type: ignore[arg-type]


def listed(subject: VisitLine, *others: VisitLine, minutes: int = 15) -> ContactList:
    made_at = NINE + timedelta(hours=9)
    return contact_list(subject, (subject, *others), made_at=made_at, reason="theo yêu cầu", minutes=minutes)


@pytest.mark.parametrize(
    ("start", "stay", "minutes"),
    [(-30, 45, 15), (-30, 44, None), (45, 100, 15), (46, 100, None), (10, 20, 20), (-100, 500, 60), (60, 9, None)],
)
def test_an_overlap_counts_from_the_asked_minute_on(start: int, stay: int, minutes: int | None) -> None:
    found = listed(line(1, 0, 60), line(2, start, stay))
    assert [contact.minutes for contact in found.rows] == ([] if minutes is None else [minutes])


def test_same_host_first_then_the_longest_and_estimates_apart() -> None:
    subject = line(1, 0, 120, host="Bà Lê Thị Lan", department="Một cửa")
    found = listed(
        subject,
        line(2, 0, 100, host="Ông Khoa"),
        line(3, 0, 30, host="bà lê thị lan"),
        line(4, 0, 50, host="", department="một cửa"),
        line(5, 0, 90, left_rule="end_of_day"),
        line(6, 30, None),
        line(7, 0, 100, voided=True),
        line(8, 5, 100, visitor_id="p001"),
    )
    assert [c.line.number for c in found.rows] == [4, 3, 2]
    assert [c.at_same_host for c in found.rows] == [True, True, False]
    assert [(c.line.number, c.minutes) for c in found.estimated] == [(5, 90), (6, 90)]
    assert found.persons == 5


def test_a_subject_whose_exit_was_not_seen_makes_every_overlap_an_estimate() -> None:
    found = listed(line(1, 0, 120, left_rule="end_of_day"), line(2, 0, 60))
    assert (found.rows, len(found.estimated)) == ((), 1)


SPANS = st.tuples(st.integers(-900, 500), st.none() | st.integers(0, 900))


@settings(max_examples=60, deadline=None)
@given(SPANS, st.lists(SPANS, max_size=12), st.integers(1, 60))
def test_the_list_is_what_counting_minute_by_minute_finds(
    one: tuple[int, int | None], others: list[tuple[int, int | None]], least: int
) -> None:
    subject = line(0, *one)
    lines = [line(n, *span) for n, span in enumerate(others, start=1)]
    found = listed(subject, *lines, minutes=least)
    inside = {n: set(range(s, 540 if t is None else s + t)) for n, (s, t) in enumerate((one, *others))}
    shared = {n: len(inside[0] & inside[n]) for n in range(1, len(inside))}
    told = {c.line.number: c.minutes for c in (*found.rows, *found.estimated)}
    assert told == {n: minutes for n, minutes in shared.items() if minutes >= least}


@settings(max_examples=60, deadline=None)
@given(st.lists(SPANS, max_size=12), st.integers(-300, 300))
def test_a_hand_over_adds_up(spans: list[tuple[int, int | None]], shift: int) -> None:
    lines = [line(n, *span, pass_number=str(n % 5)) for n, span in enumerate(spans)]
    found = hand_over(lines, shift_from=NINE + timedelta(minutes=shift), made_at=NINE + timedelta(minutes=330))
    assert found.inside_at_start + found.entries == found.exits + len(found.inside)
    assert set(found.overdue) <= set(found.inside)
    assert set(found.passes_out) == {n.pass_number for n in found.inside}


def test_a_long_stay_and_one_since_yesterday_are_overdue() -> None:
    lines = [line(1, 0, None), line(2, 200, None), line(3, -900, None), line(4, 0, 300)]
    made_at = NINE + timedelta(minutes=241)
    found = hand_over(lines, shift_from=NINE, made_at=made_at, given_by="Lê Thu Hà")
    assert [n.number for n in found.overdue] == [3, 1, 4]
    assert [n.number for n in found.inside] == [3, 1, 4, 2]
    assert (found.inside_at_start, found.entries, found.exits) == (1, 3, 0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-200, 200), st.none() | st.integers(0, 400), st.booleans()), max_size=12))
def test_the_company_is_the_list_counted(others: list[tuple[int, int | None, bool]]) -> None:
    subject = line(1, 0, 60, host="Ông Bình")
    lines = [
        line(number, start, stay, host="Ông Bình" if is_same else "Bà Lan")
        for number, (start, stay, is_same) in enumerate(others, 2)
    ]
    found, until = listed(subject, *lines), NINE + timedelta(hours=9)
    counted, rows = company(subject, lines, until=until), (*found.rows, *found.estimated)
    assert counted.persons == found.persons
    assert counted.at_same_host == len({row.line.visitor_id for row in rows if row.at_same_host})
    assert (counted.longest.minutes if counted.longest else 0) == max((row.minutes for row in rows), default=0)

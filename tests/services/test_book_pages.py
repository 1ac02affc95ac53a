"""The book in pages: every filter and order gives what a plain look at all lines gives, wherever it is entered."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reception import TODAY, Reception, reception

from bluezone_desk.domain.book_page import BookSort
from bluezone_desk.domain.names import fold
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import VisitLine

NAMES = ("Nguyễn Văn Tuấn", "Lê Anh", "Vũ Hà", "Đặng Thuỳ Trâm", "Trần Sơn")
HOSTS = ("Ông Bình", "Bà Lan", "")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reception]:
    """Two hundred visits over four days, some open, some void."""
    office = reception(Path(tmp_path_factory.mktemp("pages")))
    dice = random.Random(1)
    for number in range(200):
        checks = (AppCheck("bluezone", dice.choice(list(CheckState))),) if dice.random() < 0.8 else ()
        line = office.enter(
            dice.choice(NAMES),
            phone=f"09{number:08d}",
            host=dice.choice(HOSTS),
            checks=checks,
            plate=f"28A-{number}",
        )
        if dice.random() < 0.7:
            office.leave(line)
        if dice.random() < 0.1:
            office.pass_time(minutes=1)
            state = dice.choice((CheckState.REACTIVATED, CheckState.DECLINED)).value
            office.desk.corrections.correct(line.visit_id, {"check.bluezone": state}, "xem lại")
        if dice.random() < 0.1:
            office.desk.corrections.void(line.visit_id, "nhầm")
        if number % 3:
            office.pass_time(minutes=28)
    yield office
    office.desk.close()


def fits(line: VisitLine, wanted: VisitFilter) -> bool:
    told = fold(" ".join((line.name, line.organisation, line.host, line.plate, line.phone)))
    host = fold(f"{line.host} {line.department}")
    latest = {check.programme: check.state for check in line.checks}
    state = latest.get("bluezone", CheckState.NOT_ASKED)
    return (
        (wanted.from_day is None or line.day >= wanted.from_day)
        and (wanted.to_day is None or line.day <= wanted.to_day)
        and all(word in told for word in fold(wanted.text).split())
        and all(word in host for word in fold(wanted.host).split())
        and (wanted.state is None or state is wanted.state)
        and (not wanted.programme or wanted.state is not None or "bluezone" in latest)
        and (wanted.is_inside is None or (line.inside if wanted.is_inside else line.left_at is not None))
        and (wanted.with_voided or not line.voided)
        and (not wanted.is_helped or state.helped)
        and (not wanted.recorder or wanted.recorder == line.recorded_by)
    )


def order(sort: BookSort) -> object:
    if sort is BookSort.NAME:
        return lambda line: (line.name_sort, line.visitor_id, line.entered_at, line.number)
    return lambda line: (line.entered_at, line.visit_id)


DAYS = st.none() | st.sampled_from([TODAY + timedelta(days=n) for n in range(-1, 5)])
FILTERS = st.builds(
    VisitFilter,
    from_day=DAYS,
    to_day=DAYS,
    programme=st.sampled_from(("", "bluezone")),
    state=st.none() | st.sampled_from(CheckState),
    host=st.sampled_from(("", "binh", "Bà", "%")),
    text=st.sampled_from(("", "tuan", "ha", "28a-1", "0900000015", "van ông", "_", "'")),
    recorder=st.sampled_from(("", "Lễ tân", "ai đó")),
    is_inside=st.sampled_from((None, True, False)),
    with_voided=st.booleans(),
    is_helped=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(wanted=FILTERS, sort=st.sampled_from(BookSort), limit=st.integers(1, 90), row=st.integers(0, 220))
def test_pages_are_the_lines_that_fit(
    full: Reception, wanted: VisitFilter, sort: BookSort, limit: int, row: int
) -> None:
    visits = full.desk.visits
    everything = [line for line in visits.select(VisitFilter()) if fits(line, wanted)]
    everything.sort(key=order(sort), reverse=sort is BookSort.NEWEST)  # type: ignore[arg-type]
    assert visits.count(wanted) == len(everything)
    paged: list[VisitLine] = []
    page = visits.page(wanted, sort, None, limit)
    paged += page.lines
    while page.next_key:
        page = visits.page(wanted, sort, page.next_key, limit)
        paged += page.lines
    assert paged == everything
    outline = visits.outline(wanted, sort, step=limit)
    key, skip = outline.before(row)
    assert visits.page(wanted, sort, key, 3, skip).lines == tuple(everything[row : row + 3])
    assert sorted(visits.select(wanted), key=order(sort)) == sorted(everything, key=order(sort))  # type: ignore[arg-type]


def test_export_comes_in_pieces_and_tells_how_far_it_is(full: Reception) -> None:
    told: list[tuple[int, int]] = []
    pieces = list(full.desk.visits.select_chunks(VisitFilter(), progress=lambda *far: told.append(far)))
    assert [line for piece in pieces for line in piece] == sorted(
        full.desk.visits.select(VisitFilter()),
        key=order(BookSort.OLDEST),  # type: ignore[arg-type]
    )
    assert told == [(200, 200)]


def test_a_line_written_between_two_pages_shifts_nothing(full: Reception) -> None:
    first = full.desk.visits.page(VisitFilter(), limit=5)
    before = full.desk.visits.page(VisitFilter(), after=first.next_key, limit=5)
    full.enter("Người Mới")
    assert full.desk.visits.page(VisitFilter(), after=first.next_key, limit=5) == before
    assert full.desk.visits.page(replace(VisitFilter(), text="moi"), limit=5).lines[0].name == "Người Mới"

"""Papers that left are known again: what a day said is one text, in this version and in every later one."""

import dataclasses
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.services.papers_record import told_of

LINE = VisitLine(
    visit_id="v",
    visitor_id="p",
    number=1,
    day=date(2020, 8, 5),
    entered_at=datetime(2020, 8, 5, 1, 42, tzinfo=UTC),
    left_at=None,
    name="Lê Anh",
    checks=(AppCheck("bluezone", CheckState.DECLINED, "máy hết pin"),),
)


def test_a_line_is_told_by_what_it_says_alone() -> None:
    assert told_of(LINE) == (
        '{"checks": [["bluezone", "declined", "máy hết pin"]], "day": "2020-08-05",'
        ' "entered_at": "2020-08-05T01:42:00+00:00", "name": "Lê Anh", "number": 1, "visit_id": "v",'
        ' "visitor_id": "p"}'
    )


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(("Lê Anh", "Lê Ánh")),
        "party": st.integers(0, 3),
        "left_at": st.sampled_from((None, LINE.entered_at)),
        "voided": st.booleans(),
        "checks": st.sampled_from(((), LINE.checks, (AppCheck("bluezone", CheckState.RUNNING),))),
        "purpose": st.text(max_size=3),
    },
)


@settings(max_examples=100, deadline=None)
@given(CHANGES, CHANGES)
def test_two_lines_are_told_alike_only_when_they_say_the_same(
    one: dict[str, object], other: dict[str, object]
) -> None:
    first, second = (dataclasses.replace(LINE, **changes) for changes in (one, other))  # type: ignore[arg-type]
    assert (told_of(first) == told_of(second)) == (first == second)

"""What the desk asks all day stays fast as the book grows: no question walks through all visits or all people."""

import re
import sqlite3

import pytest

from bluezone_desk.domain.book_page import BookSort
from bluezone_desk.store import book_pages, journal, people, periods, records, visits
from bluezone_desk.store.creation import write_schema
from bluezone_desk.store.statement import Statement

ASKED_ALL_DAY = {
    f"{module.__name__.rpartition('.')[2]}.{name}": statement
    for module in (journal, people, periods, records, visits)
    for name, statement in vars(module).items()
    if isinstance(statement, Statement) and statement.text.startswith("SELECT")
}
#: Asked when a check-out is refused, when the book is opened, and by nobody else.
RARE = {"visits._LAST_BY_PASS", "journal._HEADS"}
#: Walking one of these is walking the few who are inside, or who stayed over midnight.
SMALL = ("uq_visit_open_visitor", "uq_visit_open_pass_number", "ix_visit_overnight")


@pytest.mark.parametrize("name", sorted(ASKED_ALL_DAY.keys() - RARE))
def test_a_question_keeps_to_its_index(name: str) -> None:
    statement = ASKED_ALL_DAY[name]
    connection = sqlite3.connect(":memory:", isolation_level=None)
    write_schema(connection)
    values = dict.fromkeys(re.findall(r":(\w+)", statement.text), "1")
    steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement.text}", values)]
    connection.close()
    walks = [step for step in steps if re.match(r"SCAN (visit|visitor|journal|app_check)\b", step)]
    assert [step for step in walks if not step.endswith(SMALL)] == []
    # Every earlier day is nearly the whole book, unless only the newest is wanted, which lies at the index's end.
    is_newest = "LIMIT" in statement.text and not any("TEMP B-TREE" in step for step in steps)
    assert is_newest or not [step for step in steps if "(day<?)" in step and "overnight" not in step]


@pytest.mark.parametrize("sort", BookSort)
def test_the_next_page_of_the_book_is_neither_searched_nor_sorted(sort: BookSort) -> None:
    statement = book_pages._keys((), sort, "walk", True)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    write_schema(connection)
    values = dict.fromkeys(re.findall(r":(\w+)", statement.text), "1")
    steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement.text}", values)]
    connection.close()
    assert not [step for step in steps if step.startswith(("SCAN", "USE TEMP"))]
    assert "COVERING INDEX" in steps[0]

"""A line whose chain was closed anew by hand, so that only what it says gives it away."""

import sqlite3

import pytest
from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.store import journal, schema

COLUMNS = tuple(schema.journal.columns.keys())


def forge(office: Reception, changes: str) -> int:
    """The newest line with these changes and every digest right; its number."""
    with sqlite3.connect(office.folder / "book.db") as connection:
        row = connection.execute("SELECT * FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        line = {**dict(zip(COLUMNS, row, strict=True)), "changes": changes}
        line["commitment"] = journal.commitment_of(line["salt"], changes)
        connection.execute(
            "UPDATE journal SET changes = ?, commitment = ?, digest = ? WHERE position = ?",
            (changes, line["commitment"], journal.digest_of(line), line["position"]),
        )
    connection.close()
    return int(line["number"])


@pytest.mark.parametrize(
    "changes",
    [
        '"text"',
        "[1]",
        "{}",
        '[{"add":"nowhere","row":{}}]',
        '[{"add":"visit","row":{"id":"x","colour":1}}]',
        '[{"set":"visit","key":["x"],"to":{"colour":[1,2]}}]',
        '[{"set":"visit","key":["x","y"],"to":{"host":["a","b"]}}]',
        '[{"set":"visitor","key":["nobody"],"to":{"recency":[1,2]}}]',
        '[{"add":"app_check","row":{"visit_id":"x","programme":"p","at":[],"state":"running"}}]',
        '[{"add":"visit","row":[]}]',
        '[{"set":["visit"],"key":1,"to":7}]',
    ],
)
def test_what_no_verb_writes_is_a_changed_line_and_no_bug(office: Reception, changes: str) -> None:
    office.enter()
    number = forge(office, changes)
    outcome = office.desk.care.verify()
    assert outcome.first_bad is not None
    assert (outcome.ok, outcome.first_bad.number) == (False, number)
    assert outcome.code in (Trouble.VERIFY_LINE_CHANGED, Trouble.VERIFY_ROW_ADDED, Trouble.BOOK_REPLACED)

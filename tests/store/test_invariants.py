"""The book's own last word: what it must never say, even to somebody who writes past the program."""

import sqlite3
from collections.abc import Iterator

import pytest
from reception import Reception

VISIT = {
    "id": "v2",
    "request_id": "other",
    "visitor_id": None,
    "day": "2020-08-05",
    "number": 99,
    "entered_at": 1000,
    "recorded_by": "x",
    "desk": None,
}


class Raw:
    """SQL past the program, on the book of a reception with one open visit with pass 7."""

    def __init__(self, office: Reception) -> None:
        line = office.enter("Lê Anh", id_number="017090000001", pass_number="7")
        self.connection = sqlite3.connect(office.folder / "book.db", isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.ids = {"visitor_id": line.visitor_id, "desk": self.value("SELECT id FROM desk")}

    def value(self, sql: str) -> object:
        return self.connection.execute(sql).fetchone()[0]

    def another_visit(self, **fields: object) -> None:
        row = {**VISIT, **self.ids, **fields}
        marks = ", ".join(f":{name}" for name in row)
        self.connection.execute(f"INSERT INTO visit ({', '.join(row)}) VALUES ({marks})", row)


@pytest.fixture
def raw(office: Reception) -> Iterator[Raw]:
    opened = Raw(office)
    yield opened
    opened.connection.close()


def refuses(raw: Raw, sql: str, name: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=name):
        raw.connection.execute(sql)


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("UPDATE visit SET left_at = entered_at - 1, left_day = day", "exit_after_entry"),
        ("UPDATE visit SET left_at = entered_at + 1", "exit_has_day"),
        ("UPDATE visit SET left_rule = 'end_of_day'", "rule_of_an_exit"),
        ("UPDATE visit SET party = 1000", "party_counts"),
        ("UPDATE visit SET party = -1", "party_counts"),
        ("UPDATE visit SET request_id = ''", "request_named"),
        ("UPDATE visit SET visitor_id = 'nobody'", "FOREIGN KEY"),
        ("UPDATE visit SET desk = 'nowhere'", "FOREIGN KEY"),
        ("UPDATE visit SET entered_at = 'morning'", "cannot store TEXT value in INTEGER column"),
        ("UPDATE visitor SET name = ''", "name_given"),
        ("DELETE FROM visitor", "FOREIGN KEY"),
        ("DELETE FROM visit", "FOREIGN KEY"),
        ("UPDATE app_check SET state = 'maybe'", "state_known"),
        ("INSERT INTO app_check SELECT visit_id, programme, at, state, '' FROM app_check", "UNIQUE"),
        ("INSERT INTO preference VALUES ('office', 'not json')", "value_is_json"),
        ("INSERT INTO desk SELECT 'other', name FROM desk", "UNIQUE"),
        ("UPDATE journal SET number = 1", "UNIQUE"),
        ("INSERT INTO visitor_pass (number) VALUES ('')", "number_given"),
        ("INSERT INTO former_number VALUES ('1', 'nobody')", "FOREIGN KEY"),
        ("INSERT INTO visitor_group (id, request_id, entered_at, desk) VALUES ('g', '', 1, 'd')", "request_named"),
        (
            "INSERT INTO visitor (id, name, recency, indexed_text) SELECT 'x', 'X', recency, '' FROM visitor",
            "UNIQUE",
        ),
    ],
)
def test_the_book_refuses(raw: Raw, sql: str, name: str) -> None:
    refuses(raw, sql, name)


def test_one_open_visit_per_visitor(raw: Raw) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="visitor_id"):
        raw.another_visit()
    raw.another_visit(left_at=2000, left_day="2020-08-05")
    raw.another_visit(id="v3", request_id="third", number=100, voided_at=5)


def test_one_open_visit_per_pass(raw: Raw) -> None:
    raw.connection.execute("INSERT INTO visitor (id, name, recency, indexed_text) VALUES ('w', 'W', 50, 'w')")
    with pytest.raises(sqlite3.IntegrityError, match="pass_number"):
        raw.another_visit(visitor_id="w", pass_number="7")
    raw.another_visit(visitor_id="w", pass_number="8")


def test_one_visit_per_request_and_per_number_of_the_day(raw: Raw) -> None:
    request = raw.value("SELECT request_id FROM visit")
    gone = {"left_at": 2000, "left_day": "2020-08-05"}
    with pytest.raises(sqlite3.IntegrityError, match="request_id"):
        raw.another_visit(request_id=request, **gone)
    with pytest.raises(sqlite3.IntegrityError, match="day"):
        raw.another_visit(number=1, **gone)


def test_readers_cannot_write(office: Reception) -> None:
    with office.desk.book.reading() as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM app_check")


def test_the_book_is_kept_as_the_promises_need(office: Reception) -> None:
    connection = office.desk.book.writer()

    def pragma(name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
    # Waiting for another program is for `begin_writing` alone: idle work must not hold up the window.
    assert pragma("busy_timeout") == 0
    with office.desk.book.reading() as reader:
        assert reader.execute("PRAGMA busy_timeout").fetchone()[0] == 3000
        assert reader.execute("PRAGMA wal_autocheckpoint").fetchone()[0] == 0


def test_what_breaks_a_rule_leaves_no_line(office: Reception) -> None:
    from bluezone_desk.store.changes import RowChange

    lines = office.desk.care.info().lines
    desk_id = office.desk.book.writer().execute("SELECT id FROM desk").fetchone()[0]
    change = RowChange("visit", ("v",), None, {"id": "v", "visitor_id": "nobody", "number": 1, "party": 0})
    with pytest.raises(sqlite3.IntegrityError), office.desk.book.writing(desk_id) as page:
        page.record("check_in", "v", "x", (change,))
    assert office.desk.care.info().lines == lines
    assert office.enter().number == 1

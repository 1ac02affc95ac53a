"""Whoever writes past the program is found, and the first line that disagrees is named."""

import sqlite3
from pathlib import Path

import pytest
from reception import Reception

from bluezone_desk.domain.book_facts import Verification
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import verification


def tamper(office: Reception, *statements: str) -> None:
    with sqlite3.connect(office.folder / "book.db") as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.fixture
def worked(office: Reception) -> Reception:
    """Line 1 opens the desk, 2 to 4 are entries, 5 an exit, 6 and 7 an entry taken back."""
    first = office.enter("Lê Anh", id_number="017090000001", phone="0912345678")
    office.enter("Vũ Hà", id_number="017090000002")
    office.enter("Trần Sơn")
    office.pass_time(minutes=1)
    office.leave(first)
    office.desk.undo.undo(office.enter("Đỗ Minh").visit_id)
    return office


def found(office: Reception) -> tuple[str, int]:
    outcome = office.desk.care.verify()
    assert not outcome.ok
    assert outcome.code is not None
    assert outcome.first_bad is not None
    return outcome.code.value, outcome.first_bad.number


def test_an_untouched_book_adds_up(worked: Reception) -> None:
    steps: list[tuple[int, int]] = []
    assert worked.desk.care.verify(lambda done, total: steps.append((done, total))) == Verification(True, 7)
    assert steps[-1] == (7, 7)


def test_no_room_for_the_comparison_is_no_word_against_the_journal(
    worked: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cramped(verification.Fold):
        def __init__(self) -> None:
            super().__init__()
            pages = self.connection.execute("PRAGMA page_count").fetchone()[0]
            self.connection.execute(f"PRAGMA max_page_count = {pages}")

    for number in range(30):
        worked.enter(f"Nguyễn Văn Mẫu {number}", purpose="Nộp hồ sơ " * 20)
    monkeypatch.setattr(verification, "Fold", Cramped)
    with pytest.raises(DeskFault) as refused:
        worked.desk.care.verify()
    assert refused.value.code is Trouble.PLACE_FULL


def test_a_journal_taken_away_under_the_desk_is_damage_and_no_bug(worked: Reception) -> None:
    tamper(worked, "DROP TABLE journal")
    with pytest.raises(DeskFault) as refused:
        worked.enter("Bùi Mẫu")
    assert refused.value.code is Trouble.BOOK_DAMAGED


VISIT_3 = "visit_id = (SELECT id FROM visit WHERE number = 3)"


@pytest.mark.parametrize(
    ("statement", "code", "number"),
    [
        ("UPDATE visit SET purpose = 'khác' WHERE number = 2", "verify_row_changed", 3),
        ("UPDATE visit SET entered_at = entered_at - 1 WHERE number = 3", "verify_row_changed", 4),
        ("UPDATE visit SET left_at = left_at + 1 WHERE number = 1", "verify_row_changed", 5),
        ("UPDATE visit SET voided_at = NULL WHERE number = 4", "verify_row_changed", 7),
        ("UPDATE visitor SET name = 'Lê Ánh' WHERE id_number = '017090000001'", "verify_row_changed", 2),
        ("UPDATE visitor SET indexed_text = 'x' WHERE id_number = '017090000002'", "verify_row_changed", 3),
        (f"UPDATE app_check SET state = 'declined' WHERE {VISIT_3}", "verify_row_changed", 4),
        (f"DELETE FROM app_check WHERE {VISIT_3}", "verify_row_missing", 4),
        ("UPDATE desk SET name = 'Cổng phụ'", "verify_row_changed", 1),
        ("INSERT INTO preference VALUES ('office', '{}')", "verify_row_added", 0),
        ("INSERT INTO desk VALUES ('other', 'Cổng phụ')", "verify_row_added", 0),
        ("UPDATE journal SET by = 'ai đó' WHERE number = 4", "verify_line_changed", 4),
        ("UPDATE journal SET at = at + 1 WHERE number = 2", "verify_line_changed", 2),
        ("UPDATE journal SET verb = 'check_out' WHERE number = 3", "verify_line_changed", 3),
        ("UPDATE journal SET subject = 'x' WHERE number = 3", "verify_line_changed", 3),
        ("UPDATE journal SET changes = replace(changes, 'Anh', 'Ánh') WHERE number = 2", "verify_line_changed", 2),
        ("UPDATE journal SET salt = x'00' WHERE number = 6", "verify_line_changed", 6),
        ("UPDATE journal SET digest = previous WHERE number = 5", "verify_line_changed", 5),
        ("UPDATE journal SET previous = digest WHERE number = 5", "verify_line_changed", 5),
        ("DELETE FROM journal WHERE number = 3", "verify_line_missing", 3),
        ("DELETE FROM journal WHERE number = 1", "verify_line_missing", 1),
        ("UPDATE journal SET number = number + 10 WHERE number > 4", "verify_line_missing", 5),
    ],
)
def test_what_was_changed_past_the_journal_is_named(
    worked: Reception, statement: str, code: str, number: int
) -> None:
    tamper(worked, statement)
    assert found(worked) == (code, number)


def test_a_deleted_visit_is_missed(worked: Reception) -> None:
    visit = "(SELECT id FROM visit WHERE number = 2)"
    tamper(worked, f"DELETE FROM app_check WHERE visit_id = {visit}", "DELETE FROM visit WHERE number = 2")
    assert found(worked) == ("verify_row_missing", 3)


def test_a_visit_slipped_in_is_seen(worked: Reception) -> None:
    tamper(
        worked,
        "INSERT INTO visit (id, request_id, visitor_id, day, number, entered_at, recorded_by, desk, voided_at)"
        " SELECT 'slipped', 'in', visitor_id, day, 77, entered_at, 'x', desk, 1 FROM visit WHERE number = 1",
    )
    assert found(worked) == ("verify_row_added", 0)


def test_a_line_slipped_in_is_seen(worked: Reception) -> None:
    columns = "at, by, verb, subject, changes, salt, commitment, digest, previous"
    tamper(
        worked,
        f"INSERT INTO journal (desk, number, {columns}) SELECT desk, 8, {columns} FROM journal WHERE number = 7",
    )
    assert found(worked) == ("verify_line_changed", 8)


def test_lines_in_another_order_are_seen(worked: Reception) -> None:
    tamper(
        worked,
        "UPDATE journal SET position = 100 WHERE number = 3",
        "UPDATE journal SET position = 3 WHERE number = 4",
        "UPDATE journal SET position = 4 WHERE number = 3",
    )
    assert found(worked) == ("verify_line_order", 3)


def test_a_people_index_that_disagrees_is_seen(worked: Reception) -> None:
    tamper(worked, "INSERT INTO people_search(rowid, words) VALUES (999, 'ma')")
    outcome = worked.desk.care.verify()
    assert outcome.code is Trouble.VERIFY_SEARCH
    assert outcome.first_bad is not None
    assert outcome.first_bad.what == "people_search ma/999"


def test_the_earliest_of_several_is_named(worked: Reception) -> None:
    tamper(worked, "UPDATE visit SET purpose = 'x' WHERE number IN (2, 3)", "UPDATE visitor SET sex = 'Nam'")
    assert found(worked) == ("verify_row_changed", 2)


CUT_TAIL = (
    "DELETE FROM app_check WHERE visit_id = (SELECT id FROM visit WHERE number = 4)",
    "DELETE FROM visit WHERE number = 4",
    "INSERT INTO people_search(people_search, rowid, words)"
    " SELECT 'delete', recency, indexed_text FROM visitor WHERE name = 'Đỗ Minh'",
    "DELETE FROM visitor WHERE name = 'Đỗ Minh'",
    "DELETE FROM journal WHERE number > 5",
)


def test_a_tail_cut_off_cleanly_is_seen_by_the_mark_beside_the_file(worked: Reception) -> None:
    tamper(worked, *CUT_TAIL)
    assert found(worked) == ("book_went_back", 6)
    worked.desk.close()
    with pytest.raises(DeskFault) as fault:
        worked.reopen()
    assert (fault.value.code, fault.value.facts["missing"]) == (Trouble.BOOK_WENT_BACK, "2")


def test_nothing_more_is_written_once_the_tail_is_gone(worked: Reception) -> None:
    tamper(worked, *CUT_TAIL)
    with pytest.raises(DeskFault) as fault:
        worked.enter("Bùi Uy")
    assert fault.value.code is Trouble.BOOK_WENT_BACK


def test_an_older_copy_put_in_place_is_refused(worked: Reception, tmp_path: Path) -> None:
    worked.desk.close()
    old = (worked.folder / "book.db").read_bytes()
    worked.reopen()
    worked.enter("Bùi Uy")
    worked.desk.close()
    (worked.folder / "book.db").write_bytes(old)
    with pytest.raises(DeskFault) as fault:
        worked.reopen()
    assert (fault.value.code, fault.value.facts["missing"]) == (Trouble.BOOK_WENT_BACK, "1")
    assert (worked.folder / "book.db").read_bytes() == old


def test_an_older_copy_that_grew_on_elsewhere_is_refused(worked: Reception, tmp_path: Path) -> None:
    worked.desk.close()
    old = (worked.folder / "book.db").read_bytes()
    worked.reopen()
    worked.enter("Bùi Uy")
    worked.desk.close()
    mark = (worked.folder / "book.anchor").read_bytes()
    (worked.folder / "book.db").write_bytes(old)
    (worked.folder / "book.anchor").unlink()
    worked.reopen()
    worked.enter("Người khác")
    worked.desk.close()
    (worked.folder / "book.anchor").write_bytes(mark)
    with pytest.raises(DeskFault) as fault:
        worked.reopen()
    assert fault.value.code is Trouble.BOOK_REPLACED


def test_a_write_ahead_log_that_was_deleted_is_missed(worked: Reception, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("book.db", "book.anchor"):
        (folder / name).write_bytes((worked.folder / name).read_bytes())
    from bluezone_desk.services.opening import open_desk

    with pytest.raises(DeskFault) as fault:
        open_desk(folder, worked.clock)
    assert fault.value.code is Trouble.BOOK_WENT_BACK


@pytest.mark.parametrize("mark", [b"", b"nonsense", b"\xff" * 5000])
def test_a_mark_that_cannot_be_read_knows_nothing_and_is_made_anew(worked: Reception, mark: bytes) -> None:
    worked.desk.close()
    (worked.folder / "book.anchor").write_bytes(mark)
    worked.reopen()
    worked.enter("Bùi Uy")
    assert b" 8 " in (worked.folder / "book.anchor").read_bytes()
    assert worked.desk.care.verify().ok


def test_a_table_taken_away_is_damage_and_no_bug(worked: Reception) -> None:
    tamper(worked, "DROP TABLE app_check")
    with pytest.raises(DeskFault) as fault:
        worked.enter("Đỗ Mai")
    assert fault.value.code is Trouble.BOOK_DAMAGED

"""The file replaced, deleted or locked while the desk works: noticed before anything is confirmed."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from reception import Reception, draft

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.opening import open_desk
from bluezone_desk.store import bell


def trouble(office: Reception) -> Trouble:
    with pytest.raises(DeskFault) as fault:
        office.desk.check_in.check_in(draft("Vũ Hà"))
    return fault.value.code


def test_a_file_put_in_its_place_is_noticed(office: Reception, tmp_path: Path) -> None:
    office.enter("Lê Anh")
    shutil.copy(office.folder / "book.db", tmp_path / "other.db")
    (tmp_path / "other.db").replace(office.folder / "book.db")
    assert trouble(office) is Trouble.BOOK_REPLACED


def test_a_deleted_file_is_noticed(office: Reception) -> None:
    office.enter("Lê Anh")
    (office.folder / "book.db").unlink()
    assert trouble(office) is Trouble.BOOK_REPLACED
    assert not (office.folder / "book.db").exists()


def test_a_deleted_log_is_noticed(office: Reception) -> None:
    office.enter("Lê Anh")
    (office.folder / "book.db-wal").unlink()
    assert trouble(office) is Trouble.BOOK_REPLACED


def test_a_file_replaced_in_the_middle_of_a_verb_is_not_confirmed(office: Reception, tmp_path: Path) -> None:
    office.enter("Lê Anh")
    shutil.copy(office.folder / "book.db", tmp_path / "other.db")
    desk_id = office.desk.book.writer().execute("SELECT id FROM desk").fetchone()[0]

    def write_while_it_is_replaced() -> None:
        with office.desk.book.writing(desk_id) as page:
            page.record("test", "test", "x", ())
            (tmp_path / "other.db").replace(office.folder / "book.db")

    with pytest.raises(DeskFault) as fault:
        write_while_it_is_replaced()
    assert fault.value.code is Trouble.BOOK_REPLACED


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bell, "BUSY_MILLISECONDS", 50)


@pytest.mark.usefixtures("impatient")
def test_a_locked_book_is_said_and_worked_on_when_free(office: Reception) -> None:
    with open_desk(office.folder, office.clock) as hurried:
        other = sqlite3.connect(office.folder / "book.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        wanted = draft("Vũ Hà")
        with pytest.raises(DeskFault) as fault:
            hurried.check_in.check_in(wanted)
        assert fault.value.code is Trouble.BOOK_BUSY
        assert hurried.visits.inside() == ()
        other.execute("ROLLBACK")
        other.close()
        hurried.check_in.check_in(wanted)
        assert len(hurried.visits.inside()) == 1


def test_idle_work_waits_for_nobody(office: Reception) -> None:
    other = sqlite3.connect(office.folder / "book.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeskFault) as fault:
        office.desk.care.tidy()
    assert fault.value.code is Trouble.BOOK_BUSY
    other.execute("ROLLBACK")
    other.close()
    office.desk.care.tidy()
    assert office.enter("Lê Anh").inside


def test_reading_goes_on_while_another_program_writes(office: Reception) -> None:
    office.enter("Lê Anh")
    other = sqlite3.connect(office.folder / "book.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE visit SET purpose = 'x'")
    assert [line.purpose for line in office.desk.visits.inside()] == [""]
    other.execute("ROLLBACK")
    other.close()


def test_closing_twice_does_no_harm_and_leaves_one_file(office: Reception) -> None:
    office.enter("Lê Anh")
    office.desk.close()
    office.desk.close()
    assert not (office.folder / "book.db-wal").exists()


def test_readers_on_other_threads_see_what_was_confirmed(office: Reception) -> None:
    import threading

    seen: list[int] = []
    office.enter("Lê Anh")
    threads = [threading.Thread(target=lambda: seen.append(len(office.desk.visits.inside()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 8


def test_verifying_beside_a_working_desk_sees_a_whole_book(office: Reception) -> None:
    office.enter("Lê Anh")

    def work(done: int, total: int) -> None:
        office.enter(f"Khách {done} {total}")

    assert office.desk.care.verify(work).ok
    assert office.desk.care.verify().lines_checked == 3


def test_idle_work_ends_and_changes_nothing_that_is_read(office: Reception) -> None:
    for number in range(8):
        office.enter(f"Khách {number}", id_number=f"017090000{number:03d}")
    rounds = 0
    while office.desk.care.tidy():
        rounds += 1
        assert rounds < 1000
    assert rounds > 0
    assert len(office.desk.people.find("khach")) == 8
    assert office.desk.care.verify().ok


def test_nothing_goes_into_the_log_of_a_file_that_was_replaced(office: Reception, tmp_path: Path) -> None:
    office.enter("Lê Anh")
    log = office.folder / "book.db-wal"
    shutil.copy(office.folder / "book.db", tmp_path / "other.db")
    (tmp_path / "other.db").replace(office.folder / "book.db")
    before = log.read_bytes()
    assert trouble(office) is Trouble.BOOK_REPLACED
    assert log.read_bytes() == before


def test_a_reader_is_never_opened_on_another_file(office: Reception) -> None:
    office.enter("Lê Anh")
    (office.folder / "book.db").unlink()
    with office.desk.book.reading(), pytest.raises(DeskFault) as fault, office.desk.book.reading():
        pass
    assert fault.value.code is Trouble.BOOK_REPLACED


@pytest.mark.parametrize("lost", ["file", "file and log", "folder"])
def test_a_deleted_book_is_put_back_whole(office: Reception, lost: str) -> None:
    told = [office.enter(f"Khách {number}") for number in range(30)]
    office.leave(told[0])
    if lost == "folder":
        shutil.rmtree(office.folder)
    else:
        (office.folder / "book.db").unlink()
        if lost == "file and log":
            (office.folder / "book.db-wal").unlink()
    assert office.desk.care.put_back() == office.folder / "book.db"
    office.reopen()
    assert office.desk.care.verify().ok
    assert {line.visit_id for line in office.desk.visits.inside()} == {line.visit_id for line in told[1:]}
    office.enter("Vũ Hà")
    office.desk.close()
    assert [file.name for file in sorted(office.folder.glob("book*"))] == ["book.anchor", "book.db"]


def test_a_file_that_took_the_place_stays_and_the_lines_are_saved_beside_it(
    office: Reception, tmp_path: Path
) -> None:
    office.enter("Lê Anh")
    (tmp_path / "other.db").write_bytes(b"somebody else's")
    (tmp_path / "other.db").replace(office.folder / "book.db")
    saved = office.desk.care.put_back()
    assert (office.folder / "book.db").read_bytes() == b"somebody else's"
    assert trouble(office) is Trouble.BOOK_REPLACED
    (tmp_path / "again").mkdir()
    shutil.copy(saved, tmp_path / "again" / "book.db")
    with open_desk(tmp_path / "again", office.clock) as again:
        assert [line.name for line in again.visits.inside()] == ["Lê Anh"]
        assert again.care.verify().ok


def test_a_book_held_by_its_readers_alone_is_put_back_too(office: Reception) -> None:
    office.enter("Lê Anh")
    office.desk.book.drop_writer()
    (office.folder / "book.db").unlink()
    office.desk.care.put_back()
    office.reopen()
    assert len(office.desk.visits.inside()) == 1

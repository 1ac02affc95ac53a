"""What lies where the book should be: opened when it is ours, refused and untouched when it is not."""

import sqlite3
import zipfile
from pathlib import Path

import pytest
from reception import MORNING, Reception, reception

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.opening import open_desk
from bluezone_desk.store.schema import SCHEMA


def refusal(folder: Path) -> DeskFault:
    """Why the book is refused; whatever lies there is as it was."""
    before = (folder / "book.db").read_bytes()
    with pytest.raises(DeskFault) as fault:
        open_desk(folder, SetClock(MORNING))
    assert (folder / "book.db").read_bytes() == before
    assert fault.value.facts["path"] == str(folder / "book.db")
    return fault.value


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a closed book with 50 visits."""
    opened = reception(tmp_path)
    for number in range(50):
        opened.enter(f"Khách {number}", id_number=f"0170900000{number:02d}")
    opened.desk.close()
    return tmp_path


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(84), bytes(4096), "Sổ ra vào\n".encode() * 500],
)
def test_what_is_no_book_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "book.db").write_bytes(content)
    assert refusal(tmp_path).code is Trouble.BOOK_NOT_A_BOOK


def test_a_renamed_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.db", "w") as archive:
        archive.writestr("a.txt", "nội dung" * 1000)
    assert refusal(tmp_path).code is Trouble.BOOK_NOT_A_BOOK


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "book.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE visit (id)")
    connection.close()
    assert refusal(tmp_path).code is Trouble.BOOK_NOT_A_BOOK


def test_a_book_of_a_newer_version_is_refused_naming_both(closed: Path) -> None:
    connection = sqlite3.connect(closed / "book.db", isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    fault = refusal(closed)
    assert fault.code is Trouble.BOOK_NEWER
    assert (fault.facts["found"], fault.facts["known"]) == ("99", str(SCHEMA))


def test_a_newer_version_still_in_the_log_is_refused_too(tmp_path: Path) -> None:
    opened = reception(tmp_path)
    opened.enter()
    connection = sqlite3.connect(tmp_path / "book.db", isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DeskFault) as fault:
        open_desk(tmp_path, opened.clock)
    connection.close()
    opened.desk.close()
    assert fault.value.code is Trouble.BOOK_NEWER


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_book_is_found_out_at_once(closed: Path, share: float) -> None:
    whole = (closed / "book.db").read_bytes()
    (closed / "book.db").write_bytes(whole[: int(len(whole) * share) // 4096 * 4096])
    assert refusal(closed).code is Trouble.BOOK_DAMAGED


def test_a_zeroed_header_is_found_out_at_once(closed: Path) -> None:
    whole = (closed / "book.db").read_bytes()
    for damaged in (bytes(100) + whole[100:], bytes(len(whole)), b""):
        (closed / "book.db").write_bytes(damaged)
        assert refusal(closed).code is Trouble.BOOK_DAMAGED


def test_overwritten_pages_end_in_known_trouble_or_are_found_by_verification(closed: Path) -> None:
    whole = (closed / "book.db").read_bytes()
    for page in range(1, len(whole) // 4096, 3):
        torn = bytearray(whole)
        torn[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
        (closed / "book.db").write_bytes(bytes(torn))
        assert verdict(closed) in ("book_damaged", "book_not_a_book", "not ok"), page


def verdict(folder: Path) -> str:
    try:
        with open_desk(folder, SetClock(MORNING)) as desk:
            return "ok" if desk.care.verify().ok else "not ok"
    except DeskFault as fault:
        return fault.code.value


def test_flipped_bits_in_what_visitors_told_are_found(closed: Path) -> None:
    whole = (closed / "book.db").read_bytes()
    for number in (3, 17, 42):
        told = f"Khách {number}".encode()
        flipped = whole.replace(told, told[:-1] + bytes([told[-1] ^ 1]), 1)
        (closed / "book.db").write_bytes(flipped)
        with open_desk(closed, SetClock(MORNING)) as desk:
            assert not desk.care.verify().ok


def test_a_book_that_is_gone_is_not_replaced_by_an_empty_one(closed: Path) -> None:
    (closed / "book.db").unlink()
    with pytest.raises(DeskFault) as fault:
        open_desk(closed, SetClock(MORNING))
    assert (fault.value.code, fault.value.facts["missing"]) == (Trouble.BOOK_WENT_BACK, "51")
    assert not (closed / "book.db").exists()


def test_a_book_moved_without_its_mark_opens(closed: Path) -> None:
    (closed / "book.anchor").unlink()
    with open_desk(closed, SetClock(MORNING)) as desk:
        assert len(desk.visits.inside()) == 50


def test_nothing_but_the_book_and_its_mark_is_left_in_the_folder(closed: Path) -> None:
    assert sorted(path.name for path in closed.iterdir()) == ["book.anchor", "book.db"]


def test_book_info_tells_what_the_book_is(office: Reception) -> None:
    office.enter()
    office.pass_time(minutes=3)
    office.leave(office.enter("Lê Anh"))
    info = office.desk.care.info()
    assert (info.path, info.desk, info.lines, info.visits, info.people) == (
        office.folder / "book.db",
        "Cổng chính",
        4,
        2,
        2,
    )
    assert (info.schema, info.first_at, info.last_at) == (SCHEMA, MORNING, office.clock.now())
    assert info.sqlite_version == sqlite3.sqlite_version
    assert len(info.head_digest) == 64
    assert info.size_bytes > 4096

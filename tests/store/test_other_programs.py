"""Other processes at the same book: killed, beside us, out of space, without rights."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reception import Reception, reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock

WORKER = Path(__file__).with_name("book_worker.py")
PATHS = os.pathsep.join([str(WORKER.parents[2]), str(WORKER.parents[1])])


@contextmanager
def program(
    folder: Path, name: str, count: int, *limits: str, before: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    """A worker; what it prints comes line by line."""
    command = [*before, sys.executable, str(WORKER), str(folder), name, str(count), *limits]
    environment = {**os.environ, "PYTHONPATH": PATHS, "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as worker:
        try:
            yield worker
        finally:
            worker.kill()


def told(worker: subprocess.Popen[str]) -> list[str]:
    assert worker.stdout is not None
    return worker.stdout.read().split("\n")[:-1]


def requests(folder: Path) -> set[str]:
    with open_desk(folder, SystemClock()) as desk:
        assert desk.care.verify().ok
        with desk.book.reading() as connection:
            return {row[0] for row in connection.execute("SELECT request_id FROM visit")}


@pytest.mark.thorough
def test_killed_at_any_instant_every_confirmed_visit_is_there(tmp_path: Path) -> None:
    confirmed: set[str] = set()
    for run in range(10):
        with program(tmp_path, f"run{run}", 100_000) as worker:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "open\n"
            for _ in range(1 + 7 * run):
                confirmed.add(worker.stdout.readline().strip())
            worker.send_signal(signal.SIGKILL)
            # A line that was already printed when the signal came was confirmed too.
            confirmed.update(line.strip() for line in worker.stdout if line.endswith("\n"))
        assert confirmed - requests(tmp_path) == set()
    assert len(confirmed) > 300


@pytest.mark.thorough
def test_two_programs_write_one_book(tmp_path: Path) -> None:
    with (
        open_desk(tmp_path, SystemClock()),
        program(tmp_path, "a", 60) as first,
        program(tmp_path, "b", 60) as second,
    ):
        lines = told(first) + told(second)
    confirmed = {line for line in lines if "-" in line}
    assert len(confirmed) == 120
    assert requests(tmp_path) == confirmed


@pytest.mark.thorough
def test_a_limit_on_the_files_size_is_a_full_disk_and_nothing_unconfirmed_is_claimed(tmp_path: Path) -> None:
    with program(tmp_path, "big", 400, str(600_000)) as worker:
        lines = told(worker)
    confirmed = {line for line in lines if line.startswith("big-")}
    assert "place_full" in lines or "place_failed" in lines
    assert {line for line in lines if not line.startswith("big-")} <= {"open", "place_full", "place_failed"}
    assert 0 < len(confirmed) < 400
    assert confirmed <= requests(tmp_path)


CAN_MOUNT = subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place], check=True)
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def fill(file: Path) -> None:
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as sink:
        while True:
            sink.write(b"x" * 4096)


@pytest.mark.skipif(not CAN_MOUNT, reason="only the administrator makes a small disk")
def test_a_full_disk_is_said_and_the_desk_works_on_when_space_is_back(small_disk: Path) -> None:
    office = reception(small_disk / "book")
    kept = office.enter("Lê Anh")
    fill(small_disk / "filler")
    assert {trouble(office, number) for number in range(5)} == {"place_full"}
    assert office.desk.visits.inside() == (kept,)
    (small_disk / "filler").unlink()
    assert trouble(office, 9) == ""
    assert office.desk.care.verify().ok
    office.desk.close()


@pytest.mark.skipif(not CAN_MOUNT, reason="only the administrator makes a small disk")
def test_a_disk_already_full_is_said_when_the_book_is_opened(small_disk: Path) -> None:
    reception(small_disk / "book").desk.close()
    fill(small_disk / "filler")
    with pytest.raises(DeskFault) as fault:
        reception(small_disk / "book")
    assert fault.value.code is Trouble.PLACE_FULL


def test_a_book_that_may_not_grow_is_said_and_goes_on_when_it_may(office: Reception) -> None:
    kept = office.enter("Lê Anh")
    pages = office.desk.book.writer().execute("PRAGMA page_count").fetchone()[0]
    office.desk.book.writer().execute(f"PRAGMA max_page_count = {pages}")
    codes = [trouble(office, number) for number in range(40)]
    # The limit belongs to the connection, and a connection whose write failed is not used again.
    assert codes.count("place_full") == 1
    assert codes[-1] == ""
    confirmed = {line.name for line in office.desk.visits.inside()}
    assert confirmed == {kept.name} | {f"Khách {number}" for number, code in enumerate(codes) if not code}
    assert office.desk.care.verify().ok


def trouble(office: Reception, number: int) -> str:
    try:
        office.enter(f"Khách {number}", purpose="x" * 250)
    except DeskFault as fault:
        return fault.code.value
    return ""


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Path]:
    """A folder that others can reach, with a book in it."""
    place = Path("/var/tmp") / f"bluezone-desk-{os.getpid()}"
    with open_desk(place, SystemClock()):
        pass
    yield place
    shutil.rmtree(place)


@pytest.mark.parametrize("locked", ["book.db", "."])
def test_without_rights_the_path_is_named_and_nothing_is_touched(shown: Path, locked: str) -> None:
    for path in (*shown.iterdir(), shown):
        path.chmod(0o777)
    (shown / locked).chmod(0o555)
    before = (shown / "book.db").read_bytes()
    # Modes do not bind the administrator.
    as_nobody = ("setpriv", "--reuid=65534", "--clear-groups") if os.geteuid() == 0 else ()
    with program(shown, "nobody", 1, before=as_nobody) as worker:
        assert told(worker) == [f"place_read_only {shown / locked}"]
    assert (shown / "book.db").read_bytes() == before

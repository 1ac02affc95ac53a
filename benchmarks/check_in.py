"""What one durable check-in costs, beside raw sqlite3 writing the same rows into the same tables.

    python benchmarks/check_in.py [--visits 1000] [--rounds 5]

Both sides work in turn in one run: the bare disk, then +1 ms on every sync (a shim compiled from slow_sync.c when
gcc is there). With strace the syncs of steady check-ins are counted.
"""

import argparse
import contextlib
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.services.system_clock import SystemClock

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = ("Anh", "Bình", "Châu", "Dung", "Hà", "Hòa", "Lan", "Minh", "Sơn", "Tuấn", "Thảo", "Yến")
CHECKS = (AppCheck("bluezone", CheckState.RUNNING),)
CLOCK = SystemClock()
NO_FILE = 999
TIDY_EVERY = 50


def drafts(count: int, first: int = 0) -> list[CheckInDraft]:
    """Invented visitors, no two alike."""
    return [
        CheckInDraft(
            f"request-{number}",
            f"{FAMILIES[number % 10]} {GIVEN[number // 10 % 12]} {GIVEN[number // 120 % 12]}",
            id_number=f"{17090_0000000 + number:012d}",
            phone=f"09{number:08d}",
            organisation="Công ty Sông Đà",
            host="Ông Bình",
            department="Phòng Tài chính",
            purpose="Nộp hồ sơ",
            checks=CHECKS,
        )
        for number in range(first, first + count)
    ]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def settle() -> None:
    """Put to the disk what earlier work left, so that the next measure does not pay for it."""
    if hasattr(os, "sync"):
        os.sync()


class Floor:
    """What somebody would write by hand: five inserts and a commit, no questions asked, nothing checked."""

    TABLES = ("visitor", "visit", "app_check", "journal")

    def __init__(self, folder: Path, model: Path) -> None:
        with open_desk(folder, CLOCK):
            pass
        self.connection = sqlite3.connect(folder / "book.db", isolation_level=None)
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "wal_autocheckpoint = 4000"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.rows = self._rows_of(model)
        self.connection.execute("DELETE FROM journal")
        self.connection.execute("UPDATE desk SET id = ?", (self.rows["visit"][0][21],))
        marks = {name: ", ".join("?" * len(self.rows[name][0])) for name in self.TABLES}
        self.inserts = {name: f"INSERT INTO {name} VALUES ({marks[name]})" for name in self.TABLES}

    def _rows_of(self, model: Path) -> dict[str, list[tuple]]:
        """The very rows the service wrote, in the order of its visits."""
        source = sqlite3.connect(model / "book.db")
        visits = source.execute("SELECT * FROM visit ORDER BY rowid").fetchall()
        people = {row[0]: row for row in source.execute("SELECT * FROM visitor")}
        checks = {row[0]: row for row in source.execute("SELECT * FROM app_check")}
        lines = {row[6]: row for row in source.execute("SELECT * FROM journal")}
        source.close()
        return {
            "visit": visits,
            "visitor": [people[row[2]] for row in visits],
            "app_check": [checks[row[0]] for row in visits],
            "journal": [lines[row[0]] for row in visits],
        }

    def write(self, number: int) -> None:
        execute, rows, inserts = self.connection.execute, self.rows, self.inserts
        person = rows["visitor"][number]
        execute("BEGIN IMMEDIATE")
        execute(inserts["visitor"], person)
        execute("INSERT INTO people_search(rowid, words) VALUES (?, ?)", (person[10], person[11]))
        execute(inserts["visit"], rows["visit"][number])
        execute(inserts["app_check"], rows["app_check"][number])
        execute(inserts["journal"], rows["journal"][number])
        execute("COMMIT")


def one_round(visits: int) -> tuple[list[float], list[float]]:
    """Seconds of each check-in, service and floor, taken in turn, so that both meet the same machine."""
    place = Path(tempfile.mkdtemp(prefix="bench-check-in-"))
    everybody = drafts(visits)
    with open_desk(place / "model", CLOCK) as model:
        for draft in everybody:
            model.check_in.check_in(draft)
    settle()
    floor = Floor(place / "floor", place / "model")
    service: list[float] = []
    raw: list[float] = []
    with open_desk(place / "service", CLOCK) as desk:
        for number, draft in enumerate(everybody):
            service.append(timed(lambda draft=draft: check_in(desk, draft)))
            raw.append(timed(lambda number=number: floor.write(number)))
            if number % TIDY_EVERY == 0:
                while desk.care.tidy():
                    pass
    floor.connection.close()
    shutil.rmtree(place)
    return service, raw


def check_in(desk: Desk, draft: CheckInDraft) -> None:
    outcome = desk.check_in.check_in(draft)
    assert isinstance(outcome, CheckedIn), outcome


def report(title: str, rounds: list[tuple[list[float], list[float]]]) -> None:
    ratios = [statistics.median(service) / statistics.median(raw) for service, raw in rounds]
    print(f"\n{title}: {len(rounds)} rounds of {len(rounds[0][0])} check-ins")
    for name, side in (("service", 0), ("raw sqlite3", 1)):
        every = sorted(seconds for pair in rounds for seconds in pair[side])
        marks = ", ".join(f"p{q} {every[int(len(every) * q / 100) - 1] * 1000:.2f}" for q in (50, 99, 99.9))
        print(f"  {name:12} {marks} ms")
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  service / raw, medians by round: {shown}; median {statistics.median(ratios):.2f}")


def measure(title: str, visits: int, rounds: int) -> None:
    one_round(200)
    report(title, [one_round(visits) for _ in range(rounds)])


def with_slow_sync(visits: int, rounds: int) -> None:
    if shutil.which("gcc") is None:
        print("\n+1 ms on every sync: no gcc here, not measured")
        return
    place = Path(tempfile.mkdtemp(prefix="bench-shim-"))
    shim = place / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", shim, source, "-ldl"], check=True)
    environment = {**os.environ, "LD_PRELOAD": str(shim), "SLOW_SYNC_MICROSECONDS": "1000"}
    arguments = ["--part", "slow", "--visits", str(visits), "--rounds", str(rounds)]
    subprocess.run([sys.executable, __file__, *arguments], env=environment, check=True)
    shutil.rmtree(place)


def syncs_per_check_in(visits: int = 50) -> None:
    if shutil.which("strace") is None:
        print("\nsyncs per check-in: no strace here, not counted")
        return
    place = Path(tempfile.mkdtemp(prefix="bench-strace-"))
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range", "-o", str(place / "calls")]
    arguments = ["--part", "steady", "--visits", str(visits), "--folder", str(place / "book")]
    subprocess.run([*command, sys.executable, __file__, *arguments], check=True)
    calls = (place / "calls").read_text().splitlines()
    marks = [at for at, line in enumerate(calls) if re.search(rf"fsync\({NO_FILE}\)", line)]
    inside = [line for line in calls[marks[0] + 1 : marks[1]] if "sync" in line]
    print(f"\nsyncs of {visits} steady check-ins, counted by strace: {len(inside)}")
    shutil.rmtree(place)


def steady(folder: Path, visits: int) -> None:
    """Check-ins between two syncs of no file, which mark the place in strace's record."""
    with open_desk(folder, CLOCK) as desk:
        for draft in drafts(10):
            check_in(desk, draft)
        _mark()
        for draft in drafts(visits, first=10):
            check_in(desk, replace(draft, request_id=f"steady-{draft.request_id}"))
        _mark()


def _mark() -> None:
    with contextlib.suppress(OSError):
        os.fsync(NO_FILE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--part", choices=("all", "slow", "steady"), default="all")
    parser.add_argument("--folder", type=Path)
    told = parser.parse_args()
    if told.part == "slow":
        measure("+1 ms on every sync", told.visits, told.rounds)
    elif told.part == "steady":
        steady(told.folder, told.visits)
    else:
        print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
        measure("bare disk", told.visits, told.rounds)
        sys.stdout.flush()
        with_slow_sync(told.visits, told.rounds)
        syncs_per_check_in()


if __name__ == "__main__":
    main()

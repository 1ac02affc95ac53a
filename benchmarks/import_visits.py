"""Import of a visitor book against its two floors: calamine reading it, and raw sqlite3 inserting the same rows.

Run by hand: `python benchmarks/import_visits.py [--rows 50000] [--rounds 3]`. Every figure comes from a child
process of its own, floors and ours in turn, so that the ratio means something on a noisy machine. Medians; memory
is the child's peak. The raw floor writes visitor, visit, check, search words and one journal line for each row
into tables and indexes as ours, in one transaction, with prepared values.
"""

import argparse
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.import_rows import ImportWish, source_of
from bluezone_desk.domain.import_table import look_at
from bluezone_desk.paper.book_reading import read_book
from bluezone_desk.services.import_visits import Judged
from bluezone_desk.services.opening import Desk, open_desk

HEADINGS = [
    "STT", "Ngày", "Họ và tên", "Cơ quan", "Số CCCD", "Số điện thoại", "Gặp ai", "Nội dung", "Giờ đến", "Giờ về",
    "Số thẻ", "Bluezone",
]  # fmt: skip
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
GIVEN = ["An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Hòa", "Khoa", "Linh", "Mạnh", "Nga", "Phúc", "Sơn"]
TABLES = ("visitor", "visit", "app_check", "journal")
NOW = datetime(2020, 12, 31, 3, 0, tzinfo=UTC)


def make_file(path: Path, rows: int) -> None:
    """A visitor book of so many rows over 200 days; every second visitor comes twice."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        page = book.add_worksheet("Sổ khách")
        page.write_row(0, 0, HEADINGS)
        for n in range(rows):
            person = n * 2 // 3
            day, month = n * 200 // rows % 28 + 1, n * 200 // rows // 28 + 1
            page.write_row(
                n + 1,
                0,
                [
                    n + 1,
                    f"{day:02}/{month}/2020",
                    f"{FAMILY[person % 13]} Văn {GIVEN[person // 13 % 13]}",
                    "UBND xã Bình Thanh",
                    1_090_000_000 + person,
                    912_000_000 + person,
                    "Một cửa",
                    "Nộp hồ sơ",
                    f"{8 + n % 8:02}:{n % 60:02}",
                    "17:30",
                    str(n % 90),
                    "Đạt",
                ],
            )


def judged(desk: Desk, path: Path) -> Judged:
    book = read_book(path)
    sheet = book.sheets[0]
    look = look_at(sheet.rows, desk.settings.office().programmes)
    return desk.imports.judge(sheet.rows, ImportWish(look.columns, "nhập bù", source_of(book.digest, sheet.name)))


def calamine(path: Path, folder: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def reading(path: Path, folder: Path) -> None:
    read_book(path)


def looking(path: Path, folder: Path) -> None:
    with open_desk(folder, SetClock(NOW)) as desk:
        judged(desk, path)


def importing(path: Path, folder: Path) -> None:
    with open_desk(folder, SetClock(NOW)) as desk:
        found = judged(desk, path)
        assert desk.imports.record(found).good == len(found.rows)


def raw(path: Path, folder: Path) -> Callable[[], None]:
    """Prepared beforehand from a book that was imported; only the insertion is timed."""
    importing(path, folder / "ours")
    old = sqlite3.connect(folder / "ours" / "book.db")
    with open_desk(folder / "floor", SetClock(NOW)):
        pass
    rows = {table: old.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    words = old.execute("SELECT recency, indexed_text FROM visitor").fetchall()
    new = sqlite3.connect(folder / "floor" / "book.db", isolation_level=None)
    new.execute("PRAGMA synchronous = FULL")
    new.execute("DELETE FROM journal")

    def insert() -> None:
        new.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            new.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(values[0]))})", values)
        new.executemany("INSERT INTO people_search(rowid, words) VALUES (?, ?)", words)
        new.execute("COMMIT")

    return insert


def writing(path: Path, folder: Path) -> Callable[[], None]:
    """The time in which the book's lock is held."""
    desk = open_desk(folder, SetClock(NOW))
    found = judged(desk, path)
    return lambda: assert_all(desk.imports.record(found).good, len(found.rows))


def assert_all(good: int, rows: int) -> None:
    assert good == rows


WORK = {
    "calamine": calamine,
    "raw sqlite3": raw,
    "read": reading,
    "read and look": looking,
    "write": writing,
    "import": importing,
}


def child(name: str, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = WORK[name]
        timed = work(path, Path(folder)) if name in ("raw sqlite3", "write") else lambda: work(path, Path(folder))
        started = time.perf_counter()
        timed()
        seconds = time.perf_counter() - started
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--child", choices=sorted(WORK), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        child(chosen.child, chosen.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        make_file(path, chosen.rows)
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in WORK}
        for _ in range(chosen.rounds):
            for name in WORK:
                command = [sys.executable, __file__, "--child", name, "--file", str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                seconds, peak = map(float, done.stdout.split())
                seen[name].append((seconds, peak))
    print(f"| {chosen.rows:,} rows | seconds | peak MB |")
    print("|---|---:|---:|")
    for name, runs in seen.items():
        print(f"| {name} | {statistics.median(s for s, _ in runs):.2f} | {max(peak for _, peak in runs):.0f} |")


if __name__ == "__main__":
    main()

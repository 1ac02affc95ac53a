"""Search as you type, newest twenty, at 10,000, 100,000 and 1,000,000 known people, beside LIKE.

    python benchmarks/search.py [--sizes 10000 100000 1000000] [--runs 200] [--keep DIR]

The people are invented, with family names as frequent as in Vietnam. The book is filled past the journal, which
search does not read. LIKE is what a program without an index would ask: any part of name, phone or number, newest
twenty, on the same table, with the marks typed right.
"""

import argparse
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.services.system_clock import SystemClock
from bluezone_desk.store.people import indexed_text

FAMILIES = (
    "Nguyễn 380, Trần 110, Lê 95, Phạm 70, Hoàng 51, Phan 45, Vũ 39, Đặng 21, Bùi 20, Đỗ 14, Hồ 13, Ngô 13,"
    " Dương 10, Lý 5, Đinh 5, Mai 5, Trịnh 5, Đoàn 5, Lương 4, Hà 4, Tạ 3, Quách 2, Vương 2, Triệu 2"
)
MIDDLES = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Thanh", "Ngọc", "Quang", "Thu", "Xuân", "Hoàng", "Kim", "")
GIVEN = (
    "Anh,Ánh,Bảo,Bình,Châu,Chi,Cường,Dung,Dũng,Duy,Dương,Đạt,Đông,Giang,Hà,Hải,Hạnh,Hằng,Hiền,Hiếu,Hoa,Hòa,Hoàng,"
    "Hùng,Huy,Hương,Khánh,Khoa,Kiên,Lan,Linh,Loan,Long,Mai,Mạnh,Minh,My,Nam,Nga,Ngân,Ngọc,Nhi,Nhung,Oanh,Phong,"
    "Phúc,Phương,Quân,Quang,Quyên,Sơn,Tâm,Tân,Thanh,Thành,Thảo,Thắng,Thi,Thịnh,Thu,Thủy,Tiến,Toàn,Trang,Trâm,"
    "Trung,Tú,Tuấn,Tùng,Uyên,Vân,Việt,Vinh,Vy,Xuân,Yến"
)
GIVEN_NAMES = GIVEN.split(",")
BATCH = 5000
CLOCK = SystemClock()


def people(count: int, dice: random.Random) -> Iterator[tuple[str, str, str]]:
    """Name, number, phone."""
    families, weights = zip(*(entry.split() for entry in FAMILIES.split(",")), strict=True)
    chances = [int(weight) for weight in weights]
    for number in range(count):
        (family,) = dice.choices(families, chances)
        middle = dice.choice(MIDDLES[:2] * 4 + MIDDLES)
        name = " ".join(filter(None, (family, middle, dice.choice(GIVEN_NAMES))))
        yield (
            name,
            f"0{dice.randrange(1, 97):02d}{dice.randrange(4)}{number:08d}",
            f"09{dice.randrange(10**8):08d}",
        )


def fill(desk: Desk, count: int) -> None:
    """Put `count` people with one ended visit each into the book."""
    connection = desk.book.writer()
    desk_id = connection.execute("SELECT id FROM desk").fetchone()[0]
    connection.execute("PRAGMA synchronous = OFF")
    everybody = enumerate(people(count, random.Random(1)), 1)
    while batch := [entry for _, entry in zip(range(BATCH), everybody, strict=False)]:
        connection.execute("BEGIN IMMEDIATE")
        visitors = [
            (f"p{n}", name, sort_key(name), number, phone, n, indexed_text(name, number, "", phone))
            for n, (name, number, phone) in batch
        ]
        connection.executemany(
            "INSERT INTO visitor (id, name, name_sort, id_number, phone, recency, indexed_text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            visitors,
        )
        connection.executemany("INSERT INTO people_search(rowid, words) VALUES (?, ?)", [v[5:] for v in visitors])
        connection.executemany(
            "INSERT INTO visit (id, request_id, visitor_id, day, number, entered_at, left_at, left_day, host,"
            " recorded_by, desk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'Ông Bình', 'x', ?)",
            [(f"v{n}", f"r{n}", f"p{n}", f"d{n // 200}", n, n, n + 1, f"d{n // 200}", desk_id) for n, _ in batch],
        )
        connection.execute("COMMIT")
    while desk.care.tidy():
        pass
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def questions(size: int) -> dict[str, Callable[[random.Random], str]]:
    """Kinds of what is typed; some are always the same, some differ each time."""
    known = list(people(min(size, 20_000), random.Random(1)))
    return {
        '"nguyen"': lambda dice: "nguyen",
        '"n"': lambda dice: "n",
        '"ng v"': lambda dice: "ng v",
        '"ng v tu"': lambda dice: "ng v tu",
        '"nguyen thi hoa"': lambda dice: "nguyen thi hoa",
        '"tuan"': lambda dice: "tuan",
        '"Tuấn"': lambda dice: "Tuấn",
        '"nvt"': lambda dice: "nvt",
        '"0912"': lambda dice: "0912",
        "any name": lambda dice: dice.choice(known)[0],
        "any given name": lambda dice: dice.choice(GIVEN_NAMES),
        "whole phone": lambda dice: dice.choice(known)[2],
        "whole number": lambda dice: dice.choice(known)[1],
        "last four digits": lambda dice: f"{dice.randrange(10**4):04d}",
        "last six digits": lambda dice: dice.choice(known)[2][-6:],
        "middle of a phone": lambda dice: dice.choice(known)[2][3:8],
        "middle of a number": lambda dice: dice.choice(known)[1][4:9],
        "nobody": lambda dice: f"xq{dice.randrange(1000)}",
    }


LIKE = (
    "SELECT id, name, id_number, phone FROM visitor"
    " WHERE name LIKE :part OR phone LIKE :part OR id_number LIKE :part"
    " ORDER BY +recency DESC LIMIT 20"
)
LIKE_RUNS = 5


def times(runs: int, ask: Callable[[], object]) -> tuple[float, float, float]:
    """Median, 99th percentile, and that of processor time alone, which a busy machine blurs less; milliseconds."""
    spans, work = [], []
    for _ in range(runs):
        start, start_work = time.perf_counter(), time.thread_time()
        ask()
        spans.append((time.perf_counter() - start) * 1000)
        work.append((time.thread_time() - start_work) * 1000)
    high = min(runs - 1, int(runs * 0.99))
    return sorted(spans)[runs // 2], sorted(spans)[high], sorted(work)[high]


def measure(size: int, runs: int, place: Path) -> None:
    with open_desk(place, CLOCK) as desk:
        if desk.care.info().people < size:
            start = time.perf_counter()
            fill(desk, size)
            print(f"\n{size:,} people, filled in {time.perf_counter() - start:.0f} s")
        print(f"{'typed':20} {'found':>5} {'p50 ms':>8} {'p99 ms':>8} {'p99 cpu':>8} {'LIKE p50':>9} {'ratio':>6}")
        plain = sqlite3.connect(place / "book.db")
        for kind, draw in questions(size).items():
            dice = random.Random(2)
            found = len(desk.people.find(draw(dice)))
            p50, p99, work = times(runs, lambda draw=draw, dice=dice: desk.people.find(draw(dice)))
            like = f"%{draw(dice)}%"
            like_p50, _, _ = times(LIKE_RUNS, lambda like=like: plain.execute(LIKE, {"part": like}).fetchall())
            print(
                f"{kind:20} {found:5} {p50:8.3f} {p99:8.3f} {work:8.3f} {like_p50:9.1f} {like_p50 / p50:6.0f}",
                flush=True,
            )
        plain.close()


def on_books(told: str | None, sizes: Sequence[int], measure: Callable[[int, int, Path], None]) -> None:
    """Run `measure(people, runs, folder)` on a book of each size; what is asked comes from the command line."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="folder that keeps the books for another run")
    chosen = parser.parse_args()
    place = chosen.keep or Path(tempfile.mkdtemp(prefix="bench-book-"))
    for size in chosen.sizes:
        measure(size, chosen.runs, place / str(size))
    if chosen.keep is None:
        shutil.rmtree(place)


if __name__ == "__main__":
    on_books(__doc__, (10_000, 100_000, 1_000_000), measure)

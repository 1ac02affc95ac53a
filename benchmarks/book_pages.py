"""The book page at 10,000 and 1,000,000 lines: a page from its key, a jump by marks, counts; beside OFFSET.

    python benchmarks/book_pages.py [--sizes 10000 1000000] [--runs 200] [--keep DIR]

OFFSET is what a program without keys asks: the same lines, counted off from the first. The books are those of
search.py, with visits a minute apart.
"""

import random
import time
from datetime import date
from pathlib import Path

import search

from bluezone_desk.domain.book_page import BookSort
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.services.opening import Desk, open_desk

PAGE_LINES = 100
EVERYTHING = VisitFilter()
MONTH = VisitFilter(date(1970, 3, 1), date(1970, 3, 31))


def spread(desk: Desk) -> None:
    """Give the visits of search.py, one a millisecond, real days: one a minute."""
    connection = desk.book.writer()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "UPDATE visit SET entered_at = number * 60000, left_at = number * 60000 + 1800000,"
        " day = date(number * 60 + 25200, 'unixepoch'), left_day = date(number * 60 + 27000, 'unixepoch')"
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def row(title: str, figures: tuple[float, float, float]) -> None:
    p50, p99, work = figures
    print(f"{title:44} {p50:9.3f} {p99:9.3f} {work:9.3f}", flush=True)


def measure(size: int, runs: int, place: Path) -> None:
    with open_desk(place, search.CLOCK) as desk:
        if desk.care.info().people < size:
            search.fill(desk, size)
            spread(desk)
        print(f"\n{size:,} lines\n{'':44} {'p50 ms':>9} {'p99 ms':>9} {'p99 cpu':>9}")
        for sort in BookSort:
            pages(desk, sort, size, runs)
        for title, wanted in (("period of a month", MONTH), ("host", VisitFilter(host="binh"))):
            row(f"first page, {title}", search.times(runs, lambda wanted=wanted: desk.visits.page(wanted)))
        row("first page, a month by name", search.times(20, lambda: desk.visits.page(MONTH, BookSort.NAME)))
        row(
            "first page, text found seldom",
            search.times(3, lambda: desk.visits.page(VisitFilter(text="00000007"))),
        )
        row("count, everything", search.times(3, lambda: desk.visits.count(EVERYTHING)))
        row("count, host", search.times(3, lambda: desk.visits.count(VisitFilter(host="binh"))))
        offsets(desk, size, runs)


def pages(desk: Desk, sort: BookSort, size: int, runs: int) -> None:
    start = time.perf_counter()
    outline = desk.visits.outline(EVERYTHING, sort)
    print(f"{f'outline, {sort}':44} {(time.perf_counter() - start) * 1000:9.0f}")
    dice = random.Random(1)

    def jump() -> None:
        key, skip = outline.before(dice.randrange(size))
        desk.visits.page(EVERYTHING, sort, key, PAGE_LINES, skip)

    def go_on() -> None:
        desk.visits.page(EVERYTHING, sort, outline.marks[dice.randrange(len(outline.marks))], PAGE_LINES)

    row(f"next page of {PAGE_LINES}, {sort}", search.times(runs, go_on))
    row(f"jump to any line, {sort}", search.times(runs, jump))


def offsets(desk: Desk, size: int, runs: int) -> None:
    dice = random.Random(1)
    text = "SELECT id FROM visit ORDER BY entered_at DESC, id DESC LIMIT 100 OFFSET ?"
    with desk.book.reading() as connection:
        row(
            "OFFSET, any line, ids only",
            search.times(min(runs, 20), lambda: connection.execute(text, (dice.randrange(size),)).fetchall()),
        )


if __name__ == "__main__":
    search.on_books(__doc__, (10_000, 1_000_000), measure)

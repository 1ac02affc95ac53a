"""Scrolls the book page through a great book and times each frame: reading what the rows need, and painting them.

    python benchmarks/book_scroll.py FOLDER [--frames 400]

FOLDER holds a book; `benchmarks/book_pages.py --keep` leaves one. The page is painted without a
screen; garbage is collected as the program does it.
"""

import argparse
import os
import random
import resource
import statistics
import time
from pathlib import Path

from desk import Took, Watch
from PySide6.QtWidgets import QApplication

from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.services.system_clock import SystemClock
from bluezone_desk.ui.garbage import GarbageCollection
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.book_search import search_book
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress


def opened(desk: Desk) -> BookPage:
    page = BookPage(desk, InlineTaskRunner(), SystemClock())
    page.resize(1160, 716)
    page.show()
    page.searching.forget()
    page._found(search_book(desk, page.clock, VisitFilter(), page.model.order))
    QApplication.processEvents()
    return page


def frames(page: BookPage, places: list[int]) -> list[Took]:
    bar, took = page.list.table.verticalScrollBar(), []
    for place in places:
        watch = Watch()
        bar.setValue(place)
        QApplication.processEvents()
        took.append(watch.read())
    return took


def row(title: str, took: list[Took]) -> None:
    wall, work = ([each[place] for each in took] for place in (0, 1))
    p99, p99_work = (statistics.quantiles(each, n=100, method="inclusive")[98] for each in (wall, work))
    print(f"| {title} | {statistics.median(wall):.1f} | {p99:.1f} | {max(wall):.1f} | {p99_work:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description="Times the scrolling of a great book.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--frames", type=int, default=400)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    dress(app)
    with open_desk(arguments.folder, SystemClock()) as desk:
        started = time.perf_counter()
        page = opened(desk)
        last = page.list.table.verticalScrollBar().maximum()
        print(f"{page.model.rowCount():,} rows, outline and first paint {time.perf_counter() - started:.2f} s")
        dice, count = random.Random(1), arguments.frames
        collecting = GarbageCollection(app)
        collecting.start()
        print("| frame | median ms | p99 ms | worst ms | p99 cpu |\n|---|---:|---:|---:|---:|")
        row("a row at a time", frames(page, list(range(count))))
        row("the wheel, three rows", frames(page, [n * 3 for n in range(count)]))
        row("page by page", frames(page, [n * 16 for n in range(count)]))
        row("anywhere", frames(page, [dice.randrange(last) for _ in range(count)]))
        page.model.feed(desk.visits.page(VisitFilter(), limit=2000).lines, has_days=True)
        QApplication.processEvents()
        row("2,000 lines read whole, three rows", frames(page, [n * 3 for n in range(count)]))
        collecting.stop()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()

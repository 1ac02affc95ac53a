"""The desk's page at the speed of a queue: key press to list, scan to filled form, Ctrl+Enter to green line.

    python benchmarks/desk.py FOLDER [--runs 200]

FOLDER holds books named by their number of people; `benchmarks/search.py --keep FOLDER` leaves them. The real
window is painted without a screen; a round ends when every event it caused is handled, painting included. The
yardstick is a bare window with a line edit, a list of eight rows and a label: it asks nobody and writes nothing.
"""

import argparse
import os
import random
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget
from search import people

from bluezone_desk.domain.office import Office
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.services.system_clock import SystemClock
from bluezone_desk.ui.garbage import GarbageCollection
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress

CLOCK = SystemClock()
FINGER_SECONDS = 0.15
TYPED = ("nguyen v", "tran thi hoa", "nvt", "0912", "ng v tu")


class BareWindow(QWidget):
    """What any window pays for a letter: the field, eight rows anew, a label, and their painting."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.rows, self.label = QLineEdit(), QListWidget(), QLabel()
        column = QVBoxLayout(self)
        for part in (self.field, self.rows, self.label):
            column.addWidget(part)
        self.field.textChanged.connect(self._show)
        self.resize(1366, 768)
        self.show()

    def _show(self, text: str) -> None:
        self.rows.clear()
        self.rows.addItems([f"{text} {number}" for number in range(8)])
        self.label.setText(text)


#: Milliseconds by the wall, and of processor time, which the other work on a shared machine blurs less.
Took = tuple[float, float]


class Watch:
    """Runs from its making."""

    def __init__(self) -> None:
        self._start, self._start_work = time.perf_counter(), time.thread_time()

    def read(self) -> Took:
        return (time.perf_counter() - self._start) * 1000, (time.thread_time() - self._start_work) * 1000


def timed(act: Callable[[], object]) -> Took:
    """Until everything that `act` caused is handled and painted."""
    watch = Watch()
    act()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return watch.read()


def painted(act: Callable[[], object]) -> tuple[Took, Took]:
    """Until what `act` changed is painted, and until what waited for the painting is done too."""
    watch = Watch()
    act()
    QApplication.sendPostedEvents()
    seen = watch.read()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return seen, watch.read()


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


def row(title: str, took: list[Took]) -> float:
    """One line of the table; returns the median by the wall."""
    wall, work = ([each[place] for each in took] for place in (0, 1))
    p99, p99_work = (statistics.quantiles(each, n=100, method="inclusive")[98] for each in (wall, work))
    median = statistics.median(wall)
    print(f"| {title} | {median:.1f} | {p99:.1f} | {statistics.median(work):.1f} | {p99_work:.1f} |", flush=True)
    return median


class Finger:
    """Types as a person does: the page takes keys that follow faster for a scanner's."""

    def __init__(self) -> None:
        self.now = 100.0

    def type(self, field: QWidget, clear: Callable[[], object], rounds: int) -> list[Took]:
        took = []
        for text in TYPED * rounds:
            clear()
            QApplication.processEvents()
            for letter in text:
                self.now += FINGER_SECONDS
                took.append(timed(lambda letter=letter: QTest.keyClick(field, letter)))
        return took


def card_of(number: str, name: str) -> str:
    year = ("19" if int(number[3]) < 2 else "20") + number[4:6]
    return f"{number}||{name}|1508{year}|{'Nam' if int(number[3]) % 2 == 0 else 'Nữ'}|Xã Mẫu, Hà Nội|01052021"


def visitors(page: DeskPage, runs: int) -> dict[str, list[Took]]:
    """New people and people of the book in turn, each scanned and recorded."""
    dice = random.Random(3)
    known = [entry for entry, _ in zip(people(5000, random.Random(1)), range(5000), strict=False)]
    took: dict[str, list[Took]] = {"known card": [], "new card": [], "service": [], "record": [], "all": []}
    line = Painted(page.strip)
    for inside in page.desk.visits.inside():
        page.flow.leave(inside.visit_id)
    asked = page.desk.check_in.check_in

    def check_in(draft: object) -> object:
        watch = Watch()
        outcome = asked(draft)  # type: ignore[arg-type]
        took["service"].append(watch.read())
        return outcome

    page.desk.check_in.check_in = check_in  # type: ignore[method-assign,assignment]
    chosen = dice.sample(known, runs)
    for place in range(runs):
        is_known = place % 2 == 0
        name, number, _phone = chosen[place]
        number = number if is_known else f"0010{place % 100:02d}{dice.randrange(10**6):06d}"
        kind = "known card" if is_known else "new card"
        raw = card_of(number, name)
        took[kind].append(timed(lambda raw=raw: page.take_scan(raw)))
        page.form.host.control.set_text("Ông Bình")
        page.checks.choose(1)
        QApplication.processEvents()
        focus = QApplication.focusWidget() or page
        record = lambda focus=focus: QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # noqa: E731
        before = line.times
        seen, rest = painted(record)
        took["record"].append(seen)
        took["all"].append(rest)
        assert (page.form.is_blank, page.strip.tone, line.times > before) == (True, "good", True), page.strip.said
        page.flow.leave(page.flow.last_entry.visit_id if page.flow.last_entry else "")
        QApplication.processEvents()
        while page.desk.care.tidy():
            pass  # What the window does in the moments between visitors.
    return took


def opened(desk: Desk) -> tuple[MainWindow, DeskPage]:
    if not desk.settings.is_set_up():
        desk.settings.change_office(Office(name="Sở Mẫu"))
    window = MainWindow(InlineTaskRunner(), CLOCK)
    window.resize(1366, 768)
    window.open_with(desk)
    window.show()
    page = window.page
    assert isinstance(page, DeskPage)
    return window, page


def come_to_front(window: QWidget) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def measure(folder: Path, bare: BareWindow, runs: int) -> None:
    with open_desk(folder, CLOCK) as desk:
        window, page = opened(desk)
        print(f"\n{int(folder.name):,} people\n\n| | median | p99 ms | median cpu | p99 cpu |")
        print("|---|---:|---:|---:|---:|")
        collecting = GarbageCollection(window)
        collecting.start()
        rounds = max(2, runs // 20)
        finger = Finger()
        page.keys.seconds = lambda: finger.now
        come_to_front(bare)
        floor = row("key press in a bare window", finger.type(bare.field, bare.field.clear, rounds))
        come_to_front(window)
        ours = row("key press to painted list", finger.type(page.field, page.clear_visitor, rounds))
        page.clear_visitor()
        took = visitors(page, runs)
        row("scan to filled form, known person", took["known card"])
        row("scan to filled form, new person", took["new card"])
        row("Ctrl+Enter to committed row", took["service"])
        row("Ctrl+Enter to green line, painted", took["record"])
        row("... and everything after it", took["all"])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"\nkey press: {ours / floor:.1f} times the bare window; peak memory {peak:.0f} MB")
        collecting.stop()
        window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Times the desk's page on books of different sizes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=200)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    dress(app)
    bare = BareWindow()
    for folder in sorted(arguments.folder.iterdir(), key=lambda place: int(place.name)):
        measure(folder, bare, arguments.runs)


if __name__ == "__main__":
    main()

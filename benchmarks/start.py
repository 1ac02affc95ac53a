"""How long until the window stands, beside a bare PySide6 window, each started in turn in one run.

    python benchmarks/start.py [--rounds 9] [--data-dir DIR]

Time is from the start of the interpreter to the end of the first paint, and to the desk being usable (book open,
page in front, list filled). Memory is what the process holds then. Without a folder, a new book is
made for the run.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.done)
    def done(self):
        print("paint", time.time() - float(sys.argv[1]))
        print("work", time.process_time(), flush=True)
        os._exit(0)
app = QApplication(sys.argv[:1])
window = Window()
window.setCentralWidget(QLabel("Bluezone Desk"))
window.resize(1366, 768)
window.show()
app.exec()
"""

REAL = """
import os, sys, time
from pathlib import Path
from bluezone_desk.ui.desk_program import DeskProgram
class Timed(DeskProgram):
    def _open(self):
        print("paint", time.time() - float(sys.argv[1]))
        print("work", time.process_time(), flush=True)
        super()._open()
    def _opened(self, desk):
        super()._opened(desk)
        self._app.processEvents()
        print("usable", time.time() - float(sys.argv[1]))
        status = Path("/proc/self/status")
        if status.exists():
            line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
            print("memory_mb", int(line.split()[1]) / 1024)
        sys.stdout.flush()
        self._close()
        os._exit(0)
Timed(Path(sys.argv[2])).run()
"""


def measured(code: str, *arguments: str) -> dict[str, float]:
    """What one start printed."""
    # As installed: compiled once, not at every start. The place is shared by both.
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "bluezone-desk-bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = subprocess.run(
        [sys.executable, "-c", code, str(time.time()), *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    pairs = (line.split() for line in started.stdout.splitlines())
    return {name: float(value) for name, value in pairs}


def make_book(folder: Path) -> None:
    """A new book whose office is known, so that the desk comes up and not the first start."""
    from bluezone_desk.domain.office import Office
    from bluezone_desk.services.opening import open_desk
    from bluezone_desk.services.system_clock import SystemClock

    with open_desk(folder, SystemClock()) as desk:
        desk.settings.change_office(Office(name="Sở Thông tin và Truyền thông"))


def main() -> None:
    parser = argparse.ArgumentParser(description="first paint beside a bare window")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--data-dir", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.data_dir or Path(made)
        if chosen.data_dir is None:
            make_book(folder)
        measured(BARE), measured(REAL, str(folder))
        bare: list[dict[str, float]] = []
        real: list[dict[str, float]] = []
        for _round in range(chosen.rounds):
            bare.append(measured(BARE))
            real.append(measured(REAL, str(folder)))
    tell(bare, real)


def tell(bare: list[dict[str, float]], real: list[dict[str, float]]) -> None:
    """Medians, and each as a multiple of the bare window's. Processor time is what others' noise leaves alone."""

    def middle(runs: list[dict[str, float]], name: str) -> float:
        return statistics.median(run[name] for run in runs)

    for name, against, words in (
        ("paint", "paint", "first paint"),
        ("work", "work", "processor time to first paint"),
        ("usable", "paint", "usable, against the bare first paint"),
    ):
        floor, value = middle(bare, against), middle(real, name)
        print(f"{words:38} bare {floor * 1000:5.0f} ms   desk {value * 1000:5.0f} ms   {value / floor:4.2f} times")
    if all("memory_mb" in run for run in real):
        print(f"memory when usable                     desk {middle(real, 'memory_mb'):5.0f} MB")


if __name__ == "__main__":
    main()

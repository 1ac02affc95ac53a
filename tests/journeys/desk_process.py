"""The real window in a process of its own, its scanner's cable, and its book read from outside."""

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
import tty
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageGrab

PATIENCE_SECONDS = 20.0
LOOK_SECONDS = 0.004

#: No system lists a pseudo terminal among its serial ports, so the program is told which cable is plugged in; and
#: none here has a printer, so one is lent that takes labels until it jams in the middle of one.
PROGRAM = """
import sys
from pathlib import Path
from bluezone_desk.devices.serial_scanner import Port, SerialScanner
cable = Path(sys.argv.pop(1))
def plugged():
    return (Port(cable.read_text("utf-8"), "USB scanner", "1eab:0022:"),) if cable.exists() else ()
SerialScanner.__init__.__kwdefaults__["look"] = plugged

from PySide6.QtPrintSupport import QPrinter
from bluezone_desk.ui import quiet_printing
mood = cable.with_name("printer")
find = quiet_printing.require_printer
class Zebra(QPrinter):
    def __init__(self, _chosen, mode):
        super().__init__(mode)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(cable.with_name("label.pdf")))
    def printerName(self):
        return "Zebra"
    def printerState(self):
        return QPrinter.PrinterState.Error if mood.read_text() == "jammed" else super().printerState()
quiet_printing.QPrinter = Zebra
best = QPrinter.PrinterMode.HighResolution
quiet_printing.require_printer = lambda name="": find(name) if mood.read_text() == "gone" else Zebra(None, best)

from bluezone_desk.cli import main
sys.exit(main(sys.argv[1:]))
"""
#: Holds a text on the clipboard as the program does from which somebody copies.
CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.argv[1])
print("held", flush=True)
app.exec()
"""


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Look until it is so; after a while say what never came."""
    assert came(is_so, PATIENCE_SECONDS), f"never came: {what}"


def came(is_so: Callable[[], object], seconds: float) -> bool:
    """Look until it is so, for so long at the most; whether it came."""
    end = time.monotonic() + seconds
    pause = select.poll()
    while not is_so():
        if time.monotonic() > end:
            return False
        pause.poll(LOOK_SECONDS * 1000)
    return True


class Cable:
    """A serial scanner on a pseudo terminal: it can be pulled out and comes back under another name."""

    def __init__(self, note: Path) -> None:
        self.note = note
        self._end = -1

    def plug_in(self) -> None:
        self._end, computer_end = os.openpty()
        tty.setraw(computer_end)
        self.note.write_text(os.ttyname(computer_end), "utf-8")
        os.close(computer_end)

    def pull_out(self) -> None:
        self.note.unlink()
        os.close(self._end)

    @property
    def is_heard(self) -> bool:
        """Whether a program has the other end open."""
        look = select.poll()
        look.register(self._end, select.POLLOUT)
        return not any(event & select.POLLHUP for _end, event in look.poll(0))

    def send(self, text: str) -> None:
        os.write(self._end, text.encode() + b"\r\n")


class DeskProcess:
    """Starts, kills and starts again the program on one book."""

    def __init__(self, folder: Path, display: str) -> None:
        self.data = folder / "book"
        self.cable = Cable(folder / "cable")
        #: Holds "ready", "jammed" or "gone".
        self.printer = folder / "printer"
        self._folder = folder
        self._display = display
        offscreen = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
        kept = {name: value for name, value in os.environ.items() if name not in offscreen}
        self._environment = {**kept, "DISPLAY": display, "XDG_CONFIG_HOME": str(folder / "config")}
        self._running: subprocess.Popen[bytes] | None = None
        self._errors = folder / "stderr.txt"

    def choose(self, **kept: dict[str, str]) -> None:
        """What this computer remembers, as the settings page writes it."""
        place = self._folder / "config" / "BluezoneDesk"
        place.mkdir(parents=True, exist_ok=True)
        lines = []
        for name, pairs in kept.items():
            lines += [f"[{name}]", *(f"{key}={value}" for key, value in pairs.items())]
        (place / "window.ini").write_text("\n".join(lines) + "\n", "utf-8")

    def start(self) -> None:
        words = [
            sys.executable,
            "-c",
            PROGRAM,
            str(self.cable.note),
            "--data-dir",
            str(self.data),
            "--language",
            "vi",
        ]
        with self._errors.open("ab") as errors:
            self._running = subprocess.Popen(words, env=self._environment, stderr=errors)

    def kill(self) -> None:
        """As when the plug is pulled: no time for a last word."""
        assert self._running is not None
        self._running.send_signal(signal.SIGKILL)
        self._running.wait()

    def stop(self) -> None:
        if self._running is not None and self._running.poll() is None:
            self._running.terminate()
            self._running.wait()

    @property
    def errors(self) -> str:
        return self._errors.read_text("utf-8")

    def copied(self, text: str) -> subprocess.Popen[bytes]:
        """Another program that holds this text on the clipboard; the caller ends it."""
        words = [sys.executable, "-c", CLIPBOARD, text]
        holder = subprocess.Popen(words, env=self._environment, stdout=subprocess.PIPE)
        assert holder.stdout is not None
        holder.stdout.readline()
        return holder

    def told(self, *words: str) -> Any:
        """The answer of a command of the program, as JSON."""
        command = [sys.executable, "-m", "bluezone_desk", "--data-dir", str(self.data), *words, "--json"]
        done = subprocess.run(command, env=self._environment, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def ask(self, sql: str, *values: object) -> Any:
        """One number or text read from the book, beside the program that writes it."""
        book = sqlite3.connect(f"file:{self.data / 'book.db'}?mode=ro", uri=True, timeout=5)
        try:
            row = book.execute(sql, values).fetchone()
        finally:
            book.close()
        return row[0] if row else None

    def picture(self, box: tuple[int, int, int, int]) -> Image.Image:
        """What stands in a part of the screen now."""
        return ImageGrab.grab(box, xdisplay=self._display).convert("RGB")


def differ(before: Image.Image, after: Image.Image, width: int, height: int) -> bool:
    """Whether more has changed than a caret or a clock takes."""
    box = ImageChops.difference(before, after).getbbox()
    return box is not None and box[2] - box[0] > width and box[3] - box[1] > height

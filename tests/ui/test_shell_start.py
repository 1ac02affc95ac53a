"""Starting: what is not read before the window stands, what happens without a screen, and what the log keeps."""

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qWarning
from pytestqt.qtbot import QtBot

from bluezone_desk import app
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.logs import CRASH_NAME, FILE_NAME, FOLDER, DeskLog, masked
from bluezone_desk.ui.error_gate import QUIET_SECONDS, ErrorGate, details_of, log_qt_message
from bluezone_desk.ui.single_instance import LOCK_NAME, SingleInstance
from bluezone_desk.ui.window_state import FILE_NAME as STATE_NAME

pytestmark = pytest.mark.gui

HEAVY = (
    "reportlab",
    "alembic",
    "xlsxwriter",
    "docx",
    "psycopg",
    "sqlalchemy",
    "PySide6.QtMultimedia",
    "PySide6.QtPdf",
    "bluezone_desk.domain.identify",
    "bluezone_desk.ui.scanning",
)

AFTER_FIRST_PAINT = """
import sys
from pathlib import Path
from bluezone_desk.ui import desk_program

class Halted(desk_program.DeskProgram):
    def _open(self):
        print(sorted(name for name in sys.modules if name in {heavy!r}))
        self._app.quit()

raise SystemExit(Halted(Path({folder!r})).run())
"""

WHOLE_START = """
import sys
from pathlib import Path
from bluezone_desk.ui import desk_program

class Halted(desk_program.DeskProgram):
    def _opened(self, desk):
        super()._opened(desk)
        print(desk.settings.is_set_up(), self._window.isVisible())
        self._window.close()

raise SystemExit(Halted(Path({folder!r})).run())
"""


KILLED_HOLDER = """
import os, signal, sys
from pathlib import Path
from bluezone_desk.ui.single_instance import SingleInstance
holder = SingleInstance(Path({folder!r}))
assert holder.is_first()
print("held", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def run_python(code: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_window_paints_before_the_heavy_libraries_are_read(tmp_path: Path) -> None:
    assert run_python(AFTER_FIRST_PAINT.format(heavy=HEAVY, folder=str(tmp_path))) == "[]"


def test_whole_program_opens_a_new_book_and_closes(tmp_path: Path) -> None:
    assert run_python(WHOLE_START.format(folder=str(tmp_path))) == "False True"
    assert (tmp_path / FOLDER / FILE_NAME).exists()
    assert (tmp_path / STATE_NAME).exists()


def test_lock_of_a_killed_program_is_no_hindrance(tmp_path: Path) -> None:
    code = KILLED_HOLDER.format(folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.returncode) == ("held", -signal.SIGKILL)
    assert (tmp_path / LOCK_NAME).exists()
    after = SingleInstance(tmp_path)
    assert after.is_first()
    after.release()


def test_void_calls_do_not_wear_out_none() -> None:
    """PySide6 6.12 loses a reference to None on each void call under Python 3.11, and aborts in the end."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _call in range(100):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 50


def test_no_screen_is_known_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(DeskFault) as caught:
        app.run_desk(tmp_path)
    assert caught.value.code is Trouble.DISPLAY_MISSING
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(DeskFault) as gone:
        app.run_desk(tmp_path)
    assert gone.value.code is Trouble.DISPLAY_MISSING


def test_qt_that_cannot_be_loaded_is_known_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "bluezone_desk.ui.desk_program", None)
    with pytest.raises(DeskFault) as caught:
        app.run_desk(tmp_path)
    assert caught.value.code is Trouble.QT_MISSING


def test_bug_is_logged_always_and_shown_every_five_seconds(
    qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    shown: list[str] = []
    faults: list[DeskFault] = []
    now = [0.0]
    gate = ErrorGate(shown.append, faults.append, lambda: now[0])
    for moment in (0.0, 1.0, QUIET_SECONDS + 1):
        now[0] = moment
        gate.meet(ValueError(f"at {moment}"))
    gate.meet(DeskFault(Trouble.PLACE_FULL))
    assert ["at 0.0" in shown[0], "at 6.0" in shown[1], len(shown)] == [True, True, 2]
    assert [fault.code for fault in faults] == [Trouble.PLACE_FULL]
    assert len(expected_warnings) == 3


def test_bug_on_a_thread_reaches_the_gate(qtbot: QtBot, expected_warnings: list[logging.LogRecord]) -> None:
    shown: list[str] = []
    gate = ErrorGate(shown.append, lambda fault: None)
    error = ValueError("on a thread")
    worker = threading.Thread(target=lambda: gate.meet(error))
    worker.start()
    worker.join()
    assert shown == []
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "on a thread" in details_of(error)


def test_qt_messages_go_into_the_log(expected_warnings: list[logging.LogRecord]) -> None:
    class Context:
        category = "qt.test"

    log_qt_message(QtMsgType.QtWarningMsg, Context(), "something")  # type: ignore[arg-type]
    assert [record.getMessage() for record in expected_warnings] == ["qt.test: something"]
    assert qWarning is not None


def test_log_keeps_no_number_of_a_person(tmp_path: Path) -> None:
    log = DeskLog(tmp_path)
    log.open()
    logging.getLogger("desk").info("card 001090000000, phone 0912 345 678")
    log.close()
    text = (tmp_path / FOLDER / FILE_NAME).read_text("utf-8")
    assert "001•••••••••" in text
    assert ("345" in text, "090000000" in text) == (False, False)
    assert (tmp_path / FOLDER / CRASH_NAME).exists()


def test_dates_and_versions_stay_readable() -> None:
    assert masked("2020-08-05 08:42:00,123 3.11.7 010a2b") == "2020-08-05 08:42:00,123 3.11.7 010a2b"


def test_folder_that_takes_no_log_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in the way")
    log = DeskLog(tmp_path)
    log.open()
    log.close()

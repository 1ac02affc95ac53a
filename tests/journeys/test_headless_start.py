"""Starting the window where there is no screen, or no Qt: one sentence, never a crash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def start(code: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS} | more
    command = [sys.executable, "-c", code, "--data-dir", str(folder / "book"), "--language", "en"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


START = "import sys; from bluezone_desk.cli import main; sys.exit(main(sys.argv[1:]))"
WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; " + START


def assert_one_sentence(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 1
    assert said in done.stderr
    assert "demo" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_without_a_screen_one_sentence_says_so(tmp_path: Path) -> None:
    assert_one_sentence(start(START, tmp_path), "no screen")


def test_without_qt_one_sentence_says_so(tmp_path: Path) -> None:
    assert_one_sentence(start(WITHOUT_QT, tmp_path, DISPLAY="elsewhere:0"), "PySide6")


def test_a_start_that_fails_leaves_no_book(tmp_path: Path) -> None:
    start(START, tmp_path)
    assert list(tmp_path.iterdir()) == []

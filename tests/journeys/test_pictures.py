"""The demo's pictures and the self-test, as the real program makes them without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.gui

PAGES = ("desk", "book", "report", "poster", "settings")


def program(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "bluezone_desk", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )


def test_the_demo_shows_every_page_at_a_reception_pcs_size(tmp_path: Path) -> None:
    done = program(tmp_path, "demo", "--out", "out", "--visits", "40")
    assert (done.returncode, done.stderr) == (0, "")
    for page in PAGES:
        with Image.open(tmp_path / "out" / f"{page}.png") as picture:
            assert picture.size == (1366, 768)
            assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 100


def test_the_program_passes_its_own_test(tmp_path: Path) -> None:
    done = program(tmp_path, "self-test", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 7
    assert all(line.startswith("ok ") for line in lines)
    assert list(tmp_path.iterdir()) == []

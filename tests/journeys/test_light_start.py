"""What the window imports before it paints: nothing that a first look does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.gui, pytest.mark.journey]

HEAVY = (
    "reportlab",
    "alembic",
    "xlsxwriter",
    "docx",
    "python_calamine",
    "pypdfium2",
    "zxingcpp",
    "PySide6.QtMultimedia",
)


def test_the_window_starts_without_document_libraries(tmp_path: Path) -> None:
    code = (
        "import sys, bluezone_desk.app, bluezone_desk.ui.main_window\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"

"""The composition root of the window: checks that there is one to open, and starts the program around it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bluezone_desk import i18n
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault


def run_desk(data_dir: Path, language: str = "") -> int:
    """Open the window on the book of `data_dir` and stay until it is closed; the exit code.

    Without a `language` the one in use stays, or the one remembered on this computer. A second start on
    the same book raises the first window and returns at once. Raises DeskFault: DISPLAY_MISSING, QT_MISSING,
    BOOK_OPEN_ELSEWHERE (the other window does not answer).
    """
    if language:
        i18n.use_language(language)
    require_display()
    try:
        from bluezone_desk.ui.desk_program import DeskProgram
    except ImportError as missing:
        raise DeskFault(Trouble.QT_MISSING, reason=missing) from missing
    return DeskProgram(data_dir).run()


def require_display() -> None:
    """Raises DeskFault(DISPLAY_MISSING) where Qt would end the process because there is no screen to draw on."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display or _is_gone(display):
        raise DeskFault(Trouble.DISPLAY_MISSING)


def _is_gone(display: str) -> bool:
    """Whether a display of this machine (":0") has no server behind it; others are left to Qt."""
    host, _colon, number = display.partition(":")
    socket = Path("/tmp/.X11-unix") / f"X{number.partition('.')[0]}"
    return host in ("", "unix") and not socket.exists()

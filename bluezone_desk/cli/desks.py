"""The book a command works on."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk import paths
from bluezone_desk.domain.clock import office_day

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk


def data_dir(chosen: argparse.Namespace) -> Path:
    """The folder named on the command line, or the platform's place."""
    named: Path | None = chosen.data_dir
    return named if named is not None else paths.default_data_dir()


def opened_desk(chosen: argparse.Namespace) -> "Desk":
    """The desk's services on that book, to be closed by `with`. Raises DeskFault."""
    from bluezone_desk.services.opening import open_desk
    from bluezone_desk.services.system_clock import SystemClock

    return open_desk(data_dir(chosen), SystemClock())


def today() -> date:
    """The office's day now."""
    from bluezone_desk.services.system_clock import SystemClock

    return office_day(SystemClock().now())

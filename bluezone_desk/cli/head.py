"""Whole numbers on the command line: once the head has a PIN, it is asked for."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.cli.options import Parser
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk

_MOST_BYTES = 64


def add_pin_file(parser: Parser) -> None:
    """`--pin-file`: never the PIN itself, which other programs of the computer could read off the command."""
    parser.add_argument(
        "--pin-file", type=Path, metavar="F", help=_("file with the head's PIN, when whole numbers ask for it")
    )


def demand_head(chosen: argparse.Namespace, desk: "Desk") -> None:
    """Nothing when no PIN is set or the right one is given. Raises DeskFault: PIN_*, INPUT_FILE."""
    if not desk.roles.has_pin():
        return
    problem = desk.roles.check(_pin(chosen.pin_file))
    if problem is not None:
        raise DeskFault(problem.code, **problem.facts)


def _pin(path: Path | None) -> str:
    if path is not None:
        try:
            with path.open("rb") as file:
                return file.read(_MOST_BYTES).decode("utf-8-sig", errors="replace").strip()
        except (OSError, ValueError) as error:
            raise DeskFault(Trouble.INPUT_FILE, path=path) from error
    if sys.stdin is None or sys.stderr is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    try:
        return getpass.getpass(_("PIN of the head") + ": ", sys.stderr).strip()
    except EOFError:
        return ""

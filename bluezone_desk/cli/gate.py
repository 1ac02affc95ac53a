"""The gate of the command line: every way a command can end, as an exit code and at most one sentence."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence

from bluezone_desk import i18n
from bluezone_desk.cli import output
from bluezone_desk.cli.commands import parse
from bluezone_desk.cli.desks import data_dir
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.logs import DeskLog
from bluezone_desk.sentences import fault_sentence, sentence

TROUBLE = 1


def run(argv: Sequence[str] | None) -> int:
    """Parse and run one command. Never raises for anything a user can cause."""
    _speak_utf8()
    try:
        chosen = parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else TROUBLE
    try:
        return _work(chosen)
    except output.ReaderGone:
        _silence_stdout()
    except DeskFault as fault:
        output.complain(fault_sentence(fault))
        if fault.code is Trouble.STDOUT_FAILED:
            _silence_stdout()
    except KeyboardInterrupt:
        pass
    except Exception:  # noqa: BLE001 -- the one gate of the command line
        _log_bug(chosen)
        output.complain(sentence(Trouble.BUG))
    finally:
        i18n.use_language(i18n.DEFAULT_LANGUAGE)
    return TROUBLE


def _work(chosen: argparse.Namespace) -> int:
    if chosen.work is None:
        from bluezone_desk.app import run_desk

        return run_desk(data_dir(chosen), chosen.language)
    output.demand_stdout()
    code: int = chosen.work(chosen)
    output.flush()
    return code


def _log_bug(chosen: argparse.Namespace) -> None:
    """The trace goes to the log beside the book, with numbers masked, and never to the screen."""
    log = DeskLog(data_dir(chosen))
    log.open()
    logging.getLogger(__name__).exception("unexpected")
    log.close()


def _speak_utf8() -> None:
    """Papers and names are Vietnamese: a console's own code page would lose letters or stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """The interpreter flushes once more when it ends; by then nobody reads, and that must not be a traceback."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return

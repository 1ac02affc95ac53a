"""The gate of the command line: every way a command can end, as an exit code and at most one sentence."""

import io
import logging
import os
import sys
from collections.abc import Sequence

from bluezone_desk import i18n
from bluezone_desk.cli import output
from bluezone_desk.cli.options import parse
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.sentences import fault_sentence, sentence

DONE, TROUBLE = 0, 1


def run(argv: Sequence[str] | None) -> int:
    """Parse and run one command. Never raises for anything a user can cause."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # argparse has said what it had to say
        return leaving.code if isinstance(leaving.code, int) else TROUBLE
    except output.ReaderGone:
        _silence_stdout()
        return TROUBLE
    except DeskFault as fault:
        output.complain(fault_sentence(fault))
        if fault.facts.get("path") == output.STDOUT:
            _silence_stdout()
        return TROUBLE
    except KeyboardInterrupt:
        return TROUBLE
    except Exception:
        logging.getLogger(__name__).exception("unexpected")
        output.complain(sentence(Trouble.BUG))
        return TROUBLE
    finally:
        i18n.use_language(i18n.DEFAULT_LANGUAGE)


def _run(argv: Sequence[str]) -> int:
    chosen = parse(argv)
    i18n.use_language(chosen.language)
    if chosen.work is None:
        return _open_window(chosen.data_dir)
    output.demand_stdout()
    code: int = chosen.work(chosen)
    output.flush()
    return code


def _open_window(data_dir: object) -> int:
    try:
        from bluezone_desk.app import run_desk
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise DeskFault(Trouble.QT_MISSING) from missing
    code: int = run_desk(data_dir)
    return code


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

"""The program's log: a few small files beside the book, with every number of a person masked."""

import faulthandler
import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bluezone_desk import __version__

FOLDER = "logs"
FILE_NAME = "desk.log"
CRASH_NAME = "crash.log"
LARGEST_BYTES = 1_000_000
KEPT_FILES = 5

#: Card numbers (9 or 12 digits) and phones (10 or 11), whole or in groups of three and four; dates are neither.
_NUMBER = re.compile(r"(?<![\w.])\+?(?:\d{9,14}|\d{1,4}(?:[ .\-]\d{3,4}){2,3})(?!\w)")


def masked(text: str) -> str:
    """The text with all but the first three digits of long numbers hidden."""
    return _NUMBER.sub(lambda found: found[0][:3] + "•" * (len(found[0]) - 3), text)


class MaskingFormatter(logging.Formatter):
    """Masks the finished line, the trace of an exception included."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class _LogFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk or a lost folder is told by the book; the line itself, still unmasked, is told to nobody."""


class DeskLog:
    """All the program logs, into `logs/desk.log` of the data folder; a folder that cannot be written has none."""

    def __init__(self, data_dir: Path) -> None:
        self._crash_file = None
        self._handler: logging.Handler = logging.NullHandler()
        folder = data_dir / FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handler = _LogFile(
                folder / FILE_NAME, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
            )
            self._handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            self._crash_file = (folder / CRASH_NAME).open("a", encoding="utf-8")
        except OSError:
            # The book will say what is wrong with the folder; the log must not stand in its way.
            return
        faulthandler.enable(self._crash_file)

    def open(self) -> None:
        """Start writing; the root logger keeps what it had."""
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(min(root.level, logging.INFO) if root.level else logging.INFO)
        logging.getLogger(__name__).info("Bluezone Desk %s", __version__)

    def close(self) -> None:
        """Stop writing and let go of the files."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()

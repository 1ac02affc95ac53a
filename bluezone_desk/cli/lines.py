"""Input lines, one visitor or one scan each, whatever bytes come."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: Longer than any card or JSON line with full fields; what goes beyond is skipped, not kept in memory.
LONGEST_LINE_BYTES = 65_536
_BOM = b"\xef\xbb\xbf"
#: Scanners end a card with CR, files end lines with LF or CR LF.
_ENDS = re.compile(rb"\r\n|\r|\n")


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """The bytes of a file, or of stdin when none is named. Raises DeskFault(INPUT_FILE)."""
    if path is None or str(path) == "-":
        if sys.stdin is None:
            raise DeskFault(Trouble.INPUT_FILE, path="stdin")
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise DeskFault(Trouble.INPUT_FILE, path=path) from error
    with file:
        yield file


def texts(stream: BinaryIO) -> Iterator[str | Trouble]:
    """Each line without its end: text, SCAN_TOO_LONG, or SCAN_DAMAGED when it is not UTF-8. Raises INPUT_FILE."""
    for number, raw in enumerate(_raw_lines(stream)):
        if raw is None:
            yield Trouble.SCAN_TOO_LONG
            continue
        pieces = _ENDS.split(raw.removeprefix(_BOM) if number == 0 else raw)
        if pieces[-1] == b"" and len(pieces) > 1:
            pieces.pop()
        for piece in pieces:
            yield _decoded(piece)


def _decoded(piece: bytes) -> str | Trouble:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return Trouble.SCAN_DAMAGED


def _raw_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines as bytes; None for one that is too long."""
    while True:
        line = _read(stream)
        if not line:
            return
        if len(line) <= LONGEST_LINE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = _read(stream)
        yield None


def _read(stream: BinaryIO) -> bytes:
    try:
        return stream.readline(LONGEST_LINE_BYTES + 1)
    except OSError as error:
        raise DeskFault(Trouble.INPUT_FILE, path=getattr(stream, "name", "stdin")) from error

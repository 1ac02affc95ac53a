"""The high-water mark beside the book: how far it had come, so that a file that went back is noticed.

Written after each commit without waiting for the disk, so it may lag behind the book but never lead it.
"""

import os
import threading
import zlib
from collections.abc import Iterable
from pathlib import Path

from bluezone_desk.store.journal import Head

#: Written whole, padded, so that a shorter text never leaves the tail of a longer one behind.
_WIDTH = 512
_CHECKSUM_LETTERS = 8

Mark = tuple[int, str]
_NOTHING: Mark = (0, "")


class Anchor:
    """The mark of one book: last number and chain head of each desk. Unreadable or absent, it knows nothing."""

    def __init__(self, path: Path) -> None:
        # The verification reads on a worker thread, and the file has one position.
        self._lock = threading.Lock()
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._marks: dict[str, Mark] = {}
        self._text = b""

    def marks(self) -> dict[str, Mark]:
        """Last number and digest (hexadecimal) by desk, as any program wrote them last."""
        with self._lock:
            os.lseek(self._handle, 0, os.SEEK_SET)
            text = os.read(self._handle, 1 << 20)
            if text != self._text:
                self._marks, self._text = _parse(text), text
            return self._marks

    def write(self, heads: Iterable[Head]) -> None:
        """Raise the marks of these desks, over what was last read of the others."""
        with self._lock:
            told = {head.desk: (head.number, head.digest.hex()) for head in heads}
            self._marks = {**self._marks, **{d: m for d, m in told.items() if m >= self._marks.get(d, _NOTHING)}}
            self._text = _format(self._marks)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, self._text)

    def close(self) -> None:
        os.close(self._handle)


def _format(marks: dict[str, Mark]) -> bytes:
    body = "".join([f"{desk} {number} {digest}\n" for desk, (number, digest) in marks.items()]).encode()
    text = b"%08x\n" % zlib.crc32(body) + body
    return text.ljust(-(-len(text) // _WIDTH) * _WIDTH)


def _parse(text: bytes) -> dict[str, Mark]:
    body = text[_CHECKSUM_LETTERS + 1 :].rstrip(b" ")
    if text[:_CHECKSUM_LETTERS] != b"%08x" % zlib.crc32(body):
        return {}
    lines = (line.split(" ") for line in body.decode().splitlines())
    return {desk: (int(number), digest) for desk, number, digest in lines}

"""The high-water mark beside the book: how far it had come, so that a file that went back is noticed.

Written after each commit without waiting for the disk, so it may lag behind the book but never lead it.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from bluezone_desk.store.journal import Head

_WIDTH = 4096


class Anchor:
    """The mark of one book: last number and chain head of each desk. Unreadable or absent, it knows nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._written: dict[str, tuple[int, str]] = {}
        self._last = b""

    def marks(self) -> dict[str, tuple[int, str]]:
        """Last number and digest (hexadecimal) by desk."""
        text = self._read()
        if text != self._last:
            self._written, self._last = _parse(text), text
        return self._written

    def write(self, heads: Iterable[Head]) -> None:
        """Raise the marks of these desks; a mark that another process raised higher stays."""
        marks = dict(self.marks())
        for head in heads:
            if head.number >= marks.get(head.desk, (0, ""))[0]:
                marks[head.desk] = (head.number, head.digest.hex())
        text = _format(marks)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, text)
        self._written, self._last = marks, text

    def close(self) -> None:
        os.close(self._handle)

    def _read(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, 1 << 20)


def _format(marks: dict[str, tuple[int, str]]) -> bytes:
    body = json.dumps(marks, sort_keys=True)
    text = f"{hashlib.sha256(body.encode()).hexdigest()} {body}\n".encode()
    # Padded, so that a shorter text never leaves the tail of a longer one behind.
    return text.ljust(-(-len(text) // _WIDTH) * _WIDTH)


def _parse(text: bytes) -> dict[str, tuple[int, str]]:
    digest, _, body = text.decode("utf-8", "replace").strip().partition(" ")
    if hashlib.sha256(body.encode()).hexdigest() != digest:
        return {}
    return {desk: (number, head) for desk, (number, head) in json.loads(body).items()}

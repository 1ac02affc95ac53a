"""Text and JSON on stdout, sentences on stderr, files whole or not at all."""

import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

_REDRAWN_AFTER_S = 0.1


class ReaderGone(Exception):  # noqa: N818 -- nobody's error: `head` has seen enough
    """Whoever read our stdout has closed it."""


def say(text: str) -> None:
    """One line on stdout. Raises ReaderGone, or DeskFault(STDOUT_FAILED) when stdout cannot be written."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError as gone:
        raise ReaderGone from gone
    except OSError as error:
        raise DeskFault(Trouble.STDOUT_FAILED) from error


def flush() -> None:
    """What was said has left the program. Raises as `say` does."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as gone:
        raise ReaderGone from gone
    except OSError as error:
        raise DeskFault(Trouble.STDOUT_FAILED) from error


def say_json(value: object) -> None:
    """One line of JSON on stdout, flushed."""
    say(json.dumps(value, ensure_ascii=False))
    flush()


def complain(text: str) -> None:
    """One sentence on stderr; a closed stderr is no reason to stop."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        return


def counter(words: str) -> Callable[[int, int], None] | None:
    """On a terminal, a line on stderr that counts with `words` ("{done} of {of}"); elsewhere None."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, of: int) -> None:
        nonlocal last
        if done < of and time.monotonic() - last < _REDRAWN_AFTER_S:
            return
        last = time.monotonic()
        sys.stderr.write("\r" + words.format(done=done, of=of) + ("\n" if done >= of else ""))
        sys.stderr.flush()

    return show


def demand_stdout() -> None:
    """Raises DeskFault(STDOUT_FAILED) when stdout is closed; a windowed program on Windows has none by right."""
    if sys.stdout is None:
        if os.name != "nt":
            raise DeskFault(Trouble.STDOUT_FAILED)
        sys.stdout = io.StringIO()


def columns(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> None:
    """Rows as aligned columns under their heads."""
    table = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads))]
    for row in table:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Named facts, one a line, aligned."""
    listed = list(pairs)
    width = max((len(name) for name, _ in listed), default=0)
    for name, value in listed:
        say(f"{name.ljust(width)}  {value}".rstrip())


def write_file(path: Path, content: bytes) -> None:
    """The file whole or not at all: an older one stays until the new one is on the disk.

    Raises DeskFault(OUTPUT_FAILED).
    """
    from bluezone_desk.saving import save_whole

    save_whole(path, content)


def ending_of(path: Path, allowed: Sequence[str]) -> str:
    """The file type asked for, ".pdf" and the like. Raises DeskFault(OUTPUT_FORMAT)."""
    ending = path.suffix.lower()
    if ending not in allowed:
        raise DeskFault(Trouble.OUTPUT_FORMAT, path=path, allowed=", ".join(allowed))
    return ending

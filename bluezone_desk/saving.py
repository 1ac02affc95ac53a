"""Files leave the program whole or not at all, under a name a clerk would have chosen."""

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: A virus scanner or an indexer holds a new file for moments; a viewer holds it until it is closed.
_RETRY_AFTER_S = (0.05, 0.1, 0.2)
#: What Windows says of such a file: access denied, sharing violation, lock violation.
_HELD = frozenset({5, 32, 33})


def file_name(stem: str, first: date | None, ending: str, last: date | None = None) -> str:
    """ "bao-cao-ngay-2020-08-05.pdf": plain letters, so that every mail program and USB stick keeps it."""
    days = [day.isoformat() for day in (first, last) if day is not None]
    if len(days) == 2 and days[0] == days[1]:
        days.pop()
    plain = re.sub(r"[^a-z0-9]+", "-", "-".join([stem, *days]).lower()).strip("-")
    return f"{plain}.{ending}"


def save_whole(path: Path, content: bytes) -> None:
    """Write `content` under `path`, replacing an older file only when the new one is safely on the disk.

    Raises DeskFault(OUTPUT_FAILED) when the disk is full, the folder gone or not writable, and OUTPUT_HELD when a
    viewer holds the older file open; it then leaves the older file as it was and nothing half-written beside it.
    """
    try:
        _write_beside(path, content)
    except OSError as error:
        if getattr(error, "winerror", None) in _HELD and path.exists():
            raise DeskFault(Trouble.OUTPUT_HELD, path=path) from error
        raise DeskFault(Trouble.OUTPUT_FAILED, path=path) from error


def save_folder(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write all `files` into a new folder and return it: `path`, or "path 2" and on when that is taken.

    Raises DeskFault(OUTPUT_FAILED) and then leaves no folder behind.
    """
    beside = path.with_name(f".{path.name[:40]}-{secrets.token_hex(4)}.part")
    try:
        beside.mkdir()
        for name, content in files.items():
            save_whole(beside / name, content)
        free = next(place for place in _names(path) if not place.exists())
        beside.rename(free)
    except (OSError, DeskFault) as error:
        raise DeskFault(Trouble.OUTPUT_FAILED, path=path) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return free


def save_into(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all `files` into `folder`, made when absent; older files of the same names are replaced.

    Raises DeskFault(OUTPUT_FAILED). Nothing is left behind unless all could be written; only what hinders the
    renaming at the very end can leave some new files beside old ones.
    """
    beside = folder / f".{secrets.token_hex(4)}.part"
    is_new = not folder.exists()
    try:
        beside.mkdir(parents=True)
        for name, content in files.items():
            save_whole(beside / name, content)
        for name in files:
            _replace(beside / name, folder / name)
    except (OSError, ValueError, DeskFault) as error:
        raise DeskFault(Trouble.OUTPUT_FAILED, path=folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if is_new:
            with suppress(OSError):
                folder.rmdir()


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.name} {number}")


def _write_beside(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _replace(beside: Path, path: Path) -> None:
    for pause in _RETRY_AFTER_S:
        try:
            beside.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    beside.replace(path)

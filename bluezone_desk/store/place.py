"""Whether a folder can keep a book: on a local disk, kept in step by nobody else, and writable."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import Protocol

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: SQLite's write-ahead log needs memory shared by all programs that read the file; no network drive gives that.
NETWORK_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.glusterfs",
        "davfs",
    }
)
_DRIVE_REMOTE = 4
_SYNCED_NAME = re.compile(
    r"(onedrive( ?- .*)?|dropbox( \(.*\))?|google ?drive|googledrivestream|icloud ?drive|nextcloud|owncloud|mega)",
    re.I,
)
_SYNCED_MARKERS = (".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".tmp.drivedownload")


class Probe(Protocol):
    """Tells what kind of file system a path lies on."""

    def is_remote(self, folder: Path) -> bool:
        """Whether the folder lies on another computer."""
        ...


class MachineProbe:
    """Asks this machine: its mounts on Linux, its drive types on Windows; elsewhere it knows of nothing remote."""

    def is_remote(self, folder: Path) -> bool:
        if sys.platform == "win32":
            return _is_remote_drive(folder)
        try:
            mounts = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
        except OSError:
            return False
        return system_of(folder, mounts) in NETWORK_SYSTEMS


def system_of(folder: Path, mounts: str) -> str:
    """The file system type of `folder` by the text of /proc/mounts; the last longest mount point counts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[1])
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


def _is_remote_drive(folder: Path) -> bool:
    import ctypes

    root = folder.anchor
    if root.startswith("\\\\"):
        return not root.startswith(("\\\\?\\", "\\\\.\\")) or root.upper().startswith("\\\\?\\UNC\\")
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 -- the name exists on Windows only
    return bool(kernel.GetDriveTypeW(root) == _DRIVE_REMOTE)


def prepare_place(folder: Path, probe: Probe | None = None) -> Path:
    """Make the folder ready for a book and return it, resolved.

    Raises DeskFault: PLACE_ON_NETWORK, PLACE_SYNCED, PLACE_READ_ONLY, PLACE_FULL, PLACE_NOT_A_FOLDER or
    PLACE_FAILED, with `path`.
    Nothing is created on a network drive or in a synced folder.
    """
    try:
        folder = folder.expanduser().resolve()
        if (probe or MachineProbe()).is_remote(folder):
            raise DeskFault(Trouble.PLACE_ON_NETWORK, path=folder)
        if _is_synced(folder):
            raise DeskFault(Trouble.PLACE_SYNCED, path=folder)
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise place_fault(error, folder) from error
    for path in (folder, *folder.glob("book.db*"), *folder.glob("book.anchor")):
        # Another program's log may be gone by now.
        if path.exists() and not os.access(path, os.W_OK | os.R_OK):
            raise DeskFault(Trouble.PLACE_READ_ONLY, path=path)
    return folder


def place_fault(error: Exception, path: Path) -> DeskFault:
    """What an error of the operating system means for the place of the book."""
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return DeskFault(Trouble.PLACE_NOT_A_FOLDER, path=path, detail=error)
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DeskFault(Trouble.PLACE_READ_ONLY, path=path, detail=error)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DeskFault(Trouble.PLACE_FULL, path=path, detail=error)
    return DeskFault(Trouble.PLACE_FAILED, path=path, detail=error)


def _is_synced(folder: Path) -> bool:
    for place in (folder, *folder.parents):
        if _SYNCED_NAME.fullmatch(place.name) or any((place / marker).exists() for marker in _SYNCED_MARKERS):
            return True
    return False

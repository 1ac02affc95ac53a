"""What is confirmed lies on the disk: one sync for each, and a sync that fails confirms nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock

WORKER = Path(__file__).with_name("book_worker.py")
PATHS = os.pathsep.join([str(WORKER.parents[2]), str(WORKER.parents[1])])
CAN_TRACE = shutil.which("strace") is not None and (
    subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0
)

pytestmark = pytest.mark.skipif(not CAN_TRACE, reason="needs strace")


def traced(folder: Path, count: int, *options: str) -> tuple[list[str], list[str]]:
    """What the worker printed, and its calls that sync or print, in their order."""
    record = folder.with_suffix(".calls")
    command = ["strace", "-f", "-e", "trace=fdatasync,fsync,write", *options, "-o", str(record)]
    done = subprocess.run(
        [*command, sys.executable, str(WORKER), str(folder), "w", str(count)],
        env={**os.environ, "PYTHONPATH": PATHS},
        capture_output=True,
        text=True,
        check=True,
    )
    calls = [line for line in record.read_text().splitlines() if re.search(r"sync\(|write\(1,", line)]
    return done.stdout.splitlines(), calls


def test_every_entry_is_synced_once_before_it_is_confirmed(tmp_path: Path) -> None:
    told, calls = traced(tmp_path / "book", 20)
    kinds = "".join("p" if "write(1," in call else "s" for call in calls)
    assert told == ["open", *(f"w-{number}" for number in range(20))]
    # Opening syncs and tells; then twenty times one sync before what is told; then the closing.
    assert re.fullmatch(r"s+p+(?:sp+){20}s*", kinds), kinds


def test_what_a_failed_sync_leaves_is_not_confirmed_and_the_desk_works_on(tmp_path: Path) -> None:
    told, _ = traced(tmp_path / "book", 20, "-e", "inject=fdatasync:error=EIO:when=12..14")
    assert "place_failed" in told
    assert told[-1] == "w-19"
    confirmed = {line for line in told if line.startswith("w-")}
    assert len(confirmed) + told.count("place_failed") == 20
    with open_desk(tmp_path / "book", SystemClock()) as desk:
        assert desk.care.verify().ok
        with desk.book.reading() as connection:
            kept = {row[0] for row in connection.execute("SELECT request_id FROM visit")}
    assert confirmed <= kept

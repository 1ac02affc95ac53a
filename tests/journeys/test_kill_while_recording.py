"""Killed at any instant, every visit that was confirmed is in the book, and the book adds up."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

PROGRAM = [sys.executable, "-m", "bluezone_desk"]


def desk(folder: Path, *words: str) -> list[str]:
    return [*PROGRAM, "--data-dir", str(folder / "book"), *words]


def read(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(desk(folder, *words), capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("confirmed_before_the_kill", [1, 7, 40])
def test_what_was_confirmed_is_there_after_a_kill(tmp_path: Path, confirmed_before_the_kill: int) -> None:
    source = tmp_path / "queue.jsonl"
    source.write_text(
        "".join(json.dumps({"request_id": f"r{n}", "name": f"Khách {n}"}) + "\n" for n in range(2000)), "utf-8"
    )
    words = desk(tmp_path, "check-in", "--file", str(source))
    with subprocess.Popen(words, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        answers = [program.stdout.readline() for _ in range(confirmed_before_the_kill)]
        program.kill()
        answers += program.stdout.readlines()
    confirmed = {json.loads(line)["visit_id"] for line in answers if line.endswith(b"\n")}
    assert len(confirmed) >= confirmed_before_the_kill
    inside = {visit["visit_id"] for visit in json.loads(read(tmp_path, "inside", "--json").stdout)}
    assert confirmed <= inside
    assert len(inside) <= len(confirmed) + 1
    assert read(tmp_path, "book", "verify").returncode == 0


def test_the_same_file_again_after_a_kill_doubles_nobody(tmp_path: Path) -> None:
    source = tmp_path / "queue.jsonl"
    source.write_text(
        "".join(json.dumps({"request_id": f"r{n}", "name": f"Khách {n}"}) + "\n" for n in range(60)), "utf-8"
    )
    words = desk(tmp_path, "check-in", "--file", str(source))
    with subprocess.Popen(words, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.kill()
    again = read(tmp_path, "check-in", "--file", str(source))
    assert again.returncode == 0
    assert len(json.loads(read(tmp_path, "inside", "--json").stdout)) == 60

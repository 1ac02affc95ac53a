"""The real program in a shell: pipes that break, disks that are full, and one visitor by printf."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Phố Thử Nghiệm, Hà Nội|01052021"
PROGRAM = [sys.executable, "-m", "bluezone_desk"]
posix_only = pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One shell line; `$DESK` is the program on the book in `folder`."""
    desk = f"{' '.join(PROGRAM)} --data-dir {folder / 'book'}"
    return subprocess.run(
        ["/bin/bash", "-c", line.replace("$DESK", desk)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@posix_only
def test_a_visitor_comes_by_printf_and_goes_by_pass(tmp_path: Path) -> None:
    done = shell(f"printf '{CARD}\\n' | $DESK check-in", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["number"] == 1
    assert "Nguyễn Văn Mẫu" in shell("$DESK inside", tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii").stdout
    assert shell(f"printf '{CARD}\\n' | $DESK check-out", tmp_path).returncode == 0
    assert shell("$DESK inside --json", tmp_path).stdout == "[]\n"
    assert shell("$DESK book verify", tmp_path).returncode == 0


@posix_only
def test_a_reader_that_leaves_ends_the_program_quietly(tmp_path: Path) -> None:
    done = shell("(yes x | head -3000) | $DESK identify | head -1; exit ${PIPESTATUS[1]}", tmp_path)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@posix_only
@pytest.mark.parametrize("out", [">&-", "> /dev/full"])
@pytest.mark.parametrize("command", ["inside --json", "book info", "identify <<< 07"])
def test_a_stdout_that_takes_nothing_is_one_sentence(tmp_path: Path, command: str, out: str) -> None:
    done = shell(f"$DESK {command} {out}", tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@posix_only
def test_closed_stdin_and_stderr_are_no_crash(tmp_path: Path) -> None:
    assert shell("$DESK check-in <&-", tmp_path).returncode == 1
    assert shell("$DESK check-in --file missing 2>&-", tmp_path).returncode == 1


@posix_only
def test_ctrl_c_between_lines_is_quiet(tmp_path: Path) -> None:
    desk = [*PROGRAM, "--data-dir", str(tmp_path / "book"), "check-in"]
    with subprocess.Popen(desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(CARD.encode() + b"\n")
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["ok"] is True
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=30)
    assert (program.returncode, told) == (1, b"")
    assert len(json.loads(shell("$DESK inside --json", tmp_path).stdout)) == 1


@posix_only
def test_any_working_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "bluezone_desk.txt").touch()
    done = shell("$DESK report daily -o r.pdf && $DESK poster -o p.pdf && ls", tmp_path)
    # The one remark: an office with nobody named to sign gets a blank place for the name.
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
    assert {"r.pdf", "p.pdf"} <= set(done.stdout.split())

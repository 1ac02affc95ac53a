"""The command line in this process, with bytes on stdin."""

import io
from pathlib import Path

import pytest
from command_runs import Ended, Run

from bluezone_desk.cli import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """`run("check-in", stdin=…)` on the book in tmp_path/book unless `--data-dir` is given."""

    def start(*argv: str, stdin: str | bytes = b"") -> Ended:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        words = list(argv) if "--data-dir" in argv else ["--data-dir", str(tmp_path / "book"), *argv]
        code = main(words)
        told = capsys.readouterr()
        return Ended(code, told.out, told.err)

    return start

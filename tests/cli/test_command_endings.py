"""Every way a command can end: an exit code, one sentence, never a traceback."""

import io
import os
import sys
from pathlib import Path

import pytest
from command_runs import Run

from bluezone_desk import __version__, i18n
from bluezone_desk.cli import main, output
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

USAGE = [
    ["dance"],
    ["visits", "--from", "yesterday"],
    ["visits", "--from", "20200805"],
    ["visits", "--to", "2020-02-30"],
    ["visits", "--state", "on"],
    ["report"],
    ["report", "daily"],
    ["report", "daily", "-o", "x.pdf", "--date", "0001-01-01"],
    ["find"],
    ["find", "a", "--limit", "0"],
    ["find", "a", "--limit", "ten"],
    ["book"],
    ["demo"],
    ["demo", "--out", ""],
    ["demo", "--out", "x", "--seed", "abc"],
    ["poster", "-o", " "],
    ["visits", "-o", ""],
    ["message"],
    ["demo", "--out", "x", "--visits", "-5"],
    ["inside", "--jason"],
    ["--language", "fr", "inside"],
    ["--data-dir", "", "inside"],
    ["inside", "--data-dir"],
]


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_bad_usage_is_2_and_names_what_is_wrong(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert done.err.startswith("Cách dùng: ")
    assert not {"argument", "arguments", "invalid", "expected", "choose", "required:"} & set(done.err.split())


@pytest.mark.parametrize("words", [["--help"], ["report", "daily", "--help"], ["poster", "-h"]])
def test_help_is_in_the_language_asked_for(run: Run, words: list[str]) -> None:
    assert "Cách dùng" in run(*words).out
    english = run("--language", "en", *words)
    assert (english.code, "Usage" in english.out) == (0, True)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"bluezone-desk {__version__}\n"


@pytest.mark.parametrize("words", [["--data-dir", "D", "book", "info"], ["book", "info", "--data-dir", "D"]])
def test_shared_options_stand_before_or_after_the_command(run: Run, tmp_path: Path, words: list[str]) -> None:
    there = str(tmp_path / "elsewhere")
    done = run(*[there if word == "D" else word for word in words], "--json")
    assert Path(done.results[0]["path"]).parent == Path(there)


def test_a_language_after_the_command_wins(run: Run) -> None:
    assert run("--language", "vi", "book", "verify", "--language", "en").out.startswith("The book adds up")
    assert i18n.language() == i18n.DEFAULT_LANGUAGE


def test_a_file_that_is_no_book_is_left_alone(run: Run, tmp_path: Path) -> None:
    database = Path(run("book", "info", "--json").results[0]["path"])
    database.unlink()
    for leftover in database.parent.glob(database.name + "*"):
        leftover.unlink()
    database.write_text("PK, hardly a book", encoding="utf-8")
    done = run("check-in", stdin='{"name":"a"}\n')
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)
    assert database.read_text("utf-8") == "PK, hardly a book"


def test_a_data_folder_that_is_a_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x", encoding="utf-8")
    done = run("inside", "--data-dir", str(tmp_path / "f"))
    assert (done.code, len(done.err.splitlines())) == (1, 1)


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_chosen: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("bluezone_desk.cli.listing.inside", interrupted)
    done = run("inside")
    assert (done.code, done.out, done.err) == (1, "", "")


def test_a_bug_is_one_sentence_and_is_logged(
    run: Run, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[object]
) -> None:
    def broken(_chosen: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("bluezone_desk.cli.listing.inside", broken)
    done = run("inside")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert len(expected_warnings) == 1


class Stuck(io.StringIO):
    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise self._error


def test_a_reader_that_left_and_a_full_disk_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stuck(BrokenPipeError()))
    with pytest.raises(output.ReaderGone):
        output.say_json({})
    monkeypatch.setattr(sys, "stdout", Stuck(OSError(28, "full")))
    with pytest.raises(DeskFault) as raised:
        output.say_json({})
    assert raised.value.code is Trouble.STDOUT_FAILED


def test_a_closed_stdout_is_trouble_before_anything_is_recorded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    code = main(["check-in", "--data-dir", str(tmp_path / "book")])
    monkeypatch.undo()
    assert (code, (tmp_path / "book").exists()) == ((1, False) if os.name != "nt" else (0, True))
    assert os.name == "nt" or capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_told_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    show = output.counter("{done}/{of}")
    assert show is not None
    for done in range(1, 1001):
        show(done, 1000)
    assert terminal.getvalue().endswith("\r1000/1000\n")
    assert terminal.getvalue().count("\r") < 100
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert output.counter("{done}/{of}") is None


ODD = [
    ["find", "\udcff"],
    ["visits", "--host", "\udcff"],
    ["visits", "--programme", "%' --"],
    ["report", "daily", "--number", "\udcff", "-o", "r.pdf"],
    ["report", "daily", "--number", "1" * 5000, "-o", "r.docx"],
    ["report", "daily", "-o", "\udcff.pdf"],
    ["report", "daily", "-o", "d" * 300 + ".pdf"],
    ["poster", "--place", "\udcff\x01\u202e", "-o", "p.pdf"],
    ["poster", "--place", "", "-o", "p.pdf"],
    ["poster", "--headline", "🙂", "-o", "p.pdf"],
    ["poster", "--link", "https://www.bluezone.gov.vn/" + "a" * 3000, "-o", "p.pdf"],
]


@pytest.mark.parametrize("words", ODD, ids=lambda words: ascii(" ".join(words))[:40])
def test_odd_words_end_in_work_done_or_one_sentence(run: Run, tmp_path: Path, words: list[str]) -> None:
    if "-o" in words:
        words = [*words[:-1], str(tmp_path / words[-1])]
    done = run(*words)
    assert done.code in (0, 1)
    # A paper may leave with one remark, such as that nobody is named to sign it.
    assert done.code <= len(done.err.splitlines()) <= 1


@pytest.mark.parametrize("command", [["poster", "-o", "p.pdf"], ["message", "sms"]])
def test_an_empty_link_is_no_wish_for_the_usual_one(run: Run, command: list[str]) -> None:
    done = run(*command, "--link", "")
    assert (done.code, done.out) == (2, "")

"""Whole numbers on the command line: as ever without a PIN, and only with it once there is one."""

import json
from pathlib import Path

import pytest
from command_runs import CARD, Run

from bluezone_desk.domain.clock import office_day
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock

PIN, NUMBER = "830164", b"001090000000"


@pytest.fixture
def guarded(run: Run, tmp_path: Path) -> Path:
    """A visitor of today in a book whose head has a PIN; the file that holds it."""
    assert run("check-in", stdin=json.dumps({"scan": CARD})).code == 0
    with open_desk(tmp_path / "book", SystemClock()) as desk:
        assert desk.roles.set_pin(PIN) is None
    file = tmp_path / "pin.txt"
    file.write_text(PIN + "\n")
    return file


def commands(target: Path) -> tuple[tuple[str, ...], ...]:
    day = office_day(SystemClock().now()).isoformat()
    return (
        ("report", "register", "--from", day, "--full", "-o", str(target.with_suffix(".xlsx"))),
        ("report", "daily", "--unmasked", "-o", str(target.with_suffix(".pdf"))),
        ("visits", "-o", str(target.with_suffix(".csv"))),
        ("visits", "--json"),
        ("inside", "--json"),
        ("find", "mẫu", "--json"),
    )


def test_whole_numbers_need_the_pin(run: Run, tmp_path: Path, guarded: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("0000")
    for command in commands(tmp_path / "out"):
        for extra in ((), ("--pin-file", str(wrong)), ("--pin-file", str(tmp_path / "none"))):
            ended = run(*command, *extra)
            assert (ended.code, ended.out, len(ended.err.splitlines())) == (1, "", 1), (command, extra)
            assert PIN not in ended.err
        assert not list(tmp_path.glob("out.*"))
        assert run(*command, "--pin-file", str(guarded)).code == 0
        for made in tmp_path.glob("out.*"):
            made.unlink()


def test_contacts_are_neither_listed_nor_journaled_without_the_pin(
    run: Run, tmp_path: Path, guarded: Path
) -> None:
    with open_desk(tmp_path / "book", SystemClock()) as desk:
        (line,), lines = desk.visits.inside(), desk.care.info().lines
    target = tmp_path / "out.docx"
    command = ("report", "contacts", "--visit", line.visit_id, "--reason", "Truy vết", "--approver", "Bùi Đức Mẫn")
    assert run(*command, "-o", str(target)).code == 1
    with open_desk(tmp_path / "book", SystemClock()) as desk:
        assert desk.care.info().lines == lines
    assert not target.exists()
    assert run(*command, "-o", str(target), "--pin-file", str(guarded)).code == 0
    assert target.exists()


def test_hidden_numbers_ask_for_nothing(run: Run, tmp_path: Path, guarded: Path) -> None:
    assert run("report", "daily", "-o", str(tmp_path / "day.pdf")).code == 0
    assert run("visits").code == 0
    assert run("find", "mẫu").code == 0


def test_the_file_given_out_with_the_pin_holds_whole_numbers(run: Run, tmp_path: Path, guarded: Path) -> None:
    target = tmp_path / "out.csv"
    assert run("visits", "-o", str(target), "--pin-file", str(guarded)).code == 0
    assert NUMBER in target.read_bytes()

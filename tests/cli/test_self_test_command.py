"""self-test: one line for each check, and 1 as soon as one of them fails."""

from collections.abc import Iterator

import pytest
from command_runs import Run

from bluezone_desk import selftest
from bluezone_desk.paper import poster
from bluezone_desk.selftest import Check


def test_a_failed_check_is_named_and_the_others_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def some() -> Iterator[Check]:
        yield Check("a", True, "seen")
        yield Check("b", False, "why")
        yield Check("c", True)

    monkeypatch.setattr(selftest, "checks", some)
    done = run("self-test", "--language", "en")
    assert done.code == 1
    assert done.out.splitlines() == ["ok      a: seen", "FAILED  b: why", "ok      c"]
    assert len(done.err.splitlines()) == 1


def test_a_poster_that_does_not_scan_fails_its_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_window(_proof: object) -> str:
        return ""

    monkeypatch.setattr(selftest._Proof, "window", without_window)
    assert [check.ok for check in selftest.checks()] == [True] * 7

    def broken(*_words: object) -> None:
        raise ValueError("no code")

    monkeypatch.setattr(poster, "poster", broken)
    assert [check.ok for check in selftest.checks()] == [True, True, True, True, True, False, True]


def test_a_book_that_cannot_be_made_fails_what_leans_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_words: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(selftest, "open_desk", broken)
    assert not any(check.ok for check in selftest.checks() if check.name != "PySide6")

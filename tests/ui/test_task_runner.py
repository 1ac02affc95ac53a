"""Slow work: results on the window's thread, errors to whoever answers, nothing after a cancel."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.task_runner import InlineTaskRunner, Report, TaskRunner

pytestmark = pytest.mark.gui


def test_result_comes_back_on_the_windows_thread(qtbot: QtBot, threaded_runner: TaskRunner) -> None:
    seen: list[tuple[int, int]] = []
    threaded_runner.run(
        lambda report: threading.get_ident(), lambda worked_on: seen.append((worked_on, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    worked_on, delivered_on = seen[0]
    assert delivered_on == threading.get_ident() != worked_on


def test_progress_comes_before_the_result(qtbot: QtBot, threaded_runner: TaskRunner) -> None:
    told: list[object] = []

    def work(report: Report) -> str:
        report(1, 2)
        report(2, 2)
        return "done"

    threaded_runner.run(work, told.append, progress=lambda count, total: told.append((count, total)))
    qtbot.waitUntil(lambda: "done" in told)
    assert told == [(1, 2), (2, 2), "done"]


def test_cancelled_work_stops_and_says_nothing(qtbot: QtBot, threaded_runner: TaskRunner) -> None:
    told: list[object] = []
    may_go_on = threading.Event()
    stopped = threading.Event()

    def work(report: Report) -> str:
        may_go_on.wait(10)
        try:
            report(1, 2)
        finally:
            stopped.set()
        return "never"

    task = threaded_runner.run(work, told.append, told.append, lambda count, total: told.append(count))
    task.cancel()
    may_go_on.set()
    threaded_runner.run(lambda report: "next", told.append)
    qtbot.waitUntil(lambda: told == ["next"] and stopped.is_set())


def test_error_goes_to_its_own_answer_or_to_the_gate(qtbot: QtBot) -> None:
    unhandled: list[BaseException] = []
    answered: list[BaseException] = []
    runner = TaskRunner(unhandled.append)

    def full(report: Report) -> None:
        raise DeskFault(Trouble.PLACE_FULL)

    runner.run(full, lambda result: None)
    runner.run(full, lambda result: None, answered.append)
    qtbot.waitUntil(lambda: bool(unhandled and answered))
    runner.close()
    assert [error.code for error in (*unhandled, *answered) if isinstance(error, DeskFault)] == [
        Trouble.PLACE_FULL,
        Trouble.PLACE_FULL,
    ]


def test_inline_twin_has_done_everything_when_it_returns() -> None:
    told: list[object] = []

    def work(report: Report) -> str:
        report(1, 1)
        return "done"

    InlineTaskRunner().run(work, told.append, progress=lambda count, total: told.append((count, total)))
    assert told == [(1, 1), "done"]


def test_inline_twin_raises_what_nobody_answers_for() -> None:
    def broken(report: Report) -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        InlineTaskRunner().run(broken, lambda result: None)

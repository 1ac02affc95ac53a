"""The maker of previews answers the last wish only."""

from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.task_runner import InlineTaskRunner, Report, TaskRunner

pytestmark = pytest.mark.gui


def answer(value: object) -> Callable[[Report], object]:
    return lambda report: value


def test_a_burst_of_wishes_is_one_paper(qtbot: QtBot) -> None:
    calls: list[str] = []

    def work(text: str) -> Callable[[Report], str]:
        def make(report: Report) -> str:
            calls.append(text)
            return text

        return make

    maker = LatestTask(InlineTaskRunner(), debounce_ms=10)
    with qtbot.waitSignal(maker.made) as made:
        for text in ("a", "b", "c"):
            maker.ask(work(text))
    assert made.args == ["c"]
    assert calls == ["c"]


def test_the_last_wish_wins_over_a_slow_earlier_one(qtbot: QtBot) -> None:
    gate, seen = Event(), []

    def slow(report: Report) -> str:
        gate.wait(10)
        return "slow"

    runner = TaskRunner(lambda error: None)
    maker = LatestTask(runner, debounce_ms=0)
    maker.made.connect(seen.append)
    with qtbot.waitSignal(maker.started):
        maker.ask(slow)
    with qtbot.waitSignal(maker.made):
        maker.ask(answer("quick"))
    gate.set()
    runner.close()
    qtbot.waitUntil(lambda: seen == ["quick"])
    assert maker.is_fresh


def test_saving_waits_for_the_paper_of_the_last_options(qtbot: QtBot) -> None:
    maker = LatestTask(InlineTaskRunner(), debounce_ms=60_000)
    done: list[str] = []
    maker.ask(answer("new"))
    assert not maker.is_fresh
    maker.when_fresh(lambda: done.append("saved"))
    assert done == ["saved"]
    maker.when_fresh(lambda: done.append("again"))
    assert done == ["saved", "again"]


def test_a_paper_that_cannot_be_made_saves_nothing(qtbot: QtBot) -> None:
    def refuse(report: Report) -> bytes:
        raise DeskFault(Trouble.GLYPH_MISSING)

    maker = LatestTask(InlineTaskRunner(), debounce_ms=60_000)
    done: list[str] = []
    faults: list[DeskFault] = []
    maker.failed.connect(faults.append)
    maker.ask(refuse)
    maker.when_fresh(lambda: done.append("saved"))
    assert done == []
    assert [fault.code for fault in faults] == [Trouble.GLYPH_MISSING]
    maker.forget()
    maker.when_fresh(lambda: done.append("saved"))
    assert done == []

"""The live preview keeps the very bytes; the maker of previews answers the last wish only."""

from collections.abc import Callable
from io import BytesIO
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.task_runner import InlineTaskRunner, Report, TaskRunner

pytestmark = pytest.mark.gui


def pdf_of(pages: int) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    widget = PdfPreview()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    return widget


def test_the_bytes_kept_are_the_bytes_shown(preview: PdfPreview) -> None:
    paper = pdf_of(3)
    preview.show_pdf(paper, "thể thức")
    assert preview.pdf is paper
    assert preview.pages.page_count == 3
    assert "1" in preview.where
    assert "3" in preview.where
    assert preview.where.endswith("thể thức")
    preview.pages.go_to(2)
    assert "3" in preview.where.split("/")[0]


def test_a_message_leaves_nothing_to_save(preview: PdfPreview) -> None:
    preview.show_pdf(pdf_of(1))
    preview.show_message("Chưa có gì")
    assert preview.pdf == b""
    assert preview.message == "Chưa có gì"
    assert preview.where == ""
    preview.show_pdf(pdf_of(1))
    assert preview.message == ""


def test_working_keeps_the_last_paper_in_sight(preview: PdfPreview) -> None:
    paper = pdf_of(1)
    preview.show_pdf(paper)
    preview.show_working()
    assert preview.pdf is paper
    preview.show_message("")
    preview.show_working()
    assert preview.message


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

"""Papers at closing time: off until turned on, once a day, made up when missed, never in anybody's way."""

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.closing_papers import ClosingChoice, ClosingPapers, closing_memory, remember_choice
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.report_closing import ClosingSettings
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

AT = time(17, 30)
BEFORE, AFTER = datetime(2020, 8, 5, 10, 29, tzinfo=UTC), datetime(2020, 8, 5, 10, 30, tzinfo=UTC)
PAPERS = ["bao-cao-ngay-2020-08-05.docx", "bao-cao-ngay-2020-08-05.pdf"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


@pytest.fixture
def papers(qapp: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock) -> ClosingPapers:
    return ClosingPapers(desk, runner, clock)


def visit(desk: Desk, request: str) -> None:
    desk.check_in.check_in(CheckInDraft(request, f"Lò Thị {request.title()}"))


def turn_on(desk: Desk, clock: SetClock, folder: Path | None) -> None:
    remember_choice(closing_memory(desk), ClosingChoice(True, AT, folder), clock.now())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_made_until_somebody_turned_it_on(
    papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    visit(desk, "a")
    remember_choice(closing_memory(desk), ClosingChoice(False, AT, folder), clock.now())
    clock.put(AFTER)
    papers.look()
    assert names(folder) == []


def test_the_days_report_is_there_after_closing_time_once_and_journaled(
    papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    visit(desk, "a")
    turn_on(desk, clock, folder)
    clock.put(BEFORE)
    papers.look()
    assert names(folder) == []
    clock.put(AFTER)
    papers.look()
    assert names(folder) == PAPERS
    for path in folder.iterdir():
        paper = desk.papers.check(sha256(path.read_bytes()).hexdigest())
        assert paper is not None
        assert paper.figures["entries"] == "1"
        path.unlink()
    clock.advance(timedelta(hours=1))
    papers.look()
    assert names(folder) == []


def test_days_before_it_was_turned_on_are_left_alone(
    papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    visit(desk, "a")
    clock.put(AFTER)
    turn_on(desk, clock, folder)
    papers.look()
    assert names(folder) == []


def test_missed_days_are_made_up_at_the_next_start_and_idle_days_left_out(
    qtbot: QtBot, papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    turn_on(desk, clock, folder)
    visit(desk, "a")
    desk.check_out.check_out_all([line.visit_id for line in desk.visits.inside()])
    clock.put(datetime(2020, 8, 7, 2, 0, tzinfo=UTC))
    visit(desk, "b")
    desk.check_out.check_out_all([line.visit_id for line in desk.visits.inside()])
    clock.put(datetime(2020, 8, 10, 1, 0, tzinfo=UTC))
    papers.start()
    qtbot.waitUntil(lambda: len(names(folder)) == 4)
    papers.stop()
    assert {name[13:23] for name in names(folder)} == {"2020-08-05", "2020-08-07"}


def test_a_folder_that_is_gone_is_said_once_and_tried_again(
    papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    notices: list[Notice] = []
    papers.noticed.connect(notices.append)
    visit(desk, "a")
    turn_on(desk, clock, folder / "usb")
    clock.put(AFTER)
    papers.look()
    papers.look()
    clock.advance(timedelta(minutes=10))
    papers.look()
    assert [notice.tone for notice in notices] == ["bad"]
    (folder / "usb").mkdir()
    clock.advance(timedelta(minutes=10))
    papers.look()
    assert names(folder / "usb") == PAPERS
    assert [notice.tone for notice in notices] == ["bad", "good"]


def test_a_clock_that_was_years_ahead_does_not_stop_it(
    papers: ClosingPapers, desk: Desk, clock: SetClock, folder: Path
) -> None:
    kept = closing_memory(desk)
    remember_choice(kept, ClosingChoice(True, AT, folder), datetime(2031, 1, 1, tzinfo=UTC))
    visit(desk, "a")
    clock.put(AFTER)
    papers.look()
    assert names(folder) == PAPERS


def test_the_window_does_it_by_itself_and_leaves_the_desk_alone(
    window: MainWindow, desk: Desk, clock: SetClock, folder: Path
) -> None:
    visit(desk, "a")
    turn_on(desk, clock, folder)
    clock.put(AFTER)
    page, focus = window.page, QApplication.focusWidget()
    window.closing_papers.look()
    assert names(folder) == PAPERS
    assert window.notices.isVisible()
    assert (window.page, QApplication.focusWidget()) == (page, focus)


def test_the_settings_ask_for_a_folder_and_keep_what_was_chosen(
    qtbot: QtBot, dressed: QApplication, desk: Desk, clock: SetClock, folder: Path
) -> None:
    form = ClosingSettings(desk, clock)
    qtbot.addWidget(form)
    form.ask_folder = lambda window, suggested: None
    form.is_on.click()
    assert form.folder_problem
    form.ask_folder = lambda window, suggested: folder
    form.choose.click()
    assert not form.folder_problem
    again = ClosingSettings(desk, clock)
    qtbot.addWidget(again)
    assert (again.is_on.isChecked(), again.folder.text()) == (True, str(folder))

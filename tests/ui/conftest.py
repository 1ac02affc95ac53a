"""What window tests share: a dressed application, a set clock, and typing as a Vietnamese input method does it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.ui import theme
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.task_runner import InlineTaskRunner, TaskRunner

#: 05/8/2020 08:42 at the office.
MORNING = datetime(2020, 8, 5, 1, 42, tzinfo=UTC)

OFFICE = Office(
    name="Sở Thông tin và Truyền thông",
    parent="UBND tỉnh Hòa Bình",
    receptionist="Lê Thu Hà",
    directive=Directive("sample", issued_on=date(2020, 8, 4), target_percent=60),
)
NCOVI = Programme("ncovi", "NCOVI")

Commit = Callable[[QWidget, str], None]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program dresses it."""
    theme.dress(qapp)
    yield qapp
    theme.dress(qapp)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MORNING)


@pytest.fixture
def runner() -> InlineTaskRunner:
    """Everything has happened when `run` returns; an error nobody answers for fails the test."""
    return InlineTaskRunner()


@pytest.fixture
def threaded_runner(qapp: QApplication) -> Iterator[TaskRunner]:
    def unhandled(error: BaseException) -> None:
        raise error

    made = TaskRunner(unhandled)
    yield made
    made.close()


@pytest.fixture
def commit_text() -> Commit:
    """Types a text as an input method commits it; `keyClicks` cannot type Vietnamese."""

    def commit(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return commit


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A real book in a folder of its own, whose office is set up."""
    with open_desk(tmp_path / "data", clock) as opened:
        opened.settings.change_office(OFFICE)
        yield opened


@pytest.fixture
def window(
    qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock
) -> MainWindow:
    """The real window on that book, at the size of a reception's screen."""
    made = MainWindow(runner, clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.open_with(desk)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made

"""What window tests share: a dressed application, a set clock, and typing as a Vietnamese input method does it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.ui import theme
from bluezone_desk.ui.task_runner import InlineTaskRunner, TaskRunner

#: 05/8/2020 08:42 at the office.
MORNING = datetime(2020, 8, 5, 1, 42, tzinfo=UTC)

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

"""Answers the last wish off the window's thread: a burst of edits is one piece of work, and the last one wins."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from bluezone_desk.ui.task_runner import Report, Runner, Task

DEBOUNCE_MS = 200


class LatestTask(QObject):
    """`ask` as often as options change; `made` or `failed` comes once, for the last asking only."""

    started = Signal()
    progressed = Signal(int, int)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None, debounce_ms: int = DEBOUNCE_MS) -> None:
        super().__init__(parent)
        self._runner = runner
        self._work: Callable[[Report], Any] | None = None
        self._task: Task | None = None
        self._is_fresh = False
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(debounce_ms)
        self._timer.timeout.connect(self._start)

    @property
    def is_fresh(self) -> bool:
        """What was made last is what was asked for last."""
        return self._is_fresh

    def ask(self, work: Callable[[Report], Any]) -> None:
        """Do this soon; anything asked for earlier is cancelled, and so is what waited for it."""
        self.forget()
        self._work = work
        self._timer.start()

    def forget(self) -> None:
        """Do nothing, and let nothing that is under way be delivered."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = self._work = self._then = None
        self._is_fresh = False

    def when_fresh(self, then: Callable[[], None]) -> None:
        """Do `then` with the answer to the last asking: at once, or when it comes; never with an older one."""
        if self._is_fresh:
            then()
            return
        self._then = then
        if self._timer.isActive():
            self._timer.stop()
            self._start()

    def _start(self) -> None:
        if self._work is None:
            return
        self.started.emit()
        self._task = self._runner.run(self._work, self._finish, self._fail, self.progressed.emit)

    def _finish(self, result: object) -> None:
        self._is_fresh = True
        self.made.emit(result)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _fail(self, error: object) -> None:
        self._then = None
        self.failed.emit(error)

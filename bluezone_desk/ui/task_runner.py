"""Slow work off the window's thread, with progress and cancel; results come back on the window's thread.

`work` is called with one argument, `report(done, total)`: call it now and then; it passes the progress on and
raises `TaskCancelled` once the task was cancelled. Nothing is delivered after `cancel()`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")
Report = Callable[[int, int], None]
Failed = Callable[[BaseException], None]


class TaskCancelled(Exception):  # noqa: N818 -- not an error: it was asked for
    """Raised inside work whose task was cancelled; it ends there."""


class Task:
    """One piece of running work."""

    def __init__(self) -> None:
        self._is_cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop; its callbacks are not called any more."""
        self._is_cancelled = True

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled


class Runner(Protocol):
    """What pages ask for: `ThreadedTaskRunner` in the program, `InlineTaskRunner` in tests."""

    def run(
        self,
        work: Callable[[Report], Result],
        done: Callable[[Result], None],
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Task: ...

    @property
    def is_idle(self) -> bool:
        """Nothing runs, waits to run or is still to be delivered."""
        ...

    def close(self) -> None: ...


class TaskRunner(QObject):
    """Runs work on a few threads and delivers on the thread it was made on, the window's.

    Work that fails without a `failed` of its own goes to `unhandled`, which decides between notice and bug.
    """

    _delivered = Signal(object)

    def __init__(self, unhandled: Failed, threads: int = 2) -> None:
        super().__init__()
        self._unhandled = unhandled
        self._under_way = 0
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="desk-work")
        # Queued on the window's own thread too: work that ends early must not overtake its progress.
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Report], Result],
        done: Callable[[Result], None],
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Task:
        """Start `work`; then `done(result)` or `failed(error)`, and `progress(done, total)` in between."""
        task = Task()

        def report(count: int, total: int) -> None:
            if task.is_cancelled:
                raise TaskCancelled
            if progress is not None:
                self._delivered.emit(lambda: _unless_cancelled(task, lambda: progress(count, total)))

        def conclude(future: Future[Result]) -> None:
            self._under_way -= 1
            _conclude(task, future, done, failed or self._unhandled)

        def finished(future: Future[Result]) -> None:
            self._delivered.emit(lambda: conclude(future))

        self._under_way += 1
        self._pool.submit(work, report).add_done_callback(finished)
        return task

    @property
    def is_idle(self) -> bool:
        return self._under_way == 0

    def close(self) -> None:
        """Let what runs finish, drop what waits."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, call: Callable[[], None]) -> None:
        call()


class InlineTaskRunner:
    """The twin for tests: everything has happened when `run` returns.

    The work still runs on a thread of its own, so what must not leave the window's thread fails here too.
    """

    def __init__(self, unhandled: Failed | None = None) -> None:
        self._unhandled = unhandled

    def run(
        self,
        work: Callable[[Report], Result],
        done: Callable[[Result], None],
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Task:
        task = Task()
        reports: list[tuple[int, int]] = []
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(work, lambda count, total: reports.append((count, total)))
        for count, total in reports:
            if progress is not None:
                progress(count, total)
        _conclude(task, future, done, failed or self._unhandled or _raise)
        return task

    @property
    def is_idle(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing is left to wait for."""


def _raise(error: BaseException) -> None:
    raise error


def _unless_cancelled(task: Task, call: Callable[[], Any]) -> None:
    if not task.is_cancelled:
        call()


def _conclude(task: Task, future: "Future[Result]", done: Callable[[Result], None], failed: Failed) -> None:
    if task.is_cancelled or future.cancelled():
        return
    error = future.exception()
    if error is None:
        done(future.result())
    elif not isinstance(error, TaskCancelled):
        failed(error)

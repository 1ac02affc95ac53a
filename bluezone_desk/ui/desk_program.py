"""The program around the window: one per book, dressed, logged, and opened only after the window stands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from bluezone_desk import i18n
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.system_clock import SystemClock
from bluezone_desk.ui import remembered
from bluezone_desk.ui.error_gate import ErrorGate
from bluezone_desk.ui.garbage import GarbageCollection
from bluezone_desk.ui.icons import icon
from bluezone_desk.ui.idle_work import IdleWork
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.qt_texts import speak_our_language
from bluezone_desk.ui.single_instance import SingleInstance
from bluezone_desk.ui.sounds import Sounds
from bluezone_desk.ui.task_runner import TaskRunner
from bluezone_desk.ui.theme import dress
from bluezone_desk.ui.window_state import WindowState

if TYPE_CHECKING:
    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.logs import DeskLog
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.lost_book import LostBook


class DeskProgram:
    """Everything that lives as long as the window."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._app = _application()
        self._clock = SystemClock()
        self._desk: Desk | None = None
        self._log: DeskLog | None = None
        self._idle: IdleWork | None = None
        self._lost: LostBook | None = None
        self._garbage = GarbageCollection()
        self._instance = SingleInstance(data_dir)

    def run(self) -> int:
        """Show the window until it is closed. Raises DeskFault(BOOK_OPEN_ELSEWHERE), see `app.run_desk`."""
        if not self._instance.is_first():
            if self._instance.raise_the_first():
                return 0
            raise DeskFault(Trouble.BOOK_OPEN_ELSEWHERE)
        self._dress()
        # Before the first worker runs: a worker that collects a widget ends the program.
        self._garbage.start()
        self._window = self._make_window()
        self._window.show()
        try:
            return self._app.exec()
        finally:
            self._close()

    def _make_window(self) -> MainWindow:
        self._gate = ErrorGate(self._show_bug, self._show_fault)
        self._gate.install()
        self._runner = TaskRunner(self._gate.meet)
        window = MainWindow(self._runner, self._clock)
        state = WindowState(self._data_dir)
        state.put_back(window)
        window.on_close = lambda: state.remember(window)
        window.first_painted.connect(self._stand)
        self._sounds = Sounds()
        window.sounded.connect(self._sounds.play)
        self._instance.raise_asked.connect(window.come_to_front)
        return window

    def _stand(self) -> None:
        """The window is painted: now what it does not need to be seen is read."""
        self._instance.answer()
        speak_our_language()
        self._log = _log_of(self._data_dir)
        self._open()

    def _open(self) -> None:
        self._runner.run(lambda _report: open_book(self._data_dir, self._clock), self._opened, self._not_opened)

    def _opened(self, desk: Desk) -> None:
        self._desk = desk
        self._idle = IdleWork(lambda: self._desk is not None and self._desk.care.tidy(), self._window)
        self._window.book_changed.connect(self._idle.wake)
        self._idle.wake()
        self._window.open_with(desk)
        self._watch_the_file(desk)

    def _watch_the_file(self, desk: Desk) -> None:
        from bluezone_desk.ui.lost_book import LostBook

        self._lost = lost = LostBook(self._window, self._runner)
        lost.put_back.connect(lambda: self._open_again(lost))
        lost.watch(desk.care)

    def _open_again(self, lost: LostBook) -> None:
        """The book lies in its place again; the window still has what was typed."""
        opening = lambda _report: open_book(self._data_dir, self._clock)  # noqa: E731

        def opened(desk: Desk) -> None:
            self._desk = desk
            self._window.go_on_with(desk)
            lost.watch(desk.care)

        self._runner.run(opening, opened, lost.say_error)

    def _not_opened(self, error: BaseException) -> None:
        if isinstance(error, DeskFault):
            self._window.show_opening_failed(error)
        else:
            self._gate.meet(error)

    def _show_bug(self, details: str) -> None:
        from bluezone_desk.ui.bug_dialog import BugDialog

        BugDialog(details, self._window).open()

    def _show_fault(self, fault: DeskFault) -> None:
        self._window.show_fault(fault)

    def _dress(self) -> None:
        look = remembered.appearance()
        if i18n.language() == i18n.DEFAULT_LANGUAGE:
            i18n.use_language(look.language)
        dress(self._app, dark=look.is_dark, percent=look.percent)
        self._app.setWindowIcon(icon("brand", "#FFFFFF", 64))

    def _close(self) -> None:
        if self._idle is not None:
            self._idle.stop()
        self._runner.close()
        if self._lost is not None:
            self._lost.save_last()
        if self._desk is not None:
            self._desk.close()
        self._gate.remove()
        if self._log is not None:
            self._log.close()
        self._instance.release()
        self._garbage.stop()


def open_book(data_dir: Path, clock: Clock) -> Desk:
    """Open the desk; what it needs is imported here, on the worker's thread, while the window already stands."""
    from bluezone_desk.services.opening import open_desk

    return open_desk(data_dir, clock)


def _log_of(data_dir: Path) -> DeskLog:
    from bluezone_desk.logs import DeskLog

    log = DeskLog(data_dir)
    log.open()
    return log


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(sys.argv[:1])
    made.setApplicationName("BluezoneDesk")
    made.setApplicationDisplayName("Bluezone Desk")
    return made

"""Hears the application's keys before any widget does, and offers them to a wedge scanner's collector."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from bluezone_desk.devices.scanner import Scan
from bluezone_desk.devices.wedge import LATE_SECONDS, Answer, WedgeCollector
from bluezone_desk.ui.scanning_keys import KeyMoments


class KeyListener(QObject):
    """Who listens says in `eventFilter` which keys count, and in `_deliver` where the scans go.

    `seconds` is a clock that never goes back; the system's own stamps on the keys are put on it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds: Callable[[], float] = time.monotonic
        self._moments = KeyMoments(lambda: self.seconds())
        self._wedge = WedgeCollector(lambda: self._moments.last)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(round(LATE_SECONDS * 1000) + 1)
        self._rest.timeout.connect(self._end_scan)

    def listen(self) -> None:
        """Start hearing keys."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def ignore(self) -> None:
        """Hear nothing any more; what had begun is forgotten."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._rest.stop()
        self._wedge.forget()

    def settle(self) -> None:
        """No key follows: what was scanned is over."""
        self._end_scan()

    def _end_scan(self) -> None:
        self._rest.stop()
        self._deliver(self._wedge.rest())

    def _offer(self, act: Callable[[], Answer], event: QKeyEvent | None = None) -> bool:
        """Offer a key to the collector; True when nobody else is to see it.

        `event` is the key itself, where a scan that ended before it may have moved the focus: it goes there.
        """
        answer = act()
        if answer.scans:
            before = QApplication.focusWidget()
            self._deliver(answer.scans)
            now = QApplication.focusWidget()
            if event is not None and now is not None and now is not before:
                QApplication.sendEvent(now, event.clone())
                return True
            answer = act()
        if self._wedge.due is not None:
            self._rest.start()
        return answer.is_taken

    def _hear_commit(self, event: QInputMethodEvent) -> bool:
        """An input method writes whole words and takes letters back by number; True when nobody else sees it."""
        text, taken_back = event.commitString(), event.replacementLength()
        if not text and not taken_back:
            return False
        self._moments.note(event)
        is_taken = [self._offer(self._wedge.backspace) for _letter in range(taken_back)]
        if any(is_taken):
            for letter in text:
                self._offer(partial(self._wedge.letter, letter))
            return True
        if text:
            self._offer(lambda: self._wedge.letter(text))
        return False

    def _deliver(self, scans: tuple[Scan, ...]) -> None:
        """Scans have ended: most often none."""


def is_open_list(watched: QObject) -> bool:
    """A list of suggestions that is open gets the keys first, and hands them to its editor."""
    return isinstance(watched, QAbstractItemView) and watched is QApplication.activePopupWidget()

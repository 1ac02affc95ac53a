"""Small work of idle moments: done in steps on the window's thread, after the desk has been quiet for a while."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from bluezone_desk.domain.faults import DeskFault

QUIET_MS = 900
PAUSE_MS = 60

_log = logging.getLogger(__name__)


class IdleWork(QObject):
    """`step` does a few milliseconds of work and says whether any is left. `wake` asks for it, soon."""

    def __init__(self, step: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def is_waiting(self) -> bool:
        """A step is still to come."""
        return self._timer.isActive()

    def wake(self) -> None:
        """Something was written: begin once nothing more has been for a moment."""
        self._timer.start(QUIET_MS)

    def stop(self) -> None:
        """No further step; nothing is lost by it."""
        self._timer.stop()

    def _turn(self) -> None:
        try:
            is_left = self._step()
        except DeskFault as fault:
            # The next visit meets the same trouble and says it; idle work has nothing to add.
            _log.info("idle work put off: %s", fault.code)
            return
        if is_left:
            self._timer.start(PAUSE_MS)

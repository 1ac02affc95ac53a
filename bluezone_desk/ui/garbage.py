"""Garbage is collected on the window's thread and on no other.

Python collects wherever it happens to allocate. On a worker that would end the life of widgets that hang in a
cycle, and Qt ends the program for it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1000


class GarbageCollection(QObject):
    """From `start` to `stop` Python's own collector rests, and a timer of this thread does its work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self.collect_due)

    def start(self) -> None:
        """Take over. What lives already is set aside: it is not looked through again at each full turn."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect_due(self) -> int:
        """Collect the oldest generation whose turn it is; returns its number, -1 when none is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n, (count, limit) in enumerate(zip(counts, thresholds, strict=True)) if count > limit > 0]
        if not due:
            return -1
        gc.collect(due[-1])
        return due[-1]

"""A line under the preview while a long paper is made: how far it is, and a button to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role

#: Most papers are there sooner; a line that flashes up only disturbs.
_SHOWN_AFTER_MS = 400


class ReportProgress(QFrame):
    """Hidden unless work takes long. `stopped` when the user has had enough of waiting."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(_("Stop") + " (Esc)")
        set_role(self.stop, "small")
        self.stop.clicked.connect(lambda: self.stopped.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self, words: str) -> None:
        """Work began; the line appears if it is not over soon."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self._timer.start()

    def show_progress(self, done: int, of: int) -> None:
        """So much is done; work that cannot be counted has a bar that only moves."""
        self.bar.setRange(0, of if of > 1 else 0)
        self.bar.setValue(done)

    def end(self) -> None:
        self._timer.stop()
        self.hide()

"""Where the window stood, remembered beside the book; never a word of what is in it."""

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

FILE_NAME = "window.ini"
FIRST_SIZE = QSize(1366, 768)

_log = logging.getLogger(__name__)


class WindowState:
    """Size, place and whether the window filled the screen. A folder that cannot be written is no trouble here."""

    def __init__(self, data_dir: Path) -> None:
        self._kept = QSettings(str(data_dir / FILE_NAME), QSettings.Format.IniFormat)

    def put_back(self, window: QWidget) -> None:
        """Place the window as it was left; the first time, maximised on a screen of the design's size or less."""
        kept = self._kept.value("geometry")
        if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
            return
        screen = window.screen().availableGeometry().size()
        window.resize(FIRST_SIZE.boundedTo(screen))
        if screen.width() <= FIRST_SIZE.width() or screen.height() <= FIRST_SIZE.height():
            window.setWindowState(window.windowState() | window.windowState().WindowMaximized)

    def remember(self, window: QWidget) -> None:
        """Keep how the window stands now."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.sync()
        if self._kept.status() is not QSettings.Status.NoError:
            _log.info("the window's place could not be kept")

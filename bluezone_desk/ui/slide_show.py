"""The full-screen slide show for a lift's screen or a second monitor: pictures in turn, for days on end."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from bluezone_desk.i18n import gettext as _

#: How long one picture stays: lift screens are read in 10 to 15 seconds.
DWELL_SECONDS = 12
_GROUND = QColor("#0B2447")
_ENDING = (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Q)
_FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class SlideShow(QWidget):
    """A window of its own without frame or pointer. Esc ends it; Space and the arrows turn the pictures.

    It holds the pictures it was given and the one it shows scaled; nothing grows however long it runs.
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # Keys and scans belong to the desk: the visitors' screen takes none, also when it is plugged in again.
        keyless = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(parent, Qt.WindowType.Window | keyless)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(_("Visitors' screen"))
        self.setAccessibleName(_("Visitors' screen"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pictures: list[QImage] = []
        self._shown = QPixmap()
        self._place = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.advance)
        self.set_dwell(DWELL_SECONDS)

    @property
    def count(self) -> int:
        return len(self._pictures)

    @property
    def place(self) -> int:
        """Which picture is shown, from 0."""
        return self._place

    @property
    def is_turning(self) -> bool:
        return self._timer.isActive()

    def set_dwell(self, seconds: int) -> None:
        """How long each picture stays, from 3 seconds to 10 minutes."""
        self._timer.setInterval(1000 * min(max(seconds, 3), 600))

    def set_pictures(self, pictures: Sequence[bytes]) -> None:
        """Show these PNG pictures from the first on; the window may be showing others already."""
        self._pictures = [QImage.fromData(png) for png in pictures]
        self._place = 0
        self._turn(0)

    def start(self, where: QRect) -> None:
        """Cover `where`, a whole screen, and begin to turn."""
        self.setGeometry(where)
        self.showFullScreen()
        self._timer.start()
        self._turn(0)

    def pause(self) -> None:
        """Leave the screen; `start` goes on where it was."""
        self._timer.stop()
        self.hide()

    def advance(self) -> None:
        """The next picture, and after the last the first."""
        self._turn(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDING:
            self.close()
        elif event.key() in _FORWARD or event.key() in _BACK:
            self._turn(1 if event.key() in _FORWARD else -1)
            self._timer.start()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)
        self.ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        size = self._shown.deviceIndependentSize().toSize()
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, self._shown)
        painter.end()

    def _turn(self, step: int) -> None:
        if not self._pictures:
            self._shown = QPixmap()
            self.update()
            return
        self._place = (self._place + step) % len(self._pictures)
        ratio = self.devicePixelRatioF()
        scaled = self._pictures[self._place].scaled(
            self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._shown = QPixmap.fromImage(scaled)
        self._shown.setDevicePixelRatio(ratio)
        self.update()

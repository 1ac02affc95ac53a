"""A dot in a tone, always beside a word that says the same."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bluezone_desk.ui.theme import theme

SIZE_PX = 9


class StateDot(QWidget):
    """Nine pixels of good, warn, bad or calm."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(SIZE_PX, SIZE_PX)

    def show_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour(self._tone))
        painter.setBrush(theme().colour(self._tone))
        painter.drawEllipse(QRectF(0.5, 0.5, SIZE_PX - 1, SIZE_PX - 1))

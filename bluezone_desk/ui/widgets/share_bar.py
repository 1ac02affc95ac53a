"""A share as a bar, with a mark where the target stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bluezone_desk.ui.theme import theme

BAR_PX, MARK_OVER_PX = 10, 4


class ShareBar(QWidget):
    """`percent` None draws an empty bar: there is no share of nobody. `target` 0 draws no mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent: float | None = None
        self._target = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, BAR_PX + 2 * MARK_OVER_PX)

    def show_share(self, percent: float | None, target: int) -> None:
        self._percent, self._target = percent, target
        self.update()

    @property
    def target_x(self) -> int:
        """Where the target's mark stands, from the left edge."""
        return round(self.width() * self._target / 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, MARK_OVER_PX, self.width(), BAR_PX)
        painter.setBrush(worn.colour("calm_soft"))
        painter.drawRoundedRect(whole, BAR_PX / 2, BAR_PX / 2)
        if self._percent:
            filled = QRectF(whole)
            filled.setWidth(max(BAR_PX, whole.width() * self._percent / 100))
            painter.setBrush(worn.colour("good" if self._percent >= self._target else "warn"))
            painter.drawRoundedRect(filled, BAR_PX / 2, BAR_PX / 2)
        if self._target:
            painter.fillRect(QRectF(self.target_x - 1, 0, 2, self.height()), worn.colour("ink"))

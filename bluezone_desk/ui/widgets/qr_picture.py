"""A code on the screen, black on white in either scheme, each module a whole number of pixels."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_MODULES = 4
SMALLEST_PX = 180


class QrPicture(QWidget):
    """As large as its room allows, with the quiet zone every reader asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setMinimumSize(SMALLEST_PX, SMALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Show the code of this text; nothing for an empty one."""
        from bluezone_desk.paper.qr_drawing import qr_code

        self._rows = qr_code(text).rows if text else ()
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        modules = len(self._rows) + 2 * QUIET_MODULES
        side = min(self.width(), self.height()) // modules
        left, top = (self.width() - side * modules) // 2, (self.height() - side * modules) // 2
        painter.fillRect(QRect(left, top, side * modules, side * modules), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, QUIET_MODULES):
            for x, is_dark in enumerate(row, QUIET_MODULES):
                if is_dark:
                    painter.fillRect(left + x * side, top + y * side, side, side, Qt.GlobalColor.black)

"""A line with a magnifier before the text, as large as the text is."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bluezone_desk.ui.icons import pixmap
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme


class FindField(QLineEdit):
    """Qt gives the icon of an action in a line the same few pixels at every text scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "find")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        worn, painter = theme(), QPainter(self)
        size = worn.px(16)
        painter.drawPixmap(worn.px(11), (self.height() - size) // 2, pixmap("search", worn.tokens.second, size))

"""A text that may wrap once. Its height never depends on its width, so that a layout above it can still shrink."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

LINES = 2


class TwoLineLabel(QLabel):
    """Two lines high, whatever the text; one that is longer ends in dots, and is whole in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)

    @property
    def seen(self) -> tuple[str, ...]:
        """The lines there is room for."""
        width, text = self.contentsRect().width(), self.text()
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        first = layout.createLine()
        if not first.isValid():
            return ()
        first.setLineWidth(width)
        layout.endLayout()
        rest = text[first.textLength() :]
        lines = [text[: first.textLength()].rstrip()]
        if rest:
            lines.append(self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width))
        return tuple(lines)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box, high = QPainter(self), self.contentsRect(), self.fontMetrics().lineSpacing()
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self.seen
        top = box.top() + (box.height() - len(lines) * high) // 2
        for place, line in enumerate(lines):
            painter.drawText(box.left(), top + place * high + self.fontMetrics().ascent(), line)

    @property
    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * LINES

"""A text that may wrap once. Its height never depends on its width, so that a layout above it can still shrink."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

LINES = 2


class TwoLineLabel(QLabel):
    """Two lines high, whatever the text; the whole text is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._height)

    @property
    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * LINES

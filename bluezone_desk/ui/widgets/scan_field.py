"""The one field: a scan ends in it, a name, a phone or a number is typed into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.icons import pixmap
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

#: What is pasted beyond this is cut, and said; several glued scans still fit.
LONGEST_TEXT = 1000


class ScanField(QLineEdit):
    """Never rewrites what is typed: input methods work by taking letters back."""

    submitted = Signal(str)
    choice_moved = Signal(int)
    text_cut = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "search")
        self.setAccessibleName(_("Scan or search"))
        self._hint = _("Scan an ID card, or type a name · phone · number")
        self.setAccessibleDescription(self._hint)
        self.setMaxLength(LONGEST_TEXT)
        self.inputRejected.connect(lambda: self.text_cut.emit(LONGEST_TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(self.text())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choice_moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        worn = theme()
        painter = QPainter(self)
        size = worn.px(18)
        painter.drawPixmap(worn.px(13), (self.height() - size) // 2, pixmap("search", worn.tokens.second, size))
        font = text_font(worn.px(13))
        painter.setFont(font)
        room = self.width() - worn.px(60) - self.fontMetrics().horizontalAdvance(self.text())
        if painter.fontMetrics().horizontalAdvance(self._hint) < room:
            painter.setPen(worn.colour("faint"))
            box = self.rect().adjusted(0, 0, -worn.px(14), 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._hint)

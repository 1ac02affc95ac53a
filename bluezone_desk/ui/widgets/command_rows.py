"""One row of the command palette: what it does, and its key in a box."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluezone_desk.ui.commands import Command
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

COMMAND_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_PX = 36
Index = QModelIndex | QPersistentModelIndex


class CommandDelegate(QStyledItemDelegate):
    """Draws a `Command`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, theme().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command = index.data(COMMAND_ROLE)
        if not isinstance(command, Command):
            return
        worn = theme()
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("selected"))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        right = self._paint_key(painter, box, command.key)
        font = text_font(worn.px(14))
        painter.setFont(font)
        painter.setPen(worn.colour("ink"))
        room = QRectF(box.left() + worn.px(12), box.top(), right - box.left() - worn.px(24), box.height())
        words = QFontMetricsF(font).elidedText(command.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()

    def _paint_key(self, painter: QPainter, box: QRect, key: str) -> float:
        worn = theme()
        if not key:
            return float(box.right())
        font = text_font(worn.px(11))
        wide, high = QFontMetricsF(font).horizontalAdvance(key) + worn.px(12), float(worn.px(20))
        cap = QRectF(box.right() - worn.px(12) - wide, box.center().y() - high / 2, wide, high)
        painter.setPen(QPen(worn.colour("field_line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(worn.colour("second"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
        return cap.left()

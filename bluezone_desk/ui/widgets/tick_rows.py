"""One row of the evacuation list, readable at arm's length: a box to tick, the name, where the visitor went."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

TICK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_PX = 58
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TickRow:
    visit_id: str
    name: str
    details: str
    is_ticked: bool = False


class TickDelegate(QStyledItemDelegate):
    """Draws a `TickRow`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, theme().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(TICK_ROLE)
        if not isinstance(row, TickRow):
            return
        worn, box = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, worn.colour("selected"))
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(worn.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        left = self._paint_tick(painter, box, is_ticked=row.is_ticked)
        self._paint_words(painter, box, left, row)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect, *, is_ticked: bool) -> float:
        worn = theme()
        side = float(worn.px(30))
        square = QRectF(box.left() + worn.px(14), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(worn.colour("good" if is_ticked else "calm"), 2))
        painter.setBrush(worn.colour("good_soft" if is_ticked else "card"))
        painter.drawRoundedRect(square, 6, 6)
        if is_ticked:
            painter.setFont(text_font(worn.px(22), QFont.Weight.Bold))
            painter.setPen(worn.colour("good_text"))
            painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), "✓")
        return square.right() + worn.px(16)

    def _paint_words(self, painter: QPainter, box: QRect, left: float, row: TickRow) -> None:
        worn = theme()
        name, plain = text_font(worn.px(20), QFont.Weight.DemiBold), text_font(worn.px(15))
        name.setStrikeOut(row.is_ticked)
        half = QRectF(left, box.top(), (box.right() - left) * 0.5, box.height())
        rest = QRectF(half.right(), box.top(), box.right() - half.right() - worn.px(14), box.height())
        for font, colour, room, text, side in (
            (name, "second" if row.is_ticked else "ink", half, row.name, Qt.AlignmentFlag.AlignLeft),
            (plain, "second", rest, row.details, Qt.AlignmentFlag.AlignRight),
        ):
            painter.setFont(font)
            painter.setPen(worn.colour(colour))
            words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)

"""The rows of those inside: time, a dot with the name, whom they see, and the button that records the exit."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_PX = 55
#: Beyond this text scale a row says its time in the second line.
ROOMY_PERCENT = 100
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class InsideRow:
    """What one row shows; `overdue` is "" or the words that say so."""

    visit_id: str
    time: str
    name: str
    details: str
    tone: str
    overdue: str = ""


class InsideDelegate(QStyledItemDelegate):
    """Draws an `InsideRow`; `left` comes with the visit whose button was clicked."""

    left = Signal(str)

    def __init__(self, button_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button_text = button_text

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(ROW_PX - 10) + 10)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row = index.data(ROW_ROLE)
            if isinstance(row, InsideRow) and self.button_box(QRect(option.rect)).contains(event.position()):
                self.left.emit(row.visit_id)
                return True
        return super().editorEvent(event, model, option, index)

    def button_box(self, box: QRect) -> QRectF:
        """Where the row's button lies."""
        worn = theme()
        wide, high = worn.room(46), worn.room(30)
        return QRectF(box.right() - worn.room(14) - wide, box.center().y() - high / 2 + 1, wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, InsideRow):
            return
        worn = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(box, worn.colour("selected"))
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(worn.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_words(painter, box, row)
        self._paint_button(painter, box)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, row: InsideRow) -> None:
        worn = theme()
        right = self.button_box(box).left() - worn.px(10)
        # Large text needs the width for the name: the time stands before the details then.
        is_roomy = worn.percent <= ROOMY_PERCENT
        left = box.left() + (worn.px(68) if is_roomy else worn.room(14))
        bold, plain = text_font(worn.px(14), QFont.Weight.DemiBold), text_font(worn.px(13))
        high = box.center().y() - worn.px(4)
        low = box.center().y() + worn.px(16)
        painter.setFont(plain)
        painter.setPen(worn.colour("second"))
        details = row.details
        if is_roomy:
            painter.drawText(QPointF(box.left() + worn.px(14), box.center().y() + worn.px(5)), row.time)
        else:
            details = f"{row.time} · {details}"
        self._write(painter, plain, QPointF(left, low), right, details, row.overdue)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour(row.tone))
        dot = worn.px(8)
        painter.drawEllipse(QRectF(left, high - worn.px(5) - dot / 2, dot, dot))
        name = QFontMetricsF(bold).elidedText(row.name, Qt.TextElideMode.ElideRight, right - left - worn.px(14))
        painter.setFont(bold)
        painter.setPen(worn.colour("ink"))
        painter.drawText(QPointF(left + worn.px(14), high), name)

    def _write(
        self, painter: QPainter, font: QFont, at: QPointF, right: float, details: str, overdue: str
    ) -> None:
        metrics = QFontMetricsF(font)
        if overdue:
            painter.setPen(theme().colour("warn_text"))
            painter.drawText(at, overdue)
            at = QPointF(at.x() + metrics.horizontalAdvance(overdue + "  "), at.y())
        painter.setPen(theme().colour("second"))
        painter.drawText(at, metrics.elidedText(details, Qt.TextElideMode.ElideRight, max(right - at.x(), 0)))

    def _paint_button(self, painter: QPainter, box: QRect) -> None:
        worn = theme()
        button = self.button_box(box)
        painter.setPen(QPen(worn.colour("field_line"), 1))
        painter.setBrush(worn.colour("card"))
        painter.drawRoundedRect(button, 8, 8)
        painter.setFont(text_font(worn.px(13), QFont.Weight.DemiBold))
        painter.setPen(worn.colour("ink"))
        painter.drawText(button, int(Qt.AlignmentFlag.AlignCenter), self._button_text)

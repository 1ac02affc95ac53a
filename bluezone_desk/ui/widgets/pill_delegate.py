"""Cells that carry a tone, drawn as a pill: the word on its soft ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

INSET_PX, PAD_PX, HEIGHT_PX = 10, 9, 22


class PillDelegate(QStyledItemDelegate):
    """Draws the cell's text in a pill of the tone found under `tone_role`; a cell without one as usual."""

    def __init__(self, tone_role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone_role = tone_role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone, text = str(index.data(self._tone_role) or ""), str(index.data() or "")
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        if tone:
            ground.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        if tone and text:
            _draw_pill(painter, QRect(option.rect), text, tone)


def pill_width(text: str) -> int:
    """The width of a cell whose pill shows all of `text`."""
    return QFontMetrics(_pill_font()).horizontalAdvance(text) + INSET_PX + 4 + 2 * theme().px(PAD_PX) + 2


def _pill_font() -> QFont:
    font = text_font(theme().px(12))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _draw_pill(painter: QPainter, cell: QRect, text: str, tone: str) -> None:
    worn = theme()
    font = _pill_font()
    metrics = QFontMetrics(font)
    pad, height = worn.px(PAD_PX), worn.px(HEIGHT_PX)
    room = cell.width() - INSET_PX - 4
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * pad)
    width = min(room, metrics.horizontalAdvance(shown) + 2 * pad)
    pill = QRect(cell.left() + INSET_PX, cell.center().y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour(f"{tone}_soft"))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(worn.colour(f"{tone}_text"))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()

"""Cells that carry a tone, drawn as a pill: the word on its soft ground."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

INSET_PX, PAD_PX, HEIGHT_PX, TEXT_PX = 10, 9, 22, 12


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
            draw_pill(painter, QRect(option.rect), text, tone)


def pill_width(text: str) -> int:
    """The width of a cell whose pill shows all of `text`."""
    metrics = _face(theme().px(TEXT_PX))[1]
    return metrics.horizontalAdvance(text) + INSET_PX + 4 + 2 * theme().px(PAD_PX) + 2


def draw_pill(painter: QPainter, cell: QRect, text: str, tone: str) -> None:
    """Draw the pill into the cell, cut where there is no room for all of the text."""
    worn = theme()
    size, height = worn.px(TEXT_PX), worn.px(HEIGHT_PX)
    shown, width = _measured(text, cell.width() - INSET_PX - 4, worn.px(PAD_PX), size)
    pill = QRect(cell.left() + INSET_PX, cell.center().y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour(f"{tone}_soft"))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(_face(size)[0])
    painter.setPen(worn.colour(f"{tone}_text"))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()


@lru_cache(maxsize=8)
def _face(size_px: int) -> tuple[QFont, QFontMetrics]:
    font = text_font(size_px, QFont.Weight.DemiBold)
    return font, QFontMetrics(font)


@lru_cache(maxsize=512)
def _measured(text: str, room: int, pad: int, size_px: int) -> tuple[str, int]:
    """What of the text has room in the pill, and how wide the pill is; the same few words in every row."""
    metrics = _face(size_px)[1]
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * pad)
    return shown, min(room, metrics.horizontalAdvance(shown) + 2 * pad)

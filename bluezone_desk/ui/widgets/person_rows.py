"""The rows of the list under the one field: people the book knows, and last the new visitor."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluezone_desk.domain.names import fold, initials
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_PX = 36
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one row shows: the name (with the query's letters marked), details, and a pill at the right."""

    name: str
    details: str
    pill: str
    tone: str
    query: str


def marked_letters(name: str, query: str) -> list[tuple[int, int]]:
    """The parts (start, length) of `name` that the query's words begin, or its initials."""
    words: list[tuple[int, str]] = []
    place = 0
    for word in name.split(" "):
        words.append((place, fold(word)))
        place += len(word) + 1
    asked = fold(query).split()
    if len(asked) == 1 and not any(key.startswith(asked[0]) for _, key in words):
        is_initials = fold(initials(name)).replace(" ", "").startswith(asked[0])
        return [(start, 1) for start, _ in words[: len(asked[0])]] if is_initials else []
    parts = []
    for start, key in words:
        longest = max((len(token) for token in asked if key.startswith(token)), default=0)
        if longest:
            parts.append((start, longest))
    return parts


class PersonDelegate(QStyledItemDelegate):
    """Draws a `PersonRow`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PersonRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme().colour("card"))
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected"))
            painter.drawRoundedRect(box, 6, 6)
        right = self._paint_pill(painter, box, row, is_chosen=is_chosen)
        self._paint_words(painter, box, row, right)
        painter.restore()

    def _paint_pill(self, painter: QPainter, box: QRect, row: PersonRow, *, is_chosen: bool) -> float:
        """Draw the pill; the x up to which words may go."""
        edge = box.right() - theme().px(12.0)
        if not row.pill:
            return edge
        worn = theme()
        font = text_font(worn.px(12), QFont.Weight.DemiBold)
        wide = QFontMetricsF(font).horizontalAdvance(row.pill) + worn.px(18)
        high = worn.px(22)
        pill = QRectF(edge - wide, box.center().y() - high / 2 + 1, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        # The chosen row has the ground of this tone.
        painter.setBrush(worn.colour("card" if is_chosen and row.tone == "accent" else f"{row.tone}_soft"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(worn.colour(f"{row.tone}_text"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), row.pill)
        return pill.left() - worn.px(12)

    def _paint_words(self, painter: QPainter, box: QRect, row: PersonRow, right: float) -> None:
        worn = theme()
        bold = text_font(worn.px(14), QFont.Weight.DemiBold)
        metrics = QFontMetricsF(bold)
        left = float(box.left() + worn.px(12))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, max(right - left, 0))
        baseline = box.center().y() + metrics.ascent() / 2 - metrics.descent() / 2 + 1
        painter.setFont(bold)
        painter.setPen(worn.colour("ink"))
        painter.drawText(QPointF(left, baseline), name)
        painter.setPen(worn.colour("accent_text"))
        for start, length in marked_letters(name, row.query):
            at = left + metrics.horizontalAdvance(name[:start])
            painter.drawText(QPointF(at, baseline), name[start : start + length])
        left += metrics.horizontalAdvance(name) + worn.px(12)
        plain = text_font(worn.px(14))
        painter.setFont(plain)
        painter.setPen(worn.colour("second"))
        details = QFontMetricsF(plain).elidedText(row.details, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.drawText(QPointF(left, baseline), details)

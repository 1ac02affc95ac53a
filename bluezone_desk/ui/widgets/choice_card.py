"""A choice with a title, a small line and its key: one of the six answers about the visitor's app."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.theme import theme

HEIGHT_PX, SMALLEST_PX = 60, 48
PAD_PX = 12
KEY_PX, KEY_INSET_PX = 17, 9


class ChoiceCard(QAbstractButton):
    """Checkable; drawn in `tone` when chosen, with a tick, so that colour is not the only sign."""

    def __init__(self, title: str, hint: str, key: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint, self._key, self._tone = title, hint, key, tone
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(f"{key}: {title}")
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{title} · {hint}" if hint else title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(theme().room(SMALLEST_PX))
        self.setMaximumHeight(theme().room(HEIGHT_PX))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().room(HEIGHT_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_texts(painter)
        self._paint_key(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        worn = theme()
        line, width = worn.colour("field_line"), 1.0
        ground = worn.colour("card")
        if self.isChecked():
            line, width, ground = worn.colour(self._tone), 2.0, worn.colour(f"{self._tone}_soft")
        elif self.underMouse() and self.isEnabled():
            line = worn.colour("accent")
        if self.hasFocus():
            line, width = worn.colour("accent"), 2.0
        inset = width / 2
        painter.setPen(QPen(line, width))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)

    def _paint_texts(self, painter: QPainter) -> None:
        worn = theme()
        title = text_font(worn.px(13.5), QFont.Weight.DemiBold)
        hint = text_font(worn.px(12))
        high, low = QFontMetricsF(title).height(), QFontMetricsF(hint).height()
        top = (self.height() - high - low) / 2
        pad = worn.room(PAD_PX)
        room = self.width() - 2 * pad
        beside_key = self.width() - pad - worn.px(KEY_INSET_PX + KEY_PX) - 6
        words = f"✓ {self._title}" if self.isChecked() else self._title
        first, rest = self._broken(words, title, beside_key)
        self._draw(painter, title, worn.colour("ink"), QRectF(pad, top, beside_key, high), first)
        if rest:
            # A title in two lines has no room for the hint, which the tool tip says too.
            self._draw(painter, title, worn.colour("ink"), QRectF(pad, top + low, room, high), rest)
            return
        colour = worn.colour(f"{self._tone}_text") if self.isChecked() else worn.colour("second")
        self._draw(painter, hint, colour, QRectF(pad, top + high, room, low), self._hint)

    @staticmethod
    def _broken(words: str, font: QFont, room: float) -> tuple[str, str]:
        """The words that have room in the first line, and the rest."""
        metrics, cut = QFontMetricsF(font), len(words)
        while cut > 0 and metrics.horizontalAdvance(words[:cut]) > room:
            cut = words.rfind(" ", 0, cut)
        return (words[:cut], words[cut + 1 :]) if cut > 0 else (words, "")

    def _draw(self, painter: QPainter, font: QFont, colour: QColor, box: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(colour if self.isEnabled() else theme().colour("disabled"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_key(self, painter: QPainter) -> None:
        worn = theme()
        wide, high = worn.px(KEY_PX), worn.px(18)
        box = QRectF(self.width() - worn.px(KEY_INSET_PX) - wide, worn.room(8), wide, high)
        painter.setPen(QPen(worn.colour(self._tone if self.isChecked() else "field_line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(text_font(worn.px(11)))
        painter.setPen(worn.colour("second"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

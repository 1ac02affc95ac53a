"""The table of the book's lines, painted by itself.

Drawn cell by cell under a style sheet a screen of lines takes several times as long (docs/benchmarks.md): each
cell asks its delegate, its model six times and the sheet's rules. Here a row is asked once and drawn in one go.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.pages.book_table import FAINT, NAME, BookTable, Column
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.pill_delegate import draw_pill

PADDING_PX = 10
#: Cut texts that are remembered, so that a line scrolled back is not measured again.
_MOST_CUT = 5000


@dataclass(frozen=True, slots=True)
class Place:
    """A column as far as it is seen: pixels from the left edge of the viewport."""

    column: Column
    left: int
    width: int


class BookView(QTableView):
    """Selection, keys, heads and accessibility are Qt's; only the cells' painting is not."""

    def __init__(self, lines: BookTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._cut: dict[tuple[str, int, bool], str] = {}
        self.setModel(lines)
        # What was painted is moved when the list is scrolled, and only the rows that came in are painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, exposed = QPainter(self.viewport()), event.rect()
        painter.fillRect(exposed, theme().colour("card"))
        first, last = self.rowAt(exposed.top()), self.rowAt(exposed.bottom())
        if first < 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, brush = self._places(exposed), _Brush(self._cut)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        for row in range(first, (last if last >= 0 else self._lines.rowCount() - 1) + 1):
            line = self._lines.line(row)
            box = QRect(exposed.left(), self.rowViewportPosition(row), exposed.width(), self.rowHeight(row))
            if row in chosen:
                painter.fillRect(box, theme().colour("selected"))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme().colour("line"))
            if line is not None:
                for place in places:
                    brush.draw(painter, place, box, line)

    def _places(self, exposed: QRect) -> list[Place]:
        every = (
            Place(column, self.columnViewportPosition(number), self.columnWidth(number))
            for number, column in enumerate(self._lines.columns)
            if not self.isColumnHidden(number)
        )
        return [each for each in every if each.left <= exposed.right() and each.left + each.width > exposed.left()]


class _Brush:
    """Fonts and colours of one painting, made once."""

    def __init__(self, cut: dict[tuple[str, int, bool], str]) -> None:
        worn = theme()
        self._ink, self._second = worn.colour("ink"), worn.colour("second")
        self._fonts: dict[tuple[bool, bool], QFont] = {}
        for is_bold in (False, True):
            for is_struck in (False, True):
                font = text_font(worn.px(14), QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
                font.setStrikeOut(is_struck)
                self._fonts[is_bold, is_struck] = font
        self._metrics = {is_bold: QFontMetrics(self._fonts[is_bold, False]) for is_bold in (False, True)}
        self._cut = cut
        if len(cut) > _MOST_CUT:
            cut.clear()

    def draw(self, painter: QPainter, place: Place, box: QRect, line: VisitLine) -> None:
        """One cell."""
        column, text = place.column, place.column.text(line)
        if not text:
            return
        if column.tone is not None:
            draw_pill(painter, QRect(place.left, box.top(), place.width, box.height()), text, column.tone(line))
            return
        is_bold = column.key == NAME
        metrics = self._metrics[is_bold]
        shown = self._shown(text, place.width - 2 * PADDING_PX, is_bold)
        painter.setFont(self._fonts[is_bold, line.voided])
        painter.setPen(self._second if line.voided or column.key in FAINT else self._ink)
        base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(place.left + PADDING_PX, base), shown)

    def _shown(self, text: str, room: int, is_bold: bool) -> str:
        key = (text, room, is_bold)
        shown = self._cut.get(key)
        if shown is None:
            shown = self._metrics[is_bold].elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._cut[key] = shown
        return shown

"""Today in four figures, from the same numbers every paper shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluezone_desk.domain.figures import DeskFigures
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_numbers import number_text, percent_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.elided_label import ElidedLabel
from bluezone_desk.ui.widgets.share_bar import ShareBar


class Figure(QWidget):
    """A number with what it counts above it; a click asks for its lines, as its command does by name."""

    asked = Signal()

    def __init__(self, label: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        name = ElidedLabel(label)
        set_role(name, "faint")
        self._number = QLabel("0")
        set_role(self._number, "figure", tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(self._number)

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Click for these lines in the book"))

    @property
    def text(self) -> str:
        return self._number.text()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def show_number(self, number: int) -> None:
        self._number.setText(number_text(number))
        self.setAccessibleName(f"{self._label}: {self._number.text()}")


class TargetMark(QWidget):
    """The words under the bar, centred at the target's mark as far as there is room."""

    def __init__(self, bar: ShareBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._text = ""
        self.setFixedHeight(theme().px(15))

    def show_text(self, text: str) -> None:
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(text_font(theme().px(11)))
        painter.setPen(theme().colour("second"))
        wide = painter.fontMetrics().horizontalAdvance(self._text)
        left = max(0, min(self._bar.target_x - wide // 2, self.width() - wide))
        painter.drawText(left, painter.fontMetrics().ascent(), self._text)


class FiguresBar(QFrame):
    """Entries, exits, helped at the desk, and the share of the first programme with its target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.entries = Figure(_("Entries today"))
        self.exits = Figure(_("Exits today"))
        self.helped = Figure(_("Helped at the desk"), "accent")
        self._share_name = ElidedLabel()
        set_role(self._share_name, "faint")
        self._percent = QLabel()
        set_role(self._percent, "title")
        self._bar = ShareBar()
        self._mark = TargetMark(self._bar)
        row = QHBoxLayout(self)
        is_roomy = theme().percent == SMALLEST_PERCENT
        row.setContentsMargins(*((20, 10, 20, 10) if is_roomy else (14, 8, 14, 8)))
        row.setSpacing(16 if is_roomy else 10)
        for figure in (self.entries, self.exits, self.helped):
            row.addWidget(figure, 4 if is_roomy else 5)
        row.addLayout(self._share(), 6 if is_roomy else 7)

    @property
    def percent(self) -> str:
        return self._percent.text()

    def show_figures(self, figures: DeskFigures, office: Office) -> None:
        """Show the day. The share names its people: n/N stands in the accessible name and the tool tip."""
        self.entries.show_number(figures.entries)
        self.exits.show_number(figures.exits)
        self.helped.show_number(sum(part.helped for part in figures.programmes))
        first = office.programmes[0] if office.programmes else None
        part = figures.programme(first.code) if first else None
        if first is None or part is None:
            self._share_name.setText("")
            self._percent.setText("")
            return
        target = office.directive.target_percent
        share = part.passing
        self._share_name.setText(_("{app} running").format(app=first.name))
        self._percent.setText(percent_text(share.percent))
        self._bar.show_share(None if share.percent is None else float(share.percent), target)
        self._mark.show_text(_("target {percent}%").format(percent=target) if target else "")
        told = _("{count} of {total} visitors whose phone can run it")
        self.setToolTip(told.format(count=number_text(share.count), total=number_text(share.of)))
        self._bar.setAccessibleName(f"{self._share_name.text()}: {self._percent.text()}, {self.toolTip()}")

    def _share(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._share_name, 1)
        head.addWidget(self._percent, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._mark)
        return column

"""Who is inside now, newest first; each leaves by a key or a click."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.inside_model import InsideModel
from bluezone_desk.ui.widgets.inside_rows import ROW_ROLE, InsideDelegate, InsideRow
from bluezone_desk.ui.wording import host_text, party_name, pass_text, state_tone

#: Larger text may not take the room of the form.
WIDTH_PX, WIDEST_PX = 340, 376
#: Where there is room the hosts are read whole.
ROOMY_WIDTH_PX = 460
#: Beyond this text scale the button says less.
ROOMY_PERCENT = 100


class InsideList(QListView):
    """Enter records the exit of the row that has the focus; Shift and the arrows choose several."""

    entered_row = Signal(str)
    entered_rows = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if len(self.selectedIndexes()) > 1:
                self.entered_rows.emit()
            else:
                self.entered_row.emit(self.currentIndex().data(ROW_ROLE).visit_id)
            return
        super().keyPressEvent(event)


class InsidePanel(QFrame):
    """The list with its count. `left` carries the visit that ends, `list_asked` wants the list on paper."""

    left = Signal(str)
    several_left = Signal()
    list_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setMinimumWidth(min(theme().px(WIDTH_PX), WIDEST_PX))
        self.setMaximumWidth(theme().px(ROOMY_WIDTH_PX))
        self._rows = InsideModel(self)
        # Born inside the panel: the stack below shows its first part at once, which would be a window of its own.
        self.view = InsideList(self)
        set_role(self.view, "rows")
        self.view.setAccessibleName(_("Visitors inside"))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self._rows)
        self._delegate = InsideDelegate(_("Out"), self.view)
        self.view.setItemDelegate(self._delegate)
        self._delegate.left.connect(self.left)
        self.view.entered_row.connect(self.left)
        self.view.entered_rows.connect(self.several_left)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._count = QLabel("0")
        set_role(self._count, "pill", "accent")
        self._print = QPushButton(_("Print the list") if theme().percent <= ROOMY_PERCENT else _("Print"))
        self._print.setAccessibleName(_("Print the list"))
        set_role(self._print, "small")
        self._print.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._print.clicked.connect(self.list_asked)
        self._empty = QLabel(_("Nobody is inside.\nScan a card or type a name to record the first visitor."))
        self._overdue = QPushButton()
        self._overdue.setCheckable(True)
        self._overdue.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._overdue.setToolTip(_("Show only those who are overdue"))
        set_role(self._overdue, "overdue")
        self._overdue.toggled.connect(lambda _on: self._show_rows())
        self._all: list[InsideRow] = []
        self._lay_out()
        self._body.setCurrentIndex(1)
        self._overdue.hide()
        self._print.setEnabled(False)

    @property
    def count(self) -> int:
        return self._rows.rowCount()

    @property
    def chosen(self) -> str:
        """The visit of the row that was chosen, "" when none is."""
        index = self.view.currentIndex()
        return str(index.data(ROW_ROLE).visit_id) if index.isValid() and self.view.hasFocus() else ""

    @property
    def all_chosen(self) -> tuple[str, ...]:
        """The visits of all rows that are chosen, in the order shown; none while the focus is elsewhere."""
        if not self.view.hasFocus():
            return ()
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return tuple(map(self._rows.visit_at, rows))

    def take_focus(self) -> None:
        """Put the focus on the list with a row chosen: the newest, where none is."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.selectedIndexes():
            # With the focus Qt makes a row the current one, but does not choose it.
            current = self.view.currentIndex()
            self.view.setCurrentIndex(current if current.isValid() else self._rows.index(0, 0))

    def show_lines(self, lines: Sequence[VisitLine], now: datetime, rules: DeskRules) -> None:
        """Show those inside; the rows that were chosen stay chosen while their visits last."""
        self._all = [row_of(line, now, rules) for line in lines]
        people = sum(1 + line.party for line in lines)
        self._count.setText(number_text(len(lines)))
        self._count.setToolTip(
            ngettext("{count} person inside", "{count} people inside", people).format(count=people)
        )
        late = sum(1 for row in self._all if row.overdue)
        self._overdue.setVisible(bool(late))
        self._overdue.setText(_("{count} overdue").format(count=late))
        self._overdue.setChecked(self._overdue.isChecked() and bool(late))
        self._print.setEnabled(bool(lines))
        self._show_rows()

    def _show_rows(self) -> None:
        rows = [row for row in self._all if row.overdue or not self._overdue.isChecked()]
        current = QPersistentModelIndex(self.view.currentIndex())
        self._rows.show_rows(rows)
        if not current.isValid():
            # Qt would go to the row below; Enter pressed once more would end somebody else's visit.
            self.view.selectionModel().clear()
        self._body.setCurrentIndex(0 if rows else 1)

    def _lay_out(self) -> None:
        title = QLabel(_("Inside now"))
        set_role(title, "heading")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(8)
        for widget in (title, self._count):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._print)
        rule = QFrame()
        set_role(rule, "rule")
        set_role(self._empty, "faint")
        self._empty.setWordWrap(True)
        self._empty.setMargin(20)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._body = QStackedLayout()
        self._body.addWidget(self.view)
        self._body.addWidget(self._empty)
        foot = QLabel(_("F9 records an exit · Ctrl+Z takes back the last line · Esc clears the form"))
        foot.setWordWrap(True)
        set_role(foot, "small")
        foot.setContentsMargins(14, 8, 14, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        late = QHBoxLayout()
        late.setContentsMargins(14, 0, 14, 0)
        late.addWidget(self._overdue)
        late.addStretch(1)
        column.addLayout(late)
        column.addWidget(rule)
        column.addLayout(self._body, 1)
        column.addWidget(foot)


def row_of(line: VisitLine, now: datetime, rules: DeskRules) -> InsideRow:
    """One line of the book as a row of those inside."""
    details = " · ".join(part for part in (pass_text(line.pass_number), host_text(line)) if part)
    states = [state_tone(check.state) for check in line.checks] or ["calm"]
    worst = next((tone for tone in ("bad", "warn", "calm", "good") if tone in states), "calm")
    overdue = ""
    if line.day != office_day(now):
        overdue = _("since {day}").format(day=short_date(line.day)[:-5])
    elif rules.is_overdue(line, now):
        hours = (now - line.entered_at) // timedelta(hours=1)
        overdue = _("over {hours} hours").format(hours=hours) if hours else _("after closing time")
    return InsideRow(line.visit_id, clock_time(line.entered_at), party_name(line), details, worst, overdue)

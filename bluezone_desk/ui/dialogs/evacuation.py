"""Evacuation: who is inside, large, to be ticked off in the yard; printed at once where a printer is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.names import fold
from bluezone_desk.domain.vietnamese_dates import clock_time
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.keys import Keys, shown, with_key
from bluezone_desk.ui.notices import Notice, NoticeBar
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.tick_rows import TICK_ROLE, TickDelegate, TickRow
from bluezone_desk.ui.wording import host_text, party_name, pass_text


class TickList(QListWidget):
    """Space or Enter ticks the row, a letter goes to the next name that begins with it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            if not event.isAutoRepeat():
                self.itemClicked.emit(item)
            return
        super().keyPressEvent(event)


class EvacuationDialog(QDialog):
    """Fills the screen and needs no printer. `ticked` is kept by whoever opened it, so that Esc loses nothing."""

    print_asked = Signal()

    def __init__(self, lines: Sequence[VisitLine], ticked: set[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Evacuation list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._lines = sorted((line for line in lines if line.inside), key=_by_name)
        self._ticked = ticked
        self.list = TickList()
        set_role(self.list, "rows")
        self.list.setAccessibleName(_("Visitors inside"))
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._tick)
        self.count = QLabel()
        set_role(self.count, "evacuation")
        self.notices = NoticeBar()
        self._lay_out()
        for line in self._lines:
            self._add(line)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._show_count()

    def say(self, notice: Notice) -> None:
        """What became of the print; the list on screen stays usable whatever it was."""
        self.notices.show_notice(notice)

    def _tick(self, item: QListWidgetItem) -> None:
        row = item.data(TICK_ROLE)
        self._ticked ^= {row.visit_id}
        self._show(item, row)
        self._show_count()
        if row.visit_id in self._ticked and self.list.currentRow() + 1 < self.list.count():
            self.list.setCurrentRow(self.list.currentRow() + 1)

    def _add(self, line: VisitLine) -> None:
        details = (clock_time(line.entered_at), pass_text(line.pass_number), host_text(line))
        row = TickRow(line.visit_id, party_name(line), " · ".join(part for part in details if part))
        item = QListWidgetItem(party_name(line))
        self._show(item, row)
        self.list.addItem(item)

    def _show(self, item: QListWidgetItem, row: TickRow) -> None:
        is_found = row.visit_id in self._ticked
        row = TickRow(row.visit_id, row.name, row.details, is_found)
        item.setData(TICK_ROLE, row)
        state = _("found") if is_found else _("not yet found")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name}, {row.details}, {state}")

    def _show_count(self) -> None:
        people = sum(1 + line.party for line in self._lines)
        found = sum(1 + line.party for line in self._lines if line.visit_id in self._ticked)
        missing = people - found
        words = ngettext("{count} person still to be found", "{count} people still to be found", missing)
        told = words.format(count=missing) if missing else _("Everybody is found")
        self.count.setText(f"{found} / {people} · {told}" if people else _("Nobody is inside."))
        set_tone(self.count, "bad" if missing else "good")

    def _start_anew(self) -> None:
        self._ticked.clear()
        for number in range(self.list.count()):
            item = self.list.item(number)
            self._show(item, item.data(TICK_ROLE))
        self._show_count()
        self.list.setFocus()

    def _lay_out(self) -> None:
        title = QLabel(_("Evacuation list"))
        set_role(title, "big")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.count)
        told = QLabel(_("Call the names; Space or Enter ticks one. Companions count with their visitor."))
        told.setWordWrap(True)
        set_role(told, "faint")
        again = QPushButton(_("Untick all"))
        again.clicked.connect(self._start_anew)
        paper = QPushButton(with_key(_("Print the list"), Keys.PRINT))
        paper.clicked.connect(self.print_asked)
        close = QPushButton(_("Close") + " (Esc)")
        close.clicked.connect(self.reject)
        for button in (again, paper, close):
            button.setAutoDefault(False)
        QShortcut(QKeySequence(Keys.PRINT), self, self.print_asked.emit)
        QShortcut(QKeySequence(Keys.EVACUATION), self, self.reject)
        close.setToolTip(shown(Keys.EVACUATION))
        foot = QHBoxLayout()
        for button in (again, paper):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        margin = theme().px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme().px(10))
        column.addLayout(head)
        column.addWidget(told)
        column.addWidget(self.notices)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def _by_name(line: VisitLine) -> tuple[str, str]:
    return line.name_sort or fold(line.name), line.visit_id

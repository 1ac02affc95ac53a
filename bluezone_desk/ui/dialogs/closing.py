"""The end of the day: who is still inside on paper, whom to end with an estimated exit, and who stays."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from bluezone_desk.domain.closing import ClosingOutcome, DayClosed, OpenAtClosing
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.wording import host_text, party_name

WIDTH_PX, HEIGHT_PX = 720, 540
_VISIT = Qt.ItemDataRole.UserRole
Close = Callable[[tuple[str, ...]], ClosingOutcome]


class ClosingDialog(AskingDialog):
    """Nobody is ended who is not ticked; each exit is kept as estimated, with its rule."""

    closed = Signal(object)

    def __init__(self, visits: Sequence[OpenAtClosing], close: Close, parent: QWidget) -> None:
        words = _(
            "Ask at the units first. Whoever is ticked gets an estimated exit, marked as such; who is really "
            "still here stays open without a tick."
        )
        super().__init__(
            _("Close the day"), words if visits else _("Nobody is inside: the day is closed."), parent
        )
        self._close = close
        self.list = QListWidget()
        set_role(self.list, "options")
        self.list.setAccessibleName(_("Visits that are still open"))
        self.list.setVisible(bool(visits))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        for one in visits:
            self.list.addItem(_item(one))
        self.list.itemChanged.connect(lambda _item: self._follow())
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.all = QPushButton(_("Tick all or none"))
        self.all.setAutoDefault(False)
        self.all.setVisible(bool(visits))
        self.all.clicked.connect(self._turn_all)
        self.buttons.insertWidget(0, self.all)
        self.add_cancel("" if visits else _("Close"))
        self.main = self.add_button("", self.confirm, role="primary")
        self.main.setVisible(bool(visits))
        self._follow()
        self.list.setFocus()
        self.fit_to(WIDTH_PX, HEIGHT_PX if visits else 0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The visits that will be ended."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(i.data(_VISIT)) for i in items if i.checkState() is Qt.CheckState.Checked)

    def confirm(self) -> None:
        """End those that are ticked."""
        if not self.chosen:
            return
        try:
            outcome = self._close(self.chosen)
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, DayClosed):
            self.accept()
            self.closed.emit(outcome)
        else:
            self.say_problem(" ".join(map(problem_sentence, outcome.problems)))

    def _turn_all(self) -> None:
        is_any = bool(self.chosen)
        state = Qt.CheckState.Unchecked if is_any else Qt.CheckState.Checked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _follow(self) -> None:
        count = len(self.chosen)
        words = ngettext("End {count} visit, estimated", "End {count} visits, estimated", count)
        self.main.setText(words.format(count=count))
        self.main.setEnabled(bool(count))


def _item(one: OpenAtClosing) -> QListWidgetItem:
    line = one.visit
    came = clock_time(line.entered_at)
    day = short_date(line.day)[:-5]
    exit_words = _("exit taken to be {time}, {day}").format(time=clock_time(one.left_at), day=day)
    rows = ((came, party_name(line)), (exit_words, host_text(line)))
    item = QListWidgetItem("\n".join(" · ".join(part for part in row if part) for row in rows))
    item.setData(_VISIT, line.visit_id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    return item

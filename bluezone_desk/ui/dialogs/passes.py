"""Where every visitor pass is: at the desk, with a visitor, or lost."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.passes import PassMarked, PassOutcome, PassState, VisitorPass
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.style import set_role

WIDTH_PX, HEIGHT_PX = 620, 560
_PASS = Qt.ItemDataRole.UserRole


class PassBook(Protocol):
    """What the dialog asks of the service."""

    def state(self) -> tuple[VisitorPass, ...]: ...

    def lost(self, number: str, reason: str) -> PassOutcome: ...

    def found(self, number: str) -> PassOutcome: ...


class PassesDialog(AskingDialog):
    """One row for each pass; the button marks the chosen one lost, or found again."""

    changed = Signal()

    def __init__(self, passes: PassBook, parent: QWidget) -> None:
        words = _("A pass comes back with the exit of its visitor. A lost one is not given out until it is found.")
        super().__init__(_("Visitor passes"), words, parent)
        self._passes = passes
        self.list = QListWidget()
        set_role(self.list, "options")
        self.list.setAccessibleName(_("Visitor passes"))
        self.list.currentItemChanged.connect(lambda _now, _before: self._follow())
        self.body.addWidget(self.list, 1)
        self.add_cancel(_("Close"))
        self.main = self.add_button(_("Mark as lost"), self.mark, role="primary")
        self._fill("")
        self.list.setFocus()
        self.fit_to(WIDTH_PX, HEIGHT_PX if self.list.count() else 0)

    @property
    def chosen(self) -> VisitorPass | None:
        item = self.list.currentItem()
        chosen = item.data(_PASS) if item is not None else None
        return chosen if isinstance(chosen, VisitorPass) else None

    def mark(self) -> None:
        """Lost, or found again."""
        chosen = self.chosen
        if chosen is None:
            return
        try:
            is_lost = chosen.state is PassState.LOST
            outcome = self._passes.found(chosen.number) if is_lost else self._passes.lost(chosen.number, "")
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, PassMarked):
            self.say_problem("")
            self._fill(chosen.number)
            self.changed.emit()
        else:
            self.say_problem(" ".join(map(problem_sentence, outcome.problems)))

    def _fill(self, chosen: str) -> None:
        self.list.clear()
        for each in self._passes.state():
            item = QListWidgetItem(_words(each))
            item.setData(_PASS, each)
            self.list.addItem(item)
            if each.number == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not self.list.count():
            self.words.setText(
                _("No passes are numbered at this desk. Settings (F8), Desk and rule, say how many.")
            )
        self.list.setVisible(bool(self.list.count()))
        self.main.setVisible(bool(self.list.count()))
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen
        is_lost = chosen is not None and chosen.state is PassState.LOST
        self.main.setText(_("It is found again") if is_lost else _("Mark as lost"))
        self.main.setEnabled(chosen is not None)


def _words(each: VisitorPass) -> str:
    name = each.visit.name if each.visit else ""
    match each.state:
        case PassState.OUT:
            since = clock_time(each.visit.entered_at) if each.visit else ""
            words = _("with {name} since {time}").format(name=name, time=since)
        case PassState.LOST:
            day = short_date(each.lost_at.date()) if each.lost_at else ""
            lost = _("lost on {day}").format(day=day)
            words = ", ".join(
                part for part in (lost, _("last with {name}").format(name=name) if name else "") if part
            )
        case _:
            words = _("at the desk")
    return f"{each.number} · {words}"

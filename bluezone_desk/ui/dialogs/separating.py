"""Records that were joined, taken apart again however long ago it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.merging import Unmerged, UnmergeOutcome
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.visits import Person
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.dialogs.reason import ReasonBox
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 560
Unmerge = Callable[[str, str], UnmergeOutcome]


class SeparateDialog(AskingDialog):
    """`separated` carries the outcome. `joined` is one record or more."""

    separated = Signal(object)

    def __init__(self, person: Person, joined: Sequence[Person], unmerge: Unmerge, parent: QWidget) -> None:
        words = _("The record gets back the visits it brought; those made since the joining stay with {name}.")
        super().__init__(_("Take joined records apart"), words.format(name=person.name), parent)
        self._joined, self._unmerge = tuple(joined), unmerge
        self.other = QComboBox()
        for one in joined:
            self.other.addItem(_told(one))
        self.body.addWidget(LabelledField(_("The record that stands by itself again"), self.other))
        self.reason = ReasonBox((_("Joined by mistake"), _("Compared with the card")))
        self.body.addWidget(LabelledField(_("Why") + " *", self.reason))
        self.body.addStretch(1)
        self.add_cancel()
        self.main = self.add_button(_("Take apart"), self.confirm, role="primary")
        self.fit_to(WIDTH_PX)

    def confirm(self) -> None:
        """Take the chosen record out, or say why not."""
        if not self.reason.text():
            self.say_problem(_("Say why: a few words are enough."))
            return
        other = self._joined[max(0, self.other.currentIndex())]
        try:
            outcome = self._unmerge(other.visitor_id, self.reason.text())
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, Unmerged):
            self.accept()
            self.separated.emit(outcome)
        else:
            self.say_problem(" ".join(map(problem_sentence, outcome.problems)))


def _told(person: Person) -> str:
    number = mask_id(person.id_number) if person.id_number else ""
    phone = mask_phone(person.phone) if person.phone else ""
    return " · ".join(part for part in (person.name, number, phone, person.organisation) if part)

"""Two records of one person, side by side: which to keep, joined and taken apart again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLabel, QRadioButton, QWidget

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.merging import Duplicate, Likeness, Merged, MergeOutcome
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.vietnamese_dates import birth_text, short_date
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import Person
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.dialogs.reason import ReasonBox
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 760
_LIKENESS = {
    Likeness.SAME_NUMBER: noop("same ID number"),
    Likeness.SAME_BIRTH: noop("same name and date of birth"),
    Likeness.SAME_PHONE: noop("same phone and a like name"),
}
Merge = Callable[[str, str, str], MergeOutcome]


class MergeDialog(AskingDialog):
    """`merged` carries the outcome. Nothing is thrown away: it can be taken apart again."""

    merged = Signal(object)

    def __init__(self, person: Person, others: Sequence[Duplicate], merge: Merge, parent: QWidget) -> None:
        words = _("Choose the record to keep. All visits go to it; joining can be undone later.")
        none = _("No other record looks like {name}.").format(name=person.name)
        super().__init__(_("One person under two records"), words if others else none, parent)
        self._person, self._others, self._merge = person, tuple(others), merge
        self.other = QComboBox()
        self.other.setAccessibleName(_("The other record"))
        for one in others:
            signs = ", ".join(_(_LIKENESS[sign]) for sign in one.likeness)
            self.other.addItem(f"{one.person.name} · {signs}")
        self.other.setVisible(len(others) > 1)
        self.other.currentIndexChanged.connect(self._show)
        self.keep = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(18))
        self._grid.setVerticalSpacing(theme().room(4))
        self._cells: list[QWidget] = []
        self.body.addWidget(self.other)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.reason = ReasonBox((_("Same person, recorded twice"), _("Compared with the card")))
        field = LabelledField(_("Why") + " *", self.reason)
        field.setVisible(bool(others))
        self.body.addWidget(field)
        self.add_cancel("" if others else _("Close"))
        self.main = self.add_button(_("Join the records"), self.confirm, role="primary")
        self.main.setVisible(bool(others))
        if others:
            self._show()
        self.fit_to(WIDTH_PX)

    @property
    def pair(self) -> tuple[Person, Person]:
        """(kept, other) as chosen now."""
        other = self._others[max(0, self.other.currentIndex())].person
        return (self._person, other) if self.keep.checkedId() == 0 else (other, self._person)

    def confirm(self) -> None:
        """Join them, or say why not."""
        kept, other = self.pair
        if not self.reason.text():
            self.say_problem(_("Say why: a few words are enough."))
            return
        try:
            outcome = self._merge(kept.visitor_id, other.visitor_id, self.reason.text())
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, Merged):
            self.accept()
            self.merged.emit(outcome)
        else:
            self.say_problem(" ".join(map(problem_sentence, outcome.problems)))

    def _show(self) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells.clear()
        people = (self._person, self._others[max(0, self.other.currentIndex())].person)
        for column, person in enumerate(people):
            choice = QRadioButton(_("Keep this record"))
            choice.setAccessibleName(
                _("Keep the record of {name}, column {number}").format(name=person.name, number=column + 1)
            )
            self.keep.addButton(choice, column)
            self._put(choice, 0, column + 1)
        self.keep.button(0 if people[0].visits >= people[1].visits else 1).setChecked(True)
        for row, (label, first, second) in enumerate(_compared(*people), 1):
            self._put(_label(label, "label"), row, 0)
            differs = first != second
            for column, text in enumerate((first, second)):
                self._put(_label(text or "—", "differs" if differs and text else ""), row, column + 1)

    def _put(self, cell: QWidget, row: int, column: int) -> None:
        self._cells.append(cell)
        self._grid.addWidget(cell, row, column)
        self._grid.setColumnStretch(column, 1 if column else 0)


def _compared(first: Person, second: Person) -> list[tuple[str, str, str]]:
    return [(label, read(first), read(second)) for label, read in _rows()]


def _rows() -> list[tuple[str, Callable[[Person], str]]]:
    return [
        (_("Full name"), lambda p: p.name),
        (_("ID number"), lambda p: mask_id(p.id_number) if p.id_number else ""),
        (_("Phone"), lambda p: mask_phone(p.phone) if p.phone else ""),
        (_("Date of birth"), lambda p: birth_text(p.birth_date)),
        (_("Sex"), lambda p: p.sex),
        (_("Address"), lambda p: p.address),
        (_("Organisation"), lambda p: p.organisation),
        (_("Visits"), lambda p: number_text(p.visits)),
        (_("Last visit"), lambda p: short_date(office_day(p.last_entered_at)) if p.last_entered_at else ""),
    ]


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label

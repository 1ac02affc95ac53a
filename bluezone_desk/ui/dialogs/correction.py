"""Correcting a line: every field, the old text beside the new one, and why."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from bluezone_desk.domain.corrections import Corrected, CorrectionOutcome, FieldValue
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import Person, Refused, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.dialogs.correction_fields import CorrectionField, correction_fields
from bluezone_desk.ui.dialogs.reason import ReasonBox
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX, HEIGHT_PX = 900, 640
COLUMNS = 3
Correct = Callable[[Mapping[str, FieldValue], str], CorrectionOutcome]


class CorrectionDialog(AskingDialog):
    """`corrected` carries what came of it; nothing is written before the button is pressed."""

    corrected = Signal(object)

    def __init__(
        self,
        line: VisitLine,
        person: Person | None,
        programmes: tuple[Programme, ...],
        correct: Correct,
        parent: QWidget,
    ) -> None:
        words = _(
            "The old text stays in the history. Name, numbers and address change on all lines of this person."
        )
        super().__init__(_("Correct the line of {name}").format(name=line.name), words, parent)
        self._correct = correct
        self.fields: dict[str, LabelledField[QWidget]] = {}
        self._corrections = correction_fields(line, person, programmes)
        self.reason = ReasonBox(
            (
                _("Typed wrong"),
                _("The visitor told it wrong"),
                _("Compared with the card"),
                _("Wrong answer chosen"),
            )
        )
        self._told = QLabel()
        self._told.setWordWrap(True)
        set_role(self._told, "doubt")
        self._lay_out()
        self.add_cancel()
        self.main = self.add_button(_("Keep the corrections"), self.confirm, role="primary")
        self._follow()
        self.fit_to(WIDTH_PX, HEIGHT_PX)
        self.fields["name"].control.setFocus()

    def changes(self) -> dict[str, FieldValue]:
        """What differs from the book now."""
        changed = ((field.key, field.changed()) for field in self._corrections)
        return {key: value[0] for key, value in changed if value is not None}

    def confirm(self) -> None:
        """Write the corrections, or say at the fields why they are refused."""
        changes, reason = self.changes(), self.reason.text()
        if not changes:
            self.say_problem(_("Nothing was changed yet."))
            return
        if not reason:
            self.say_problem(_("Say why: a few words are enough."))
            self.reason.setFocus()
            return
        try:
            outcome = self._correct(changes, reason)
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, Corrected):
            self.accept()
            self.corrected.emit(outcome)
        else:
            self._refuse(outcome)

    def _refuse(self, outcome: Refused) -> None:
        for field in self.fields.values():
            field.show_problem("")
        rest = []
        for problem in outcome.problems:
            if problem.field in self.fields:
                self.fields[problem.field].show_problem(problem_sentence(problem))
                self.fields[problem.field].control.setFocus()
            else:
                rest.append(problem_sentence(problem))
        self.say_problem(" ".join(rest))

    def _follow(self) -> None:
        """Old and new of each change, as they will stand in the history."""
        changed = [field for field in self._corrections if field.changed() is not None]
        told = [f"{field.label}: {field.before or '—'} → {field.after() or '—'}" for field in changed]
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self.main.setEnabled(bool(told))

    def _lay_out(self) -> None:
        held = QWidget()
        set_role(held, "plain")
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(theme().px(4))
        for place, field in enumerate(self._corrections):
            self.fields[field.key] = LabelledField(field.label, field.control)
            grid.addWidget(self.fields[field.key], place // COLUMNS, place % COLUMNS)
            self._watch(field)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(held)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._told)
        self.body.addWidget(LabelledField(_("Why") + " *", self.reason))

    def _watch(self, field: CorrectionField) -> None:
        for control in (field.control, *field.control.findChildren(QWidget)):
            match control:
                case QLineEdit():
                    control.textChanged.connect(lambda: self._follow())
                case QComboBox():
                    control.currentIndexChanged.connect(lambda: self._follow())
                case QSpinBox():
                    control.valueChanged.connect(lambda: self._follow())
                case QDateTimeEdit():
                    control.dateTimeChanged.connect(lambda: self._follow())
                case QCheckBox():
                    control.toggled.connect(lambda: self._follow())

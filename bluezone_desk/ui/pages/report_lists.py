"""What lists ask of their reader: whose contacts, why and who approved; and who takes the desk over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from bluezone_desk.domain.contact_list import USUAL_MINUTES
from bluezone_desk.domain.names import clean_name, fold
from bluezone_desk.domain.vietnamese_dates import clock_time
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.labelled_field import LabelledField
from bluezone_desk.ui.wording import host_text

_MOST_LETTERS = 300
_MOST_MINUTES = 24 * 60


class ContactFields(QWidget):
    """Nothing is made while it is typed: the list names people, so it is asked for once, with a reason."""

    asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[VisitLine, ...] = ()
        self.wanted, self.reason, self.approver = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.wanted, self.reason, self.approver):
            field.setMaxLength(_MOST_LETTERS)
        self.wanted.setPlaceholderText(_("name, with or without marks, or pass"))
        self.visit = QComboBox()
        self.visit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setValue(USUAL_MINUTES)
        self.ask = QPushButton(_("Make the list"))
        told = QLabel(_("The request is written into the journal with its reason and who approved it."))
        told.setWordWrap(True)
        set_role(told, "small")
        self._visit_field = LabelledField(_("Visitor of that day"), self.visit)
        self._reason_field = LabelledField(_("Reason"), self.reason)
        self._approver_field = LabelledField(_("Approved by"), self.approver)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(LabelledField(_("Search"), self.wanted))
        column.addWidget(self._visit_field)
        column.addWidget(LabelledField(_("Together for at least (minutes)"), self.minutes))
        column.addWidget(self._reason_field)
        column.addWidget(self._approver_field)
        column.addWidget(told)
        column.addWidget(self.ask)
        self.wanted.textChanged.connect(self._offer)
        self.ask.clicked.connect(lambda: self.asked.emit())
        self._watch()

    @property
    def visit_id(self) -> str:
        """The visit chosen, "" when the day has none."""
        return str(self.visit.currentData() or "")

    @property
    def told_reason(self) -> str:
        return clean_name(self.reason.text())

    @property
    def told_approver(self) -> str:
        return clean_name(self.approver.text())

    def show_lines(self, lines: Sequence[VisitLine]) -> None:
        """Offer the visits of a day, keeping the one chosen."""
        self._lines = tuple(line for line in lines if not line.voided)
        self._offer()

    def choose(self, visit_id: str) -> None:
        """Choose this visit when it is among those offered."""
        self.wanted.clear()
        self.visit.setCurrentIndex(max(0, self.visit.findData(visit_id)))

    def show_problem(self, field: str, sentence: str) -> None:
        """Say at its field why the list is refused; "" everywhere when it is not."""
        fields = {"reason": self._reason_field, "approver": self._approver_field}
        for _name, shown in (*fields.items(), ("", self._visit_field)):
            is_meant = shown is fields.get(field, self._visit_field)
            shown.show_problem(sentence if is_meant else "")
            if is_meant and sentence:
                shown.control.setFocus()

    def _offer(self) -> None:
        chosen, wanted = self.visit_id, fold(self.wanted.text())
        fitting = [line for line in self._lines if wanted in fold(f"{line.name} {line.pass_number}")]
        self.visit.blockSignals(True)
        self.visit.clear()
        for line in fitting:
            host = host_text(line)
            told = f"{clock_time(line.entered_at)}  {line.name}" + (f" · {host}" if host else "")
            self.visit.addItem(told, line.visit_id)
        self.visit.setCurrentIndex(max(0, self.visit.findData(chosen)))
        self.visit.blockSignals(False)
        self.ask.setEnabled(bool(fitting))
        self._visit_field.show_hint("" if fitting else _("No visit of that day fits."))
        if self.visit_id != chosen:
            self.changed.emit()

    def _watch(self) -> None:
        self.visit.currentIndexChanged.connect(lambda: self.changed.emit())
        self.minutes.valueChanged.connect(lambda: self.changed.emit())
        for field in (self.reason, self.approver):
            field.textChanged.connect(lambda: self.changed.emit())


class HandoverFields(QWidget):
    """Who takes the desk over and what they must know."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.taken_by, self.notes = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(LabelledField(_("Who takes the desk over"), self.taken_by))
        column.addWidget(LabelledField(_("What the next shift must know"), self.notes))
        for field in (self.taken_by, self.notes):
            field.setMaxLength(_MOST_LETTERS)
            field.textChanged.connect(lambda: self.changed.emit())

"""What lists ask of their reader: whose contacts, why and who approved; and who takes the desk over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from bluezone_desk.domain.contact_list import USUAL_MINUTES
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.vietnamese_dates import clock_time
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.draft_rules import FIELD_LIMIT
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField
from bluezone_desk.ui.widgets.suggest_box import FoldedCompleter
from bluezone_desk.ui.wording import host_text, pass_text

_MOST_MINUTES = 24 * 60


class ContactFields(QWidget):
    """Nothing is made while it is typed: the list names people, so it is asked for once, with a reason."""

    asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[VisitLine, ...] | None = None
        self.reason, self.approver = QLineEdit(), QLineEdit()
        for field in (self.reason, self.approver):
            field.setMaxLength(FIELD_LIMIT)
        self.visit = QComboBox()
        self.visit.setEditable(True)
        self.visit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._completer = FoldedCompleter(self.visit)
        self.visit.setCompleter(self._completer)
        self.visit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setValue(USUAL_MINUTES)
        # The style sheet's padding does not reach the line inside a spin box.
        self.minutes.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        self.ask = QPushButton(_("Make the list"))
        self._visit_field = LabelledField(_("Visitor of that day"), self.visit)
        self._reason_field = LabelledField(_("Reason"), self.reason)
        self._approver_field = LabelledField(_("Approved by"), self.approver)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        approved = QHBoxLayout()
        approved.setSpacing(10)
        approved.addWidget(LabelledField(_("From (minutes)"), self.minutes), 2)
        approved.addWidget(self._approver_field, 3)
        column.addWidget(self._visit_field)
        column.addWidget(self._reason_field)
        column.addLayout(approved)
        column.addWidget(self.ask)
        self.visit.currentIndexChanged.connect(self._show_beginning)
        self.ask.clicked.connect(lambda: self.asked.emit())
        self._watch()

    @property
    def visit_id(self) -> str:
        """The visit chosen, "" when what was typed is none of them."""
        index = self.visit.findText(self.visit.currentText())
        return str(self.visit.itemData(index)) if index >= 0 else ""

    @property
    def told_reason(self) -> str:
        return clean_name(self.reason.text())

    @property
    def told_approver(self) -> str:
        return clean_name(self.approver.text())

    def show_lines(self, lines: Sequence[VisitLine]) -> None:
        """Offer the visits of a day, keeping the one chosen."""
        lines = tuple(line for line in lines if not line.voided)
        if lines == self._offered:
            return
        chosen, self._offered = self.visit_id, lines
        self.visit.blockSignals(True)
        self.visit.clear()
        for line in lines:
            self.visit.addItem(_told(line), line.visit_id)
        self.visit.setCurrentIndex(max(0, self.visit.findData(chosen)))
        self.visit.blockSignals(False)
        self._show_beginning()
        self._completer.offer([self.visit.itemText(n) for n in range(len(lines))])
        self.ask.setEnabled(bool(lines))
        self._visit_field.show_hint("" if lines else _("Nobody came on that day."))

    def choose(self, visit_id: str) -> None:
        """Choose one of the visits offered."""
        self.visit.setCurrentIndex(max(0, self.visit.findData(visit_id)))

    def show_problem(self, field: str, sentence: str) -> None:
        """Say at its field why the list is refused; "" everywhere when it is not."""
        about = {"reason": self._reason_field, "approver": self._approver_field}.get(field)
        self._reason_field.show_problem(sentence if field == "reason" else "")
        self._approver_field.show_problem(sentence if field == "approver" else "")
        self._visit_field.show_problem("" if about else sentence)
        if sentence:
            (about.control if about else self.visit).setFocus()

    def _show_beginning(self) -> None:
        """The name is read, not the end of the line."""
        edit = self.visit.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)

    def _watch(self) -> None:
        self.visit.editTextChanged.connect(lambda: self.changed.emit())
        self.minutes.valueChanged.connect(lambda: self.changed.emit())
        for field in (self.reason, self.approver):
            field.textChanged.connect(lambda: self.changed.emit())


def _told(line: VisitLine) -> str:
    """ "08:22  Lò Văn Sơn · Thẻ 07 · Phòng Thông tin"."""
    parts = (line.name, pass_text(line.pass_number) if line.pass_number else "", host_text(line))
    return f"{clock_time(line.entered_at)}  {' · '.join(part for part in parts if part)}"


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
            field.setMaxLength(FIELD_LIMIT)
            field.textChanged.connect(lambda: self.changed.emit())

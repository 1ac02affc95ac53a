"""What a signed paper carries besides its figures: number, addressee, signatory, recipients, attachments."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.pages import report_people as people
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_MOST_LETTERS = 300
_MOST_NUMBER = 40


class ReportHead(QWidget):
    """Offers the office's own people first, then those of earlier papers. `changed` comes with every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = Office()
        self.number = QLineEdit()
        self.number.setMaxLength(_MOST_NUMBER)
        self.number.setPlaceholderText(_("left to the clerk"))
        self.addressee, self.signatory, self.recipients = _offering(), _offering(), _offering()
        self.with_register = QCheckBox(_("Attach the list of visitors"))
        self.with_charts = QCheckBox(_("Charts"))
        for box in (self.with_register, self.with_charts):
            box.setChecked(True)
        self._signing = LabelledField(_("Who signs (name, title)"), self.signatory)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        numbered = QHBoxLayout()
        numbered.setSpacing(10)
        numbered.addWidget(LabelledField(_("Document number"), self.number), 4)
        numbered.addWidget(LabelledField(_("Addressed to"), self.addressee), 5)
        column.addLayout(numbered)
        column.addWidget(self._signing)
        column.addWidget(LabelledField(_("Recipients, separated by ;"), self.recipients))
        attached = QHBoxLayout()
        attached.setSpacing(10)
        attached.addWidget(self.with_register)
        attached.addWidget(self.with_charts)
        attached.addStretch(1)
        column.addLayout(attached)
        self._connect()

    def take_over(self, before: "ReportHead") -> None:
        """What was typed elsewhere."""
        self.number.setText(before.number.text())
        for name in ("addressee", "signatory", "recipients"):
            getattr(self, name).setCurrentText(getattr(before, name).currentText())
        for name in ("with_register", "with_charts"):
            getattr(self, name).setChecked(getattr(before, name).isChecked())

    def show_office(self, office: Office) -> None:
        """Offer this office's people, and those of earlier papers."""
        self._office = office
        for field, own, key in self._fields(office):
            field.clear()
            field.addItems(list(dict.fromkeys([own, *people.earlier(key)])))
            edit = field.lineEdit()
            if edit is not None:
                edit.setCursorPosition(0)

    def read_into(self, office: Office) -> Office:
        """The office as it speaks in this one paper."""
        office = people.with_signatory(office, self.signatory.currentText())
        office = people.with_recipients(office, self.recipients.currentText())
        return replace(office, addressee=clean_name(self.addressee.currentText()))

    def remember(self) -> None:
        """These people were on a paper that left: offer them with the next."""
        for field, key in (
            (self.signatory, people.SIGNATORIES),
            (self.recipients, people.RECIPIENTS),
            (self.addressee, people.ADDRESSEES),
        ):
            text = field.currentText()
            people.remember(key, text)
            if text and field.findText(text) < 0:
                field.addItem(text)

    def _fields(self, office: Office) -> tuple[tuple[QComboBox, str, str], ...]:
        return (
            (self.signatory, people.signatory_text(office), people.SIGNATORIES),
            (self.recipients, people.recipients_text(office), people.RECIPIENTS),
            (self.addressee, office.addressee, people.ADDRESSEES),
        )

    def _connect(self) -> None:
        self.number.textChanged.connect(lambda: self.changed.emit())
        for field in (self.addressee, self.signatory, self.recipients):
            field.editTextChanged.connect(lambda: self.changed.emit())
            field.editTextChanged.connect(field.setToolTip)
        self.signatory.editTextChanged.connect(self._say_who_signs)
        for box in (self.with_register, self.with_charts):
            box.toggled.connect(lambda: self.changed.emit())

    def _say_who_signs(self, text: str) -> None:
        is_named = bool(people.with_signatory(self._office, text).signatory.name)
        self._signing.show_hint("" if is_named else sentence(Trouble.SIGNATORY_MISSING))


def _offering() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    edit = box.lineEdit()
    if edit is not None:
        edit.setMaxLength(_MOST_LETTERS)
    return box

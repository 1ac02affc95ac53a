"""The directive the desk works under: a preset to start from, and every part of it to be edited."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.first_start_fields import directive_label
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_programmes import ProgrammeRows
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")


def parse_day(text: str) -> date | None:
    """The day of "4/8/2020" or "2020-08-04"; None for no text. Raises ValueError for anything else."""
    plain = text.strip()
    if not plain:
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    raise ValueError(plain)


class DirectiveSettings(SettingsForm):
    """Number, day, issuer, target and deadline as the papers cite them, and the programmes."""

    def __init__(self, presets: tuple[Directive, ...], parent: QWidget | None = None) -> None:
        words = _("Choose the directive nearest to yours, then change what differs.")
        super().__init__(_("Directive"), words, parent)
        self._presets = presets
        self._code = ""
        self._note = ""
        self.preset = QComboBox()
        self.preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.preset.addItem(_("Fill in from a preset…"))
        for directive in presets:
            self.preset.addItem(directive_label(directive))
        self.kind, self.number, self.issued_on = QLineEdit(), QLineEdit(), QLineEdit()
        self.issuer, self.subject, self.deadline = QLineEdit(), QLineEdit(), QLineEdit()
        self.target = QSpinBox()
        self.target.setRange(0, 100)
        self.target.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        self.target.setSuffix(" %")
        self.target.setSpecialValueText(_("no target"))
        self.apps = ProgrammeRows()
        self._lay_out()
        self.watch(self.kind, self.number, self.issued_on, self.issuer, self.subject, self.deadline)
        self.target.valueChanged.connect(lambda: self.changed.emit())
        self.apps.changed.connect(self.changed)
        self.preset.activated.connect(self._preset_chosen)

    def show_office(self, office: Office) -> None:
        self.preset.setCurrentIndex(0)
        self._show(office.directive)

    def read_into(self, office: Office) -> Office:
        return replace(office, directive=self.directive())

    def directive(self) -> Directive:
        """The directive as the fields say it; days that cannot be read are left out."""
        return Directive(
            code=self._code,
            kind=clean_name(self.kind.text()),
            number=clean_name(self.number.text()),
            issued_on=_day_or_none(self.issued_on.text()),
            issuer=clean_name(self.issuer.text()),
            subject=clean_name(self.subject.text()),
            programmes=self.apps.programmes(),
            target_percent=self.target.value(),
            deadline=_day_or_none(self.deadline.text()),
            note=self._note,
        )

    def first_problem(self) -> QWidget | None:
        wrong = [field.control for field in (self._issued, self._due) if _say_day_problem(field)]
        return wrong[0] if wrong else self.apps.first_problem()

    def _show(self, directive: Directive) -> None:
        self._code, self._note = directive.code, directive.note
        for field, text in (
            (self.kind, directive.kind),
            (self.number, directive.number),
            (self.issued_on, short_date(directive.issued_on) if directive.issued_on else ""),
            (self.issuer, directive.issuer),
            (self.subject, directive.subject),
            (self.deadline, short_date(directive.deadline) if directive.deadline else ""),
        ):
            field.setText(text)
        self.target.setValue(directive.target_percent)
        self.apps.show_programmes(directive.programmes)

    def _preset_chosen(self, place: int) -> None:
        if place > 0:
            self._show(self._presets[place - 1])
            self.changed.emit()

    def _lay_out(self) -> None:
        self.add(_("Preset"), self.preset, is_wide=True)
        self.add(_("Kind of document"), self.kind)
        self.add(_("Number and symbol"), self.number, column=1)
        self._issued = self.add(_("Issued on"), self.issued_on)
        self.add(_("Issued by"), self.issuer, column=1)
        self.add(_("Subject, as it is cited"), self.subject, is_wide=True)
        self.add(_("Target, of people whose phone can run the app"), self.target)
        self._due = self.add(_("Deadline (may stay empty)"), self.deadline, column=1)
        self.kind.setPlaceholderText("Công văn")
        for field in (self.issued_on, self.deadline):
            field.setPlaceholderText("04/8/2020")
        self.add_widget(self.apps)


def _day_or_none(text: str) -> date | None:
    try:
        return parse_day(text)
    except ValueError:
        return None


def _say_day_problem(field: LabelledField[QLineEdit]) -> bool:
    try:
        parse_day(field.control.text())
    except ValueError:
        field.show_problem(sentence(Trouble.INPUT_DATE, {"text": field.control.text(), "example": "04/8/2020"}))
        return True
    field.show_problem("")
    return False

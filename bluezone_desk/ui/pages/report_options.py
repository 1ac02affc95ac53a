"""What a report asks of its writer: kind, days, number, who signs, who gets it, and how it leaves."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.pages.report_making import (
    Kind,
    ReportWish,
    recipients_text,
    signatory_text,
    with_recipients,
    with_signatory,
)
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.day_field import DayField
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 332
_MOST_LETTERS = 300


class ReportOptions(QFrame):
    """The panel beside the preview. `changed` comes with every change of the paper."""

    changed = Signal()

    def __init__(self, office: Office, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFixedWidth(theme().px(WIDTH_PX))
        self._office = office
        self._today = today
        self.kinds = QButtonGroup(self)
        self.first, self.last = DayField(today), DayField(today)
        self.number, self.recipients = QLineEdit(), QLineEdit()
        self.signatory = QComboBox()
        self.signatory.setEditable(True)
        self.signatory.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.with_register = QCheckBox(_("Attach the list of visitors"))
        self.masked = QCheckBox(_("Hide ID and phone numbers in part"))
        self.print = QPushButton(_("Print") + "  (Ctrl+P)")
        set_role(self.print, "primary")
        self.save_pdf = QPushButton(_("Save PDF"))
        self.save_docx, self.save_xlsx = QPushButton("Word"), QPushButton("Excel")
        for button, name in ((self.save_docx, _("Save Word")), (self.save_xlsx, _("Save Excel"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._lay_out()
        self.set_office(office)
        self._connect()
        self._show_fields()

    def wish(self) -> ReportWish:
        """What is asked now. Days the wrong way round are turned."""
        first, last = self.first.day(), self.last.day()
        is_span = self.kind is Kind.REGISTER
        office = with_recipients(
            with_signatory(self._office, self.signatory.currentText()), self.recipients.text()
        )
        return ReportWish(
            self.kind,
            min(first, last) if is_span else first,
            max(first, last) if is_span else first,
            self._office if self.kind is not Kind.DAILY else office,
            clean_name(self.number.text()),
            self.with_register.isChecked(),
            self.masked.isChecked(),
        )

    @property
    def kind(self) -> Kind:
        return tuple(Kind)[self.kinds.checkedId()]

    def focus_kind(self) -> None:
        """Put the focus where the work on a paper starts."""
        choice = self.kinds.checkedButton()
        if choice is not None:
            choice.setFocus()

    def set_office(self, office: Office) -> None:
        """Offer this office's signatory and recipients."""
        self._office = office
        self.signatory.clear()
        self.signatory.addItem(signatory_text(office))
        self.recipients.setText(recipients_text(office))

    def set_today(self, today: date) -> None:
        """The calendar moved on; a day that was left at today moves with it."""
        for day in (self.first, self.last):
            if day.day() == self._today:
                day.set_day(today)
        self._today = today

    def choose_today(self) -> None:
        self._choose(self._today)

    def choose_yesterday(self) -> None:
        self._choose(self._today - timedelta(days=1))

    def _choose(self, day: date) -> None:
        self.first.set_day(day)
        self.last.set_day(day)

    def _connect(self) -> None:
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda: self.changed.emit())
        for field in (self.number, self.recipients):
            field.textChanged.connect(lambda: self.changed.emit())
        self.signatory.editTextChanged.connect(lambda: self.changed.emit())
        for box in (self.with_register, self.masked):
            box.toggled.connect(lambda: self.changed.emit())
        self.kinds.idToggled.connect(self._kind_toggled)

    def _kind_toggled(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self._show_fields()
            self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.kind
        self._days.setVisible(kind is not Kind.INSIDE)
        self._first_field.setVisible(kind is not Kind.INSIDE)
        self._last_field.setVisible(kind is Kind.REGISTER)
        for widget in (self._number_field, self._signatory_field, self._recipients_field, self.with_register):
            widget.setVisible(kind is Kind.DAILY)
        self.masked.setVisible(kind is not Kind.INSIDE)
        self.save_docx.setVisible(kind is Kind.DAILY)

    def _lay_out(self) -> None:
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(12)
        column.addLayout(self._kind_choices())
        self._add_fields(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 14)
        whole.setSpacing(8)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._exits())

    def _kind_choices(self) -> QVBoxLayout:
        title = QLabel(_("Kind of paper"))
        set_role(title, "heading")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title)
        column.addSpacing(8)
        names = {
            Kind.DAILY: _("Daily report"),
            Kind.REGISTER: _("Visitor register"),
            Kind.INSIDE: _("Who is inside now"),
        }
        for number, kind in enumerate(Kind):
            choice = QRadioButton(names[kind])
            set_role(choice, "option")
            self.kinds.addButton(choice, number)
            column.addWidget(choice)
        self.kinds.button(0).setChecked(True)
        return column

    def _add_fields(self, column: QVBoxLayout) -> None:
        self._first_field = LabelledField(_("Day"), self.first)
        self._last_field = LabelledField(_("To day"), self.last)
        self._number_field = LabelledField(_("Document number"), self.number)
        self._signatory_field = LabelledField(_("Who signs (name, title)"), self.signatory)
        self._recipients_field = LabelledField(_("Recipients, separated by ;"), self.recipients)
        self.number.setPlaceholderText(_("left to the clerk"))
        self.number.setMaxLength(40)
        self.recipients.setMaxLength(_MOST_LETTERS)
        row = QHBoxLayout()
        row.setSpacing(10)
        for field in (self._first_field, self._last_field, self._number_field):
            row.addWidget(field, 1)
        column.addLayout(row)
        column.addWidget(self._day_keys())
        column.addWidget(self._signatory_field)
        column.addWidget(self._recipients_field)
        for box in (self.with_register, self.masked):
            box.setChecked(True)
            column.addWidget(box)

    def _day_keys(self) -> QWidget:
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, key, action in (
            (_("Today"), "Alt+T", self.choose_today),
            (_("Yesterday"), "Alt+Y", self.choose_yesterday),
        ):
            button = QPushButton(f"{text}  ({key})")
            set_role(button, "segment")
            button.clicked.connect(action)
            row.addWidget(button, 1)
        return self._days

    def _exits(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button, share in ((self.save_pdf, 5), (self.save_docx, 4), (self.save_xlsx, 4)):
            row.addWidget(button, share)
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(10)
        column.addWidget(self.print)
        column.addLayout(row)
        return column

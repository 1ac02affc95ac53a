"""What a paper asks of its writer: its kind, the days, who signs, who gets it, and how it leaves."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.contact_list import ContactList
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.producing.order import OF_DAYS, SIGNED, PaperKind, PaperOrder
from bluezone_desk.ui.pages.report_days import ReportDays
from bluezone_desk.ui.pages.report_head import ReportHead
from bluezone_desk.ui.pages.report_lists import ContactFields, HandoverFields
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

WIDTH_PX = 332
#: Six kinds and all that a signed paper asks stand on the smallest screen without scrolling.
_KIND_HEIGHT_PX = 26
_NAMES = {
    PaperKind.DAILY: noop("Daily report"),
    PaperKind.PERIOD: noop("Progress report (week, month, any)"),
    PaperKind.REGISTER: noop("Visitor register"),
    PaperKind.CONTACTS: noop("Contacts of one visitor"),
    PaperKind.INSIDE: noop("Evacuation: who is inside now"),
    PaperKind.HANDOVER: noop("Hand-over of the shift"),
}


class ReportOptions(QFrame):
    """The panel beside the preview. `changed` comes with every change of the paper.

    `whole_asked` when whole numbers are wanted: they come with `show_whole`, until then they stay hidden.
    """

    changed = Signal()
    whole_asked = Signal()

    def __init__(self, office: Office, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFixedWidth(theme().px(WIDTH_PX))
        self._office = office
        self._today = today
        #: The contact list that was asked for last; None once anything it rests on was changed.
        self.contacts: ContactList | None = None
        self.kinds = QButtonGroup(self)
        self.days, self.head = ReportDays(today), ReportHead()
        self.contact, self.handover = ContactFields(), HandoverFields()
        self.masked = QCheckBox(_("Hide ID and phone numbers in part"))
        self.masked.setChecked(True)
        self._masked_told = QLabel()
        self._masked_told.setWordWrap(True)
        set_role(self._masked_told, "problem")
        self._masked_told.hide()
        self.print = QPushButton(_("Print") + " (Ctrl+P)")
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

    def order(self) -> PaperOrder:
        """What is asked now."""
        kind = self.kind
        first, last = self.days.days() if kind in OF_DAYS else (self._today, self._today)
        contacts = self.contacts if kind is PaperKind.CONTACTS else None
        if contacts is not None:
            first = last = contacts.subject.day
        return PaperOrder(
            kind,
            first,
            last,
            self.head.read_into(self._office) if kind in SIGNED else self._office,
            number=clean_name(self.head.number.text()),
            with_register=self.head.with_register.isChecked() or kind is PaperKind.PERIOD,
            with_charts=self.head.with_charts.isChecked(),
            masked=self.masked.isChecked(),
            contacts=contacts,
            taken_by=clean_name(self.handover.taken_by.text()),
            notes=clean_name(self.handover.notes.text()),
        )

    @property
    def kind(self) -> PaperKind:
        return tuple(PaperKind)[self.kinds.checkedId()]

    def choose_kind(self, kind: PaperKind) -> None:
        self.kinds.button(tuple(PaperKind).index(kind)).setChecked(True)

    def choose_contacts(self, line: VisitLine, of_day: Sequence[VisitLine]) -> None:
        """The list of contacts of this visit, one of those of its day; the focus waits for the reason."""
        self.days.show_day(line.day)
        self.contact.show_lines(of_day)
        self.contact.choose(line.visit_id)
        self.choose_kind(PaperKind.CONTACTS)
        self.contact.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, before: "ReportOptions") -> None:
        """What was chosen and typed in another panel. Whole numbers and lists of contacts are asked for anew."""
        self.choose_kind(before.kind)
        self.days.take_over(before.days)
        self.head.take_over(before.head)
        for name in ("taken_by", "notes"):
            getattr(self.handover, name).setText(getattr(before.handover, name).text())

    def focus_kind(self) -> None:
        """Put the focus where the work on a paper starts."""
        choice = self.kinds.checkedButton()
        if choice is not None:
            choice.setFocus()

    def set_office(self, office: Office) -> None:
        """Offer this office's signatory and recipients."""
        self._office = office
        self.head.show_office(office)

    def set_today(self, today: date) -> None:
        """The calendar moved on; a day that was left at today moves with it."""
        self._today = today
        self.days.set_today(today)

    def set_exits_enabled(self, are_enabled: bool) -> None:
        for button in (self.print, self.save_pdf, self.save_docx, self.save_xlsx):
            button.setEnabled(are_enabled)

    def show_whole(self) -> None:
        """Whole numbers may be shown."""
        self._set_masked(False, "")
        self.changed.emit()

    def keep_masked(self, why: str) -> None:
        """Numbers stay hidden in part, or are hidden again; `why` is said below the choice."""
        self._set_masked(True, why)

    def _masked_toggled(self, is_masked: bool) -> None:
        self._set_masked(True, "")
        (self.changed if is_masked else self.whole_asked).emit()

    def _set_masked(self, is_masked: bool, why: str) -> None:
        self.masked.blockSignals(True)
        self.masked.setChecked(is_masked)
        self.masked.blockSignals(False)
        self.masked.setAccessibleDescription(why)
        self._masked_told.setText(why)
        self._masked_told.setVisible(bool(why) and not self.masked.isHidden())
        if why:
            QTimer.singleShot(0, self._masked_told, lambda: self._scrolled.ensureWidgetVisible(self._masked_told))

    def _connect(self) -> None:
        self.days.changed.connect(self._changed)
        self.contact.changed.connect(self._changed)
        for part in (self.head, self.handover):
            part.changed.connect(self.changed)
        self.masked.toggled.connect(self._masked_toggled)
        self.kinds.idToggled.connect(self._kind_toggled)

    def _changed(self) -> None:
        self.contacts = None
        self.changed.emit()

    def _kind_toggled(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            if self.kind is PaperKind.PERIOD:
                self.days.choose_week()
            self._show_fields()
            self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.kind
        is_span = kind in (PaperKind.PERIOD, PaperKind.REGISTER)
        self.days.show_as(is_span=is_span, with_periods=is_span)
        self.days.setVisible(kind in OF_DAYS or kind is PaperKind.CONTACTS)
        self.head.setVisible(kind in SIGNED)
        self.head.with_register.setVisible(kind is PaperKind.DAILY)
        self.head.with_charts.blockSignals(True)
        self.head.with_charts.setChecked(kind is PaperKind.PERIOD)
        self.head.with_charts.blockSignals(False)
        self.masked.setVisible(kind in (PaperKind.DAILY, PaperKind.REGISTER))
        self._masked_told.hide()
        self.contact.setVisible(kind is PaperKind.CONTACTS)
        self.handover.setVisible(kind is PaperKind.HANDOVER)

    def _lay_out(self) -> None:
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 2)
        column.setSpacing(5)
        column.addLayout(self._kind_choices())
        for part in (self.days, self.head, self.masked, self._masked_told, self.contact, self.handover):
            column.addWidget(part)
        column.addStretch(1)
        self._scrolled = QScrollArea()
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 12)
        whole.setSpacing(8)
        whole.addWidget(self._scrolled, 1)
        whole.addLayout(self._exits())

    def _kind_choices(self) -> QVBoxLayout:
        title = QLabel(_("Kind of paper"))
        set_role(title, "heading")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title)
        column.addSpacing(6)
        for number, kind in enumerate(PaperKind):
            choice = QRadioButton(_(_NAMES[kind]))
            set_role(choice, "option")
            choice.setStyleSheet(f"min-height: {theme().px(_KIND_HEIGHT_PX)}px;")
            self.kinds.addButton(choice, number)
            column.addWidget(choice)
        self.kinds.button(0).setChecked(True)
        return column

    def _exits(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button, share in ((self.save_pdf, 5), (self.save_docx, 4), (self.save_xlsx, 4)):
            row.addWidget(button, share)
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.print)
        column.addLayout(row)
        return column

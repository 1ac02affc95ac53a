"""What the first start asks, and how the answers become an office. The directive fills what it already tells."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.widgets.labelled_field import LabelledField

#: Decree 30 prints the usual abbreviation of the body above.
_ISSUER_ABBREVIATION = ("Ủy ban nhân dân", "UBND")
_PLACE_WORDS = ("tỉnh ", "thành phố ", "huyện ", "quận ")


def directive_label(directive: Directive) -> str:
    """A directive in a list: number, day and who issued it."""
    if not (directive.number or directive.issuer):
        return _("No directive")
    issued = short_date(directive.issued_on) if directive.issued_on is not None else ""
    label = ", ".join(part for part in (directive.number or directive.kind, issued) if part)
    return " · ".join(part for part in (label, directive.issuer) if part)


def directive_summary(directive: Directive) -> str:
    """What a directive asks of the desk, in one line."""
    parts = [_("Apps: {apps}").format(apps=", ".join(p.name for p in directive.programmes))]
    if directive.target_percent:
        parts.append(_("target {percent}%").format(percent=directive.target_percent))
    if directive.deadline is not None:
        parts.append(_("by {day}").format(day=short_date(directive.deadline)))
    return " · ".join(parts)


def parent_of(directive: Directive) -> str:
    """The body above, as it stands at the head of a paper, when the directive's issuer tells it."""
    return directive.issuer.replace(*_ISSUER_ABBREVIATION)


def place_of(directive: Directive) -> str:
    """The bare place name before the date, when the directive's issuer tells it."""
    for word in _PLACE_WORDS:
        _before, found, after = directive.issuer.partition(word)
        if found:
            return after.strip()
    return ""


class FirstStartFields(QWidget):
    """Six fields with sensible defaults; only the office's name has none."""

    def __init__(self, office: Office, presets: tuple[Directive, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._directives = presets or (office.directive,)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Sở Thông tin và Truyền thông tỉnh Hòa Bình")
        self.directive = QComboBox()
        self.directive.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for directive in self._directives:
            self.directive.addItem(directive_label(directive))
        self.parent_body = QLineEdit(office.parent)
        self.place = QLineEdit(office.place)
        self.signatory = QLineEdit(office.signatory.name)
        self.signatory.setPlaceholderText("Nguyễn Thu Hiền")
        self.title = QLineEdit(office.signatory.title)
        self._told: dict[QLineEdit, str] = {}
        self._lay_out()
        self.directive.currentIndexChanged.connect(self._follow_directive)
        self._follow_directive()

    def in_order(self) -> tuple[QWidget, ...]:
        """The fields as Enter goes through them."""
        return (self.name, self.directive, self.parent_body, self.place, self.signatory, self.title)

    def chosen_directive(self) -> Directive:
        return self._directives[max(0, self.directive.currentIndex())]

    def office(self) -> Office:
        """The office as answered: NFC, single spaces, everything else as it was."""
        texts = {field: clean_name(field.text()) for field in (self.name, self.parent_body, self.place)}
        signatory = replace(
            self._office.signatory, name=clean_name(self.signatory.text()), title=clean_name(self.title.text())
        )
        return replace(
            self._office,
            name=texts[self.name],
            parent=texts[self.parent_body],
            place=texts[self.place] or self._office.place,
            signatory=signatory,
            directive=self.chosen_directive(),
        )

    def show_missing_name(self) -> None:
        """Say at the field that the office's name is missing, and go there."""
        self._name_field.show_problem(sentence(Trouble.OFFICE_NAME_MISSING))
        self.name.setFocus()

    def _lay_out(self) -> None:
        self._name_field = LabelledField(_("Name of the office, as on its papers"), self.name)
        self._directive_field = LabelledField(_("Directive the desk works under"), self.directive, " ")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.addWidget(self._name_field, 0, 0, 1, 2)
        grid.addWidget(self._directive_field, 1, 0, 1, 2)
        grid.addWidget(LabelledField(_("Body above (may stay empty)"), self.parent_body), 2, 0)
        grid.addWidget(LabelledField(_("Place named before the date"), self.place), 2, 1)
        grid.addWidget(LabelledField(_("Who signs the report"), self.signatory), 3, 0)
        grid.addWidget(LabelledField(_("Title of who signs"), self.title), 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.name.textChanged.connect(lambda: self._name_field.show_problem(""))

    def _follow_directive(self) -> None:
        directive = self.chosen_directive()
        self._directive_field.show_hint(directive_summary(directive))
        for field, told in ((self.parent_body, parent_of(directive)), (self.place, place_of(directive))):
            defaults = (self._office.parent, self._office.place)
            is_untouched = field.text() in ("", self._told.get(field, ""), *defaults)
            if told and is_untouched:
                field.setText(told)
                self._told[field] = told

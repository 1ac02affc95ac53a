"""The fields of a poster's order, and their state as one value that can be put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.links import ALLOWED_HOSTS, check_link
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.logo import Logo
from bluezone_desk.paper.place_list import typed_places
from bluezone_desk.paper.poster import PosterRequest
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.pages.poster_words import directive_title, size_title
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_MOST_LETTERS = 200
_OWN, _EACH, _TOGETHER = "", "each", "together"


@dataclass(frozen=True, slots=True)
class PosterState:
    """Everything that can be chosen or typed, to be compared and put back."""

    template: str
    directive: str
    link: str
    size: str
    language: str
    codes: str
    places: str
    headline: str
    has_logo: bool
    has_proof_line: bool
    is_dated: bool


class PosterFields(QWidget):
    """`changed` comes with every change of the poster."""

    changed = Signal()

    def __init__(self, office: Office, presets: Sequence[Directive], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "plain")
        self._office = self._office_before = office
        self._presets = tuple(preset for preset in presets if preset.number or preset.issuer)
        self._hosts: Mapping[str, str] = ALLOWED_HOSTS
        self._logo: Logo | None = None
        self.link, self.headline = QLineEdit(), QLineEdit()
        self.paper, self.language, self.directive, self.codes = (QComboBox() for _place in range(4))
        self.places = QPlainTextEdit()
        self.read_list = QPushButton(_("From a file…"))
        self.sites = QPushButton(_("Sites…"))
        self.choose_logo = QPushButton(_("Logo…"))
        self.with_logo = QCheckBox(_("With logo"))
        self.with_date = QCheckBox(_("Date of printing"))
        self.with_proof_line = QCheckBox(_("Line of proof at the edge"))
        for box in (self.with_proof_line, self.with_date):
            box.setChecked(True)
        self.file_each = QCheckBox(_("A file for each place"))
        self._lay_out()
        self.set_office(office)
        self.show_template(next(iter(TEMPLATES)))
        self.set_logo(None)
        self._connect()

    @property
    def office(self) -> Office:
        """The office under the directive chosen here."""
        chosen = self.directive.currentData()
        preset = next((one for one in self._presets if one.code == chosen), None)
        return replace(self._office, directive=preset) if preset else self._office

    def set_office(self, office: Office) -> None:
        """Start from this office's links and desk; what was typed since stays."""
        before = self._office_before
        self._office = office
        self.directive.blockSignals(True)
        chosen = self.directive.currentData()
        self.directive.clear()
        self.directive.addItem(directive_title(office.directive) or _("the office's own"), _OWN)
        for preset in self._presets:
            self.directive.addItem(directive_title(preset), preset.code)
        self.directive.setCurrentIndex(max(0, self.directive.findData(chosen)))
        self.directive.blockSignals(False)
        self._office_before = self.office
        self._follow_directive(before)
        if self.places.toPlainText() in ("", before.desk_name):
            self.places.setPlainText(office.desk_name)

    def set_hosts(self, hosts: Mapping[str, str]) -> None:
        """The sites a link may lead to."""
        self._hosts = hosts

    def set_logo(self, logo: Logo | None) -> None:
        """The office's logo; it is on the poster from now on, unless the box is unticked."""
        self._logo = logo
        self.with_logo.blockSignals(True)
        self.with_logo.setEnabled(logo is not None)
        self.with_logo.setChecked(logo is not None)
        self.with_logo.blockSignals(False)

    def show_template(self, key: str) -> None:
        """Offer the sizes this template comes in; the size chosen before stays when there is one."""
        before = self.paper.currentData()
        self.paper.blockSignals(True)
        self.paper.clear()
        for size in TEMPLATES[key].sizes:
            self.paper.addItem(size_title(size), size)
        self.paper.setCurrentIndex(max(0, self.paper.findData(before)))
        self.paper.blockSignals(False)
        self._size_field.setVisible(self.paper.count() > 1)
        is_paper = not TEMPLATES[key].is_screen
        for box in (self.with_proof_line, self.with_date):
            box.setVisible(is_paper)
        self._show_codes(is_paper and key != "guide")

    def request(self, template: str, today: date) -> PosterRequest:
        """What is asked now, places cleaned and blank lines dropped; `today` is printed when that is asked."""
        listed = typed_places(self.places.toPlainText())
        chosen = str(self.codes.currentData() or _OWN)
        linked = tuple(programme for programme in self.office.programmes if programme.link)
        alone = tuple(programme for programme in linked if programme.code == chosen)
        link = self.link.text().strip()
        return PosterRequest(
            template=template,
            size=str(self.paper.currentData()),
            language=str(self.language.currentData()),
            link=link if not alone else "",
            places=listed.places or ("",),
            place_lines=listed.lines,
            headline=clean_name(self.headline.text()),
            programmes=alone,
            has_proof_line=self.with_proof_line.isChecked(),
            printed_on=today if self.with_date.isChecked() else None,
            allowed_hosts=self._hosts,
            is_together=chosen == _TOGETHER,
            logo=self._logo if self.with_logo.isChecked() else None,
        )

    def state(self, template: str) -> PosterState:
        """All of it now."""
        return PosterState(
            template,
            str(self.directive.currentData()),
            self.link.text(),
            str(self.paper.currentData()),
            str(self.language.currentData()),
            str(self.codes.currentData() or _OWN),
            self.places.toPlainText(),
            self.headline.text(),
            self.with_logo.isChecked(),
            self.with_proof_line.isChecked(),
            self.with_date.isChecked(),
        )

    def put_back(self, state: PosterState) -> None:
        """As it was then; one change for all."""
        self.blockSignals(True)
        for choice, data in ((self.directive, state.directive), (self.paper, state.size)):
            choice.setCurrentIndex(max(0, choice.findData(data)))
        for choice, data in ((self.language, state.language), (self.codes, state.codes)):
            choice.setCurrentIndex(max(0, choice.findData(data)))
        for field, text in ((self.link, state.link), (self.headline, state.headline)):
            if field.text() != text:
                field.setText(text)
        if self.places.toPlainText() != state.places:
            self.places.setPlainText(state.places)
        self.with_logo.setChecked(state.has_logo and self._logo is not None)
        self.with_proof_line.setChecked(state.has_proof_line)
        self.with_date.setChecked(state.is_dated)
        self.blockSignals(False)
        self.changed.emit()

    def link_problem(self) -> str:
        """Why the link may not be printed, said at the field too; "" when it may."""
        link = self.link.text().strip()
        trouble = check_link(link, self._hosts) if link else None
        host = link.partition("://")[2].partition("/")[0]
        problem = sentence(trouble, {"host": host}) if trouble is not None else ""
        self.link_field.show_problem(problem)
        return problem

    def _follow_directive(self, before: Office) -> None:
        """The link of the directive chosen now, unless another was typed."""
        linked = [programme.link for programme in self.office.programmes if programme.link]
        usual = linked[0] if len(linked) == 1 else ""
        if self.link.text() in ("", *(p.link for p in before.programmes)):
            self.link.setText(usual)
        names = ", ".join(programme.name for programme in self.office.programmes)
        self.link.setPlaceholderText("" if usual else _("empty: codes for {names}").format(names=names))
        self._fill_codes()

    def _fill_codes(self) -> None:
        linked = [programme for programme in self.office.programmes if programme.link]
        chosen = self.codes.currentData()
        self.codes.blockSignals(True)
        self.codes.clear()
        self.codes.addItem(_("a sheet for each app"), _OWN)
        self.codes.addItem(_("all on one sheet, smaller"), _TOGETHER)
        for programme in linked:
            self.codes.addItem(_("{name} only").format(name=programme.name), programme.code)
        self.codes.setCurrentIndex(max(0, self.codes.findData(chosen)))
        self.codes.blockSignals(False)
        self._codes_field.setVisible(len(linked) > 1)

    def _show_codes(self, is_offered: bool) -> None:
        linked = [programme for programme in self.office.programmes if programme.link]
        self._codes_field.setVisible(is_offered and len(linked) > 1)

    def _directive_chosen(self) -> None:
        before, self._office_before = self._office_before, self.office
        self._follow_directive(before)
        self.changed.emit()

    def _places_typed(self) -> None:
        self.file_each.setVisible(len(typed_places(self.places.toPlainText()).places) > 1)
        self.changed.emit()

    def _connect(self) -> None:
        for field in (self.link, self.headline):
            field.textChanged.connect(lambda: self.changed.emit())
        for choice in (self.paper, self.language, self.codes):
            choice.currentIndexChanged.connect(lambda: self.changed.emit())
        for box in (self.with_logo, self.with_proof_line, self.with_date):
            box.toggled.connect(lambda: self.changed.emit())
        self.directive.currentIndexChanged.connect(lambda: self._directive_chosen())
        self.places.textChanged.connect(self._places_typed)

    def _lay_out(self) -> None:
        for field in (self.link, self.headline):
            field.setMaxLength(_MOST_LETTERS)
        self.language.addItem(_("Vietnamese"), "vi")
        self.language.addItem(_("Vietnamese, English"), "vi+en")
        self.places.setTabChangesFocus(True)
        self.places.setFixedHeight(theme().px(76))
        for choice in (self.paper, self.language, self.directive, self.codes):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(3)
        self.headline.setPlaceholderText(_("as the template has it"))
        self.link_field = LabelledField(
            _("Link"), self.link, _("The app's site may no longer be served: open the link on a phone first.")
        )
        self._size_field = LabelledField(_("Paper size"), self.paper)
        self._codes_field = LabelledField(_("Codes"), self.codes)
        self.file_each.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(LabelledField(_("Directive"), self.directive))
        column.addWidget(self.link_field)
        column.addLayout(_row((self._size_field, 2), (LabelledField(_("Language"), self.language), 3)))
        column.addWidget(self._codes_field)
        column.addWidget(LabelledField(_("Places, one poster for each line"), self.places))
        column.addLayout(_row((self.read_list, 0), (self.sites, 0), (QLabel(), 1)))
        column.addWidget(self.file_each)
        column.addWidget(LabelledField(_("Headline"), self.headline))
        column.addLayout(_row((self.with_logo, 1), (self.choose_logo, 0)))
        column.addWidget(self.with_proof_line)
        column.addWidget(self.with_date)
        for button in (self.read_list, self.sites, self.choose_logo):
            set_role(button, "segment")


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row

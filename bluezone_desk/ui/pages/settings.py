"""The settings page: sections on the left, one form on the right, kept together by one button."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.keys import Keys, with_key
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.report_closing import ClosingSettings
from bluezone_desk.ui.pages.settings_desk import DeskSettings
from bluezone_desk.ui.pages.settings_directive import DirectiveSettings
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_look import LookSettings
from bluezone_desk.ui.pages.settings_office import OfficeSettings
from bluezone_desk.ui.pages.settings_scanner import ScannerSettings
from bluezone_desk.ui.scanning import ScannerHub
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.task_runner import Runner
from bluezone_desk.ui.theme import theme

LIST_WIDTH_PX = 250


class SettingsPage(Page):
    """Nothing is kept before it is saved; what was typed stays when another page is looked at in between."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        self.office_form, self.look_form = OfficeSettings(), LookSettings()
        self.desk_form = DeskSettings(desk.roles)
        self.directive_form = DirectiveSettings(self.presets())
        self.scanner_form = ScannerSettings(desk.people.recognise)
        self.closing_form = ClosingSettings(desk, clock)
        self.forms: tuple[SettingsForm, ...] = (
            self.office_form,
            self.directive_form,
            self.desk_form,
            self.scanner_form,
            self.closing_form,
            self.look_form,
        )
        self.sections = QButtonGroup(self)
        self.save_button = QPushButton(with_key(_("Save changes"), Keys.SAVE))
        self.drop_button = QPushButton(_("Drop changes"))
        self._told = QLabel()
        self._is_changed = False
        self._lay_out()
        self._show_office()
        self._connect()

    @property
    def is_changed(self) -> bool:
        """Something was typed that is not kept yet."""
        return self._is_changed

    def entered(self) -> None:
        if not self._is_changed:
            self._show_office()
        choice = self.sections.checkedButton()
        if choice is not None:
            choice.setFocus()

    def office_updated(self) -> None:
        if not self._is_changed:
            self._show_office()

    def use_scanners(self, hub: ScannerHub) -> None:
        self.scanner_form.use_scanners(hub)

    def read(self) -> Office:
        """The office as all forms together say it."""
        office = self.desk.settings.office()
        for form in self.forms:
            office = form.read_into(office)
        return office

    def save(self) -> None:
        """Keep what was typed, unless a field is wrong: then it says so, and is shown."""
        for place, form in enumerate(self.forms):
            field = form.first_problem()
            if field is not None:
                self.sections.button(place).setChecked(True)
                field.setFocus()
                return
        try:
            refusal = self.desk.settings.change_desk_rules(self.desk_form.rules.rules())
            refusal = refusal or self.desk.settings.change_office(self.read())
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        if isinstance(refusal, Refused):
            self.noticed.emit(Notice(problem_sentence(refusal.problems[0]), "", "bad"))
            return
        self._show_office()
        self.office_changed.emit()
        self._look_anew()
        self.noticed.emit(Notice(_("Settings saved"), "", "good", seconds=5))

    def drop(self) -> None:
        """Go back to what is kept."""
        self._show_office()
        self._look_anew()

    def take_over(self, before: Page) -> None:
        assert isinstance(before, SettingsPage)
        self.sections.button(before.sections.checkedId()).setChecked(True)
        self.look_form.take_over(before.look_form)

    def open_part(self, part: str) -> None:
        section = self.sections.button(self.forms.index(getattr(self, f"{part}_form")))
        section.setChecked(True)
        section.setFocus()

    def _look_anew(self) -> None:
        """Have the window made anew, unless something was typed here that is not kept yet."""
        if self.look_form.is_waiting and not self._is_changed:
            self.look_form.use_language()
            self.look_changed.emit()

    def _show_office(self) -> None:
        office = self.desk.settings.office()
        self.desk_form.rules.show_rules(self.desk.settings.desk_rules())
        for form in self.forms:
            form.show_office(office)
            form.first_problem()
        self._set_changed(False)

    def _set_changed(self, is_changed: bool) -> None:
        self._is_changed = is_changed
        self.look_form.show_hindrance(is_hindered=is_changed)
        self._told.setText(_("Changes are not saved yet") if is_changed else "")
        for button in (self.save_button, self.drop_button):
            button.setEnabled(is_changed)

    def _connect(self) -> None:
        for form in self.forms:
            form.changed.connect(lambda: self._set_changed(True))
        self.sections.idToggled.connect(lambda place, is_chosen: self._show(place) if is_chosen else None)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.drop)
        self.look_form.look_chosen.connect(self._look_anew)
        shortcut = QShortcut(QKeySequence(Keys.SAVE), self)
        shortcut.activated.connect(self.save)

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        is_office = self.forms[place] not in (self.scanner_form, self.closing_form, self.look_form)
        for widget in (self.save_button, self.drop_button, self._told):
            widget.setVisible(is_office)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._section_list())
        right = QVBoxLayout()
        right.setSpacing(12)
        held = QWidget()
        self._stack = QStackedLayout(held)
        for form in self.forms:
            self._stack.addWidget(form)
        right.addWidget(held, 1)
        right.addLayout(self._closing())
        row.addLayout(right, 1)

    def _section_list(self) -> QFrame:
        held = QFrame()
        set_role(held, "card")
        held.setFixedWidth(theme().panel(LIST_WIDTH_PX, 0.75))
        column = QVBoxLayout(held)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(2)
        title = QLabel(_("Settings"))
        set_role(title, "heading")
        column.addWidget(title)
        column.addSpacing(6)
        for place, form in enumerate(self.forms):
            choice = QRadioButton(form.title)
            set_role(choice, "option")
            self.sections.addButton(choice, place)
            column.addWidget(choice)
        self.sections.button(0).setChecked(True)
        column.addStretch(1)
        return held

    def _closing(self) -> QHBoxLayout:
        set_role(self.save_button, "primary")
        set_role(self._told, "doubt")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._told)
        row.addStretch(1)
        row.addWidget(self.drop_button)
        row.addWidget(self.save_button)
        return row

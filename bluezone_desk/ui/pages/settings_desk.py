"""The desk itself: its name, who sits at it, and what it does when an app does not run."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import GatePolicy
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.services.roles import Roles
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_pin import PinSettings
from bluezone_desk.ui.pages.settings_rules import DeskRulesFields
from bluezone_desk.ui.style import set_role

_POLICIES = {
    GatePolicy.RECORD: noop("Record only: write down what was seen, say nothing"),
    GatePolicy.REMIND: noop("Guide, then let in: help to install, let in either way"),
    GatePolicy.REQUIRE: noop("Require: the app must run, unless the phone cannot run it"),
    GatePolicy.HEAD_DECIDES: noop("The head decides: each decision is written down"),
}


class DeskSettings(SettingsForm):
    """Two names, the gate's rule, and the head's PIN."""

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(_("Desk and rule"), _("Who records, where, and what happens at the gate."), parent)
        self.receptionist, self.desk_name = QLineEdit(), QLineEdit()
        self.policies = QButtonGroup(self)
        self.add(_("Receptionist"), self.receptionist)
        self.add(_("Name of the desk"), self.desk_name, column=1)
        self.add_widget(self._choices())
        self.rules = DeskRulesFields()
        self.rules.changed.connect(self.changed)
        self.add_widget(self.rules)
        self.pin = PinSettings(roles)
        self.add_widget(self.pin)
        self.watch(self.receptionist, self.desk_name)
        self.policies.idToggled.connect(lambda number, is_chosen: self.changed.emit() if is_chosen else None)

    def show_office(self, office: Office) -> None:
        self.receptionist.setText(office.receptionist)
        self.desk_name.setText(office.desk_name)
        self.policies.button(tuple(GatePolicy).index(office.gate)).setChecked(True)
        self.rules.show_office(office)
        self.pin.show_state()

    def read_into(self, office: Office) -> Office:
        return replace(
            self.rules.read_into(office),
            receptionist=clean_name(self.receptionist.text()) or office.receptionist,
            desk_name=clean_name(self.desk_name.text()) or office.desk_name,
            gate=tuple(GatePolicy)[self.policies.checkedId()],
        )

    def _choices(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        title = QLabel(_("When an app does not run"))
        set_role(title, "label")
        column.addWidget(title)
        for number, policy in enumerate(GatePolicy):
            choice = QRadioButton(_(_POLICIES[policy]))
            set_role(choice, "option")
            self.policies.addButton(choice, number)
            column.addWidget(choice)
        told = QLabel(_("No directive bars a visitor for the app alone; the usual rule is to guide, then let in."))
        told.setWordWrap(True)
        set_role(told, "small")
        column.addWidget(told)
        return held

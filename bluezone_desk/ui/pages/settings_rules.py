"""The desk's own rules: policies of single programmes, when a visit is overdue, when the day ends, the passes."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QTimeEdit, QWidget

from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import GatePolicy
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

LONGEST_HOURS, MOST_PASSES, HEIGHT_PX = 24, 999, 38

_POLICIES = {
    GatePolicy.RECORD: noop("Record only"),
    GatePolicy.REMIND: noop("Guide, then let in"),
    GatePolicy.REQUIRE: noop("Require"),
    GatePolicy.HEAD_DECIDES: noop("The head decides"),
}


class DeskRulesFields(QWidget):
    """Shows and reads an office's own policies and the desk's rules."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours, self.passes, self.closing = QSpinBox(), QSpinBox(), QTimeEdit()
        self.hours.setRange(1, LONGEST_HOURS)
        self.passes.setRange(0, MOST_PASSES)
        self.closing.setDisplayFormat("HH:mm")
        self.closing.lineEdit().setTextMargins(theme().room(10), 0, 0, 0)
        self.closing.setFixedHeight(theme().room(HEIGHT_PX))
        self.policies: dict[str, QComboBox] = {}
        self._rules = DeskRules()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(16)
        for place, (label, control) in enumerate(
            (
                (_("Overdue after hours"), self.hours),
                (_("Closing time"), self.closing),
                (_("Visitor passes at the desk (0 for none)"), self.passes),
            )
        ):
            self._grid.addWidget(LabelledField(label, control), 1, 2 * place, 1, 2)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        for spin in (self.hours, self.passes):
            # The style sheet's padding does not reach the line inside a spin box.
            spin.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
            spin.valueChanged.connect(lambda: self.changed.emit())
        self.closing.timeChanged.connect(lambda: self.changed.emit())
        self._held: list[QWidget] = []

    def show_rules(self, rules: DeskRules) -> None:
        self._rules = rules
        self.hours.setValue(rules.overdue_hours)
        self.passes.setValue(rules.pass_count)
        self.closing.setTime(QTime(rules.closing_time.hour, rules.closing_time.minute))

    def rules(self) -> DeskRules:
        """The rules as they are typed now."""
        at = self.closing.time()
        return replace(
            self._rules,
            overdue_hours=self.hours.value(),
            closing_time=time(at.hour(), at.minute()),
            pass_count=self.passes.value(),
        )

    def show_office(self, office: Office) -> None:
        """One choice for each programme, when there are several to tell apart."""
        for held in self._held:
            self._grid.removeWidget(held)
            held.hide()
            held.deleteLater()
        self._held, self.policies = [], {}
        for place, programme in enumerate(office.programmes if len(office.programmes) > 1 else ()):
            box = QComboBox()
            box.addItem(_("As the rule above"), "")
            for policy, words in _POLICIES.items():
                box.addItem(_(words), policy.value)
            chosen = office.gates.get(programme.code)
            box.setCurrentIndex(box.findData(chosen.value) if chosen else 0)
            box.activated.connect(lambda: self.changed.emit())
            field = LabelledField(_("Rule for {app}").format(app=programme.name), box)
            self.policies[programme.code] = box
            self._held.append(field)
            self._grid.addWidget(field, 2 + place // 2, 3 * (place % 2), 1, 3)

    def read_into(self, office: Office) -> Office:
        """The office with the policies of its programmes; programmes that are gone take theirs along."""
        if not self.policies:
            return office
        chosen = {code: box.currentData() for code, box in self.policies.items()}
        return replace(office, gates={code: GatePolicy(policy) for code, policy in chosen.items() if policy})

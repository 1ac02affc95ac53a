"""The last line of the form: what the gate says, what to say to the visitor, and the main action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import AppCheck, CheckState, GateAdvice
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.keys import Keys, shown, with_key
from bluezone_desk.ui.pages.desk_checks import AppChecks
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.key_cap import KeyCap
from bluezone_desk.ui.widgets.two_line_label import TwoLineLabel
from bluezone_desk.ui.wording import advice_text, advice_tone, saying

#: Beyond this text scale the key is only in the tool tip.
ROOMY_PERCENT = 125
DECIDER_PX = 150
_REASONED = (CheckState.NOT_INSTALLED, CheckState.DECLINED)


class DeskGate(QWidget):
    """Follows the app checks. The one line edit takes a reason, or what the head decided, when asked for."""

    record_asked = Signal()

    def __init__(self, checks: AppChecks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks = checks
        self._office = Office()
        self.advice = GateAdvice.LET_IN
        self._pill = QLabel()
        set_role(self._pill, "pill")
        self._saying = TwoLineLabel()
        set_role(self._saying, "small")
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.hide()
        self.reason.returnPressed.connect(self.record_asked)
        self.decider = QLineEdit()
        self.decider.setMaxLength(100)
        self.decider.setFixedWidth(theme().room(DECIDER_PX))
        self.decider.setPlaceholderText(_("Who decided"))
        self.decider.setAccessibleName(_("Who decided"))
        self.decider.hide()
        self.record = QPushButton(_("Record the entry"))
        set_role(self.record, "primary")
        self.record.setAccessibleName(with_key(_("Record the entry"), Keys.RECORD))
        self.record.setToolTip(shown(Keys.RECORD))
        # Enter on the button records, as the flow of the keys ends here.
        self.record.setAutoDefault(True)
        self.record.clicked.connect(self.record_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._saying, 1)
        row.addWidget(self.decider)
        row.addWidget(self.reason, 1)
        if theme().percent <= ROOMY_PERCENT:
            row.addWidget(KeyCap(shown(Keys.RECORD)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.record)
        checks.changed.connect(self.follow)

    def set_office(self, office: Office) -> None:
        """The office's policies, the programmes it asks for, and who usually decides."""
        self._office = office
        self.decider.setText(office.signatory.name)
        self.follow()

    def clear(self) -> None:
        """The next visitor: no reason, no decision. What the checks mean follows when they are cleared."""
        self.reason.clear()
        self.decider.setText(self._office.signatory.name)

    def take_over(self, before: "DeskGate") -> None:
        """The words typed elsewhere so far."""
        self.reason.setText(before.reason.text())
        self.decider.setText(before.decider.text())

    def follow(self) -> None:
        """Say what the checks given so far mean at this gate."""
        checks = self._checks.checks()
        self.advice = self._office.advice(checks)
        sign = "✓ " if self.advice is GateAdvice.LET_IN else ""
        self._pill.setText(sign + advice_text(self.advice))
        set_tone(self._pill, advice_tone(self.advice))
        spoken = self._checks.spoken_of
        self._saying.say(saying(spoken[1], spoken[0].name) if spoken else "")
        self._ask_for_words(spoken[1] if spoken else CheckState.RUNNING)

    def checks(self) -> tuple[AppCheck, ...]:
        """The answers, with the reason on each that wants one."""
        reason = "" if self.is_head_asked else self.reason.text().strip()
        return tuple(
            AppCheck(check.programme, check.state, reason if check.state in _REASONED else "")
            for check in self._checks.checks()
        )

    @property
    def is_asking(self) -> bool:
        """Whether a reason or a decision is asked for, so that the sentence had to make room."""
        return self.reason.isVisibleTo(self)

    @property
    def saying(self) -> str:
        """What to say to the visitor now."""
        return self._saying.text()

    @property
    def is_head_asked(self) -> bool:
        return self.advice is GateAdvice.ASK_HEAD

    @property
    def head_decision(self) -> str:
        """What the head decided, when that was asked for."""
        return self.reason.text().strip() if self.is_head_asked else ""

    @property
    def decided_by(self) -> str:
        """Who decided, when the head was asked."""
        return self.decider.text().strip() if self.is_head_asked else ""

    def _ask_for_words(self, state: CheckState) -> None:
        wants_reason = self._checks.is_answered and state in _REASONED
        self.reason.setVisible(self.is_head_asked or wants_reason)
        self.decider.setVisible(self.is_head_asked)
        self._saying.setVisible(not self.is_asking)
        # Large text needs the room for what is asked, and for the question to the visitor, which says the same.
        is_said = self.is_asking or self.advice is GateAdvice.ASK_FIRST
        is_said = is_said and theme().percent > SMALLEST_PERCENT
        self._pill.setVisible(bool(self._office.programmes) and not is_said)
        words = _("What was decided") if self.is_head_asked else _("Reason, if the visitor gives one")
        self.reason.setPlaceholderText(words)
        self.reason.setAccessibleName(words)
        self.reason.setToolTip(self._saying.text())
        self._saying.setAlignment(Qt.AlignmentFlag.AlignVCenter)

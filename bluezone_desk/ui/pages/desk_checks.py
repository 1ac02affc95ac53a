"""The app check: for each programme the office asks for, six answers by number keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.programme import KEYED_STATES, AppCheck, CheckState, Programme
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.choice_card import ChoiceCard
from bluezone_desk.ui.widgets.elided_label import ElidedLabel
from bluezone_desk.ui.wording import state_hint, state_short, state_title, state_tone

COLUMNS = 3
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class AppChecks(QWidget):
    """One programme at a time in the cards, all of them in the tabs; an answer moves on to the next unanswered."""

    changed = Signal()
    #: Enter was pressed on a card.
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programmes: tuple[Programme, ...] = ()
        self._states: dict[str, CheckState] = {}
        self._reasons: dict[str, str] = {}
        self._last: tuple[tuple[AppCheck, ...], str] = ((), "")
        self._current = 0
        self._label = ElidedLabel()
        set_role(self._label, "label")
        self._before = QLabel()
        set_role(self._before, "pill")
        self._tabs: list[QPushButton] = []
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(6)
        self.cards = [self._card(number, state) for number, state in enumerate(KEYED_STATES, 1)]
        self._lay_out()

    def set_programmes(self, programmes: Sequence[Programme]) -> None:
        """Ask for these from now on; answers given so far are dropped."""
        self._programmes = tuple(programmes)
        for tab in self._tabs:
            self._tab_row.removeWidget(tab)
            tab.deleteLater()
        self._tabs = [self._tab(place) for place in range(len(programmes))] if len(programmes) > 1 else []
        for tab in self._tabs:
            self._tab_row.addWidget(tab)
        self.setVisible(bool(programmes))
        self.clear()

    def clear(self) -> None:
        """Nothing asked yet, nothing known from before."""
        self._states.clear()
        self._reasons.clear()
        self._last = ((), "")
        self._current = 0
        self._show()
        self.changed.emit()

    def show_last(self, checks: tuple[AppCheck, ...], when: str) -> None:
        """Show what was seen the last time, as a hint: it never becomes today's answer."""
        self._last = (checks, when)
        self._show()

    def take_over(self, before: "AppChecks") -> None:
        """The answers given elsewhere so far, and what was seen the last time."""
        self._states, self._reasons = dict(before._states), dict(before._reasons)
        self._last, self._current = before._last, before._current
        self._show()
        self.changed.emit()

    def choose(self, number: int) -> None:
        """The answer of the key 1 to 6 for the programme in front, then on to the next that has none."""
        if not self._programmes or not 1 <= number <= len(KEYED_STATES):
            return
        self._states[self.programme.code] = KEYED_STATES[number - 1]
        self._advance()
        self._show()
        self.changed.emit()

    def checks(self) -> tuple[AppCheck, ...]:
        """One answer per programme; "not asked" where none was given."""
        return tuple(
            AppCheck(p.code, self._states.get(p.code, CheckState.NOT_ASKED), self._reasons.get(p.code, ""))
            for p in self._programmes
        )

    @property
    def programme(self) -> Programme:
        """The programme in front."""
        return self._programmes[self._current]

    @property
    def spoken_of(self) -> tuple[Programme, CheckState] | None:
        """The programme to speak about and its state: the first unanswered, else the first that does not run."""
        if not self._programmes:
            return None
        pairs = [(p, self._states.get(p.code, CheckState.NOT_ASKED)) for p in self._programmes]
        waiting = [pair for pair in pairs if pair[1] is CheckState.NOT_ASKED]
        failing = [pair for pair in pairs if not pair[1].passes]
        return (waiting or failing or pairs)[0]

    @property
    def is_answered(self) -> bool:
        return all(programme.code in self._states for programme in self._programmes)

    @property
    def is_begun(self) -> bool:
        return bool(self._states)

    def set_reason(self, programme: str, reason: str) -> None:
        """Why that programme is not installed, or was declined."""
        self._reasons[programme] = reason

    def take_focus(self) -> None:
        """Put the focus on the chosen card, else on the first."""
        chosen = next((card for card in self.cards if card.isChecked()), self.cards[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is not QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or watched not in self.cards
        ):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.next_asked.emit()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        place = next(number for number, card in enumerate(self.cards) if card is watched) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _advance(self) -> None:
        open_places = [n for n, p in enumerate(self._programmes) if p.code not in self._states]
        self._current = open_places[0] if open_places else self._current

    def _go_to(self, place: int) -> None:
        self._current = place
        self._show()

    def _show(self) -> None:
        if not self._programmes:
            return
        programme = self.programme
        one = _("{app} on the visitor's phone").format(app=programme.name)
        self._label.setText(_("Apps on the phone") if self._tabs else one)
        state = self._states.get(programme.code)
        for card, keyed in zip(self.cards, KEYED_STATES, strict=True):
            card.setChecked(keyed is state)
        for place, tab in enumerate(self._tabs):
            shown = self._programmes[place]
            answer = self._states.get(shown.code, CheckState.NOT_ASKED)
            tab.setText(f"{shown.name}: {state_short(answer)}")
            tab.setAccessibleName(tab.text())
            tab.setChecked(place == self._current)
        self._show_before(programme)

    def _show_before(self, programme: Programme) -> None:
        checks, when = self._last
        before = next((check.state for check in checks if check.programme == programme.code), None)
        self._before.setVisible(before is not None)
        if before is not None:
            self._before.setText(_("Last time, {day}: {state}").format(day=when, state=state_short(before)))
            set_tone(self._before, state_tone(before))

    def _card(self, number: int, state: CheckState) -> ChoiceCard:
        card = ChoiceCard(state_title(state), state_hint(state), str(number), state_tone(state))
        card.installEventFilter(self)
        card.clicked.connect(lambda: self.choose(number))
        return card

    def _tab(self, place: int) -> QPushButton:
        tab = QPushButton()
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        set_role(tab, "segment")
        tab.clicked.connect(lambda: self._go_to(place))
        return tab

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._label, 1)
        # As high as the pill that comes and goes, so that the cards stay where they are.
        self._label.setMinimumHeight(theme().px(23))
        head.addLayout(self._tab_row)
        head.addWidget(self._before, 0, Qt.AlignmentFlag.AlignVCenter)
        self._before.hide()
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, card in enumerate(self.cards):
            grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(grid)

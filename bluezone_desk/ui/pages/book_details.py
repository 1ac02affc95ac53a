"""One line of the book beside the list: who it was, what can be done with it, and its history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bluezone_desk.domain.contact_list import Company
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import HistoryEntry, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.keys import Keys, with_key
from bluezone_desk.ui.pages.book_company import BookCompany
from bluezone_desk.ui.pages.book_story import story
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.wording import host_text, party_name, pass_text, rule_text, state_short, state_tone

#: Width of the panel on a page of at least so many pixels of the design.
_WIDTHS_PX = ((1240, 310), (900, 292), (0, 272))


class BookDetails(QFrame):
    """Shows one visit. Its buttons ask; the page does."""

    check_out_asked = Signal()
    undo_asked = Signal()
    correct_asked = Signal()
    void_asked = Signal()
    label_asked = Signal()
    merge_asked = Signal()
    separate_asked = Signal()

    def __init__(self, programmes: tuple[Programme, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.fit_beside(theme().px(_WIDTHS_PX[0][0]))
        self.setAccessibleName(_("The chosen visit"))
        self._programmes = programmes
        self.check_out = QPushButton(_("Check out") + " (F9)")
        self.check_out.clicked.connect(self.check_out_asked)
        self.undo = QPushButton()
        self.undo.clicked.connect(self.undo_asked)
        self.correct = self._action(with_key(_("Correct"), Keys.CORRECT), self.correct_asked)
        self.label = self._action(with_key(_("Label"), Keys.PRINT), self.label_asked)
        self.void = self._action(_("Void…"), self.void_asked)
        self.merge = self._action(_("Join records…"), self.merge_asked)
        self.separate = self._action(_("Take records apart…"), self.separate_asked)
        self._name = _label("big")
        self._pills = QVBoxLayout()
        self._pills.setSpacing(4)
        self._facts = _label("faint")
        self._history = _label("faint")
        self._history.setTextFormat(Qt.TextFormat.RichText)
        self.company = BookCompany()
        self._lay_out()
        self.show_nothing()

    @property
    def history_text(self) -> str:
        return self._history.text()

    @property
    def facts_text(self) -> str:
        return self._facts.text()

    def fit_beside(self, page_width: int) -> None:
        """Leave the list the room it needs on a small screen."""
        width = next(width for least, width in _WIDTHS_PX if page_width >= theme().px(least))
        self.setFixedWidth(theme().panel(width))

    def set_programmes(self, programmes: tuple[Programme, ...]) -> None:
        self._programmes = programmes

    def show_nothing(self) -> None:
        """Say what choosing a line will show."""
        self._set_pills([])
        self._name.setText(_("No line chosen"))
        self._facts.setText(_("Choose a line with the arrow keys to see its details and its history."))
        for widget in (self.check_out, self.undo, self.separate, self.company, *self._more, *self._below):
            widget.hide()

    def show_visit(
        self,
        line: VisitLine,
        history: Sequence[HistoryEntry],
        undo_text: str,
        company: Company | None,
        *,
        is_joined: bool = False,
    ) -> None:
        """`undo_text` names what can still be taken back; empty hides the button. A void line has no `company`.

        `is_joined` when another record was merged into the visitor's: the two can be taken apart.
        """
        self._name.setText(party_name(line))
        self._set_pills(self._pills_of(line))
        self._facts.setText("\n".join(_facts(line)))
        self._history.setText("<br>".join(story(history, self._programmes)))
        self.check_out.setVisible(line.inside)
        self.undo.setText(f"{undo_text} (Ctrl+Z)")
        self.undo.setVisible(bool(undo_text))
        for button in self._more:
            button.setVisible(not line.voided)
        self.separate.setVisible(is_joined)
        for widget in self._below:
            widget.show()
        self.company.show_company(company)

    def _action(self, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        set_role(button, "small")
        button.clicked.connect(asked)
        return button

    def _pills_of(self, line: VisitLine) -> list[tuple[str, str]]:
        if line.voided:
            return [(_("Void"), "calm")]
        has_many = len(self._programmes) > 1
        pills = []
        for programme in self._programmes:
            state = line.state(programme.code)
            word = state_short(state)
            pills.append((f"{programme.name}: {word.lower()}" if has_many else word, state_tone(state)))
        return pills

    def _set_pills(self, pills: list[tuple[str, str]]) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for word, tone in pills:
            pill = QLabel(word)
            set_role(pill, "pill", tone)
            self._pills.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        actions = QGridLayout()
        actions.setSpacing(8)
        actions.addWidget(self.undo, 0, 0, 1, 2)
        actions.addWidget(self.check_out, 1, 0, 1, 2)
        abreast = 2 if theme().percent == SMALLEST_PERCENT else 1
        self._more = (self.correct, self.label, self.merge, self.void)
        for place, button in enumerate(self._more):
            actions.addWidget(button, 2 + place // abreast, place % abreast, 1, 2 // abreast)
        actions.addWidget(self.separate, 6, 0, 1, 2)
        rule, heading = QFrame(), QLabel(_("History of this line"))
        set_role(rule, "rule")
        set_role(heading, "label")
        promise = _label("small")
        promise.setText(_("Every change keeps the old text, who changed it and when."))
        self._below: tuple[QWidget, ...] = (rule, heading, self._history, promise)
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._name)
        for part in (self._pills, actions):
            column.addLayout(part)
        column.insertWidget(2, self._facts)
        for widget in (rule, heading, self._history, self.company):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(promise)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label


def _unbroken(number: str) -> str:
    return number.replace(" ", "\u00a0")


def _decision(line: VisitLine) -> str:
    return " · ".join(part for part in (line.decided_by, line.head_decision) if part)


def _facts(line: VisitLine) -> list[str]:
    numbers = []
    if line.id_number:
        numbers.append(_("ID {number}").format(number=_unbroken(mask_id(line.id_number))))
    if line.phone:
        numbers.append(_("Phone {number}").format(number=_unbroken(mask_phone(line.phone))))
    host = host_text(line)
    visited = [
        _("Visits {host}").format(host=host) if host else "",
        line.purpose,
        pass_text(line.pass_number),
        _("Vehicle {plate}").format(plate=line.plate) if line.plate else "",
    ]
    notes = [
        _("Entered later: {reason}").format(reason=line.catch_up) if line.catch_up else "",
        rule_text(line),
        _("Head's decision: {text}").format(text=_decision(line)) if line.head_decision else "",
        _("Void: {reason}").format(reason=line.void_reason) if line.void_reason else "",
    ]
    rows = [
        " · ".join(numbers),
        ", ".join(part for part in (line.organisation, line.address) if part),
        " · ".join(part for part in visited if part),
        *notes,
    ]
    return [row for row in rows if row]

"""The visitor's fields: filled from a card, a known person or by hand, and read out as a draft."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.id_number import mask_id, parse_id_number
from bluezone_desk.domain.phones import format_phone, parse_phone
from bluezone_desk.domain.selection import Suggestions
from bluezone_desk.domain.visits import CheckInDraft, Person, Problem
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.ui.pages.desk_host import host_and_department
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.card_facts import CardFacts
from bluezone_desk.ui.widgets.form_field import FormField
from bluezone_desk.ui.widgets.masked_edit import MaskedEdit
from bluezone_desk.ui.widgets.suggest_box import SuggestBox
from bluezone_desk.ui.wording import field_words, last_host_text

LONGEST_NAME, LONGEST_FIELD, LARGEST_PARTY = 200, 200, 99
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitorForm(QWidget):
    """Emits `next_asked` when Enter leaves a field; the page decides where the work goes on."""

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = FormField(_("Full name") + " *", QLineEdit())
        self.id_number = FormField(_("ID number"), MaskedEdit(mask_id))
        self.phone = FormField(_("Phone"), QLineEdit())
        self.organisation = FormField(_("Organisation or address"), QLineEdit())
        self.host = FormField(_("Person or unit visited") + " *", SuggestBox())
        self.purpose = FormField(_("Purpose"), SuggestBox())
        self.party = FormField(_("Companions"), QSpinBox())
        self.plate = FormField(_("Number plate"), QLineEdit())
        self.pass_number = FormField(_("Visitor pass"), QLineEdit())
        self.facts = CardFacts()
        self._suggested = Suggestions()
        self._base = CheckInDraft("", "")
        self._offered_pass = ""
        self._limit()
        self._lay_out()
        for field in self._fields().values():
            field.control.installEventFilter(self)
        self.phone.control.editingFinished.connect(self._settle_phone)
        self.id_number.control.editingFinished.connect(self._settle_id)
        self.name.control.textEdited.connect(self.name.show_nothing)

    def clear(self) -> None:
        """The next visitor: every field empty, nothing said beside any."""
        self._base = CheckInDraft("", "")
        for edit in self._lines():
            edit.clear()
        self.id_number.control.set_value("")
        self.host.control.set_text("")
        self.purpose.control.set_text("")
        self.pass_number.control.setPlaceholderText("")
        self.party.control.setValue(0)
        self.facts.show_facts("", "")
        self.show_problems(())

    def take_over(self, before: "VisitorForm") -> None:
        """The visitor in another form, as far as it was filled."""
        self._base = before._base
        for mine, other in zip(self._lines(), before._lines(), strict=True):
            mine.setText(other.text())
            mine.setCursorPosition(other.cursorPosition())
        self.id_number.control.set_value(before.id_number.control.value())
        self.host.control.set_text(before.host.control.text())
        self.purpose.control.set_text(before.purpose.control.text())
        self.party.control.setValue(before.party.control.value())
        self.facts.show_facts(self._base.sex, self._base.birth_date)
        self.pass_number.control.setPlaceholderText(before.pass_number.control.placeholderText())
        self._offered_pass = before._offered_pass

    @property
    def is_blank(self) -> bool:
        """Whether nobody has been begun."""
        texts = (self.name.control.text(), self.id_number.control.value(), self.phone.control.text())
        return not any(text.strip() for text in texts)

    @property
    def number(self) -> str:
        """The ID number in the form, as digits."""
        return parse_id_number(self.id_number.control.value()) or ""

    @property
    def wants_pass(self) -> bool:
        """No pass is given and none was offered yet."""
        return not self.pass_number.control.text() and not self.pass_number.control.placeholderText()

    def offer_pass(self, number: str, *, is_given: bool) -> None:
        """The next free pass: in the field when it is given to everybody, else taken with the down key."""
        self.pass_number.control.setText(number if is_given else "")
        self.pass_number.control.setPlaceholderText(_("{number} (↓)").format(number=number) if number else "")
        self._offered_pass = number

    def suggest(self, suggested: Suggestions) -> None:
        """What recent visits named, offered while typing."""
        self._suggested = suggested
        self.host.control.offer([*suggested.departments, *suggested.hosts])
        self.purpose.control.offer(suggested.purposes)

    def fill_person(self, person: Person) -> None:
        """A known person: what stays the same is filled, the last host and purpose are offered."""
        self.clear()
        self._base = replace(
            self._base,
            visitor_id=person.visitor_id,
            old_id_number=person.old_id_number,
            birth_date=person.birth_date,
            sex=person.sex,
            address=person.address,
        )
        self.name.control.setText(person.name)
        self.id_number.control.set_value(person.id_number)
        self.phone.control.setText(format_phone(person.phone) if person.phone else "")
        self.organisation.control.setText(person.organisation or person.address)
        self.host.control.set_text(last_host_text(person))
        self.purpose.control.set_text(person.last_purpose)
        for field in (self.name, self.organisation):
            field.control.setCursorPosition(0)

    def fill_card(self, card: CardScan | HealthCardScan, person: Person | None) -> None:
        """What a card says, over what the book knows; a name the scan damaged is the book's, and said so."""
        self.clear()
        if person is not None:
            self.fill_person(person)
        base = replace(self._base, birth_date=card.birth_date, sex=card.sex, address=card.address)
        if isinstance(card, CardScan):
            base = replace(base, old_id_number=card.old_id_number)
        if card.id_number:
            self.id_number.control.set_value(card.id_number)
        self._base = base
        self.facts.show_facts(card.sex, card.birth_date)
        if person is not None and isinstance(card, CardScan) and card.name_status != "whole":
            self.show_doubts((Problem(Trouble.WARN_RECALLED, "name"),))
        else:
            self.name.control.setText(card.name)
        if person is None or not person.organisation:
            self.organisation.control.setText(card.address)
        for field in (self.name, self.organisation):
            field.control.setCursorPosition(0)

    def fill_new(self, *, name: str = "", id_number: str = "", phone: str = "") -> None:
        """Somebody new, of whom one thing is known."""
        self.clear()
        self.name.control.setText(name)
        self.id_number.control.set_value(id_number)
        self.phone.control.setText(phone)
        self._settle_phone()

    def draft(self, request_id: str) -> CheckInDraft:
        """The fields as a draft, without the app checks."""
        host, department = host_and_department(self.host.control.text(), self._suggested.departments)
        whole = self.organisation.control.text().strip()
        return replace(
            self._base,
            request_id=request_id,
            name=self.name.control.text(),
            id_number=self.id_number.control.value(),
            phone=self.phone.control.text(),
            organisation="" if whole == self._base.address else whole,
            host=host,
            department=department,
            purpose=self.purpose.control.text(),
            party=self.party.control.value(),
            plate=self.plate.control.text(),
            pass_number=self.pass_number.control.text(),
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Say each problem at its field, and put the focus on the first; returns those that have no field here."""
        fields = self._fields()
        for field in fields.values():
            field.show_nothing()
        for problem in reversed(problems):
            if problem.field in fields:
                fields[problem.field].show_problem(field_words(problem), problem_sentence(problem))
                fields[problem.field].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return tuple(problem for problem in problems if problem.field not in fields)

    def show_doubts(self, problems: tuple[Problem, ...]) -> None:
        """Say what a card makes doubtful at the field it concerns, where there is one."""
        places: dict[Trouble, FormField[Any]] = {
            Trouble.WARN_NAME_DAMAGED: self.name,
            Trouble.WARN_NAME_UNMARKED: self.name,
            Trouble.WARN_RECALLED: self.name,
            Trouble.WARN_NAMESAKE: self.name,
            Trouble.WARN_PROVINCE: self.id_number,
            Trouble.WARN_YEAR: self.id_number,
            Trouble.WARN_SEX: self.id_number,
        }
        for problem in problems:
            if problem.code in places and not places[problem.code].said:
                places[problem.code].show_doubt(field_words(problem), problem_sentence(problem))

    def first_missing(self) -> QWidget | None:
        """The first control that must be filled and is not."""
        if not self.name.control.text().strip():
            return self.name.control
        return None if self.host.control.text() else self.host.control

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and is_plain and not event.isAutoRepeat():
                self.next_asked.emit()
                return not isinstance(watched, QComboBox)
            if event.key() == Qt.Key.Key_Down and watched is self.pass_number.control:
                self.pass_number.control.setText(self.pass_number.control.text() or self._offered_pass)
                return True
        return super().eventFilter(watched, event)

    def _lines(self) -> tuple[QLineEdit, ...]:
        fields = (self.name, self.phone, self.organisation, self.plate, self.pass_number)
        return tuple(field.control for field in fields)

    def _fields(self) -> dict[str, FormField[Any]]:
        return {
            "name": self.name,
            "id_number": self.id_number,
            "phone": self.phone,
            "organisation": self.organisation,
            "address": self.organisation,
            "host": self.host,
            "department": self.host,
            "purpose": self.purpose,
            "party": self.party,
            "plate": self.plate,
            "pass_number": self.pass_number,
        }

    def _settle_phone(self) -> None:
        typed = self.phone.control.text().strip()
        phone = parse_phone(typed)
        self.phone.show_nothing()
        if phone is not None:
            self.phone.control.setText(format_phone(phone.number))
            if phone.old_form:
                self.phone.show_doubt(_("was {old}").format(old=phone.old_form))
        elif typed:
            self._say_at(self.phone, Trouble.PHONE_INVALID)

    def _settle_id(self) -> None:
        typed = self.id_number.control.value()
        if typed and parse_id_number(typed) is None:
            self._say_at(self.id_number, Trouble.ID_NUMBER_INVALID)
        elif self.id_number.control.property("tone") == "bad":
            self.id_number.show_nothing()

    def _say_at(self, field: FormField[Any], code: Trouble) -> None:
        problem = Problem(code)
        field.show_problem(field_words(problem), problem_sentence(problem))

    def _limit(self) -> None:
        self.name.control.setMaxLength(LONGEST_NAME)
        for edit in (self.organisation, self.plate, self.phone, self.id_number):
            edit.control.setMaxLength(LONGEST_FIELD)
        for box in (self.host.control, self.purpose.control):
            line = box.lineEdit()
            if line is not None:
                line.setMaxLength(LONGEST_FIELD)
        self.pass_number.control.setMaxLength(12)
        self.party.control.setRange(0, LARGEST_PARTY)
        # The style sheet's padding does not reach the line inside a spin box.
        self.party.control.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        is_roomy = theme().percent == SMALLEST_PERCENT
        grid.setHorizontalSpacing(12 if is_roomy else 10)
        grid.setVerticalSpacing(8 if is_roomy else 5)
        first, second, third, *last = (6, 4, 4, 3, 3, 4, 4) if is_roomy else (5, 5, 4, 3, 3, 3, 5)
        rows: tuple[Iterable[tuple[QWidget, int]], ...] = (
            ((self.name, first), (self.id_number, second), (self.phone, third)),
            ((self.organisation, first), (self.host, second), (self.purpose, third)),
            zip((self.party, self.plate, self.pass_number, self.facts), last, strict=True),
        )
        for row, fields in enumerate(rows):
            column = 0
            for field, span in fields:
                grid.addWidget(field, row, column, 1, span)
                column += span
        for column in range(14):
            grid.setColumnStretch(column, 1)

"""The fields of a line as they can be corrected: each tells its new value only when it differs from the old."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from bluezone_desk.domain.clock import OFFICE_ZONE, office_time
from bluezone_desk.domain.corrections import CHECK_PREFIX, FieldValue
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.programme import AppCheck, CheckState, Programme
from bluezone_desk.domain.vietnamese_dates import birth_text
from bluezone_desk.domain.visits import Person, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.masked_edit import MaskedEdit
from bluezone_desk.ui.wording import state_short

HEIGHT_PX, MOST_LETTERS, LARGEST_PARTY = 38, 250, 99
_MOMENT = "HH:mm dd/M/yyyy"

#: What each field is called; programmes are called by their names.
NAMES = {
    "name": noop("Full name"),
    "id_number": noop("ID number"),
    "phone": noop("Phone"),
    "birth_date": noop("Date of birth"),
    "sex": noop("Sex"),
    "address": noop("Address"),
    "organisation": noop("Organisation"),
    "host": noop("Person visited"),
    "department": noop("Unit visited"),
    "purpose": noop("Purpose"),
    "plate": noop("Number plate"),
    "pass_number": noop("Visitor pass"),
    "party": noop("Companions"),
    "head_decision": noop("Head's decision"),
    "decided_by": noop("Who decided"),
    "entered_at": noop("Came in"),
    "left_at": noop("Went out"),
}


@dataclass(frozen=True, slots=True)
class CorrectionField:
    """One field: its control, what it said before, and the new value, None for "as before"."""

    key: str
    label: str
    control: QWidget
    before: str
    changed: Callable[[], tuple[FieldValue] | None]
    after: Callable[[], str]


def correction_fields(
    line: VisitLine, person: Person | None, programmes: tuple[Programme, ...]
) -> tuple[CorrectionField, ...]:
    """Every field of this line, filled with what the book says now."""
    texts = {key: str(getattr(line, key)) for key in NAMES if hasattr(line, key)}
    texts |= {"birth_date": birth_text(person.birth_date), "sex": person.sex} if person else {}
    fields = [_text(key, texts[key]) for key in NAMES if key in texts and key not in _SPECIAL]
    number = MaskedEdit(mask_id)
    number.set_value(line.id_number)
    fields.insert(1, _edit("id_number", number, number.value, line.id_number, mask_id))
    if person:
        fields.insert(4, _sex(person.sex))
    fields += [_party(line.party), _entered(line.entered_at)]
    if line.left_at is not None:
        fields.append(_left(line.left_at))
    return (*fields, *(_check(line, programme) for programme in programmes))


_SPECIAL = ("id_number", "sex", "party", "entered_at", "left_at")


def _text(key: str, before: str) -> CorrectionField:
    edit = QLineEdit(before)
    edit.setMaxLength(MOST_LETTERS)
    edit.setCursorPosition(0)
    return _edit(key, edit, edit.text, before)


def _edit(
    key: str, control: QWidget, read: Callable[[], str], before: str, shown: Callable[[str], str] = str
) -> CorrectionField:
    def changed() -> tuple[FieldValue] | None:
        text = clean_name(read())
        return None if text == clean_name(before) else (text,)

    return CorrectionField(key, _(NAMES[key]), control, shown(before), changed, lambda: shown(clean_name(read())))


def _choice(
    key: str, label: str, choices: dict[str, str], before: str, value: Callable[[str], FieldValue]
) -> CorrectionField:
    box = QComboBox()
    for data, words in choices.items():
        box.addItem(words, data)
    box.setCurrentIndex(box.findData(before))

    def changed() -> tuple[FieldValue] | None:
        chosen = str(box.currentData())
        return None if chosen == before else (value(chosen),)

    return CorrectionField(key, label, box, choices[before], changed, box.currentText)


def _sex(before: str) -> CorrectionField:
    choices = {"": "", "Nam": _("Male"), "Nữ": _("Female")}
    return _choice("sex", _(NAMES["sex"]), choices, before if before in choices else "", str)


def _check(line: VisitLine, programme: Programme) -> CorrectionField:
    code = programme.code
    reason = next((check.reason for check in line.checks if check.programme == code), "")
    choices = {state.value: state_short(state) for state in CheckState}
    before = line.state(code).value
    label = _("{app} on the visitor's phone").format(app=programme.name)
    return _choice(
        CHECK_PREFIX + code,
        label,
        choices,
        before,
        lambda chosen: AppCheck(code, CheckState(chosen), "" if CheckState(chosen).passes else reason),
    )


def _party(before: int) -> CorrectionField:
    spin = QSpinBox()
    spin.setRange(0, LARGEST_PARTY)
    spin.setValue(before)
    # The style sheet's padding does not reach the line inside a spin box.
    spin.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    def changed() -> tuple[FieldValue] | None:
        return None if spin.value() == before else (spin.value(),)

    return CorrectionField("party", _(NAMES["party"]), spin, str(before), changed, lambda: str(spin.value()))


def _moment_edit(before: datetime) -> QDateTimeEdit:
    at = office_time(before)
    edit = QDateTimeEdit()
    # The office's wall clock is shown as it stands, whatever zone and summer time this computer keeps.
    edit.setTimeZone(QTimeZone.utc())
    edit.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute), QTimeZone.utc()))
    edit.setDisplayFormat(_MOMENT)
    # Without buttons Qt would leave the text one pixel; the style sheet makes them as narrow as nothing.
    edit.lineEdit().setTextMargins(theme().room(10), 0, 0, 0)
    edit.setFixedHeight(theme().room(HEIGHT_PX))
    return edit


def _read(edit: QDateTimeEdit) -> datetime:
    day, hour = edit.date(), edit.time()
    return datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=OFFICE_ZONE)


def _entered(before: datetime) -> CorrectionField:
    edit = _moment_edit(before)
    minute = _read(edit)

    def changed() -> tuple[FieldValue] | None:
        return None if _read(edit) == minute else (_read(edit),)

    return CorrectionField("entered_at", _(NAMES["entered_at"]), edit, edit.text(), changed, lambda: edit.text())


def _left(before: datetime) -> CorrectionField:
    """The hour of the exit, or that there was none: the visitor is inside still."""
    edit = _moment_edit(before)
    minute, told = _read(edit), edit.text()
    held = LeftEdit(edit)

    def changed() -> tuple[FieldValue] | None:
        if held.inside.isChecked():
            return (None,)
        return None if _read(edit) == minute else (_read(edit),)

    def after() -> str:
        return _("still inside") if held.inside.isChecked() else edit.text()

    return CorrectionField("left_at", _(NAMES["left_at"]), held, told, changed, after)


class LeftEdit(QWidget):
    """An hour with "still inside" beside it."""

    def __init__(self, edit: QDateTimeEdit) -> None:
        super().__init__()
        self.edit = edit
        self.edit.setAccessibleName(_(NAMES["left_at"]))
        self.inside = QCheckBox(_("still inside"))
        self.inside.toggled.connect(edit.setDisabled)
        self.setFocusProxy(edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(edit, 1)
        row.addWidget(self.inside)

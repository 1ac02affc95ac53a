"""The head's PIN: asked for before whole numbers, and set, changed or removed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import Problem
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.services.roles import MOST_DIGITS
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 420
#: With room for what may be wrong.
_PIN_HEIGHT_PX, _NEW_HEIGHT_PX = 310, 450


def _digits() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    field.setMaxLength(MOST_DIGITS)
    return field


class PinDialog(AskingDialog):
    """Asks for the PIN as it is; accepted only when `prove` has nothing against it."""

    def __init__(
        self,
        title: str,
        words: str,
        prove: Callable[[str], Problem | None],
        button: str,
        parent: QWidget,
        way_out: str = "",
    ) -> None:
        super().__init__(title, words, parent)
        self._prove = prove
        self.pin = _digits()
        self.body.addWidget(LabelledField(_("PIN of the head"), self.pin))
        self.add_cancel(way_out)
        self.main = self.add_button(button, self.confirm, role="primary")
        self.fit_to(WIDTH_PX, _PIN_HEIGHT_PX)
        self.pin.setFocus()

    def confirm(self) -> None:
        """Go on with the right PIN, or say what is wrong and wait for another."""
        try:
            problem = self._prove(self.pin.text())
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if problem is None:
            self.accept()
            return
        self.say_problem(problem_sentence(problem))
        self.pin.selectAll()
        self.pin.setFocus()


class NewPinDialog(AskingDialog):
    """A new PIN, typed twice; the old one too when there is one. `set_pin(new, old)` answers."""

    def __init__(self, has_pin: bool, set_pin: Callable[[str, str], Problem | None], parent: QWidget) -> None:
        title = _("Change the PIN of the head") if has_pin else _("Set the PIN of the head")
        words = _("4 to 12 digits. Keep it well: a forgotten PIN cannot be read out of the book.")
        super().__init__(title, words, parent)
        self._set_pin = set_pin
        self.old, self.new, self.again = _digits(), _digits(), _digits()
        if has_pin:
            self.body.addWidget(LabelledField(_("PIN until now"), self.old))
        self.body.addWidget(LabelledField(_("New PIN"), self.new))
        self.body.addWidget(LabelledField(_("New PIN once more"), self.again))
        self.add_cancel()
        self.main = self.add_button(_("Set the PIN"), self.confirm, role="primary")
        self.fit_to(WIDTH_PX, _NEW_HEIGHT_PX)
        (self.old if has_pin else self.new).setFocus()

    def confirm(self) -> None:
        """Keep the new PIN, or say why not."""
        if self.new.text() != self.again.text():
            self.say_problem(_("The two new PINs differ. Type the new one twice alike."))
            return
        try:
            problem = self._set_pin(self.new.text(), self.old.text())
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if problem is None:
            self.accept()
        else:
            self.say_problem(problem_sentence(problem))

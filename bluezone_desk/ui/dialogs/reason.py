"""Why something is done: typed, or taken from what is usual; and the dialog that asks for nothing else."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.widgets.labelled_field import LabelledField
from bluezone_desk.ui.widgets.suggest_box import SuggestBox

MOST_LETTERS = 250
WIDTH_PX = 560


class ReasonBox(SuggestBox):
    """One line with usual reasons below it."""

    def __init__(self, usual: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer(usual)
        self.set_text("")
        line = self.lineEdit()
        if line is not None:
            line.setMaxLength(MOST_LETTERS)

    def text(self) -> str:
        return clean_name(super().text())


class ReasonDialog(AskingDialog):
    """Does one thing with a reason. `act` gets it; a refusal is said here and the dialog stays."""

    def __init__(
        self,
        title: str,
        words: str,
        usual: Sequence[str],
        button: str,
        act: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(title, words, parent)
        self._act = act
        self.reason = ReasonBox(usual)
        self.body.addWidget(LabelledField(_("Why") + " *", self.reason))
        self.add_cancel()
        self.add_button(button, self.confirm, role="primary")
        self.reason.setFocus()
        self.fit_to(WIDTH_PX)

    def confirm(self) -> None:
        """Do it, unless no reason is given."""
        reason = self.reason.text()
        if not reason:
            self.say_problem(_("Say why: a few words are enough."))
            return
        try:
            outcome = self._act(reason)
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, Refused):
            self.say_problem(" ".join(map(problem_sentence, outcome.problems)))
        else:
            self.accept()

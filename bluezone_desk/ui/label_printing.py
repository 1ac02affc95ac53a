"""The visitor's label on the chosen printer, without a question, and never in anybody's way."""

from typing import cast

from PySide6.QtCore import QObject, Signal

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.quiet_printing import QuietPrinting
from bluezone_desk.ui.task_runner import Runner


class LabelPrinting(QObject):
    """`noticed` says what became of a label that was asked for, and any trouble."""

    noticed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printing = QuietPrinting(runner, self)
        self._is_in_trouble = False
        self._printing.noticed.connect(self._fail)

    @property
    def prints_each(self) -> bool:
        """Whether every entry gets a label by itself on this computer."""
        return remembered.label_choice()[2]

    def print(self, line: VisitLine, office: Office, *, is_asked: bool = True) -> None:
        """One label of this visit. Trouble is said; that it was sent, when it was asked for or ends trouble."""
        printer, size, _each = remembered.label_choice()

        def make() -> bytes:
            from bluezone_desk.paper.pass_label import LabelSize, pass_label

            return pass_label(line, office, cast(LabelSize, size))

        def sent(name: str) -> None:
            if not is_asked and not self._is_in_trouble:
                return
            self._is_in_trouble = False
            words = _("Label of {name} sent").format(name=line.name)
            self.noticed.emit(Notice(words, name, "good", seconds=4))

        self._printing.print(make, _("Visitor pass") + f" {line.pass_number}".rstrip(), printer, then=sent)

    def _fail(self, notice: Notice) -> None:
        self._is_in_trouble = True
        self.noticed.emit(notice)

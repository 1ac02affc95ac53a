"""What can be done with the chosen line of the book: corrected, voided, records joined or taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bluezone_desk.domain.corrections import Corrected, Voided, VoidOutcome
from bluezone_desk.domain.merging import Merged, Unmerged
from bluezone_desk.domain.visits import Refused, TakenBack, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.ui.commands import Command
from bluezone_desk.ui.deeds import undone_words
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.label_printing import LabelPrinting
from bluezone_desk.ui.notices import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.ui.pages.page import Page


class BookVerbs(QObject):
    """`line` gives the chosen line. `done` comes when the book was written to."""

    done = Signal()

    def __init__(self, page: Page, line: Callable[[], VisitLine | None]) -> None:
        super().__init__(page)
        self._page = page
        self._line = line
        self.labels = LabelPrinting(page.runner, self)
        self.labels.noticed.connect(page.noticed)

    def acts(self) -> dict[Keys, Callable[[], object]]:
        """The verbs by their keys."""
        return {
            Keys.CORRECT: self.correct,
            Keys.VOID: self.void,
            Keys.MERGE: self.merge,
            Keys.UNDO: self.undo,
            Keys.PRINT: self.print_label,
        }

    def unkeyed(self) -> tuple[Command, ...]:
        """What is seldom wanted has a name and no key."""
        return (
            Command(_("Take joined records of one person apart"), self.separate),
            Command(_("Take back the whole import of the chosen line"), self.take_back_import),
        )

    def correct(self) -> None:
        """Open the fields of the chosen line."""
        line, desk = self._line(), self._page.desk
        if line is None or line.voided:
            return
        from bluezone_desk.ui.dialogs.correction import CorrectionDialog

        dialog = CorrectionDialog(
            line,
            desk.people.person(line.visitor_id),
            desk.settings.office().programmes,
            lambda changes, reason: desk.corrections.correct(line.visit_id, changes, reason),
            self._page.window(),
        )
        dialog.corrected.connect(self._corrected)
        dialog.open()

    def void(self) -> None:
        """Ask why, then void the chosen line."""
        line, desk = self._line(), self._page.desk
        if line is None or line.voided:
            return
        from bluezone_desk.ui.dialogs.reason import ReasonDialog

        def act(reason: str) -> VoidOutcome:
            outcome = desk.corrections.void(line.visit_id, reason)
            if isinstance(outcome, Voided):
                self._say("good", _("Line of {name} voided").format(name=line.name), _("Ctrl+Z takes it back."))
                self.done.emit()
            return outcome

        title = _("Void the line of {name}").format(name=line.name)
        words = _("The line stays in the book, struck out, with the reason; it counts nowhere any more.")
        usual = (_("Recorded twice"), _("Recorded by mistake"), _("The visitor did not come in"))
        ReasonDialog(title, words, usual, _("Void the line"), act, self._page.window()).open()

    def merge(self) -> None:
        """Another record of the chosen line's person, side by side."""
        line, desk = self._line(), self._page.desk
        person = desk.people.person(line.visitor_id) if line else None
        if person is None:
            return
        from bluezone_desk.ui.dialogs.merging import MergeDialog

        others = desk.people.duplicates(person.visitor_id)
        dialog = MergeDialog(person, others, desk.merge.merge, self._page.window())
        dialog.merged.connect(self._merged)
        dialog.open()

    def separate(self) -> None:
        """The records that were joined to the chosen line's person: one of them stands by itself again."""
        line, desk = self._line(), self._page.desk
        person = desk.people.person(line.visitor_id) if line else None
        if person is None:
            self._say("warn", _("Choose a line of the book first."))
            return
        joined = desk.people.joined(person.visitor_id)
        if not joined:
            self._say("warn", _("No record was joined to that of {name}.").format(name=person.name))
            return
        from bluezone_desk.ui.dialogs.separating import SeparateDialog

        dialog = SeparateDialog(person, joined, desk.merge.unmerge, self._page.window())
        dialog.separated.connect(self._separated)
        dialog.open()

    def take_back_import(self) -> None:
        """The import that the chosen line came with: all of it struck out."""
        line, imports = self._line(), self._page.desk.imports
        if line is None:
            self._say("warn", _("Choose a line of the book first."))
            return
        from bluezone_desk.ui.import_taking_back import ImportTakingBack

        taking = ImportTakingBack(self._page.window(), imports, self._page.runner)
        taking.noticed.connect(self._page.noticed)
        taking.taken_back.connect(self.done)
        taking.ask(lambda: imports.of_visit(line.visit_id))

    def undo(self) -> None:
        """Take back what this desk did last."""
        outcome = self._page.desk.undo.undo_last()
        if isinstance(outcome, TakenBack):
            self._say("good", _("Taken back:") + " " + undone_words(outcome.verb, outcome.visits))
            self.done.emit()
        else:
            self._refuse(outcome)

    def print_label(self) -> None:
        """The label of the chosen visitor."""
        line = self._line()
        if line is not None:
            self.labels.print(line, self._page.desk.settings.office())

    def _corrected(self, outcome: Corrected) -> None:
        self.done.emit()
        others = outcome.duplicates
        if others:
            names = ", ".join(person.name for person in others[:2])
            words = _("Another record may be the same person: {names}.").format(names=names)
            self._page.noticed.emit(
                Notice(_("Line corrected"), words, "warn", 15, "", _("Join two records of one person"), self.merge)
            )
        else:
            self._say("good", _("Line corrected"), outcome.visit.name)

    def _merged(self, outcome: Merged) -> None:
        self.done.emit()
        words = _("{count} visits of {name} are in one record now.")
        told = words.format(count=outcome.kept.visits, name=outcome.kept.name)
        apart = _("Take apart again")
        act = lambda: self._unmerge(outcome.other.visitor_id)  # noqa: E731
        self._page.noticed.emit(Notice(_("Records joined"), told, "good", 20, "", apart, act))

    def _unmerge(self, other: str) -> None:
        outcome = self._page.desk.merge.unmerge(other, _("Joined by mistake"))
        if isinstance(outcome, Unmerged):
            self._separated(outcome)
        else:
            self._refuse(outcome)

    def _separated(self, outcome: Unmerged) -> None:
        self._say("good", _("Two records again"), f"{outcome.kept.name} · {outcome.other.name}")
        self.done.emit()

    def _refuse(self, outcome: Refused) -> None:
        self._page.noticed.emit(Notice(problem_sentence(outcome.problems[0]), "", "warn"))

    def _say(self, tone: str, title: str, body: str = "") -> None:
        self._page.noticed.emit(Notice(title, body, tone, seconds=6))

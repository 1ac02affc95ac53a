"""What the desk page does besides one visitor after another: groups, several exits, labels, the guide, undo."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from bluezone_desk.domain.groups import GroupCheckedIn
from bluezone_desk.domain.ids import uuid7_text
from bluezone_desk.domain.visits import CheckedOutAll, Refused, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.ui.commands import Command, keyed, keyed_of_visitor
from bluezone_desk.ui.deeds import names_of, undone_words
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.label_printing import LabelPrinting
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book_kinds import ALL, HELPED, LEFT, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bluezone_desk.ui.pages.desk import DeskPage
    from bluezone_desk.ui.task_runner import Report


class DeskVerbs(QObject):
    """Binds the page's keys: `acts` are the page's own, the rest is done here."""

    def __init__(self, page: DeskPage, acts: Mapping[Keys, Callable[[], object]]) -> None:
        super().__init__(page)
        self._page = page
        self.labels = LabelPrinting(page.runner, self)
        self.labels.noticed.connect(page.noticed)
        more: dict[Keys, Callable[[], object]] = {
            Keys.INSIDE: page.inside.take_focus,
            Keys.GROUP: self.open_group,
            Keys.PRINT: self.print_label,
            Keys.GUIDE: self.show_guide,
            Keys.CATCH_UP: self.open_catch_up,
        }
        self._acts = {**acts, **more}
        figures = page.figures
        #: The figures of the day, and the lines of the book behind each.
        self._lines = {
            figures.entries: (noop("Today's entries in the book"), partial(self.show_lines, ALL)),
            figures.exits: (noop("Those of today who have left, in the book"), partial(self.show_lines, LEFT)),
            figures.helped: (noop("Those helped today, in the book"), partial(self.show_lines, HELPED)),
        }
        for figure, (_words, show) in self._lines.items():
            figure.asked.connect(show)
        for key, act in self._acts.items():
            shortcut = QShortcut(QKeySequence(key), page, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def commands(self) -> tuple[Command, ...]:
        """What can be done on this page, with its keys."""
        hidden = (Keys.RECORD_PAD, Keys.CLEAR)
        own = (keyed_of_visitor(key, act) for key, act in self._acts.items() if key not in hidden)
        undo = keyed(Keys.UNDO, self._page.keys.undo_asked.emit)
        passes = Command(_("Visitor passes: at the desk, with visitors, lost"), self.show_passes)
        group = Command(_("Record the exit of the whole group of who is chosen"), self.leave_group)
        return (*own, undo, group, passes, *(Command(_(words), act) for words, act in self._lines.values()))

    def undo(self) -> None:
        """Take back what this desk did last, from whichever page."""
        from bluezone_desk.domain.visits import TakenBack

        strip = self._page.strip
        outcome = self._page.desk.undo.undo_last()
        if isinstance(outcome, TakenBack):
            strip.say("good", _("Taken back:"), undone_words(outcome.verb, outcome.visits))
            self._page.book_changed()
        else:
            strip.say("warn", _("Not taken back."), problem_sentence(outcome.problems[0]))

    def leave_all(self, visit_ids: tuple[str, ...]) -> None:
        """Record that all of these leave now."""
        self._say_left(self._page.desk.check_out.check_out_all(visit_ids))

    def leave_group(self) -> None:
        """Record the exit of everybody who came with the chosen one and is inside still."""
        line = self._chosen_inside()
        if line is None or not line.group_id:
            self._page.strip.say("warn", _("Nobody"), _("Choose one of a group in the list (Ctrl+I) first."))
            return
        self._say_left(self._page.desk.groups.check_out(line.group_id))

    def entered(self, line: VisitLine) -> None:
        """An entry was recorded and is in the book: its label, where each entry gets one."""
        if self.labels.prints_each:
            self.labels.print(line, self._page.desk.settings.office(), is_asked=False)

    def show_lines(self, kind: Kind) -> None:
        """The book page with today's lines of this kind."""
        self._page.led.emit(PageName.BOOK, lambda page: page.show_today(kind))

    def propose_pass(self) -> None:
        """The next free pass for the visitor in the form: filled in where each entry gets a label."""
        form = self._page.form
        if form.wants_pass and not form.is_blank:
            form.offer_pass(self._page.desk.passes.propose(), is_given=self.labels.prints_each)

    def print_label(self) -> None:
        """The label of who is chosen inside, else of who came in last."""
        line = self._chosen_inside() or self._page.flow.last_entry
        if line is None:
            self._page.strip.say("warn", _("No label."), _("Choose a visitor in the list (Ctrl+I) first."))
            return
        self.labels.print(line, self._page.desk.settings.office())

    def ask_why(self, words: str, act: Callable[[str], object]) -> None:
        """Something can be recorded with a reason only; it is asked for here."""
        from bluezone_desk.ui.dialogs.reason import ReasonDialog

        title, usual = _("Is the computer's clock right?"), (_("The computer's clock was set right"),)
        ReasonDialog(title, words, usual, _("Record with this reason"), act, self._page.window()).open()

    def show_guide(self) -> None:
        """The install guide, large, of the programme that is spoken of."""
        from bluezone_desk.ui.dialogs.guide import GuideDialog

        programmes = self._page.desk.settings.office().programmes
        spoken = self._page.checks.spoken_of
        if programmes:
            GuideDialog(programmes, spoken[0].code if spoken else "", self._page.window()).showFullScreen()

    def show_passes(self) -> None:
        """Where every pass is, and those that are lost."""
        from bluezone_desk.ui.dialogs.passes import PassesDialog

        dialog = PassesDialog(self._page.desk.passes, self._page.window())
        dialog.changed.connect(self._page.book_changed)
        dialog.open()

    def open_group(self) -> None:
        """A delegation: one header, several people."""
        from bluezone_desk.ui.dialogs.group import GroupDialog

        desk = self._page.desk
        dialog = GroupDialog(
            desk.settings.office().programmes,
            desk.visits.suggestions(),
            desk.people.recognise,
            desk.groups.check_in,
            uuid7_text(self._page.clock.now(), os.urandom(10)),
            self._page.window(),
        )
        dialog.checked_in.connect(self._group_entered)
        dialog.open()

    def open_catch_up(self) -> None:
        """Lines of the paper book, entered later."""
        from bluezone_desk.ui.catch_up import CatchUpDialog

        dialog = CatchUpDialog(self._page.desk, self._page.clock, self._page.window())
        dialog.recorded.connect(self._page.book_changed)
        dialog.open()

    def print_inside(self) -> None:
        """The list of those inside, on a printer that is asked for."""
        from bluezone_desk.paper.inside_list import inside_list
        from bluezone_desk.ui.paper_outlet import PaperOutlet

        page = self._page
        lines, office, now = page.desk.visits.inside(), page.desk.settings.office(), page.clock.now()
        outlet = PaperOutlet(page, page.runner)
        outlet.noticed.connect(page.noticed)

        def make(_report: Report) -> bytes:
            return inside_list(lines, office, now)

        page.runner.run(make, lambda pdf: outlet.print(pdf, _("Visitors inside")))

    def _group_entered(self, outcome: GroupCheckedIn) -> None:
        lines = outcome.group.visits
        self._page.strip.say("good", _("Entry recorded"), names_of(lines))
        self._page.book_changed()
        for line in lines:
            self.entered(line)

    def _say_left(self, outcome: CheckedOutAll) -> None:
        strip = self._page.strip
        refused = next((one for one in outcome.refused.values() if isinstance(one, Refused)), None)
        if refused is not None and not outcome.visits:
            strip.say("bad", _("Exit not recorded"), problem_sentence(refused.problems[0]))
        elif outcome.visits:
            strip.say("good", _("Exit recorded"), names_of(outcome.visits))
        else:
            strip.say("warn", _("Exit not recorded"), _("Nobody of those chosen is inside."))
        self._page.book_changed()

    def _chosen_inside(self) -> VisitLine | None:
        chosen = self._page.inside.chosen
        return self._page.desk.visits.visit(chosen) if chosen else None

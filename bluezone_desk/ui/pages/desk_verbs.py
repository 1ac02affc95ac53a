"""What the desk page does besides one visitor after another: its list on paper, and the way to those inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.commands import Command, keyed
from bluezone_desk.ui.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bluezone_desk.ui.pages.desk import DeskPage
    from bluezone_desk.ui.task_runner import Report


class DeskVerbs(QObject):
    """Binds the page's keys: `acts` are the page's own, the rest is done here."""

    def __init__(self, page: DeskPage, acts: Mapping[Keys, Callable[[], object]]) -> None:
        super().__init__(page)
        self._page = page
        self._acts = {**acts, Keys.INSIDE: page.inside.take_focus}
        for key, act in self._acts.items():
            shortcut = QShortcut(QKeySequence(key), page, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def commands(self) -> tuple[Command, ...]:
        """What can be done on this page, with its keys."""
        hidden = (Keys.RECORD_PAD, Keys.CLEAR)
        undo = keyed(Keys.UNDO, self._page.keys.undo_asked.emit)
        return (*(keyed(key, act) for key, act in self._acts.items() if key not in hidden), undo)

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

"""What can be done from every page: the help, the commands by name, and the evacuation list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.commands import Command, keyed
from bluezone_desk.ui.keys import Keys, shown
from bluezone_desk.ui.navigation import ENTRIES, PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.domain.closing import DayClosed
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.dialogs.evacuation import EvacuationDialog
    from bluezone_desk.ui.doors import Door
    from bluezone_desk.ui.pages.page import Page
    from bluezone_desk.ui.task_runner import Runner


class ActingWindow(Protocol):
    """What the actions ask of the window."""

    @property
    def page(self) -> Page | None: ...

    def show_page(self, name: PageName) -> None: ...

    def made(self, name: PageName) -> Page | None: ...


class WindowActions(QObject):
    """Made with the window; does nothing before the book is open, but for the help."""

    def __init__(self, window: QWidget, acting: ActingWindow, runner: Runner, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._acting = acting
        self._runner = runner
        self._clock = clock
        self.desk: Desk | None = None
        #: Who was found in the yard, kept while the program runs: a closed list loses nothing.
        self._found: set[str] = set()
        for key, act in self._acts().items():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(partial(self._unless_busy, act))

    def commands(self) -> tuple[Command, ...]:
        """All that can be done now, the page's own first."""
        page = self._acting.page
        own = page.commands() if page is not None else ()
        from bluezone_desk.ui.doors import DOORS

        pages = (
            Command(_(entry.title), partial(self._acting.show_page, name), shown(entry.key))
            for name, entry in ENTRIES.items()
        )
        everywhere = (keyed(key, act) for key, act in self._acts().items() if key is not Keys.COMMANDS)
        if page is None:
            return tuple(everywhere)
        doors = (Command(door.told, partial(self._open, door)) for door in DOORS)
        return (*own, *pages, *everywhere, *doors)

    def show_help(self) -> None:
        from bluezone_desk.ui.dialogs.help import HelpDialog

        HelpDialog(self._window).open()

    def show_commands(self) -> None:
        from bluezone_desk.ui.dialogs.palette import CommandPalette

        CommandPalette(self.commands(), self._window).open()

    def toggle_second_screen(self) -> None:
        """Put the poster, as it stands on its page, on the visitors' screen, or take it down."""
        page = self._acting.made(PageName.POSTER)
        if page is None:
            return
        from bluezone_desk.ui.pages.poster import PosterPage

        if isinstance(page, PosterPage):
            page.toggle_second_screen()

    def evacuate(self) -> None:
        """Show who is inside over the whole screen, and print the list on the printer used last."""
        if self.desk is None or self._acting.page is None:
            return
        from bluezone_desk.ui.dialogs.evacuation import EvacuationDialog

        dialog = EvacuationDialog(self.desk.visits.inside(), self._found, self._window)
        dialog.print_asked.connect(lambda: self._print_inside(dialog))
        dialog.showFullScreen()
        self._print_inside(dialog)

    def close_day(self) -> None:
        """End of the day: who is still inside on paper, asked about one by one."""
        if self.desk is None or self._acting.page is None:
            return
        from bluezone_desk.ui.dialogs.closing import ClosingDialog

        dialog = ClosingDialog(self.desk.closing.open_visits(), self.desk.closing.close_day, self._window)
        dialog.closed.connect(self._day_closed)
        dialog.open()

    def _day_closed(self, outcome: DayClosed) -> None:
        from bluezone_desk.ui.deeds import names_of
        from bluezone_desk.ui.notices import Notice

        title, undo = _("Estimated exits recorded"), _("Ctrl+Z takes it back.")
        words = f"{names_of(outcome.visits)} · {undo}"
        page = self._acting.page
        if page is not None:
            page.noticed.emit(Notice(title, words, "good", seconds=8))
            page.refresh()
            page.visits_changed.emit()

    def _print_inside(self, dialog: EvacuationDialog) -> None:
        from bluezone_desk.ui.notices import Notice
        from bluezone_desk.ui.quiet_printing import QuietPrinting

        desk = self.desk
        if desk is None:
            return
        lines, office, now = desk.visits.inside(), desk.settings.office(), self._clock.now()

        def make() -> bytes:
            from bluezone_desk.paper.inside_list import inside_list

            return inside_list(lines, office, now)

        printing = QuietPrinting(self._runner, dialog)
        printing.noticed.connect(dialog.say)
        sent = _("The list was sent to the printer.")
        printing.sent.connect(lambda printer: dialog.say(Notice(sent, printer, "good", seconds=8)))
        printing.print(make, _("Visitors inside"), remembered.printer_name(), takes_any=True)

    def _open(self, door: Door) -> None:
        self._acting.show_page(door.page)
        if self._acting.page is not None:
            self._acting.page.open_part(door.part)

    def _acts(self) -> dict[Keys, Callable[[], None]]:
        return {
            Keys.COMMANDS: self.show_commands,
            Keys.HELP: self.show_help,
            Keys.SECOND_SCREEN: self.toggle_second_screen,
            Keys.EVACUATION: self.evacuate,
            Keys.CLOSE_DAY: self.close_day,
        }

    def _unless_busy(self, act: Callable[[], None]) -> None:
        """A dialog that is open keeps its keys."""
        if QApplication.activeModalWidget() is None:
            act()

"""What every page is to the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.style import set_role

if TYPE_CHECKING:
    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.domain.office import Directive
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.commands import Command
    from bluezone_desk.ui.scanning import ScannerHub
    from bluezone_desk.ui.task_runner import Runner


class Page(QWidget):
    """One page of the window, made when first asked for and kept; the constructor's arguments are all it needs.

    The window sets no layout of its own around a page: pages keep margins of 20, 16, 20, 16 (the design's gutter).
    """

    #: The book changed through this page; the window tells the other pages and the saved dot.
    visits_changed = Signal()
    #: The office's settings changed; the window reads names and programmes again.
    office_changed = Signal()
    #: The tone of something that may be heard: "good", "bad".
    sounded = Signal(str)
    #: A `notices.Notice` to be shown above the page.
    noticed = Signal(object)
    #: Language, colours or text size of this computer changed: the window makes its pages anew.
    look_changed = Signal()
    #: The work goes on at another page: its `PageName`, and what to do there, which gets that page.
    led = Signal(object, object)

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.runner = runner
        self.clock = clock
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def presets(self) -> tuple[Directive, ...]:
        """The directives that can be chosen; none, and a notice, when they cannot be read."""
        try:
            return self.desk.settings.presets()
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return ()

    def entered(self) -> None:
        """The page was brought to the front: read what may have changed, put the focus where work starts."""

    def left(self) -> None:
        """Another page was brought to the front."""

    def refresh(self) -> None:
        """Visits changed elsewhere. Called only while the page is in front; `entered` covers the rest."""

    def office_updated(self) -> None:
        """The office's settings changed elsewhere."""

    def use_scanners(self, hub: ScannerHub) -> None:
        """The window's scanners, for a page that chooses and tests them."""

    def take_scan(self, raw: str) -> None:
        """A scanner that is no keyboard read this while the page was in front; the desk knows what to do."""

    def take_over(self, before: Page) -> None:
        """Go on with what was typed on `before`, the same page in another language, colour or size of text."""

    def open_part(self, part: str) -> None:
        """Bring this part of the page to the front, see `doors`."""

    def commands(self) -> tuple[Command, ...]:
        """What can be done on this page, for the list of commands."""
        return ()

    def ticked(self) -> None:
        """The window's clock moved on to another minute."""

"""Parts of pages that are looked for by name from anywhere: what the list of commands leads to beyond the page."""

from dataclasses import dataclass

from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.producing.order import PaperKind
from bluezone_desk.ui.navigation import PageName


@dataclass(frozen=True, slots=True)
class Door:
    """A part of a page, and the words it is looked for by."""

    page: PageName
    part: str
    words: str

    @property
    def told(self) -> str:
        return f"{_(_PAGES[self.page])}: {_(self.words)}" if self.page in _PAGES else _(self.words)


_PAGES = {PageName.REPORT: noop("Make a paper"), PageName.SETTINGS: noop("Settings")}
DOORS = (
    Door(PageName.BOOK, "import", noop("Import from Excel…")),
    Door(PageName.REPORT, PaperKind.DAILY, noop("Daily report")),
    Door(PageName.REPORT, PaperKind.PERIOD, noop("Progress report (week, month, any)")),
    Door(PageName.REPORT, PaperKind.REGISTER, noop("Visitor register")),
    Door(PageName.REPORT, PaperKind.CONTACTS, noop("Contacts of one visitor")),
    Door(PageName.REPORT, PaperKind.HANDOVER, noop("Hand-over of the shift")),
    Door(PageName.SETTINGS, "office", noop("Office")),
    Door(PageName.SETTINGS, "directive", noop("Directive")),
    Door(PageName.SETTINGS, "desk", noop("Desk and rule")),
    Door(PageName.SETTINGS, "scanner", noop("Scanner")),
    Door(PageName.SETTINGS, "closing", noop("Reports at closing time")),
    Door(PageName.SETTINGS, "look", noop("language, size of text, colours, sounds, labels")),
)

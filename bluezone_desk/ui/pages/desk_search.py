"""Search as one types: the list under the field, and what Enter takes from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.clock import Clock, office_day
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.visits import Person
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.widgets.person_rows import PersonRow
from bluezone_desk.ui.widgets.scan_field import ScanField
from bluezone_desk.ui.widgets.search_popup import SearchPopup
from bluezone_desk.ui.wording import state_short, state_tone

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk

MOST_ROWS = 8
#: Longer than any name: what is longer is a scan on its way.
LONGEST_QUERY = 80
LONGEST_PASS = 4
#: After keys that come as fast as a scanner's, the list waits for the end of the burst.
SETTLE_MS = 40


class DeskSearch(QObject):
    """Keeps the popup in step with the field."""

    def __init__(self, desk: Desk, clock: Clock, field: ScanField, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._clock = clock
        self._field = field
        self.popup = SearchPopup(field, page)
        self.people: tuple[Person, ...] = ()
        #: Whether keys are arriving faster than fingers; then nothing is looked up yet.
        self.is_bursting: Callable[[], bool] = lambda: False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.look_up)
        field.textChanged.connect(self._on_text)
        field.choice_moved.connect(self.popup.move_choice)

    def look_up(self) -> None:
        """Fill the list for what stands in the field now."""
        self._settle.stop()
        text = self._field.text().strip()
        if not text or "|" in text or len(text) > LONGEST_QUERY:
            self.close()
            return
        self.people = self._desk.people.find(text, MOST_ROWS)
        today = office_day(self._clock.now())
        rows = [row_of(person, text, today) for person in self.people]
        if not text.isdigit():
            rows.append(PersonRow(text, _("new visitor"), "", "", ""))
        self.popup.show_rows(rows, takes_first=not self.is_pass(text))

    def is_pass(self, text: str) -> bool:
        """Whether this desk has such a pass: then Enter means the pass, and no part of somebody's number."""
        is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_PASS
        return is_number and int(text) <= self._desk.settings.desk_rules().pass_count

    def catch_up(self) -> None:
        """Look up now what was put off during a burst; a choice made in the list stays."""
        if self._settle.isActive():
            self.look_up()

    def close(self) -> None:
        """No list."""
        self.people = ()
        self.popup.show_rows(())

    def _on_text(self) -> None:
        if self.is_bursting():
            self._settle.start(SETTLE_MS)
        else:
            self.look_up()


def row_of(person: Person, query: str, today: date) -> PersonRow:
    """One known person as a row: who, and what was seen last."""
    details = "   ".join(
        part for part in (mask_phone(person.phone), person.organisation or person.address) if part
    )
    if person.inside_visit_id:
        return PersonRow(person.name, details, _("inside now"), "accent", query)
    if person.last_entered_at is None:
        return PersonRow(person.name, details, "", "", query)
    day = office_day(person.last_entered_at)
    days = (today - day).days
    when = {0: _("today"), 1: _("yesterday")}.get(days, short_date(day) if days > 300 else short_date(day)[:-5])
    if person.last_checks and days <= 1:
        state = person.last_checks[0].state
        return PersonRow(person.name, details, f"{state_short(state)}, {when}", state_tone(state), query)
    count = ngettext("{count} visit, last {day}", "{count} visits, last {day}", person.visits)
    return PersonRow(person.name, details, count.format(count=person.visits, day=when), "calm", query)

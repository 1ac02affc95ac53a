"""The reception desk: one field, one form, six keys, and who is inside."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.identify import NameQuery, PassNumber
from bluezone_desk.domain.visits import CheckInDraft, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.pages.desk_checks import AppChecks
from bluezone_desk.ui.pages.desk_figures import FiguresBar
from bluezone_desk.ui.pages.desk_flow import DeskFlow
from bluezone_desk.ui.pages.desk_form import VisitorForm
from bluezone_desk.ui.pages.desk_gate import DeskGate
from bluezone_desk.ui.pages.desk_inside import InsidePanel
from bluezone_desk.ui.pages.desk_keys import DeskKeys
from bluezone_desk.ui.pages.desk_layout import lay_out
from bluezone_desk.ui.pages.desk_search import DeskSearch
from bluezone_desk.ui.pages.desk_strip import DeskStrip
from bluezone_desk.ui.pages.desk_verbs import DeskVerbs
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.widgets.scan_field import ScanField
from bluezone_desk.ui.wording import advice_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.commands import Command
    from bluezone_desk.ui.task_runner import Runner


class DeskPage(Page):
    """Puts the parts together and hands events to the flow."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        self.field = ScanField()
        self.strip = DeskStrip()
        self.form = VisitorForm()
        self.checks = AppChecks()
        self.gate = DeskGate(self.checks)
        self.figures = FiguresBar()
        self.inside = InsidePanel()
        self._scroll = lay_out(self)
        self.search = DeskSearch(desk, clock, self.field, self)
        self.keys = DeskKeys(self, self.field)
        self.search.is_bursting = lambda: self.keys.is_bursting
        self.flow = DeskFlow(desk, clock, self)
        self._is_saying = False
        self._after_painting = QTimer(self)
        self._after_painting.setSingleShot(True)
        self._after_painting.timeout.connect(lambda: self._try(self._read_anew))
        self._connect()
        self.office_updated()

    def entered(self) -> None:
        self.keys.listen()
        self._read_anew()
        if self.form.is_blank or self.field.text():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # The number keys are the app check's still, and no search.
            self.go_on()

    def left(self) -> None:
        self.keys.ignore()
        self.search.popup.hide()

    def refresh(self) -> None:
        rules = self.desk.settings.desk_rules()
        self.inside.show_lines(self.desk.visits.inside(), self.clock.now(), rules)
        self.figures.show_figures(self.desk.visits.figures(office_day(self.clock.now())), self._office)

    def office_updated(self) -> None:
        self._office = self.desk.settings.office()
        self.checks.set_programmes(self._office.programmes)
        self.gate.set_office(self._office)
        self._scroll.fit()

    def ticked(self) -> None:
        self.refresh()

    def take_over(self, before: Page) -> None:
        assert isinstance(before, DeskPage)
        self.form.take_over(before.form)
        self.checks.take_over(before.checks)
        self.gate.take_over(before.gate)
        self.flow.take_over(before.flow)

    def commands(self) -> tuple[Command, ...]:
        return self.verbs.commands()

    def take_scan(self, raw: str) -> None:
        self._try(lambda: self._on_scanned(raw))

    def draft(self, request_id: str) -> CheckInDraft:
        """The whole visitor: fields, checks, and what the head decided."""
        fields = self.form.draft(request_id)
        gate = self.gate
        return dataclasses.replace(
            fields, checks=gate.checks(), head_decision=gate.head_decision, decided_by=gate.decided_by
        )

    def clear_visitor(self) -> None:
        """Everything empty and the field focused, for the next visitor."""
        self.form.clear()
        self.checks.clear()
        self.gate.clear()
        self.field.clear()
        self.search.close()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Put the focus where the work goes on: what is missing, the app check, then the main action."""
        self.field.clear()
        self.search.close()
        self.verbs.propose_pass()
        missing = self.form.first_missing()
        if missing is not None:
            missing.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.checks.is_answered:
            self.checks.take_focus()
        elif self.gate.reason.isVisible() and not self.gate.reason.text():
            self.gate.reason.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.gate.record.setFocus(Qt.FocusReason.TabFocusReason)
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    @property
    def smallest_room(self) -> QSize:
        """The room below which the form would be scrolled or cut."""
        ground = self._scroll.widget()
        return ground.minimumSizeHint() if ground is not None else QSize()

    def book_changed(self) -> None:
        """The book was written to through this page. That it was is painted first; the rest is read after that."""
        self._after_painting.start()
        self.visits_changed.emit()

    def ask_why(self, words: str, act: Callable[[str], None]) -> None:
        """The clock is doubted: what follows needs a reason."""
        self.verbs.ask_why(words, lambda reason: self._try(lambda: act(reason)))

    def recorded(self, line: VisitLine) -> None:
        """An entry is in the book and the form is empty again."""
        self.verbs.entered(line)

    def _connect(self) -> None:
        acts = {
            Keys.RECORD: self._record,
            Keys.RECORD_PAD: self._record,
            Keys.CHECK_OUT: self._check_out,
            Keys.CLEAR: self._on_escape,
        }
        self.verbs = DeskVerbs(self, acts)
        self.field.submitted.connect(self._on_submitted)
        self.field.text_cut.connect(self._on_cut)
        self.search.popup.taken.connect(lambda _row: self._on_submitted(self.field.text()))
        self.keys.scanned.connect(self.take_scan)
        self.keys.number_pressed.connect(self._on_number)
        self.keys.undo_asked.connect(lambda: self._try(self.verbs.undo))
        self.form.next_asked.connect(self.go_on)
        self.checks.changed.connect(self._show_saying)
        self.checks.next_asked.connect(self._on_checks_done)
        self.gate.record_asked.connect(self._record)
        self.strip.check_out_asked.connect(lambda: self._try(lambda: self.flow.leave_offered()))
        self.inside.left.connect(lambda visit_id: self._try(lambda: self.flow.leave(visit_id)))
        self.inside.list_asked.connect(self.verbs.print_inside)
        self.strip.said_tone.connect(self.sounded)
        self.inside.several_left.connect(self._check_out)

    def _read_anew(self) -> None:
        self.refresh()
        self.form.suggest(self.desk.visits.suggestions())

    def _try(self, act: Callable[[], object]) -> None:
        """Do what may meet known trouble; the form stays as it was, so that nothing typed is lost."""
        try:
            act()
        except DeskFault as fault:
            notice = notice_of(fault)
            self.strip.say("bad", _("Not saved"), notice.title)
            self.noticed.emit(notice)

    def _on_submitted(self, text: str) -> None:
        self._try(lambda: self._submit(text.strip()))

    def _submit(self, text: str) -> None:
        if not text:
            return
        self.search.catch_up()
        popup, place = self.search.popup, self.search.popup.chosen
        people = self.search.people
        seen = self.desk.people.recognise(text)
        is_free = isinstance(seen.identified, NameQuery) or (
            isinstance(seen.identified, PassNumber) and not seen.inside
        )
        # A family shares a phone: a row that was gone to means itself, whatever the number says.
        if 0 <= place < len(people) and (is_free or popup.is_moved):
            self.flow.choose(people[place])
        elif isinstance(seen.identified, NameQuery):
            self.flow.start_new(seen.identified.text)
        else:
            self.flow.take(seen)
        self.field.clear()
        self.search.close()

    def _on_scanned(self, raw: str) -> None:
        seen = self.desk.people.recognise(raw).identified
        if isinstance(seen, NameQuery):
            # A burst without a card in it: a fast typist, or a macro. It means what typing means.
            self.field.setText(seen.text)
            self._submit(seen.text)
            return
        self.flow.scan(raw)

    def _on_number(self, number: int) -> None:
        if self.form.is_blank:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(str(number))
            return
        self.checks.choose(number)
        self.go_on()

    def _show_saying(self) -> None:
        """What to say to the visitor goes into the strip while the gate's line takes a reason."""
        if self.gate.is_asking:
            self.strip.say("warn", advice_text(self.gate.advice), self.gate.saying)
        elif self._is_saying:
            self.strip.rest()
        self._is_saying = self.gate.is_asking

    def _on_checks_done(self) -> None:
        if self.checks.is_answered and self.form.first_missing() is None:
            self._record()
        else:
            self.go_on()

    def _on_cut(self, limit: int) -> None:
        words = _("Only the first {limit} characters were kept: no card and no name is longer.")
        self.strip.say("warn", _("Cut."), words.format(limit=limit))

    def _on_escape(self) -> None:
        if self.search.popup.isVisible():
            self.field.clear()
            self.search.close()
        else:
            self._try(self.flow.give_up)

    def _record(self) -> None:
        self._try(self.flow.record)

    def _check_out(self) -> None:
        chosen, text = self.inside.all_chosen, self.field.text().strip()
        if len(chosen) > 1:
            self._try(lambda: self.verbs.leave_all(chosen))
        elif chosen:
            self._try(lambda: self.flow.leave(chosen[0]))
        elif text:
            # What was typed last is meant, not who was offered before it.
            self.flow.start_leaving()
            self._on_submitted(text)
        elif self.flow.offered is not None and self.strip.offers_check_out:
            self._try(self.flow.leave_offered)
        else:
            self.flow.start_leaving()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.popup.hide()

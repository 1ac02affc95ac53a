"""The flow of one visitor after another: what was scanned or typed becomes a form, a record, or an exit.

Nothing here draws: it speaks to the page's parts and to the services.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import Damaged, IdNumber, NameQuery, PassNumber, PhoneNumber, split_scans
from bluezone_desk.domain.ids import uuid7_text
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date, since_text
from bluezone_desk.domain.visits import (
    AlreadyInside,
    CheckedIn,
    CheckedOut,
    CheckOutDraft,
    NotInside,
    Person,
    Problem,
    Refused,
    VisitLine,
)
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence, sentence
from bluezone_desk.ui.pages.desk_queue import DeskQueue, are_one, name_of, number_of
from bluezone_desk.ui.wording import field_words, rule_text

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.services.people import Recognised
    from bluezone_desk.ui.pages.desk_view import DeskView


class DeskFlow:
    """One visitor is in the form; scans that come too early wait, oldest first."""

    def __init__(self, desk: Desk, clock: Clock, view: DeskView) -> None:
        self._desk = desk
        self._clock = clock
        self._view = view
        self._waiting = DeskQueue()
        self._in_form: Recognised | None = None
        self._request_id = self._new_request()
        #: The visit recorded in last through this page.
        self.last_entry: VisitLine | None = None
        #: The open visit whose exit is one key away.
        self.offered: VisitLine | None = None
        #: F9 was pressed with nobody chosen: the next scan or pass is an exit.
        self.is_leaving = False

    @property
    def waiting(self) -> int:
        """How many scanned visitors wait for the form."""
        return len(self._waiting)

    def scan(self, raw: str) -> None:
        """A scanner sent this; scans that were glued are two visitors."""
        for piece in split_scans(raw) if "|" in raw else [raw]:
            self.take(self._desk.people.recognise(piece))

    def take(self, seen: Recognised) -> None:
        """Somebody was recognised: an exit is offered, the form is filled, or the form's visitor goes first."""
        if isinstance(seen.identified, Damaged):
            if seen.identified.code is not Trouble.SCAN_EMPTY:
                self._view.strip.say("bad", _("Not read"), sentence(seen.identified.code))
        elif seen.inside is not None:
            self._meet_inside(seen.inside)
        elif isinstance(seen.identified, PassNumber):
            self._view.strip.say(
                "warn", _("Nobody"), _("inside carries pass {number}.").format(number=seen.identified.number)
            )
        elif self.is_leaving:
            self._say_not_inside(name_of(seen))
        elif self._is_same(seen):
            self._view.go_on()
        elif not self._view.form.is_blank:
            self._waiting.add(seen)
            self._say_waiting()
        else:
            self._fill(seen)

    def choose(self, person: Person) -> None:
        """A person was taken from the list."""
        inside = self._desk.visits.visit(person.inside_visit_id) if person.inside_visit_id else None
        if inside is not None:
            self._meet_inside(inside)
        elif self.is_leaving:
            self._say_not_inside(person.name)
        else:
            self._make_room()
            self._view.form.fill_person(person)
            self._show_last(person)
            self._view.strip.rest()
            self._view.go_on()

    def start_new(self, name: str) -> None:
        """Somebody the book does not know, by name; of somebody who is to leave that is all that is known."""
        if self.is_leaving:
            self._say_not_inside(name)
            return
        self._make_room()
        self._view.form.fill_new(name=name)
        self._view.strip.rest()
        self._view.go_on()

    def record(self, reason: str = "") -> None:
        """Write the visitor in the form into the book. An empty form does nothing."""
        view = self._view
        if view.form.is_blank:
            return
        draft = replace(view.draft(self._request_id), reason=reason)
        if not draft.host and not draft.department and draft.name.strip():
            view.form.show_problems(())
            view.form.host.show_problem(_("is missing"), _("Whom or which unit?"))
            view.strip.say("bad", _("Not recorded"), _("Whom or which unit?"))
            view.form.host.control.setFocus()
            return
        outcome = self._desk.check_in.check_in(draft)
        match outcome:
            case CheckedIn():
                self.last_entry = outcome.visit
                self._empty()
                self._say_recorded(outcome)
                view.book_changed()
                view.recorded(outcome.visit)
                self._next_waiting()
            case AlreadyInside():
                self._offer(outcome.visit)
            case Refused() if _is_about_clock(outcome):
                view.ask_why(problem_sentence(outcome.problems[0]), self.record)
            case Refused():
                rest = view.form.show_problems(outcome.problems)
                said = " ".join(problem_sentence(problem) for problem in (rest or outcome.problems[:1]))
                view.strip.say("bad", _("Not recorded"), said)

    def leave(self, visit_id: str) -> None:
        """Record the exit of that visit."""
        self._check_out(CheckOutDraft(visit_id=visit_id))

    def leave_offered(self) -> bool:
        """Record the exit that was offered; False when none was."""
        if self.offered is None:
            return False
        self.leave(self.offered.visit_id)
        return True

    def start_leaving(self) -> None:
        """The next scan, pass or name is an exit."""
        self.is_leaving = True
        self._view.strip.say(
            "accent", _("Exit"), _("Scan the card, or type the pass number or the name. Esc ends it.")
        )

    def clear(self) -> None:
        """An empty form for the next visitor, and nothing said."""
        self._empty()
        self._view.strip.rest()

    def _empty(self) -> None:
        """The form and what belongs to it; a request of its own, so that Enter held down is one visit."""
        self._request_id = self._new_request()
        self._in_form = None
        self.offered = None
        self.is_leaving = False
        self._view.clear_visitor()

    def give_up(self) -> None:
        """Esc: the visitor in the form is dropped, and the next who waits comes up."""
        self.clear()
        self._next_waiting()

    def take_over(self, before: DeskFlow) -> None:
        """Who waits for the form waits here, and the last entry can still get its label."""
        self._waiting.take_over(before._waiting)
        self._in_form = before._in_form
        self.last_entry = before.last_entry
        self._say_waiting(only_if_any=True)

    def _make_room(self) -> None:
        """Who was in the form is dropped, and the answers of that visitor with them."""
        if not self._view.form.is_blank:
            self.clear()

    def _fill(self, seen: Recognised) -> None:
        form, found = self._view.form, seen.identified
        self._in_form = seen
        match found:
            case CardScan() | HealthCardScan():
                form.fill_card(found, seen.person)
            case IdNumber() if seen.person is None:
                form.fill_new(id_number=found.number)
            case PhoneNumber() if seen.person is None:
                form.fill_new(phone=found.old_form or found.number)
            case NameQuery():
                form.fill_new(name=found.text)
            case _ if seen.person is not None:
                form.fill_person(seen.person)
        if seen.person is not None:
            self._show_last(seen.person)
        form.show_doubts(seen.problems)
        self._say_doubts(seen.problems)
        self._view.go_on()

    def _say_doubts(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            tell = problem_sentence if len(problems) == 1 else field_words
            self._view.strip.say("warn", _("Look at the card:"), " · ".join(map(tell, problems)))
        else:
            self._view.strip.rest()
        self._say_waiting(only_if_any=True)

    def _show_last(self, person: Person) -> None:
        day = short_date(person.last_entered_at.date())[:-5] if person.last_entered_at else ""
        self._view.checks.show_last(person.last_checks, day)

    def _is_same(self, seen: Recognised) -> bool:
        if self._in_form is not None and not self._view.form.is_blank and are_one(seen, self._in_form):
            return True
        return number_of(seen) == self._view.form.number != ""

    def _meet_inside(self, line: VisitLine) -> None:
        if self.is_leaving:
            self.leave(line.visit_id)
        else:
            self._offer(line)

    def _offer(self, line: VisitLine) -> None:
        self.offered = line
        words = _("is inside since {time}. Press F9 to record the exit.").format(
            time=since_text(line.entered_at, self._clock.now())
        )
        self._view.strip.say("accent", line.name, words, offers_check_out=True)

    def _check_out(self, draft: CheckOutDraft) -> None:
        outcome = self._desk.check_out.check_out(draft)
        strip = self._view.strip
        self.offered = None
        self.is_leaving = False
        match outcome:
            case CheckedOut():
                if self._view.form.number and self._view.form.number == outcome.visit.id_number:
                    self._empty()
                left_at = clock_time(outcome.visit.left_at) if outcome.visit.left_at else ""
                rule = rule_text(outcome.visit)
                told = " · ".join(part for part in (outcome.visit.name, left_at, rule) if part)
                strip.say("warn" if rule else "good", _("Exit recorded"), told)
                self._view.book_changed()
            case NotInside():
                self._say_not_inside(outcome.last.name if outcome.last else "")
            case Refused() if _is_about_clock(outcome):
                words = problem_sentence(outcome.problems[0])
                self._view.ask_why(words, lambda reason: self._check_out(replace(draft, reason=reason)))
            case Refused():
                strip.say("bad", _("Exit not recorded"), problem_sentence(outcome.problems[0]))

    def _say_recorded(self, outcome: CheckedIn) -> None:
        line = outcome.visit
        number = _("visit {number:03}").format(number=line.number)
        self._view.strip.say(
            "good", _("Entry recorded"), f"{line.name} · {number} · {clock_time(line.entered_at)}"
        )

    def _say_not_inside(self, name: str) -> None:
        # F9 was for this one: whoever is scanned next is no exit by a key that was pressed long ago.
        self.is_leaving = False
        self._view.strip.say("warn", name or _("Nobody"), sentence(Trouble.NOT_INSIDE))

    def _say_waiting(self, *, only_if_any: bool = False) -> None:
        if only_if_any and not self._waiting:
            return
        words = _("Record the visitor in the form first; then this one comes up by itself.")
        self._view.strip.say("accent", _("Waiting: {names}").format(names=self._waiting.names), words)

    def _next_waiting(self) -> None:
        seen = self._waiting.next()
        if seen is not None:
            self._fill(seen)

    def _new_request(self) -> str:
        return uuid7_text(self._clock.now(), os.urandom(10))


def _is_about_clock(outcome: Refused) -> bool:
    return outcome.problems[0].code is Trouble.CLOCK_WENT_BACK

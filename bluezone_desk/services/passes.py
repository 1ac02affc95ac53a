"""Numbered visitor passes: the next one to give, where each is, and those that did not come back."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.passes import PassMarked, PassOutcome, PassState, VisitorPass, printed_number, same_pass
from bluezone_desk.domain.visits import Problem, Refused
from bluezone_desk.services.draft_rules import reason_problem
from bluezone_desk.services.rules_record import rules_in
from bluezone_desk.services.session import Session
from bluezone_desk.store import pass_marks, visits
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page
from bluezone_desk.store.moments import from_milliseconds, to_milliseconds

LOSE, FIND = "lose_pass", "find_pass"
_LONGEST = 20


class Passes:
    """A pass is out while its visit is open, and back at the desk with the exit."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def propose(self) -> str:
        """The lowest number that lies at the desk; "" when there is none."""
        with self._session.book.reading() as connection:
            taken = {same_pass(number) for number in pass_marks.out(connection)} | pass_marks.lost(
                connection
            ).keys()
            last = rules_in(connection).pass_count
        free = (number for number in range(1, last + 1) if str(number) not in taken)
        return next((printed_number(number, last) for number in free), "")

    def state(self) -> tuple[VisitorPass, ...]:
        """Every pass of the desk, in order, and any other number that is out or lost."""
        with self._session.book.reading() as connection:
            last = rules_in(connection).pass_count
            ours = [printed_number(number, last) for number in range(1, last + 1)]
            known = {same_pass(number): number for number in (*pass_marks.out(connection), *ours)}
            known |= {number: number for number in pass_marks.lost(connection) if number not in known}
            order = sorted(known, key=lambda key: (not key.isdecimal(), key.zfill(_LONGEST)))
            return tuple(_pass_of(connection, known[key]) for key in order)

    def lost(self, number: str, reason: str) -> PassOutcome:
        """Mark a pass that did not come back; it is not proposed until it is found.

        Raises DeskFault when the book cannot be written; then nothing was marked.
        """
        number, reason = same_pass(clean_name(number)), clean_name(reason)
        if not number or len(number) > _LONGEST:
            return Refused((Problem(Trouble.PASS_UNKNOWN, "pass_number", {"pass_number": number[:_LONGEST]}),))
        too_long = reason_problem(reason) if reason else None
        if too_long:
            return Refused((too_long,))
        with self._session.writing() as page:
            if number in pass_marks.lost(page.connection):
                return Refused((Problem(Trouble.NOTHING_CHANGED, "pass_number"),))
            last = visits.last_by_pass(page.connection, number)
            at = to_milliseconds(self._session.clock.now())
            change = pass_marks.marked(page.connection, number, at, last.visit_id if last else "", reason)
            assert change is not None
            by = self._session.name_in(page.connection)
            page.record(LOSE, number, by, (change,), {"reason": reason} if reason else None)
            return PassMarked(_pass_of(page.connection, number))

    def found(self, number: str) -> PassOutcome:
        """The pass is back. Raises DeskFault when the book cannot be written; then nothing was marked."""
        number = same_pass(clean_name(number))
        with self._session.writing() as page:
            problem = mark_found(page, number, self._session.name_in(page.connection))
            return Refused((problem,)) if problem else PassMarked(_pass_of(page.connection, number))


def mark_found(page: Page, number: str, by: str) -> Problem | None:
    """Write the line that a lost pass is back; None when it is written."""
    if number not in pass_marks.lost(page.connection):
        return Problem(Trouble.PASS_NOT_LOST, "pass_number", {"pass_number": number})
    change = pass_marks.marked(page.connection, number, None, "", "")
    assert change is not None
    page.record(FIND, number, by, (change,))
    return None


def _pass_of(connection: View, number: str) -> VisitorPass:
    inside = visits.open_by_pass(connection, number)
    mark = pass_marks.lost(connection).get(same_pass(number))
    if mark:
        visit = inside or visits.by_id(connection, str(mark["visit_id"]))
        lost_at = from_milliseconds(int(mark["lost_at"] or 0))
        return VisitorPass(number, PassState.LOST, visit, lost_at, str(mark["note"]))
    return VisitorPass(number, PassState.OUT if inside else PassState.FREE, inside)

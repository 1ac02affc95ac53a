"""Taking back one line of the journal about a visit, inside a transaction."""

from collections.abc import Sequence
from typing import TypeVar

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import HistoryEntry, Problem, VisitLine
from bluezone_desk.store import entries, rows, visits
from bluezone_desk.store.changes import RowChange
from bluezone_desk.store.journal import Page
from bluezone_desk.store.stories import StoryLine

#: Verbs on one visit that can be taken back, in the order in which they were written.
VISIT_VERBS = ("check_in", "check_out", "correct", "void", "close_day")
PREFIX = "undo_"

_Told = TypeVar("_Told", StoryLine, HistoryEntry)


def last_standing(story: Sequence[_Told]) -> _Told | None:
    """The last verb of a visit's story that was not taken back."""
    standing: list[_Told] = []
    for line in story:
        if line.verb in VISIT_VERBS:
            standing.append(line)
        elif line.verb.startswith(PREFIX) and standing:
            standing.pop()
    return standing[-1] if standing else None


def take_back(page: Page, last: StoryLine, line: VisitLine, at: int, by: str) -> Problem | None:
    """Write the line that takes `last` back; None when it is written."""
    if last.verb == "check_in":
        voided = rows.change_to(page.connection, "visit", (line.visit_id,), {"voided_at": at})
        changes = [voided, *entries.person_as_before(page.connection, last.changes)]
    else:
        back = rows.turned_round(page.connection, last.changes)
        if back is None:
            return _problem(Trouble.UNDO_OVERTAKEN)
        problem = _in_the_way(page, line, back)
        if problem:
            return problem
        changes = list(back)
    page.record(PREFIX + last.verb, line.visit_id, by, tuple(change for change in changes if change))
    return None


def _in_the_way(page: Page, line: VisitLine, back: tuple[RowChange, ...]) -> Problem | None:
    """The visitor may have come in again since, or the pass been given to somebody else."""
    after = {name: value for change in back if change.table == "visit" for name, value in change.after.items()}
    left_at, is_voided = after.get("left_at", line.left_at), after.get("voided_at", line.voided or None)
    if left_at is not None or is_voided:
        return None
    return open_again_problem(page, line, str(after.get("pass_number", line.pass_number)))


def open_again_problem(page: Page, line: VisitLine, pass_number: str) -> Problem | None:
    """Why this visit cannot be the open one with this pass."""
    inside = visits.open_of_visitor(page.connection, line.visitor_id)
    if inside and inside.visit_id != line.visit_id:
        return _problem(Trouble.ALREADY_INSIDE)
    carrying = visits.open_by_pass(page.connection, pass_number) if pass_number else None
    if carrying and carrying.visit_id != line.visit_id:
        return Problem(Trouble.PASS_IN_USE, "pass_number", {"pass_number": pass_number})
    return None


def _problem(code: Trouble) -> Problem:
    return Problem(code, "visit_id")

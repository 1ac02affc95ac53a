"""Taking back the last verb on a visit, within a few minutes. Nothing is erased: the journal tells both."""

from datetime import timedelta

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import Problem, Refused, Undone, VisitLine
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import entries, stories, visits
from bluezone_desk.store.journal import Page
from bluezone_desk.store.moments import from_milliseconds, to_milliseconds
from bluezone_desk.store.stories import StoryLine

UNDO_LIMIT = timedelta(minutes=5)

_VERBS = ("check_in", "check_out")
_PREFIX = "undo_"


class Undo:
    """Voids an entry, reopens an exit."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undo(self, visit_id: str) -> Undone | Refused:
        """Take back the last verb on this visit that still stands.

        Raises DeskFault when the book cannot be written; then nothing was taken back.
        """
        with self._session.writing() as page:
            line = visits.by_id(page.connection, visit_id)
            if line is None:
                return _refused(Trouble.VISIT_UNKNOWN)
            last = _last_standing(stories.story_of(page.connection, visit_id))
            if last is None:
                return _refused(Trouble.UNDO_NOTHING)
            if self._session.clock.now() - from_milliseconds(last.at) > UNDO_LIMIT:
                return _refused(Trouble.UNDO_TOO_LATE, limit=str(UNDO_LIMIT // timedelta(minutes=1)))
            refusal = None if last.verb == "check_in" else _cannot_reopen(page, line)
            return refusal or self._take_back(page, last, line)

    def _take_back(self, page: Page, last: StoryLine, line: VisitLine) -> Undone:
        if last.verb == "check_in":
            at = to_milliseconds(self._session.clock.now())
            back = entries.visit_change(page.connection, line.visit_id, {"voided_at": at})
            changes = [back, *entries.person_as_before(page.connection, last.changes)]
        else:
            changes = [entries.reopened(page.connection, line.visit_id)]
        by = self._session.by(office_in(page.connection))
        page.record(_PREFIX + last.verb, line.visit_id, by, tuple(change for change in changes if change))
        after = visits.by_id(page.connection, line.visit_id)
        assert after is not None
        return Undone(after, last.verb)


def _last_standing(story: tuple[StoryLine, ...]) -> StoryLine | None:
    standing: list[StoryLine] = []
    for line in story:
        if line.verb in _VERBS:
            standing.append(line)
        elif line.verb.startswith(_PREFIX) and standing:
            standing.pop()
    return standing[-1] if standing else None


def _cannot_reopen(page: Page, line: VisitLine) -> Refused | None:
    """The visitor may have come in again since, or the pass been given to somebody else."""
    if visits.open_of_visitor(page.connection, line.visitor_id):
        return _refused(Trouble.ALREADY_INSIDE)
    if line.pass_number and visits.open_by_pass(page.connection, line.pass_number):
        return _refused(Trouble.PASS_IN_USE, pass_number=line.pass_number)
    return None


def _refused(code: Trouble, **facts: str) -> Refused:
    return Refused((Problem(code, "visit_id", facts),))

"""Taking back what was just done, within a few minutes. Nothing is erased: the journal tells both."""

from collections import Counter
from datetime import timedelta

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import LastDeed, Problem, Refused, TakenBack, Undone, VisitLine
from bluezone_desk.services import import_taking_back, merge, passes
from bluezone_desk.services.session import NotWrittenError, Session
from bluezone_desk.services.taking_back import PREFIX, VISIT_VERBS, last_standing, take_back
from bluezone_desk.store import imports, stories, visits
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page
from bluezone_desk.store.moments import from_milliseconds, to_milliseconds
from bluezone_desk.store.stories import StoryLine

UNDO_LIMIT = timedelta(minutes=5)
#: More than a group can have lines, and all of them are newer than five minutes.
_RECENT_LINES = 1200
#: Verbs that take another one back by themselves.
_ANSWERS = {merge.UNMERGE: merge.MERGE, passes.FIND: passes.LOSE}

#: Written in thousands, and taken back as a whole or not at all: what lies below is out of reach of Ctrl+Z.
_WHOLE = frozenset({imports.VERB, import_taking_back.VERB})


class Undo:
    """Voids an entry, reopens an exit, puts a correction back, separates a merge, finds a lost pass."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undo(self, visit_id: str) -> Undone | Refused:
        """Take back the last verb on this visit that still stands.

        Raises DeskFault when the book cannot be written; then nothing was taken back.
        """
        with self._session.writing() as page:
            last = last_standing(stories.story_of(page.connection, visit_id))
            problem = self._take_back_visit(page, visit_id)
            if problem:
                return Refused((problem,))
            after = visits.by_id(page.connection, visit_id)
        assert after is not None
        assert last is not None
        return Undone(after, last.verb)

    def last(self) -> LastDeed | None:
        """What this desk did last, if it can still be taken back."""
        with self._session.book.reading() as connection:
            deed = self._last_lines(connection)
            if not deed:
                return None
            lines = _visits_of(connection, deed)
        return LastDeed(deed[0].verb, from_milliseconds(deed[0].at), deed[0].subject, lines)

    def undo_last(self) -> TakenBack | Refused:
        """Take back what this desk did last, all of it or nothing.

        Raises DeskFault when the book cannot be written; then nothing was taken back.
        """
        try:
            with self._session.writing() as page:
                deed = self._last_lines(page.connection)
                if not deed:
                    code = Trouble.UNDO_IMPORT if self._is_import_last(page) else Trouble.UNDO_NOTHING
                    return Refused((Problem(code, "visit_id"),))
                for line in deed:
                    self._take_back_line(page, line)
                after = _visits_of(page.connection, deed)
        except NotWrittenError as refused:
            return Refused(refused.problems)
        return TakenBack(deed[0].verb, after)

    def _last_lines(self, connection: View) -> tuple[StoryLine, ...]:
        """The lines of the newest deed of this desk that stands and is not too old, newest first."""
        oldest = to_milliseconds(self._session.clock.now() - UNDO_LIMIT)
        answered: Counter[tuple[str, str]] = Counter()
        deed: list[StoryLine] = []
        for line in stories.latest_of_desk(connection, self._session.desk_id, _RECENT_LINES):
            if line.at < oldest or line.verb in _WHOLE:
                break
            if deed and line.told.get("batch", "") != deed[0].told.get("batch"):
                break
            verb = _ANSWERS.get(line.verb) or line.verb.removeprefix(PREFIX)
            if verb != line.verb:
                answered[verb, line.subject] += 1
            elif answered[verb, line.subject]:
                answered[verb, line.subject] -= 1
            elif verb in VISIT_VERBS or verb in _ANSWERS.values():
                deed.append(line)
                if not line.told.get("batch"):
                    break
        return tuple(deed)

    def _is_import_last(self, page: Page) -> bool:
        newest = stories.latest_of_desk(page.connection, self._session.desk_id, 1)
        return any(line.verb in _WHOLE for line in newest)

    def _take_back_line(self, page: Page, line: StoryLine) -> None:
        by = self._session.name_in(page.connection)
        if line.verb == merge.MERGE:
            problem = merge.separate(page, line.subject, by, "")
        elif line.verb == passes.LOSE:
            problem = passes.mark_found(page, line.subject, by)
        else:
            problem = self._take_back_visit(page, line.subject)
        if problem:
            raise NotWrittenError(line.subject, (problem,))

    def _take_back_visit(self, page: Page, visit_id: str) -> Problem | None:
        line = visits.by_id(page.connection, visit_id)
        if line is None:
            return Problem(Trouble.VISIT_UNKNOWN, "visit_id")
        last = last_standing(stories.story_of(page.connection, visit_id))
        if last is None:
            return Problem(Trouble.UNDO_NOTHING, "visit_id")
        now = self._session.clock.now()
        if now - from_milliseconds(last.at) > UNDO_LIMIT:
            facts = {"limit": str(UNDO_LIMIT // timedelta(minutes=1))}
            return Problem(Trouble.UNDO_TOO_LATE, "visit_id", facts)
        return take_back(page, last, line, to_milliseconds(now), self._session.name_in(page.connection))


def _visits_of(connection: View, deed: tuple[StoryLine, ...]) -> tuple[VisitLine, ...]:
    found = (visits.by_id(connection, line.subject) for line in reversed(deed))
    return tuple(line for line in found if line)

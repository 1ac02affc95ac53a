"""One person under two records: joined, and separated again."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.merging import Merged, MergeOutcome, Unmerged, UnmergeOutcome
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.visits import Person, Problem, Refused
from bluezone_desk.services.draft_rules import reason_problem
from bluezone_desk.services.session import Session
from bluezone_desk.store import people, records, stories
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page

MERGE, UNMERGE = "merge", "unmerge"


class Merge:
    """All visits go to the record that is kept; the other stays in the book and is no longer found by itself."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def merge(self, keep: str, other: str, reason: str) -> MergeOutcome:
        """Join the record `other` to `keep`; what only the other knows (a number, a phone) is taken over.

        Raises DeskFault when the book cannot be written; then both are as they were.
        """
        reason = clean_name(reason)
        problem = reason_problem(reason)
        if problem:
            return Refused((problem,))
        with self._session.writing() as page:
            kept, joined = people.record(page.connection, keep), people.record(page.connection, other)
            if kept is None or joined is None:
                return Refused((Problem(Trouble.VISITOR_UNKNOWN, "visitor_id"),))
            problem = _cannot_merge(page.connection, kept, joined)
            if problem:
                return Refused((problem,))
            changes = records.joined(page.connection, keep, other)
            by = self._session.name_in(page.connection)
            page.record(MERGE, other, by, changes, {"reason": reason, "kept": keep})
            return Merged(_record(page, keep), _record(page, other), records.visits_in(changes))

    def unmerge(self, other: str, reason: str) -> UnmergeOutcome:
        """Separate a record that was merged: the visits it brought are its own again.

        Raises DeskFault when the book cannot be written; then both are as they were.
        """
        reason = clean_name(reason)
        problem = reason_problem(reason)
        if problem:
            return Refused((problem,))
        with self._session.writing() as page:
            keep = records.merged_into(page.connection, other)
            problem = separate(page, other, self._session.name_in(page.connection), reason)
            if problem:
                return Refused((problem,))
            assert keep is not None
            record = _record(page, other)
            return Unmerged(_record(page, keep), record, record.visits)


def separate(page: Page, other: str, by: str, reason: str) -> Problem | None:
    """Write the line that separates the record again; None when it is written."""
    keep = records.merged_into(page.connection, other)
    if keep is None:
        return Problem(Trouble.MERGE_NOT_MERGED, "visitor_id")
    if records.merged_into(page.connection, keep):
        return Problem(Trouble.MERGE_STAYS_APART, "visitor_id")
    story = stories.story_of(page.connection, other)
    line = next(line for line in reversed(story) if line.verb == MERGE)
    changes = records.separated(page.connection, keep, other, line.changes)
    page.record(UNMERGE, other, by, changes, {"reason": reason, "kept": keep})
    return None


def _cannot_merge(connection: View, kept: Person, other: Person) -> Problem | None:
    if kept.visitor_id == other.visitor_id:
        return Problem(Trouble.MERGE_SAME, "visitor_id")
    if any(records.merged_into(connection, one.visitor_id) for one in (kept, other)):
        return Problem(Trouble.MERGE_STAYS_APART, "visitor_id")
    if kept.inside_visit_id and other.inside_visit_id:
        return Problem(Trouble.MERGE_BOTH_INSIDE, "visitor_id")
    return None


def _record(page: Page, visitor_id: str) -> Person:
    person = people.record(page.connection, visitor_id)
    assert person is not None
    return person

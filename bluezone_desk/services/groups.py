"""Delegations: one header, several visitors, in together and out together or alone."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.groups import GroupCheckedIn, GroupDraft, GroupOutcome, GroupRefused, VisitorGroup
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.visits import (
    AlreadyInside,
    CheckedIn,
    CheckedOutAll,
    CheckInDraft,
    CheckInOutcome,
    Problem,
    Refused,
)
from bluezone_desk.services.check_in import CheckIn
from bluezone_desk.services.check_out import CheckOut
from bluezone_desk.services.draft_rules import FIELD_LIMIT
from bluezone_desk.services.session import NotWrittenError, Session
from bluezone_desk.store import groups, visits
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page

MOST_MEMBERS = 500
_HEADER = ("organisation", "host", "department", "purpose")


class Groups:
    """All of a delegation comes in or nobody does; each member has a line and an app state of their own."""

    def __init__(self, session: Session, check_in: CheckIn, check_out: CheckOut) -> None:
        self._session = session
        self._check_in = check_in
        self._check_out = check_out

    def check_in(self, draft: GroupDraft) -> GroupOutcome:
        """Record a delegation in one transaction; the same `request_id` again answers with the same group.

        Raises DeskFault when the book cannot be written; then nobody was recorded.
        """
        draft = _cleaned(draft, self._session)
        problems = _header_problems(draft)
        if problems:
            return GroupRefused({}, problems)
        refused: dict[int, tuple[Problem, ...]] = {}
        warnings: dict[int, tuple[Problem, ...]] = {}
        try:
            with self._session.writing() as page:
                known = groups.id_by_request(page.connection, draft.request_id)
                if known:
                    return GroupCheckedIn(_group(page.connection, known), {}, repeated=True)
                group_id = self._record_header(page, draft)
                entered: set[str] = set()
                for place, member in enumerate(draft.members):
                    outcome = self._check_in.record_in(page, _member(draft, member, place), group_id)
                    if isinstance(outcome, CheckedIn):
                        entered.add(outcome.visit.visit_id)
                        warnings |= {place: outcome.warnings} if outcome.warnings else {}
                    else:
                        refused[place] = _problems_of(outcome, entered)
                if refused:
                    raise NotWrittenError(group_id, ())
                group = _group(page.connection, group_id)
        except NotWrittenError:
            return GroupRefused(refused)
        return GroupCheckedIn(group, warnings)

    def _record_header(self, page: Page, draft: GroupDraft) -> str:
        now = self._session.clock.now()
        group_id = self._session.new_id(now)
        header = {name: getattr(draft, name) for name in _HEADER}
        header |= {"id": group_id, "request_id": draft.request_id, "desk": self._session.desk_id}
        by = self._session.name_in(page.connection)
        page.record("open_group", group_id, by, (groups.opened(header, now),), {"batch": group_id})
        return group_id

    def check_out(self, group_id: str, visit_ids: Iterable[str] | None = None) -> CheckedOutAll:
        """Record the exits of these members, or of all still inside, in one transaction.

        Raises DeskFault when the book cannot be written; then nothing was recorded.
        """
        group = self.group(group_id)
        inside = {line.visit_id for line in group.inside} if group else set()
        return self._check_out.check_out_all(inside if visit_ids is None else visit_ids)

    def group(self, group_id: str) -> VisitorGroup | None:
        """The delegation with this id. Usable on any thread."""
        with self._session.book.reading() as connection:
            return groups.by_id(connection, group_id)

    def inside(self) -> tuple[VisitorGroup, ...]:
        """Delegations of whom anybody is inside, newest first. Usable on any thread."""
        with self._session.book.reading() as connection:
            ids = dict.fromkeys(line.group_id for line in visits.inside(connection) if line.group_id)
            return tuple(_group(connection, group_id) for group_id in ids)


def _cleaned(draft: GroupDraft, session: Session) -> GroupDraft:
    header: dict[str, Any] = {name: clean_name(getattr(draft, name)) for name in _HEADER}
    request_id = draft.request_id or session.new_id(session.clock.now())
    return dataclasses.replace(draft, request_id=request_id, **header)


def _header_problems(draft: GroupDraft) -> tuple[Problem, ...]:
    if not draft.members:
        return (Problem(Trouble.GROUP_EMPTY, "members"),)
    if len(draft.members) > MOST_MEMBERS:
        return (Problem(Trouble.GROUP_TOO_LARGE, "members", {"limit": str(MOST_MEMBERS)}),)
    long = [name for name in (*_HEADER, "request_id") if len(getattr(draft, name)) > FIELD_LIMIT]
    limit = str(FIELD_LIMIT)
    return tuple(Problem(Trouble.FIELD_TOO_LONG, name, {"limit": limit, "field": name}) for name in long)


def _member(draft: GroupDraft, member: CheckInDraft, place: int) -> CheckInDraft:
    """The member with what the header says where nothing of their own is said."""
    told = {name: getattr(member, name) or getattr(draft, name) for name in _HEADER}
    return dataclasses.replace(member, request_id=member.request_id or f"{draft.request_id}:{place}", **told)


def _problems_of(outcome: CheckInOutcome, entered: set[str]) -> tuple[Problem, ...]:
    if isinstance(outcome, AlreadyInside):
        is_in_list = outcome.visit.visit_id in entered
        facts = {"name": outcome.visit.name}
        return (Problem(Trouble.PERSON_TWICE if is_in_list else Trouble.ALREADY_INSIDE, "name", facts),)
    assert isinstance(outcome, Refused)
    return outcome.problems


def _group(connection: View, group_id: str) -> VisitorGroup:
    group = groups.by_id(connection, group_id)
    assert group is not None
    return group

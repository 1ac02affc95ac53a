"""Who was inside together with one visitor: overlapping visits, whatever their length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bluezone_desk.domain.names import fold
from bluezone_desk.domain.visits import VisitLine

#: How long two visits must overlap to be listed, unless the one who asks says otherwise.
USUAL_MINUTES: Final = 15


@dataclass(frozen=True, slots=True)
class Contact:
    """One visit that overlaps the subject's. `minutes` are whole ones, rounded down.

    `is_estimated` when an exit of either visit was not seen, or has not come yet, so that the overlap may differ.
    """

    line: VisitLine
    overlap_from: datetime
    overlap_to: datetime
    at_same_host: bool
    is_estimated: bool

    @property
    def minutes(self) -> int:
        return (self.overlap_to - self.overlap_from) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ContactList:
    """Contacts of one visit, with why the list was made, who asked for it and who approved it.

    `rows` are certain and `estimated` are apart; both with the same host first, then the longest overlap.
    """

    subject: VisitLine
    minutes: int
    rows: tuple[Contact, ...]
    estimated: tuple[Contact, ...]
    reason: str
    made_at: datetime
    made_by: str = ""
    approver: str = ""

    @property
    def persons(self) -> int:
        """Distinct visitors in both parts; companions have no line and are not among them."""
        return len({contact.line.visitor_id for contact in (*self.rows, *self.estimated)})


@dataclass(frozen=True, slots=True)
class Company:
    """How many visitors were inside together with one visit, companions not among them, and how long at most."""

    persons: int
    at_same_host: int
    longest: Contact | None


def company(
    subject: VisitLine, lines: Iterable[VisitLine], *, until: datetime, minutes: int = USUAL_MINUTES
) -> Company:
    """What `contact_list` of the same lines would hold, counted; the list itself is asked for with a reason."""
    found = [contact for line in lines if (contact := _contact(subject, line, until, minutes))]
    return Company(
        len({contact.line.visitor_id for contact in found}),
        len({contact.line.visitor_id for contact in found if contact.at_same_host}),
        max(found, key=lambda contact: contact.minutes, default=None),
    )


def contact_list(
    subject: VisitLine,
    lines: Iterable[VisitLine],
    *,
    made_at: datetime,
    reason: str,
    minutes: int = USUAL_MINUTES,
    made_by: str = "",
    approver: str = "",
) -> ContactList:
    """The list of all `lines` that overlap the subject by at least `minutes`; `lines` may hold many more.

    A visit without an exit lasts until `made_at`. The subject's own other visits and voided lines are left out.
    """
    found = [contact for line in lines if (contact := _contact(subject, line, made_at, minutes))]
    found.sort(key=lambda c: (not c.at_same_host, -c.minutes, c.line.entered_at, c.line.visit_id))
    return ContactList(
        subject,
        minutes,
        tuple(contact for contact in found if not contact.is_estimated),
        tuple(contact for contact in found if contact.is_estimated),
        reason,
        made_at,
        made_by,
        approver,
    )


def _contact(subject: VisitLine, line: VisitLine, made_at: datetime, minutes: int) -> Contact | None:
    if line.voided or line.visitor_id == subject.visitor_id:
        return None
    start = max(subject.entered_at, line.entered_at)
    end = min(subject.left_at or made_at, line.left_at or made_at)
    if end < start or end - start < timedelta(minutes=minutes):
        return None
    is_estimated = any(one.left_rule or one.left_at is None for one in (subject, line))
    return Contact(line, start, end, _at_same_host(subject, line), is_estimated)


def _at_same_host(one: VisitLine, other: VisitLine) -> bool:
    """The same person seen, or the same room when a visit names nobody."""
    if one.host and other.host:
        return fold(one.host) == fold(other.host)
    return bool(one.department) and fold(one.department) == fold(other.department)

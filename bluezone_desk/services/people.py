"""Who the book knows: from a scan, or as somebody types."""

from dataclasses import dataclass

from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import Damaged, Identified, IdNumber, PassNumber, PhoneNumber, identify
from bluezone_desk.domain.merging import Duplicate, Likeness, likeness_of
from bluezone_desk.domain.visits import Person, Problem, VisitLine
from bluezone_desk.services.session import Session
from bluezone_desk.store import people, records, visits
from bluezone_desk.store.connections import View


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a scan or a typed line is, and whom the book knows by it.

    `inside` is the open visit of that person, or of whoever carries that pass. `problems` are doubts about a
    card, or why the scan was refused.
    """

    identified: Identified
    person: Person | None = None
    inside: VisitLine | None = None
    problems: tuple[Problem, ...] = ()


class People:
    """Reads only; usable on any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def recognise(self, raw: str) -> Recognised:
        """Say what was scanned or typed; a known number brings the right name back. Nothing is stored."""
        identified = identify(raw, office_day(self._session.clock.now()))
        if isinstance(identified, Damaged):
            return Recognised(identified, problems=(Problem(identified.code, "scan"),))
        warnings = identified.warnings if isinstance(identified, CardScan | HealthCardScan) else ()
        with self._session.book.reading() as connection:
            person, inside = _known(connection, identified)
            if person and person.inside_visit_id and inside is None:
                inside = visits.by_id(connection, person.inside_visit_id)
        if person and isinstance(identified, HealthCardScan) and not identified.id_number:
            warnings = (*warnings, Trouble.WARN_NAMESAKE)
        return Recognised(identified, person, inside, tuple(Problem(code, "scan") for code in warnings))

    def find(self, query: str, limit: int = 20) -> tuple[Person, ...]:
        """Up to `limit` people by parts of their names or numbers, marks or not, newest visit first."""
        with self._session.book.reading() as connection:
            return people.find(connection, query, limit)

    def visits(self, visitor_id: str, limit: int = 50) -> tuple[VisitLine, ...]:
        """The person's visits, newest first, those of merged records and voided ones among them."""
        with self._session.book.reading() as connection:
            return visits.of_visitor(connection, people.kept_id(connection, visitor_id), limit)

    def duplicates(self, visitor_id: str) -> tuple[Duplicate, ...]:
        """Other records that may be the same person, surest first."""
        with self._session.book.reading() as connection:
            return duplicates_of(connection, visitor_id)

    def joined(self, visitor_id: str) -> tuple[Person, ...]:
        """The records that were merged into this person's and can be separated again."""
        with self._session.book.reading() as connection:
            ids = records.joined_ids(connection, people.kept_id(connection, visitor_id))
            found = (people.record(connection, one) for one in ids)
            return tuple(person for person in found if person)

    def person(self, visitor_id: str) -> Person | None:
        """The person with this id."""
        with self._session.book.reading() as connection:
            return people.by_id(connection, visitor_id)


def _known(connection: View, identified: Identified) -> tuple[Person | None, VisitLine | None]:
    if isinstance(identified, CardScan):
        person = people.by_number(connection, identified.id_number)
        if person is None and identified.old_id_number:
            person = people.by_number(connection, identified.old_id_number)
        return person, None
    if isinstance(identified, HealthCardScan):
        if identified.id_number:
            return people.by_number(connection, identified.id_number), None
        return people.by_birth(connection, identified.name, identified.birth_date), None
    if isinstance(identified, IdNumber):
        return people.by_number(connection, identified.number), None
    if isinstance(identified, PhoneNumber):
        return next(iter(people.by_phone(connection, identified.number)), None), None
    if isinstance(identified, PassNumber):
        inside = visits.open_by_pass(connection, identified.number)
        return (people.by_id(connection, inside.visitor_id), inside) if inside else (None, None)
    return None, None


def duplicates_of(connection: View, visitor_id: str) -> tuple[Duplicate, ...]:
    """Other records that may be the same person, in this view of the book, surest first."""
    mine = people.record(connection, visitor_id)
    if mine is None:
        return ()
    numbers = filter(None, (mine.id_number, mine.old_id_number, mine.phone))
    others = (people.record(connection, one) for one in records.alike(connection, visitor_id, numbers))
    found = [Duplicate(other, signs) for other in others if other and (signs := likeness_of(mine, other))]
    order = tuple(Likeness)
    return tuple(sorted(found, key=lambda each: (order.index(each.likeness[0]), each.person.visitor_id)))

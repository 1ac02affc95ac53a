"""The lines that good rows become, made on a view of the book so that the desk need not wait for the making."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bluezone_desk.domain.clock import office_day, office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.import_results import BadRow, ImportCounts
from bluezone_desk.domain.import_rows import ImportRow
from bluezone_desk.domain.names import fold, names_agree
from bluezone_desk.domain.passes import same_pass
from bluezone_desk.domain.visits import Problem
from bluezone_desk.services.import_people import ImportPeople
from bluezone_desk.services.import_writing import Progress
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import bulk, entries, imports, people, visits
from bluezone_desk.store.bulk import Bundle, Row
from bluezone_desk.store.changes import RowChange
from bluezone_desk.store.connections import View

_EXIT = {"left_at", "left_day", "left_rule", "left_reason"}
#: Progress is told, and cancelling possible, every so many rows.
STEP = 250


class ImportPlan:
    """Good rows on one view of the book: the bundle to write, the rows refused by the book, and the counts."""

    def __init__(self, session: Session, view: View, rows: Sequence[ImportRow], source: str) -> None:
        self._view = view
        now = session.clock.now()
        self._by = session.by(office_in(view))
        self._desk = session.desk_id
        self._new_id = partial(session.new_id, now)
        self._people = ImportPeople(view, self._new_id)
        self._inside, carried = bulk.inside_now(view)
        self._passes = {same_pass(number) for number in carried}
        self._requests = bulk.requests_of(view, source)
        days = {office_day(row.draft.entered_at).isoformat() for row in rows if row.draft.entered_at}
        self._minutes = bulk.minutes_of(view, days)
        self._numbers = {day: visits.next_number(view, day) for day in days}
        self._rows = rows
        self._tally = dict.fromkeys(("good", "imported_before", "same_minute", "estimated", "still_inside"), 0)
        self._days: set[str] = set()
        self.bundle = Bundle(bulk.position_of(view), now)
        self.refused: list[BadRow] = []

    def make(self, progress: Progress | None) -> None:
        """Take the rows one by one."""
        for count, row in enumerate(self._rows):
            if progress and count % STEP == 0:
                progress(count, len(self._rows))
            assert row.draft.entered_at is not None
            self._take(row, row.draft.entered_at)

    def still_holds(self, view: View) -> bool:
        """Whether nothing written since the plan was made speaks of its people or its days."""
        since = bulk.changes_since(view, self.bundle.position)
        return people.next_recency(view) <= self._people.first_recency and not any(map(self._concerns, since))

    def _concerns(self, change: RowChange) -> bool:
        if change.table == "visitor":
            return self._people.knows(change)
        if change.table == "visit":
            # A new line of another day, or somebody's exit, is no concern of ours.
            return change.after.get("day") in self._numbers or (
                not change.is_new and not set(change.after) <= _EXIT
            )
        return change.table not in ("app_check", "visitor_pass")

    def counts(self) -> dict[str, int]:
        """Counts of the rows by what became of them."""
        people = {"new_people": self._people.new_count, "known_people": self._people.known_count}
        return {**self._tally, **people}

    def _take(self, row: ImportRow, entered_at: datetime) -> None:
        draft = row.draft
        if draft.request_id in self._requests:
            self._tally["imported_before"] += 1
            return
        person = self._people.meant(draft)
        minute = bulk.minute_of(entered_at)
        is_nameless = not draft.id_number and not draft.phone
        who = str(person["id"]) if person else fold(draft.name) if is_nameless else ""
        problem = _name_problem(row, person)
        if not problem and (minute, who) in self._minutes:
            self._tally["same_minute"] += 1
            return
        problem = problem or (None if row.left_at else self._open_problem(row, person))
        if problem:
            self.refused.append(BadRow(row.number, draft.name, (problem,)))
            return
        visitor_id = self._record(row, person, entered_at)
        self._minutes |= {(minute, visitor_id), (minute, fold(draft.name))}
        self._tally["good"] += 1
        self._tally["estimated"] += bool(row.left_rule)
        if row.left_at is None:
            self._tally["still_inside"] += 1
            self._inside.add(visitor_id)
            self._passes.add(same_pass(draft.pass_number))

    def _open_problem(self, row: ImportRow, person: Row | None) -> Problem | None:
        """Nobody is inside twice, and no pass is with two."""
        if person and person["id"] in self._inside:
            facts = {"name": row.draft.name, "time": ""}
            return Problem(Trouble.ALREADY_INSIDE, "name", facts)
        if row.draft.pass_number and same_pass(row.draft.pass_number) in self._passes:
            return Problem(Trouble.PASS_IN_USE, "pass_number", {"pass_number": row.draft.pass_number})
        return None

    def _record(self, row: ImportRow, person: Row | None, entered_at: datetime) -> str:
        draft = row.draft
        visitor_id, person_change = self._people.meet(person, draft)
        visit_id, day = self._new_id(), office_time(entered_at).date().isoformat()
        told = {
            "id": visit_id,
            "visitor_id": visitor_id,
            "organisation": draft.organisation or str(person["organisation"] if person else ""),
            "recorded_by": self._by,
            "desk": self._desk,
            "number": self._numbers[day],
            "note": row.note,
            **entries.exit_columns(row.left_at, row.left_rule, draft.reason),
        }
        self._numbers[day] += 1
        changes: list[RowChange | None] = [person_change, entries.entry(self._view, draft, told, entered_at)]
        changes += [entries.check(visit_id, seen, entered_at) for seen in draft.checks]
        self.bundle.add(imports.VERB, visit_id, self._by, tuple(change for change in changes if change))
        return visitor_id


def _name_problem(row: ImportRow, person: Row | None) -> Problem | None:
    """Digits copied from paper are not trusted before letters: a wrong one would name somebody else."""
    if person is None or names_agree(str(person["name"]), row.draft.name):
        return None
    return Problem(Trouble.IMPORT_NUMBER_TAKEN, "id_number", {"name": str(person["name"])})


def counts_of(plan: ImportPlan, rows: Sequence[ImportRow], passed_over: int) -> ImportCounts:
    """The counts of a plan with the days its rows span."""
    days = sorted({office_day(row.draft.entered_at) for row in rows if row.draft.entered_at})
    return ImportCounts(
        **plan.counts(),
        passed_over=passed_over,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )

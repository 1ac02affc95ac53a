"""Taking over somebody else's visitor book: looked at first, then recorded whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_cells import Cell
from bluezone_desk.domain.import_results import BadRow, ImportCounts, ImportRecord
from bluezone_desk.domain.import_rows import ImportRow, ImportWish, read_rows
from bluezone_desk.domain.import_table import demand_name
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import Problem, Refused
from bluezone_desk.services import draft_rules
from bluezone_desk.services.import_plan import STEP, ImportPlan, counts_of
from bluezone_desk.services.import_taking_back import ImportTakingBack
from bluezone_desk.services.import_writing import Progress, write_plan
from bluezone_desk.services.session import Session
from bluezone_desk.store import imports
from bluezone_desk.store.connections import View


@dataclass(frozen=True)
class Judged:
    """What an import would do. Nothing was written; the plan inside is used if the book stays as it is."""

    counts: ImportCounts
    bad: tuple[BadRow, ...]
    rows: tuple[ImportRow, ...]
    source: str
    plan: ImportPlan


class Imports:
    """Reads on any thread; `record` may run on a worker thread too, and lets the desk go first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def judge(
        self,
        rows: Sequence[Sequence[Cell]],
        wish: ImportWish,
        *,
        is_cut: bool = False,
        progress: Progress | None = None,
    ) -> Judged:
        """Look at every row: what would be recorded, what cannot be and why, what is in the book already.

        Raises DeskFault: TIME_WITHOUT_REASON when the wish gives no reason, IMPORT_HEADINGS_MISSING when no column
        holds names or times of entry. What `progress` raises passes through.
        """
        demand_name(wish.columns)
        if not clean_name(wish.reason):
            raise DeskFault(Trouble.TIME_WITHOUT_REASON)
        total = 2 * len(rows)
        good, bad, passed_over = self._read(rows, wish, is_cut, _scaled(progress, 0, total))
        with self._session.book.reading() as view:
            plan = self._planned_on(view, good, wish.source, _scaled(progress, len(rows), total))
        bad = sorted([*bad, *plan.refused], key=lambda row: row.number)
        if progress:
            progress(total, total)
        return Judged(counts_of(plan, good, passed_over), tuple(bad), tuple(good), wish.source, plan)

    def record(
        self, judged: Judged, *, without_bad: bool = False, progress: Progress | None = None
    ) -> ImportCounts:
        """Record every good row in one transaction, and say what was recorded.

        Raises DeskFault: IMPORT_ROWS_BAD when rows are bad, or became so since they were judged, and `without_bad`
        is not said; those of `Book.writing`.
        After any, or when `progress` raises, nothing was recorded.
        """
        if judged.bad and not without_bad:
            raise DeskFault(Trouble.IMPORT_ROWS_BAD, count=len(judged.bad))

        def again(view: View) -> ImportPlan:
            plan = self._planned_on(view, judged.rows, judged.source, None)
            if plan.refused and not without_bad:
                raise DeskFault(Trouble.IMPORT_ROWS_BAD, count=len(plan.refused))
            return plan

        plan = write_plan(self._session, judged.plan, again, progress)
        return counts_of(plan, judged.rows, judged.counts.passed_over)

    def records(self) -> tuple[ImportRecord, ...]:
        """Every import of which lines stand, the newest first."""
        with self._session.book.reading() as view:
            return imports.records(view)

    def of_source(self, source: str) -> ImportRecord | None:
        """The import of this file and sheet, None when no line of it stands."""
        return next((record for record in self.records() if record.source == source), None)

    def of_visit(self, visit_id: str) -> ImportRecord | None:
        """The import that this line came with, None for any other line."""
        with self._session.book.reading() as view:
            source = imports.source_of_visit(view, visit_id)
        return self.of_source(source) if source else None

    def take_back(self, source: str, reason: str, *, progress: Progress | None = None) -> int | Refused:
        """Void every line of an import that stands, in one transaction, and say how many; see `ImportTakingBack`.

        Raises DeskFault: DESK_TOO_BUSY when visitors come too often for it, those of `Book.writing`. After any, or
        when `progress` raises, all is as it was.
        """
        reason = clean_name(reason)
        if missing := draft_rules.reason_problem(reason):
            return Refused((missing,))

        def made(view: View) -> ImportTakingBack:
            return ImportTakingBack(self._session, view, source, reason)

        with self._session.book.reading() as view:
            plan = made(view)
        # People are taken out of the search one by one: too slow to make the desk wait for all of it.
        return len(write_plan(self._session, plan, made, progress, always_yields=True).bundle.lines)

    def _read(
        self, rows: Sequence[Sequence[Cell]], wish: ImportWish, is_cut: bool, progress: Progress | None
    ) -> tuple[list[ImportRow], list[BadRow], int]:
        office, now = self._session.office(), self._session.clock.now()
        good: list[ImportRow] = []
        bad: list[BadRow] = []
        passed_over = 0
        programmes = [programme.code for programme in office.programmes]
        for count, row in enumerate(read_rows(rows, wish, programmes, now, is_cut=is_cut)):
            if progress and count % STEP == 0:
                progress(count, len(rows))
            if row is None:
                passed_over += 1
                continue
            problems = self._problems_of(row, office, now)
            if problems:
                bad.append(BadRow(row.number, row.draft.name, problems))
            else:
                good.append(row)
        return good, bad, passed_over

    def _problems_of(self, row: ImportRow, office: Office, now: datetime) -> tuple[Problem, ...]:
        """Everything that is wrong with a row."""
        draft = row.draft
        problems = [*row.problems, *draft_rules.problems_of(draft, office, now)]
        if not draft.name:
            problems.insert(0, Problem(Trouble.NAME_MISSING, "name"))
        if row.left_at and row.left_at > now:
            problems.append(Problem(Trouble.TIME_IN_FUTURE, "left_at"))
        if len(row.note) > draft_rules.FIELD_LIMIT:
            facts = {"limit": str(draft_rules.FIELD_LIMIT), "field": "note"}
            problems.append(Problem(Trouble.FIELD_TOO_LONG, "note", facts))
        return tuple(problems)

    def _planned_on(
        self, view: View, rows: Sequence[ImportRow], source: str, progress: Progress | None
    ) -> ImportPlan:
        plan = ImportPlan(self._session, view, rows, source)
        plan.make(progress)
        return plan


def _scaled(progress: Progress | None, start: int, total: int) -> Callable[[int, int], None] | None:
    """Progress of a part of the work, told as progress of the whole."""
    return None if progress is None else lambda done, _of: progress(start + done, total)

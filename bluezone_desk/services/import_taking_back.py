"""A whole import taken back: every line of it voided, and what it told of people undone, in one transaction."""

from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import bulk, imports, people, records, rows
from bluezone_desk.store.bulk import Bundle, Row
from bluezone_desk.store.changes import RowChange, changed
from bluezone_desk.store.connections import View
from bluezone_desk.store.moments import to_milliseconds

VERB = "take_back_import"
#: By these somebody would be found and recognised.
_KNOWN_BY = ("id_number", "old_id_number", "phone")


class ImportTakingBack:
    """The lines that undo an import, made on one view of the book so that the desk need not wait for the making.

    The file can be imported again afterwards: the lines let go of its rows. People whom only this import named are
    found no more; whoever was known before is as before, where nothing was written over it since.
    """

    def __init__(self, session: Session, view: View, source: str, reason: str) -> None:
        self._view, self._source, self._reason = view, source, reason
        now = session.clock.now()
        self._at = to_milliseconds(now)
        self._by = session.by(office_in(view))
        self._visits: set[str] = set()
        self._people: dict[str, Row] = {}
        self.bundle = Bundle(bulk.position_of(view), now)
        self._make()

    def _make(self) -> None:
        """Take the lines one by one, the newest first, so that what each wrote over comes back in order."""
        for visit_id, request_id, recorded in imports.lines(self._view, self._source):
            self._visits.add(visit_id)
            before: Row = {"voided_at": None, "void_reason": "", "request_id": request_id}
            after: Row = {"voided_at": self._at, "void_reason": self._reason, "request_id": visit_id}
            changes: list[RowChange | None] = [RowChange("visit", (visit_id,), before, after)]
            changes += [self._person_back(change) for change in recorded if change.table == "visitor"]
            told = {"reason": self._reason}
            self.bundle.add(VERB, visit_id, self._by, tuple(change for change in changes if change), told)

    def still_holds(self, view: View) -> bool:
        """Whether nothing written since the plan was made speaks of these lines or their people."""
        return not any(map(self._concerns, bulk.changes_since(view, self.bundle.position)))

    def _concerns(self, change: RowChange) -> bool:
        if change.table == "visitor":
            return str(change.key[0]) in self._people
        is_ours = str(change.after.get("request_id", "")).startswith(f"{self._source}:")
        is_known = str(change.key[0]) in self._visits or change.after.get("visitor_id") in self._people
        return change.table == "visit" and (is_ours or is_known)

    def _person_back(self, recorded: RowChange) -> RowChange | None:
        row = self._row(str(recorded.key[0]))
        after: Row = {}
        if recorded.before is None:
            if not self._is_needed(row):
                after = dict.fromkeys((*_KNOWN_BY, "indexed_text"), "")
        else:
            told = recorded.before.items()
            after = {n: v for n, v in told if n not in ("recency", "indexed_text") and row[n] == recorded.after[n]}
            after["indexed_text"] = people.words_of({**row, **after})
        change = changed("visitor", recorded.key, row, after)
        row.update(after)
        return change

    def _is_needed(self, row: Row) -> bool:
        """The import added somebody who came since, or whose record was joined with another."""
        visitor_id = str(row["id"])
        is_joined = row["merged_into"] or records.joined_ids(self._view, visitor_id)
        return bool(is_joined) or imports.comes_elsewhere(self._view, visitor_id, self._source)

    def _row(self, visitor_id: str) -> Row:
        if visitor_id not in self._people:
            row = rows.row_of(self._view, "visitor", (visitor_id,))
            assert row is not None
            self._people[visitor_id] = row
        return self._people[visitor_id]

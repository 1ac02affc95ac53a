"""Whom the rows of an imported book mean: people the book knows, and those it meets for the first time."""

from collections.abc import Callable

from bluezone_desk.domain.names import names_agree
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.store import bulk, entries, people
from bluezone_desk.store.bulk import Row
from bluezone_desk.store.changes import RowChange, added, changed
from bluezone_desk.store.connections import View

_RESERVED = 10_000
_FILLED_IN = ("phone", "organisation", "address", "id_number")


class ImportPeople:
    """Matches by number, then by phone and name, as the desk does. What is known is never overwritten by paper."""

    def __init__(self, view: View, new_id: Callable[[], str]) -> None:
        self._view = view
        self._new_id = new_id
        self._by_number: dict[str, Row | None] = {}
        self._by_phone: dict[str, list[Row]] = {}
        self._met: set[str] = set()
        #: The desk goes on counting below while the plan waits to be written.
        self.first_recency = self._recency = people.next_recency(view) + _RESERVED
        self.new_count = 0

    def knows(self, change: RowChange) -> bool:
        """Whether a change of a person, written since, speaks of somebody met or looked for here."""
        row = change.after
        numbers = {str(row.get(name) or "") for name in ("id_number", "old_id_number")} - {""}
        phone = str(row.get("phone") or "")
        is_met = str(change.key[0]) in self._met or "merged_into" in row
        return is_met or not numbers.isdisjoint(self._by_number) or phone in self._by_phone

    @property
    def known_count(self) -> int:
        """How many of those met the book had known before."""
        return len(self._met) - self.new_count

    def meant(self, draft: CheckInDraft) -> Row | None:
        """The row of the person a cleaned draft means, None for somebody new."""
        if draft.id_number and (row := self._numbered(draft.id_number)):
            return row
        if not draft.phone:
            return None
        known = self._phoned(draft.phone)
        return next((row for row in known if self._fits(row, draft)), None)

    def meet(self, row: Row | None, draft: CheckInDraft) -> tuple[str, RowChange | None]:
        """The person's id, and the change that adds them, renews their recency or fills in what was missing."""
        if row is None:
            return self._add(draft)
        after: Row = {name: value for name in _FILLED_IN if not row[name] and (value := getattr(draft, name))}
        name = entries.better_name(str(row["name"]), draft.name)
        if name != row["name"]:
            after |= {"name": name, "name_sort": sort_key(name)}
        visitor_id = str(row["id"])
        if visitor_id not in self._met or after:
            after |= {"recency": self._next_recency()}
        self._met.add(visitor_id)
        if not after:
            return visitor_id, None
        merged = row | after
        after["indexed_text"] = people.words_of(merged)
        change = changed("visitor", (visitor_id,), row, after)
        row.update(after)
        self._remember(row)
        return visitor_id, change

    def _add(self, draft: CheckInDraft) -> tuple[str, RowChange]:
        visitor_id = self._new_id()
        row: Row = {"also_known": "", **entries.person_row(visitor_id, draft, self._next_recency())}
        self._met.add(visitor_id)
        self.new_count += 1
        self._remember(row)
        return visitor_id, added("visitor", row)

    def _next_recency(self) -> int:
        self._recency += 1
        return self._recency - 1

    def _remember(self, row: Row) -> None:
        if row["id_number"]:
            self._by_number[str(row["id_number"])] = row
        if row["phone"]:
            known = self._phoned(str(row["phone"]))
            if all(other["id"] != row["id"] for other in known):
                known.insert(0, row)

    def _numbered(self, number: str) -> Row | None:
        if number not in self._by_number:
            found = bulk.person_by_number(self._view, number)
            self._by_number[number] = self._one(found) if found else None
        return self._by_number[number]

    def _phoned(self, phone: str) -> list[Row]:
        if phone not in self._by_phone:
            self._by_phone[phone] = [self._one(row) for row in bulk.people_by_phone(self._view, phone)]
        return self._by_phone[phone]

    def _one(self, row: Row) -> Row:
        """The one row of this person: found by number and by phone, it is the same."""
        known = self._by_number.get(str(row["id_number"])) if row["id_number"] else None
        return known if known is not None and known["id"] == row["id"] else row

    def _fits(self, row: Row, draft: CheckInDraft) -> bool:
        """Two different numbers are two people, though they share a phone and a name."""
        if not names_agree(str(row["name"]), draft.name):
            return False
        return not row["id_number"] or not draft.id_number

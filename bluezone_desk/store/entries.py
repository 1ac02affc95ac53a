"""The row changes of the desk's verbs: an entry, an exit, and taking either back."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.names import fold, names_agree, unify_tone
from bluezone_desk.domain.programme import AppCheck
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.visits import CheckInDraft, Person, VisitLine
from bluezone_desk.store import people, rows, visits
from bluezone_desk.store.changes import RowChange, Value, added, changed
from bluezone_desk.store.moments import to_milliseconds

_DESCRIBING = ("phone", "birth_date", "sex", "organisation", "address")


def new_person(connection: sqlite3.Connection, visitor_id: str, draft: CheckInDraft) -> RowChange:
    """The change that adds the person a draft describes."""
    return added("visitor", person_row(visitor_id, draft, people.next_recency(connection)))


def person_row(visitor_id: str, draft: CheckInDraft, recency: int) -> dict[str, Value]:
    """The row of the person a draft describes, every column of it."""
    row: dict[str, Value] = {name: getattr(draft, name) for name in _DESCRIBING}
    row |= {"id": visitor_id, "name": draft.name, "name_sort": sort_key(draft.name)}
    row |= {"id_number": draft.id_number, "old_id_number": draft.old_id_number}
    row["recency"] = recency
    row["indexed_text"] = people.indexed_text(draft.name, draft.id_number, draft.old_id_number, draft.phone)
    return row


def returning_person(connection: sqlite3.Connection, person: Person, draft: CheckInDraft) -> RowChange | None:
    """The change that renews a known person's recency and takes what the draft knows better."""
    before = rows.row_of(connection, "visitor", (person.visitor_id,))
    assert before is not None
    after: dict[str, Value] = {name: value for name in _DESCRIBING if (value := getattr(draft, name))}
    name = better_name(person.name, draft.name)
    after |= {"name": name, "name_sort": sort_key(name), **_numbers(connection, person, draft)}
    after["indexed_text"] = people.words_of({**before, **after})
    after["recency"] = people.next_recency(connection)
    return changed("visitor", (person.visitor_id,), before, after)


def kept_number(connection: sqlite3.Connection, person: Person, change: RowChange | None) -> RowChange | None:
    """The change that remembers a number which this change of a person would let go."""
    key = (person.old_id_number, person.visitor_id)
    is_let_go = person.old_id_number and change and "old_id_number" in change.after
    if not is_let_go or rows.row_of(connection, "former_number", key):
        return None
    return added("former_number", {"number": person.old_id_number, "visitor_id": person.visitor_id})


def _numbers(connection: sqlite3.Connection, person: Person, draft: CheckInDraft) -> dict[str, Value]:
    """A card's number replaces the cancelled one it names; else a known number stays. Each has one owner."""
    number, old_number = draft.id_number, draft.old_id_number
    if number and number != person.id_number:
        is_successor = not person.id_number or person.id_number == old_number
        if not is_successor or people.by_number(connection, number) not in (None, person):
            return {}
        return {"id_number": number, "old_id_number": old_number or person.old_id_number}
    return {"old_id_number": old_number} if old_number else {}


def better_name(known: str, told: str) -> str:
    """The name to keep. One that lost its marks, or letters to a bad scan, never replaces a whole one."""
    if not told or _is_damaged(told):
        return known
    if _is_damaged(known) or not names_agree(known, told):
        return told
    if unify_tone(known).casefold() == unify_tone(told).casefold():
        return told if known.isupper() and not told.isupper() else known
    return told if _marks(told) >= _marks(known) else known


def _is_damaged(name: str) -> bool:
    return any(letter in "?\ufffd" or letter.isdigit() for letter in name)


def _marks(name: str) -> int:
    bare = fold(name)
    return sum(a != b for a, b in zip(unify_tone(name).casefold(), bare, strict=False))


def entry(
    connection: sqlite3.Connection, draft: CheckInDraft, told: Mapping[str, Value], entered_at: datetime
) -> RowChange:
    """The change that adds a visit; `told` are its id, its visitor, its desk and who records it."""
    day = office_day(entered_at).isoformat()
    row: dict[str, Value] = {
        "request_id": draft.request_id,
        "day": day,
        "number": told.get("number") or visits.next_number(connection, day),
        "entered_at": to_milliseconds(entered_at),
        "host": draft.host,
        "department": draft.department,
        "purpose": draft.purpose,
        "party": draft.party,
        "plate": draft.plate,
        "pass_number": draft.pass_number,
        "head_decision": draft.head_decision,
        "decided_by": draft.decided_by,
        "catch_up": draft.reason if draft.entered_at else "",
        "note": "" if draft.entered_at else draft.reason,
        **told,
    }
    return added("visit", row)


def check(visit_id: str, seen: AppCheck, at: datetime) -> RowChange:
    """The change that adds what was seen of one programme."""
    return added(
        "app_check",
        {
            "visit_id": visit_id,
            "programme": seen.programme,
            "at": to_milliseconds(at),
            "state": seen.state.value,
            "reason": seen.reason,
        },
    )


def exit_columns(left_at: datetime | None, rule: str, reason: str) -> dict[str, Value]:
    """What a visit's row says of its exit; nothing while there is none."""
    if left_at is None:
        return {}
    return {
        "left_at": to_milliseconds(left_at),
        "left_day": office_day(left_at).isoformat(),
        "left_rule": str(rule),
        "left_reason": reason,
    }


def exit_of(
    connection: sqlite3.Connection, line: VisitLine, left_at: datetime, rule: str, reason: str
) -> RowChange:
    """The change that ends a visit."""
    change = rows.change_to(connection, "visit", (line.visit_id,), exit_columns(left_at, rule, reason))
    assert change is not None
    return change


def person_as_before(connection: sqlite3.Connection, entered: tuple[RowChange, ...]) -> list[RowChange]:
    """The changes that give a person back what an entry overwrote, where nothing has overwritten it since.

    The recency stays: it only ever grows, so that no two people can come to the same number.
    """
    back = []
    for change in entered:
        if change.table != "visitor" or change.before is None:
            continue
        now = rows.row_of(connection, "visitor", change.key)
        assert now is not None
        old = {n: v for n, v in change.before.items() if n != "recency" and now[n] == change.after[n]}
        undone = changed("visitor", change.key, now, old)
        if undone:
            back.append(undone)
    return back

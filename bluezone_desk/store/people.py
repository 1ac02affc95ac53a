"""People as the book knows them: found as somebody types, and by number."""

import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, Select, bindparam, column, exists, func, literal_column, select, table
from sqlalchemy.sql.selectable import ScalarSelect

from bluezone_desk.domain.names import fold, initials, names_agree, unify_tone
from bluezone_desk.domain.sort_key import sort_key
from bluezone_desk.domain.visits import Person
from bluezone_desk.store import visits
from bluezone_desk.store.moments import from_milliseconds
from bluezone_desk.store.schema import former_number, visit, visitor
from bluezone_desk.store.statement import Statement

#: More words, or longer ones, tell nobody apart and only cost time.
_MOST_WORDS = 8
_LONGEST_WORD = 40
_LONGEST_QUERY = 200
#: How many of the newest hits are looked at for exact marks: each costs a walk through the lists of its words.
_MARKED_WINDOW = 40
#: Hits without any visit left (an entry taken back) are passed over.
_SPARE_HITS = 10
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[\d\s.+()-]*")
#: Every part of a number from its fourth last digit on begins one of its ends.
_SHORTEST_END = 4
_WHOLE_DATE = len("1990-08-15")


def indexed_text(name: str, *numbers: str) -> str:
    """The words by which a person is found: syllables, initials, numbers from each of their digits on."""
    words = _WORD.findall(fold(name))
    if len(words) > 1:
        words.append(initials(name))
    for number in filter(None, numbers):
        words.append("".join(_WORD.findall(number)).lower())
        words += [number[start:].lower() for start in range(1, len(number) - _SHORTEST_END + 1)]
    return " ".join(dict.fromkeys(words))


def words_of(row: Mapping[str, Any]) -> str:
    """The words of a person's row, and those of other records of the same person."""
    words = indexed_text(row["name"], row["id_number"], row["old_id_number"], row["phone"]).split()
    return " ".join(dict.fromkeys([*words, *row["also_known"].split()]))


def search_words(query: str) -> list[str]:
    """The folded words of what somebody typed; digits that only spaces or dots separate are one number."""
    query = query[:_LONGEST_QUERY]
    if _NUMBER.fullmatch(query):
        digits = "".join(_WORD.findall(query))
        is_abroad = query.lstrip().startswith("+84")
        return [("0" + digits[2:] if is_abroad else digits)[:_LONGEST_WORD]] if digits else []
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(query))[:_MOST_WORDS]]


def _of_last_visit(told: Any) -> ScalarSelect[Any]:
    return (
        select(told)
        .where(visit.c.visitor_id == visitor.c.id, visit.c.voided_at.is_(None))
        .order_by(visit.c.entered_at.desc())
        .limit(1)
        .correlate(visitor)
        .scalar_subquery()
    )


def _people_query() -> Select[Any]:
    visits_count = (
        select(func.count())
        .where(visit.c.visitor_id == visitor.c.id, visit.c.voided_at.is_(None))
        .correlate(visitor)
        .scalar_subquery()
    )
    open_visit = (
        select(visit.c.id)
        .where(visit.c.visitor_id == visitor.c.id, visit.c.left_at.is_(None), visit.c.voided_at.is_(None))
        .correlate(visitor)
        .scalar_subquery()
    )
    return select(
        visitor.c.id,
        visitor.c.name,
        visitor.c.id_number,
        visitor.c.old_id_number,
        visitor.c.phone,
        visitor.c.birth_date,
        visitor.c.sex,
        visitor.c.organisation,
        visitor.c.address,
        visits_count,
        _of_last_visit(visit.c.entered_at),
        _of_last_visit(visit.c.host),
        _of_last_visit(visit.c.department),
        _of_last_visit(visit.c.purpose),
        _of_last_visit(visits.ALL_CHECKS),
        func.coalesce(open_visit, literal_column("''")),
    )


_BY_ID = Statement(_people_query().where(visitor.c.id == bindparam("id")))
# Most visitors of a desk are new: whether anybody answers is asked first, and all about them only then.
_ID_BY_NUMBER = Statement(
    select(visitor.c.id)
    .where(visitor.c.id_number == bindparam("number"), visitor.c.id_number != literal_column("''"))
    .order_by(visitor.c.recency.desc())
)
_ID_BY_OLD_NUMBER = Statement(
    select(visitor.c.id)
    .where(visitor.c.old_id_number == bindparam("number"), visitor.c.old_id_number != literal_column("''"))
    .order_by(visitor.c.recency.desc())
)
_ID_BY_FORMER_NUMBER = Statement(
    select(former_number.c.visitor_id).where(former_number.c.number == bindparam("number")).limit(1)
)
#: Two are as good as none: then it cannot be said which of them came.
_IDS_BY_BIRTH = Statement(
    select(visitor.c.id)
    .where(
        visitor.c.name_sort >= bindparam("first"),
        visitor.c.name_sort < bindparam("past"),
        visitor.c.birth_date == bindparam("birth_date"),
        visitor.c.merged_into.is_(None),
    )
    .limit(2)
)
_MERGED_INTO = Statement(select(visitor.c.merged_into).where(visitor.c.id == bindparam("id")))
_IDS_BY_PHONE = Statement(
    select(visitor.c.id)
    .where(visitor.c.phone == bindparam("phone"), visitor.c.phone != literal_column("''"))
    .order_by(visitor.c.recency.desc())
    .limit(20)
)
_HITS = (
    select(column("rowid", Integer))
    .select_from(table("people_search"))
    .where(literal_column("people_search").op("MATCH")(bindparam("words")))
    .order_by(column("rowid").desc())
    .limit(bindparam("window"))
)
_HAS_VISIT = exists().where(visit.c.visitor_id == visitor.c.id, visit.c.voided_at.is_(None))
_FOUND = Statement(
    select(visitor.c.recency, visitor.c.name)
    .where(visitor.c.recency.in_(_HITS), _HAS_VISIT)
    .order_by(visitor.c.recency.desc())
)
_NAMESAKES = Statement(select(visitor.c.id, visitor.c.name).where(visitor.c.recency.in_(_HITS)))
_BY_RECENCY = Statement(_people_query().where(visitor.c.recency == bindparam("recency")))
_NEXT_RECENCY = Statement(select(func.coalesce(func.max(visitor.c.recency), 0) + 1))


def person_of(row: tuple[Any, ...]) -> Person:
    """The person that a row of the people query tells."""
    host, department, purpose = (text or "" for text in row[11:14])
    entered_at = None if row[10] is None else from_milliseconds(row[10])
    visitor_id, name, id_number, old_id_number, phone, birth_date, sex, organisation, address, count = row[:10]
    return Person(
        visitor_id,
        name,
        id_number,
        old_id_number,
        phone,
        birth_date,
        sex,
        organisation,
        address,
        count,
        entered_at,
        host,
        department,
        purpose,
        visits.checks_of(row[14]),
        row[15],
    )


def kept_id(connection: sqlite3.Connection, visitor_id: str) -> str:
    """The id of the record that this one was merged into, or its own."""
    row = _MERGED_INTO.one(connection, {"id": visitor_id})
    while row and row[0]:
        visitor_id = row[0]
        row = _MERGED_INTO.one(connection, {"id": visitor_id})
    return visitor_id


def by_id(connection: sqlite3.Connection, visitor_id: str) -> Person | None:
    """The person with this id; of a merged record the one it was merged into."""
    return record(connection, kept_id(connection, visitor_id))


def record(connection: sqlite3.Connection, visitor_id: str) -> Person | None:
    """The record with this id, merged or not."""
    row = _BY_ID.one(connection, {"id": visitor_id})
    return person_of(row) if row else None


def by_number(connection: sqlite3.Connection, number: str) -> Person | None:
    """The person with this personal number, or else the newest one whose cancelled number it was."""
    values = {"number": number}
    for statement in (_ID_BY_NUMBER, _ID_BY_OLD_NUMBER, _ID_BY_FORMER_NUMBER):
        row = statement.one(connection, values)
        if row:
            return by_id(connection, row[0])
    return None


def by_phone(connection: sqlite3.Connection, phone: str) -> tuple[Person, ...]:
    """Up to 20 people with this canonical phone number, newest first."""
    rows = _IDS_BY_PHONE.run(connection, {"phone": phone}).fetchall()
    ids = dict.fromkeys(kept_id(connection, row[0]) for row in rows)
    return tuple(person for person in (record(connection, one) for one in ids) if person)


def by_birth(connection: sqlite3.Connection, name: str, birth_date: str) -> Person | None:
    """The one person of this name, however spelt, and this whole birth date (ISO); None when there are several."""
    if len(birth_date) != _WHOLE_DATE:
        return None
    # What is heard comes first in the key; the spelling stands behind a space, the sign before all others.
    heard = sort_key(name).partition(" ")[0]
    values = {"first": f"{heard} ", "past": f"{heard}!", "birth_date": birth_date}
    found = _IDS_BY_BIRTH.run(connection, values).fetchall()
    return by_id(connection, found[0][0]) if len(found) == 1 else None


def ids_of_name(connection: sqlite3.Connection, name: str, window: int) -> set[str]:
    """Ids of people with exactly these syllables, marks or not, among the newest `window`."""
    words = search_words(name)
    if not words:
        return set()
    match = " AND ".join(f'"{word}"' for word in words)
    hits = _NAMESAKES.run(connection, {"words": match, "window": window})
    return {visitor_id for visitor_id, other in hits if names_agree(name, other)}


def next_recency(connection: sqlite3.Connection) -> int:
    row = _NEXT_RECENCY.one(connection)
    assert row is not None
    return int(row[0])


def find(connection: sqlite3.Connection, query: str, limit: int) -> tuple[Person, ...]:
    """Up to `limit` people all of whose typed words begin a word of theirs, newest first.

    Typed with marks, those who have just these marks come first among the newest forty.
    """
    words = search_words(query)
    if not words or limit < 1:
        return ()
    is_marked = fold(query) != " ".join(query.lower().split())
    window = max(limit + _SPARE_HITS, _MARKED_WINDOW if is_marked else 0)
    match = " AND ".join(f'"{word}"*' for word in words)
    hits = _FOUND.run(connection, {"words": match, "window": window}).fetchall()
    if is_marked:
        marked = unify_tone(query).casefold().split()
        hits.sort(key=lambda hit: not _has_words(hit[1], marked))
    rows = (_BY_RECENCY.one(connection, {"recency": recency}) for recency, _ in hits[:limit])
    return tuple(person_of(row) for row in rows if row)


def _has_words(name: str, marked: list[str]) -> bool:
    syllables = unify_tone(name).casefold().split()
    return all(any(syllable.startswith(word) for syllable in syllables) for word in marked)

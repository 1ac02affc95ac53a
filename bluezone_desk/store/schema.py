"""The book's tables and the invariants they hold.

Moments are whole milliseconds since 1970 in UTC, days are ISO texts of the office's calendar, keys are UUIDv7.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

#: "BZDK": tells our files from other SQLite files (`PRAGMA application_id`).
APPLICATION_ID = 0x425A444B
#: Number of the newest schema, kept in `PRAGMA user_version`; its Alembic revision is the same, in four digits.
SCHEMA = 2

_STATES = "'running', 'reactivated', 'installed_here', 'not_installed', 'unsupported', 'declined', 'not_asked'"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text("''"))


desk = Table(
    "desk",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False, unique=True),
    CheckConstraint("name <> ''", name="name_given"),
    sqlite_strict=True,
)

#: `position` orders the lines of all desks as they were written; `number` counts within one desk, without gaps.
journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True, nullable=False),
    Column("desk", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    UniqueConstraint("desk", "number"),
    CheckConstraint("number > 0", name="number_counts"),
    Index(None, "subject"),
    sqlite_strict=True,
)

preference = Table(
    "preference",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
    CheckConstraint("json_valid(value)", name="value_is_json"),
    sqlite_strict=True,
)

#: `recency` is renewed at every visit and is the row's number in `people_search`, whose words are `indexed_text`.
#: `also_known` are words of other records of the same person; such a record names this one in `merged_into`.
visitor = Table(
    "visitor",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
    _text("name_sort"),
    _text("id_number"),
    _text("old_id_number"),
    _text("phone"),
    _text("birth_date"),
    _text("sex"),
    _text("organisation"),
    _text("address"),
    Column("recency", Integer, nullable=False, unique=True),
    Column("indexed_text", Text, nullable=False),
    _text("also_known"),
    Column("merged_into", Text),
    CheckConstraint("name <> ''", name="name_given"),
    # Not unique: numbers are cancelled and given anew, mistyped, and the same person can stand under two records.
    Index("ix_visitor_id_number", "id_number", sqlite_where=text("id_number <> ''")),
    Index("ix_visitor_old_id_number", "old_id_number", sqlite_where=text("old_id_number <> ''")),
    Index("ix_visitor_phone", "phone", sqlite_where=text("phone <> ''")),
    Index("ix_visitor_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index(None, "name_sort", "id"),
    sqlite_strict=True,
)

#: Numbers a person had before the one before, for whoever still shows such a paper.
former_number = Table(
    "former_number",
    metadata,
    Column("number", Text, nullable=False),
    Column("visitor_id", Text, ForeignKey("visitor.id"), nullable=False),
    PrimaryKeyConstraint("number", "visitor_id"),
    CheckConstraint("number <> ''", name="number_given"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

#: A delegation's header; its visits name it in `visit.group_id`.
visitor_group = Table(
    "visitor_group",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("request_id", Text, nullable=False, unique=True),
    _text("organisation"),
    _text("host"),
    _text("department"),
    _text("purpose"),
    Column("entered_at", Integer, nullable=False),
    Column("desk", Text, ForeignKey("desk.id"), nullable=False),
    CheckConstraint("request_id <> ''", name="request_named"),
    sqlite_strict=True,
)

#: Only what cannot be read from the visits: a pass that did not come back. `number` is without leading zeros.
visitor_pass = Table(
    "visitor_pass",
    metadata,
    Column("number", Text, primary_key=True, nullable=False),
    Column("lost_at", Integer),
    _text("visit_id"),
    _text("note"),
    CheckConstraint("number <> ''", name="number_given"),
    sqlite_strict=True,
)

_WITH_PASS = "pass_number <> ''"
_OPEN = "left_at IS NULL AND voided_at IS NULL"

visit = Table(
    "visit",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("request_id", Text, nullable=False, unique=True),
    Column("visitor_id", Text, ForeignKey("visitor.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("entered_at", Integer, nullable=False),
    Column("left_at", Integer),
    Column("left_day", Text),
    _text("left_rule"),
    _text("left_reason"),
    _text("organisation"),
    _text("host"),
    _text("department"),
    _text("purpose"),
    Column("party", Integer, nullable=False, server_default=text("0")),
    _text("plate"),
    _text("pass_number"),
    _text("head_decision"),
    _text("catch_up"),
    _text("note"),
    Column("recorded_by", Text, nullable=False),
    Column("desk", Text, ForeignKey("desk.id"), nullable=False),
    Column("voided_at", Integer),
    _text("group_id"),
    _text("void_reason"),
    _text("decided_by"),
    UniqueConstraint("day", "number", "desk"),
    CheckConstraint("left_at >= entered_at", name="exit_after_entry"),
    CheckConstraint("(left_at IS NULL) = (left_day IS NULL)", name="exit_has_day"),
    CheckConstraint("left_at IS NOT NULL OR (left_rule = '' AND left_reason = '')", name="rule_of_an_exit"),
    CheckConstraint("party BETWEEN 0 AND 999", name="party_counts"),
    CheckConstraint("number > 0", name="number_counts"),
    CheckConstraint("request_id <> ''", name="request_named"),
    Index("uq_visit_open_visitor", "visitor_id", unique=True, sqlite_where=text(_OPEN)),
    Index("uq_visit_open_pass_number", "pass_number", unique=True, sqlite_where=text(f"{_WITH_PASS} AND {_OPEN}")),
    Index(None, "visitor_id", "entered_at"),
    # Stays over midnight are few; without this a past day's carried visits would need a walk through the book.
    Index("ix_visit_overnight", "day", "left_day", sqlite_where=text("left_day <> day")),
    # The book in the order of its entries, and who was inside at a time.
    Index(None, "entered_at", "id", "left_at"),
    Index("ix_visit_group_id", "group_id", sqlite_where=text("group_id <> ''")),
    sqlite_strict=True,
)

app_check = Table(
    "app_check",
    metadata,
    Column("visit_id", Text, ForeignKey("visit.id"), nullable=False),
    Column("programme", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    _text("reason"),
    PrimaryKeyConstraint("visit_id", "programme", "at"),
    CheckConstraint(f"state IN ({_STATES})", name="state_known"),
    CheckConstraint("programme <> ''", name="programme_named"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

#: Contentless: the words live in `visitor.indexed_text`. The ASCII tokenizer splits exactly where we put spaces.
PEOPLE_SEARCH_DDL = (
    "CREATE VIRTUAL TABLE people_search USING fts5(words, content='', detail=none, columnsize=0, "
    "prefix='1 2 3 4 5 6 7', tokenize='ascii')"
)
#: Segments are merged in idle time by `tidy`, never inside a check-in.
PEOPLE_SEARCH_CONFIG = "INSERT INTO people_search(people_search, rank) VALUES ('automerge', 0)"

#: Tables the journal adds up to, parents before children.
FOLDED_TABLES = (desk, preference, visitor, former_number, visitor_group, visit, app_check, visitor_pass)

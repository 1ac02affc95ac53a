# ruff: noqa: E501
"""The first book.

Frozen: a released step is never edited. Fresh books are made from the tables directly; a test holds both equal.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE desk (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_desk PRIMARY KEY (id),
        CONSTRAINT ck_desk_name_given CHECK (name <> ''),
        CONSTRAINT uq_desk_name UNIQUE (name)
    ) STRICT""",
    """CREATE TABLE journal (
        position INTEGER NOT NULL,
        desk TEXT NOT NULL,
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        changes TEXT NOT NULL,
        salt BLOB NOT NULL,
        commitment BLOB NOT NULL,
        digest BLOB NOT NULL,
        previous BLOB NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (position),
        CONSTRAINT uq_journal_desk_number UNIQUE (desk, number),
        CONSTRAINT ck_journal_number_counts CHECK (number > 0)
    ) STRICT""",
    "CREATE INDEX ix_journal_subject ON journal (subject)",
    """CREATE TABLE preference (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_preference PRIMARY KEY ("key"),
        CONSTRAINT ck_preference_value_is_json CHECK (json_valid(value))
    ) STRICT""",
    """CREATE TABLE visitor (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        name_sort TEXT DEFAULT '' NOT NULL,
        id_number TEXT DEFAULT '' NOT NULL,
        old_id_number TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        birth_date TEXT DEFAULT '' NOT NULL,
        sex TEXT DEFAULT '' NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        address TEXT DEFAULT '' NOT NULL,
        recency INTEGER NOT NULL,
        indexed_text TEXT NOT NULL,
        CONSTRAINT pk_visitor PRIMARY KEY (id),
        CONSTRAINT ck_visitor_name_given CHECK (name <> ''),
        CONSTRAINT uq_visitor_recency UNIQUE (recency)
    ) STRICT""",
    "CREATE INDEX ix_visitor_old_id_number ON visitor (old_id_number) WHERE old_id_number <> ''",
    "CREATE INDEX ix_visitor_phone ON visitor (phone) WHERE phone <> ''",
    "CREATE UNIQUE INDEX uq_visitor_id_number ON visitor (id_number) WHERE id_number <> ''",
    """CREATE TABLE visit (
        id TEXT NOT NULL,
        request_id TEXT NOT NULL,
        visitor_id TEXT NOT NULL,
        day TEXT NOT NULL,
        number INTEGER NOT NULL,
        entered_at INTEGER NOT NULL,
        left_at INTEGER,
        left_day TEXT,
        left_rule TEXT DEFAULT '' NOT NULL,
        left_reason TEXT DEFAULT '' NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        host TEXT DEFAULT '' NOT NULL,
        department TEXT DEFAULT '' NOT NULL,
        purpose TEXT DEFAULT '' NOT NULL,
        party INTEGER DEFAULT 0 NOT NULL,
        plate TEXT DEFAULT '' NOT NULL,
        pass_number TEXT DEFAULT '' NOT NULL,
        head_decision TEXT DEFAULT '' NOT NULL,
        catch_up TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        recorded_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        voided_at INTEGER,
        CONSTRAINT pk_visit PRIMARY KEY (id),
        CONSTRAINT uq_visit_day_number_desk UNIQUE (day, number, desk),
        CONSTRAINT ck_visit_exit_after_entry CHECK (left_at >= entered_at),
        CONSTRAINT ck_visit_exit_has_day CHECK ((left_at IS NULL) = (left_day IS NULL)),
        CONSTRAINT ck_visit_rule_of_an_exit CHECK (left_at IS NOT NULL OR (left_rule = '' AND left_reason = '')),
        CONSTRAINT ck_visit_party_counts CHECK (party BETWEEN 0 AND 999),
        CONSTRAINT ck_visit_number_counts CHECK (number > 0),
        CONSTRAINT ck_visit_request_named CHECK (request_id <> ''),
        CONSTRAINT uq_visit_request_id UNIQUE (request_id),
        CONSTRAINT fk_visit_visitor_id FOREIGN KEY(visitor_id) REFERENCES visitor (id),
        CONSTRAINT fk_visit_desk FOREIGN KEY(desk) REFERENCES desk (id)
    ) STRICT""",
    "CREATE INDEX ix_visit_overnight ON visit (day, left_day) WHERE left_day <> day",
    "CREATE INDEX ix_visit_visitor_id_entered_at ON visit (visitor_id, entered_at)",
    "CREATE UNIQUE INDEX uq_visit_open_pass_number ON visit (pass_number) WHERE pass_number <> '' AND left_at IS NULL AND voided_at IS NULL",
    "CREATE UNIQUE INDEX uq_visit_open_visitor ON visit (visitor_id) WHERE left_at IS NULL AND voided_at IS NULL",
    """CREATE TABLE app_check (
        visit_id TEXT NOT NULL,
        programme TEXT NOT NULL,
        at INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_app_check PRIMARY KEY (visit_id, programme, at),
        CONSTRAINT ck_app_check_state_known CHECK (state IN ('running', 'reactivated', 'installed_here', 'not_installed', 'unsupported', 'declined', 'not_asked')),
        CONSTRAINT ck_app_check_programme_named CHECK (programme <> ''),
        CONSTRAINT fk_app_check_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
    ) WITHOUT ROWID, STRICT""",
    "CREATE VIRTUAL TABLE people_search USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3 4 5 6 7', tokenize='ascii')",
    "INSERT INTO people_search(people_search, rank) VALUES ('automerge', 0)",
)


def upgrade() -> None:
    """Create every table in an empty file, and put our mark, "BZDK", into its header."""
    for statement in STATEMENTS:
        op.execute(statement)
    op.execute("PRAGMA application_id = 1113211979")

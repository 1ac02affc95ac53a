"""Corrections, merged records, delegations, passes, and indexes for the paged book.

Frozen: a released step is never edited.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE visitor ADD COLUMN also_known TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visitor ADD COLUMN merged_into TEXT",
    "DROP INDEX uq_visitor_id_number",
    "CREATE INDEX ix_visitor_id_number ON visitor (id_number) WHERE id_number <> ''",
    "CREATE INDEX ix_visitor_merged_into ON visitor (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX ix_visitor_name_sort_id ON visitor (name_sort, id)",
    "ALTER TABLE visit ADD COLUMN group_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN void_reason TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN decided_by TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX ix_visit_entered_at_id_left_at ON visit (entered_at, id, left_at)",
    "CREATE INDEX ix_visit_group_id ON visit (group_id) WHERE group_id <> ''",
    """CREATE TABLE former_number (
        number TEXT NOT NULL,
        visitor_id TEXT NOT NULL,
        CONSTRAINT pk_former_number PRIMARY KEY (number, visitor_id),
        CONSTRAINT ck_former_number_number_given CHECK (number <> ''),
        CONSTRAINT fk_former_number_visitor_id FOREIGN KEY(visitor_id) REFERENCES visitor (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE visitor_group (
        id TEXT NOT NULL,
        request_id TEXT NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        host TEXT DEFAULT '' NOT NULL,
        department TEXT DEFAULT '' NOT NULL,
        purpose TEXT DEFAULT '' NOT NULL,
        entered_at INTEGER NOT NULL,
        desk TEXT NOT NULL,
        CONSTRAINT pk_visitor_group PRIMARY KEY (id),
        CONSTRAINT ck_visitor_group_request_named CHECK (request_id <> ''),
        CONSTRAINT uq_visitor_group_request_id UNIQUE (request_id),
        CONSTRAINT fk_visitor_group_desk FOREIGN KEY(desk) REFERENCES desk (id)
    ) STRICT""",
    """CREATE TABLE visitor_pass (
        number TEXT NOT NULL,
        lost_at INTEGER,
        visit_id TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_visitor_pass PRIMARY KEY (number),
        CONSTRAINT ck_visitor_pass_number_given CHECK (number <> '')
    ) STRICT""",
)


def upgrade() -> None:
    """Add columns, tables and indexes; no row changes."""
    for statement in STATEMENTS:
        op.execute(statement)

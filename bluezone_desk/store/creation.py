"""A fresh book: all its tables in one file, in its place whole or not at all."""

import contextlib
import os
import sqlite3
import uuid
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from bluezone_desk.store import schema
from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.place import place_fault

#: Alembic's own mark, so that the first migration of a fresh book knows where it stands.
_REVISION_DDL = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def schema_statements() -> list[str]:
    """The DDL of the newest schema."""
    dialect = sqlite.dialect()
    statements = []
    for table in schema.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return [*statements, schema.PEOPLE_SEARCH_DDL, schema.PEOPLE_SEARCH_CONFIG]


def write_schema(connection: sqlite3.Connection) -> None:
    """Create the tables of the newest schema in an empty file, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in schema_statements():
        connection.execute(statement)
    connection.execute(_REVISION_DDL)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{schema.SCHEMA:04d}",))
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA}")
    connection.execute("COMMIT")


def create_book(path: Path) -> None:
    """Put a fresh book at `path`. When another program was faster, its book stays and ours is dropped.

    Raises DeskFault when the place is full or cannot be written.
    """
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    try:
        with DriverErrors(path), contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            write_schema(connection)
        move_into_place(draft, path)
    except OSError as error:
        raise place_fault(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def move_into_place(draft: Path, path: Path) -> None:
    """Give a finished file its name; one that has the name already stays. Raises OSError."""
    with contextlib.suppress(FileExistsError):
        # A rename would replace another program's fresh book on POSIX; a hard link refuses, as on Windows.
        if os.name == "nt":
            draft.rename(path)
            return
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:
            # A stick or a card may know no hard links.
            if path.exists():
                return
            draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

"""Bringing an older book to this version: a verified copy first, then every step in one transaction."""

import contextlib
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store import schema
from bluezone_desk.store.connections import connect
from bluezone_desk.store.driver_errors import DriverErrors
from bluezone_desk.store.place import place_fault

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path, target: int = schema.SCHEMA, scripts: Path = SCRIPTS) -> Path:
    """Bring the book at `path` to schema `target` and return the verified copy of how it was.

    Raises DeskFault: MIGRATION_FAILED, and the book is as it was; BOOK_BUSY when another program writes;
    BOOK_DAMAGED when the copy does not check out; PLACE_FULL when there is no room for it.
    """
    with DriverErrors(path), contextlib.closing(connect(path, read_only=False)) as connection:
        copy = _verified_copy(connection, path)
        # Foreign keys cannot be switched inside a transaction, and rebuilding a table breaks them for a moment.
        connection.execute("PRAGMA foreign_keys = OFF")
        engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool, pool_reset_on_return=None
        )
        try:
            with engine.connect() as bound:
                # Only now: SQLAlchemy's first look at a connection ends in a rollback.
                connection.execute("BEGIN IMMEDIATE")
                # Alembic commits after each step unless it finds itself inside a transaction of SQLAlchemy's.
                with bound.begin():
                    _run_steps(bound, target, scripts)
                    _check(connection)
                    connection.execute(f"PRAGMA user_version = {target}")
        except (sqlite3.Error, SQLAlchemyError, CommandError, ValueError, ImportError) as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error) and error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise
            raise DeskFault(Trouble.MIGRATION_FAILED, path=copy, detail=error) from error
    return copy


def _run_steps(bound: Connection, target: int, scripts: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = bound
    command.upgrade(config, f"{target:04d}")


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if broken or answer != "ok":
        raise ValueError(f"{answer}, foreign keys: {broken}")


def _verified_copy(connection: sqlite3.Connection, path: Path) -> Path:
    """A copy beside the book, named for its schema, opened and checked and counted. An older copy stays."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    copy = _free_name(path, version)
    try:
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            answer = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer != "ok" or _lines(target) != _lines(connection):
                raise DeskFault(Trouble.BOOK_DAMAGED, path=path, detail=answer)
    except (OSError, sqlite3.Error, DeskFault) as error:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise place_fault(error, copy) from error
        raise
    return copy


def _lines(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM journal").fetchone()[0])


def _free_name(path: Path, version: int) -> Path:
    stem = f"{path.stem}-schema-{version}"
    names = (path.with_name(f"{stem}{f'-{count}' if count else ''}.db") for count in range(10_000))
    return next(name for name in names if not name.exists())

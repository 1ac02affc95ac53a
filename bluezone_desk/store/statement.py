"""SQL written once from Core constructs and run on the driver's connection.

Why not through SQLAlchemy's connection: docs/decisions/0007-compiled-statements.md.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement

_DIALECT = sqlite.dialect(paramstyle="named")


class Statement:
    """A compiled statement with named parameters; literal values of the construct become its defaults."""

    __slots__ = ("_defaults", "text")

    def __init__(self, construct: ClauseElement) -> None:
        compiled = construct.compile(dialect=_DIALECT)
        assert isinstance(compiled, SQLCompiler)
        self.text = str(compiled)
        self._defaults = {name: value for name, value in compiled.params.items() if value is not None}

    def run(self, connection: sqlite3.Connection, values: Mapping[str, Any] | None = None) -> sqlite3.Cursor:
        """Execute; `values` fill the named parameters."""
        if self._defaults:
            values = {**self._defaults, **values} if values else self._defaults
        return connection.execute(self.text, values) if values else connection.execute(self.text)

    def one(
        self, connection: sqlite3.Connection, values: Mapping[str, Any] | None = None
    ) -> tuple[Any, ...] | None:
        """The first row, or None."""
        row: tuple[Any, ...] | None = self.run(connection, values).fetchone()
        return row

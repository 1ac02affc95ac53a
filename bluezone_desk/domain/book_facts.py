"""What the book tells about itself: its size and age, and whether it still adds up."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bluezone_desk.domain.codes import Trouble


@dataclass(frozen=True, slots=True)
class BookInfo:
    """`lines` counts journal lines of every desk; `head_digest` closes this desk's chain, in hexadecimal."""

    path: Path
    desk: str
    lines: int
    visits: int
    people: int
    head_digest: str
    schema: int
    sqlite_version: str
    size_bytes: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class BadLine:
    """The first journal line that disagrees, and with what.

    `number` is 0 when no line of the journal speaks of the thing that was found. `what` names it for IT staff:
    a table, a key and a column, or the part of the line. It is not a sentence and is not translated.
    """

    desk: str
    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The journal folded again and compared with the tables. `code` says what kind of disagreement came first."""

    ok: bool
    lines_checked: int
    first_bad: BadLine | None = None
    code: Trouble | None = None

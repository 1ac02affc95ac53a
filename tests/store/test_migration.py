"""Older books come forward whole or stay as they were."""

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from reception import MORNING, RUNNING, draft

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckedIn
from bluezone_desk.services.opening import open_desk
from bluezone_desk.store import connections
from bluezone_desk.store.creation import write_schema
from bluezone_desk.store.migration import SCRIPTS, migrate
from bluezone_desk.store.schema import SCHEMA

OLD_BOOKS = sorted((Path(__file__).parents[1] / "data" / "schema").glob("schema_*.db.gz"))
NEXT = SCHEMA + 1
LATER = SetClock(MORNING.replace(year=2021))


@pytest.fixture
def old_book(tmp_path: Path) -> Path:
    """A book as schema 1 left it: an office, two visits, one taken back."""
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "book.db").write_bytes(gzip.decompress(OLD_BOOKS[0].read_bytes()))
    return folder / "book.db"


@pytest.mark.parametrize("old", OLD_BOOKS, ids=lambda path: path.name)
def test_a_book_of_every_released_schema_opens_and_is_worked_in(tmp_path: Path, old: Path) -> None:
    (tmp_path / "book.db").write_bytes(gzip.decompress(old.read_bytes()))
    with open_desk(tmp_path, LATER) as desk:
        assert desk.settings.office().name == "UBND xã Tân Lạc"
        assert [line.name for line in desk.visits.inside()] == ["Đặng Thuỳ Trâm"]
        (known,) = desk.people.find("tuấn")
        outcome = desk.check_in.check_in(draft("", visitor_id=known.visitor_id, checks=RUNNING))
        assert isinstance(outcome, CheckedIn)
        assert desk.care.verify().ok


def shape(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    versions = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")]
    rows += [
        ("versions", str(versions)),
        *connection.execute("SELECT 'revision', version_num FROM alembic_version"),
    ]
    connection.close()
    return {name: "".join((sql or "").split()) for name, sql in rows}


def test_a_fresh_book_is_what_all_steps_together_make(tmp_path: Path) -> None:
    stepped, fresh = tmp_path / "stepped.db", tmp_path / "fresh.db"
    connection = sqlite3.connect(stepped)
    connection.execute("CREATE TABLE journal (line)")
    connection.execute("PRAGMA user_version = 0")
    connection.execute("VACUUM")
    connection.close()
    empty_steps = tmp_path / "steps"
    copy_steps(empty_steps, {"0001_first_book.py": "op.execute('DROP TABLE journal')"})
    migrate(stepped, SCHEMA, empty_steps)
    connection = sqlite3.connect(fresh, isolation_level=None)
    write_schema(connection)
    connection.close()
    assert shape(stepped) == shape(fresh)


def copy_steps(folder: Path, first: dict[str, str], **more: str) -> None:
    """The real steps in `folder`, some with a line put first in their upgrade; and a step after the newest."""
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((SCRIPTS / "env.py").read_text("utf-8"), "utf-8")
    for step in (SCRIPTS / "versions").glob("*.py"):
        text = step.read_text("utf-8")
        line = first.get(step.name)
        if line:
            text = text.replace("    for statement in", f"    {line}\n    for statement in")
        (folder / "versions" / step.name).write_text(text, "utf-8")
    if "second" in more:
        revisions = f'revision = "{NEXT:04d}"\ndown_revision = "{SCHEMA:04d}"\n'
        head = f"from alembic import op\nimport sqlalchemy as sa\n{revisions}"
        body = f"def upgrade():\n{textwrap.indent(textwrap.dedent(more['second']).strip(), '    ')}\n"
        (folder / "versions" / f"{NEXT:04d}_next.py").write_text(head + body, "utf-8")


GOOD_STEP = """
with op.batch_alter_table("visit") as batch:
    batch.add_column(sa.Column("floor", sa.Text, nullable=False, server_default=""))
op.execute("UPDATE visit SET floor = '2' WHERE number = 1")
"""


def content(path: Path) -> list[object]:
    """Everything in the file: each table's rows and how it is made."""
    connection = sqlite3.connect(path)
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").fetchall()
    tables = [name for name, sql in made if sql.startswith("CREATE TABLE")]
    rows = [connection.execute(f"SELECT * FROM '{name}'").fetchall() for name in tables]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return [made, *rows, version]


def test_a_step_keeps_every_row_and_leaves_a_checked_copy(old_book: Path, tmp_path: Path) -> None:
    before = content(old_book)
    copy_steps(tmp_path / "steps", {}, second=GOOD_STEP)
    copy = migrate(old_book, NEXT, tmp_path / "steps")
    connection = sqlite3.connect(old_book)
    assert connection.execute("SELECT floor FROM visit ORDER BY number").fetchall() == [("2",), ("",), ("",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert copy == old_book.with_name("book-schema-1.db")
    assert content(copy) == before


@pytest.mark.parametrize(
    "step",
    [
        GOOD_STEP + "op.execute('SELECT nothing FROM nowhere')",
        GOOD_STEP + "raise ValueError('a step that thought better of it')",
        GOOD_STEP + "op.execute('DELETE FROM visitor')",
        "import nothing_of_that_name",
    ],
)
def test_a_step_that_fails_leaves_the_book_as_it_was(old_book: Path, tmp_path: Path, step: str) -> None:
    before = content(old_book)
    copy_steps(tmp_path / "steps", {}, second=step)
    with pytest.raises(DeskFault) as fault:
        migrate(old_book, NEXT, tmp_path / "steps")
    assert fault.value.code is Trouble.MIGRATION_FAILED
    assert content(old_book) == before
    assert content(Path(fault.value.facts["path"])) == before
    with open_desk(old_book.parent, LATER) as desk:
        assert desk.care.verify().ok


def test_a_book_that_another_program_holds_is_busy_not_failed(
    old_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_MILLISECONDS", 50)
    copy_steps(tmp_path / "steps", {}, second=GOOD_STEP)
    other = sqlite3.connect(old_book, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeskFault) as fault:
        migrate(old_book, NEXT, tmp_path / "steps")
    other.execute("ROLLBACK")
    other.close()
    assert fault.value.code is Trouble.BOOK_BUSY
    assert content(old_book)[-1] == 1


def test_a_copy_never_takes_the_place_of_an_earlier_one(old_book: Path, tmp_path: Path) -> None:
    old_book.with_name("book-schema-1.db").write_text("bản sao trước")
    copy_steps(tmp_path / "steps", {}, second=GOOD_STEP)
    assert migrate(old_book, NEXT, tmp_path / "steps").name == "book-schema-1-1.db"
    assert old_book.with_name("book-schema-1.db").read_text() == "bản sao trước"


KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from bluezone_desk.store import connections, migration

limit, seen = int(sys.argv[3]), 0

def count(statement):
    global seen
    seen += 1
    if seen == limit:
        os.kill(os.getpid(), signal.SIGKILL)

real = migration.connect
def traced(path, *, read_only):
    connection = real(path, read_only=read_only)
    connection.set_trace_callback(count)
    return connection
migration.connect = traced
migration.migrate(Path(sys.argv[1]), int(sys.argv[4]), Path(sys.argv[2]))
"""


@pytest.mark.thorough
def test_killed_at_a_statement_the_book_is_old_or_new_never_between(old_book: Path, tmp_path: Path) -> None:
    copy_steps(tmp_path / "steps", {}, second=GOOD_STEP)
    whole = old_book.read_bytes()
    before = content(old_book)
    root = str(Path(__file__).parents[2])
    ended: list[int] = []
    for limit in (8, 11, 25, 1000):
        for left in old_book.parent.glob("book.db-*"):
            left.unlink()
        old_book.write_bytes(whole)
        worker = subprocess.run(
            [sys.executable, "-c", KILLED, str(old_book), str(tmp_path / "steps"), str(limit), str(NEXT)],
            env={**os.environ, "PYTHONPATH": root},
            check=False,
        )
        ended.append(worker.returncode)
        version = content(old_book)[-1]
        assert version == (NEXT if worker.returncode == 0 else 1), limit
        if version == 1:
            assert content(old_book) == before
    assert set(ended) == {0, -signal.SIGKILL}

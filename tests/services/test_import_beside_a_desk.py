"""An import from another program beside an open desk: the desk goes first, the import waits, nothing is lost."""

import itertools
import os
import sqlite3
import threading
from collections.abc import Iterator

import pytest
from reception import Reception, draft

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_columns import guess_columns
from bluezone_desk.domain.import_rows import ImportWish
from bluezone_desk.domain.visits import CheckedIn
from bluezone_desk.services import import_writing
from bluezone_desk.services.import_visits import Judged
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.store import bell
from bluezone_desk.store.book import BELL_NAME

ROWS = 600


@pytest.fixture
def other(office: Reception) -> Iterator[Desk]:
    """The same book, opened by what stands for another program: it shares no lock with the desk's."""
    with open_desk(office.folder, office.clock) as opened:
        yield opened


@pytest.fixture
def holder(office: Reception) -> Iterator[sqlite3.Connection]:
    """Somebody who holds the book's lock."""
    connection = sqlite3.connect(office.desk.book.path, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def judged(desk: Desk) -> Judged:
    rows = [(f"Khách {n}", "04/8/2020 8:30", "04/8/2020 9:10") for n in range(ROWS)]
    table = [("Họ và tên", "Giờ vào", "Giờ ra"), *rows]
    columns = guess_columns(table, ())
    assert columns is not None
    return desk.imports.judge(table, ImportWish(columns, "nhập bù", "import:digest:Sổ"))


def test_the_desk_goes_first(office: Reception, other: Desk) -> None:
    outcomes: list[object] = []
    visitor = threading.Thread(target=lambda: outcomes.append(office.desk.check_in.check_in(draft("Lò Văn Vội"))))
    steps: list[int] = []

    def progress(done: int, _of: int) -> None:
        steps.append(done)
        if visitor.ident is None and done:
            visitor.start()
        # The bell has to be heard while lines are still to be written.
        while visitor.is_alive() and done < ROWS // 2 and not other.book.is_wanted:
            visitor.join(0.001)

    counts = other.imports.record(judged(other), progress=progress)
    visitor.join()
    assert counts.good == ROWS
    assert isinstance(outcomes[0], CheckedIn)
    assert steps.count(0) == 2
    assert [line.name for line in office.desk.visits.inside()] == ["Lò Văn Vội"]
    assert not office.folder.joinpath(BELL_NAME).exists()
    assert office.desk.care.verify(None).ok


def test_whoever_waits_rings_until_it_is_served(office: Reception, holder: sqlite3.Connection) -> None:
    path = office.folder / BELL_NAME
    visitor = threading.Thread(target=lambda: office.desk.check_in.check_in(draft("Lò Văn Vội")))
    visitor.start()
    while visitor.is_alive() and not path.exists():
        visitor.join(0.001)
    assert path.exists()
    holder.execute("ROLLBACK")
    visitor.join()
    assert not path.exists()
    assert [line.name for line in office.desk.visits.inside()] == ["Lò Văn Vội"]


def test_an_import_waits_for_a_book_that_is_busy(
    office: Reception, holder: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "BUSY_MILLISECONDS", 20)
    ready, waited = judged(office.desk), []

    def progress(done: int, _of: int) -> None:
        waited.append(done)
        if len(waited) == 2:
            holder.execute("ROLLBACK")

    assert office.desk.imports.record(ready, progress=progress).good == ROWS
    assert waited[:2] == [0, 0]


def test_a_book_that_stays_busy_is_said_in_the_end(
    office: Reception, holder: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "BUSY_MILLISECONDS", 5)
    monkeypatch.setattr(import_writing, "_MOST_BUSY", 3)
    with pytest.raises(DeskFault) as busy:
        office.desk.imports.record(judged(office.desk))
    assert busy.value.code is Trouble.BOOK_BUSY


def test_a_bell_that_nobody_stills_costs_one_short_wait(
    office: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "_LONGEST_WAIT_S", 0.05)
    office.folder.joinpath(BELL_NAME).write_bytes(b"")
    assert office.desk.imports.record(judged(office.desk)).good == ROWS
    assert not office.desk.book.is_wanted


def test_taking_back_never_makes_the_desk_wait_and_says_so(
    office: Reception, other: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_writing, "_MOST_YIELDS", 3)
    monkeypatch.setattr(bell, "_LONGEST_WAIT_S", 0.0)
    other.imports.record(judged(other))
    path = office.folder / BELL_NAME

    def progress(done: int, _of: int) -> None:
        path.unlink(missing_ok=True)
        path.write_bytes(b"")
        os.utime(path, ns=(0, next(moments)))

    moments = itertools.count(1)
    with pytest.raises(DeskFault) as busy:
        other.imports.take_back("import:digest:Sổ", "nhầm", progress=progress)
    path.unlink()
    assert busy.value.code is Trouble.DESK_TOO_BUSY
    assert other.imports.records()[0].visits == ROWS
    assert other.imports.take_back("import:digest:Sổ", "nhầm") == ROWS

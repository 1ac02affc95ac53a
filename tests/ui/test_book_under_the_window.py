"""A full disk and a file taken away under the open window: said at once, of everything, and put right."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.sentences import fault_sentence
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.ui.lost_book import LostBook
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

CARD = "001090000000||Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01052021"


@pytest.fixture
def lost(window: MainWindow, desk: Desk, runner: InlineTaskRunner) -> LostBook:
    desk.check_in.check_in(CheckInDraft("r", "Đỗ Mẫu", host="Một cửa"))
    made = LostBook(window, runner)
    made.watch(desk.care)
    assert not made.isVisible()
    return made


@pytest.fixture
def again(lost: LostBook, window: MainWindow, tmp_path: Path, clock: SetClock) -> Iterator[list[Desk]]:
    """Opens the book anew as the program does, once it was put back."""
    opened: list[Desk] = []

    def open_again() -> None:
        opened.append(open_desk(tmp_path / "data", clock))
        window.go_on_with(opened[-1])
        lost.watch(opened[-1].care)

    lost.put_back.connect(open_again)
    yield opened
    for desk in opened:
        desk.close()


def fill(hands: Hands) -> None:
    hands.scan(CARD)
    hands.page.keys.settle()
    hands.page.form.host.control.set_text("Một cửa")
    hands.press(Qt.Key.Key_1)
    hands.page.keys.settle()


def saved_state(window: MainWindow) -> tuple[str, str]:
    """The dot in the bar and the word beside it."""
    return window.top_bar._dot._tone, window.top_bar._state.text()


def test_a_full_disk_is_said_until_something_is_recorded(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(window)
    fill(hands)
    real = desk.check_in._session.writing

    def fail() -> object:
        raise DeskFault(Trouble.PLACE_FULL, path=desk.book.path)

    monkeypatch.setattr(desk.check_in._session, "writing", fail)
    hands.record()
    assert window.notices.isVisible()
    assert saved_state(window) == ("bad", "Chưa lưu được")
    assert (hands.page.strip.tone, "đã đầy" in hands.page.strip.said) == ("bad", True)
    assert hands.page.form.number == "001090000000"
    monkeypatch.setattr(desk.check_in._session, "writing", real)
    hands.record()
    assert not window.notices.isVisible()
    assert saved_state(window) == ("good", "Đã lưu 08:42")
    assert len(desk.visits.inside()) == 1


def test_other_notices_stay_when_something_is_recorded(window: MainWindow, desk: Desk) -> None:
    window.show_fault(DeskFault(Trouble.PRINTER_MISSING))
    hands = Hands(window)
    fill(hands)
    hands.record()
    assert window.notices.isVisible()
    assert saved_state(window)[0] == "good"


def test_a_file_moved_away_is_said_over_everything_and_moved_back_all_goes_on(
    qtbot: QtBot, window: MainWindow, lost: LostBook, desk: Desk
) -> None:
    hands = Hands(window)
    fill(hands)
    away = desk.care.path.with_name("away.db")
    desk.care.path.rename(away)
    qtbot.waitUntil(lost.isVisible, timeout=3000)
    assert str(desk.care.path) in lost.said
    assert lost.geometry() == window.rect()
    assert lost.hasFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        qtbot.keyClick(window, key)
    assert window.page is not None
    assert not window.page.isEnabled()
    assert lost.hasFocus()
    away.rename(desk.care.path)
    qtbot.waitUntil(lost.isHidden, timeout=3000)
    window.show_page(PageName.DESK)
    assert hands.page.form.number == "001090000000"
    hands.record()
    assert len(desk.visits.inside()) == 2


def test_a_deleted_file_is_put_back_by_one_key_and_the_visitor_goes_on(
    qtbot: QtBot, window: MainWindow, lost: LostBook, desk: Desk, again: list[Desk]
) -> None:
    hands = Hands(window)
    fill(hands)
    desk.care.path.unlink()
    lost.look()
    qtbot.keyClick(lost, Qt.Key.Key_Return)
    assert not lost.isVisible()
    (opened,) = again
    assert window.page is not hands.page
    assert isinstance(window.page, DeskPage)
    assert window.page.form.number == "001090000000"
    Hands(window).record()
    assert {line.name for line in opened.visits.inside()} == {"Đỗ Mẫu", "Nguyễn Văn Mẫu"}
    assert opened.care.verify().ok
    window.show_page(PageName.BOOK)
    opened.care.path.unlink()
    lost.look()
    assert lost.isVisible()
    lost.act.click()
    assert not lost.isVisible()
    assert len(again[-1].visits.inside()) == 2
    assert window.page is not None
    assert window.page.isEnabled()


def test_a_file_that_took_its_place_stays_and_the_lines_are_saved_beside_it(
    window: MainWindow, lost: LostBook, desk: Desk, tmp_path: Path, again: list[Desk]
) -> None:
    shutil.copy(desk.care.path, tmp_path / "older.db")
    (tmp_path / "older.db").replace(desk.care.path)
    lost.look()
    assert lost.isVisible()
    lost.act.click()
    (saved,) = desk.care.path.parent.glob("book.saved-*.db")
    assert str(saved) in lost.said
    lost.look()
    assert str(saved) in lost.said
    assert again == []


def test_a_book_that_cannot_be_put_back_says_why(
    lost: LostBook, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.care.path.unlink()
    lost.look()
    fault = DeskFault(Trouble.PLACE_FULL, path=desk.care.path)

    def fail() -> Path:
        raise fault

    monkeypatch.setattr(type(desk.care), "put_back", lambda _care: fail())
    lost.act.click()
    assert fault_sentence(fault) in lost.said
    assert lost.act.isEnabled()


def test_a_scan_at_the_lost_book_presses_nothing(lost: LostBook, window: MainWindow, desk: Desk) -> None:
    hands = Hands(window)
    desk.care.path.unlink()
    lost.look()
    lost.seconds = lambda: hands._now
    hands.scan(CARD)
    assert not desk.care.path.exists()
    hands.press(Qt.Key.Key_Return)
    assert desk.care.path.exists()


@pytest.mark.parametrize("looks", [True, False])
def test_a_window_that_is_closed_all_the_same_saves_what_it_holds(
    lost: LostBook, desk: Desk, tmp_path: Path, clock: SetClock, looks: bool
) -> None:
    desk.care.path.unlink()
    if looks:
        lost.look()
    lost.save_last()
    (saved,) = desk.care.path.parent.glob("book.saved-*.db")
    assert not desk.care.path.exists()
    (tmp_path / "again").mkdir()
    shutil.copy(saved, tmp_path / "again" / "book.db")
    with open_desk(tmp_path / "again", clock) as again:
        assert [line.name for line in again.visits.inside()] == ["Đỗ Mẫu"]


def test_a_window_that_is_closed_as_ever_saves_nothing_beside(lost: LostBook, desk: Desk) -> None:
    lost.save_last()
    assert not list(desk.care.path.parent.glob("book.saved-*"))


CLOSED_ON_A_LOST_BOOK = """
from pathlib import Path
from bluezone_desk.ui import desk_program

class Halted(desk_program.DeskProgram):
    def _opened(self, desk):
        super()._opened(desk)
        desk.care.path.unlink()
        self._window.close()

raise SystemExit(Halted(Path({folder!r})).run())
"""


def test_the_whole_program_closed_on_a_lost_book_leaves_a_whole_one(tmp_path: Path, clock: SetClock) -> None:
    code = CLOSED_ON_A_LOST_BOOK.format(folder=str(tmp_path / "data"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code], timeout=60, check=True, env=environment)
    (saved,) = (tmp_path / "data").glob("book.saved-*.db")
    (tmp_path / "again").mkdir()
    shutil.copy(saved, tmp_path / "again" / "book.db")
    with open_desk(tmp_path / "again", clock) as again:
        assert again.care.verify().ok

"""What every page has: commands by name, the help, the evacuation list; and work left for idle moments."""

import gc
from collections.abc import Iterator

import pytest
from conftest import Commit
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.commands import found
from bluezone_desk.ui.dialogs.evacuation import EvacuationDialog
from bluezone_desk.ui.dialogs.help import HelpDialog
from bluezone_desk.ui.dialogs.palette import CommandPalette
from bluezone_desk.ui.doors import DOORS, Door
from bluezone_desk.ui.garbage import GarbageCollection
from bluezone_desk.ui.idle_work import IdleWork
from bluezone_desk.ui.keys import GROUPS, Keys
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.settings import SettingsPage

pytestmark = pytest.mark.gui


def opened(kind: type[QWidget]) -> QWidget:
    """The dialog that is in front now."""
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def enter(desk: Desk, name: str, **more: str) -> str:
    outcome = desk.check_in.check_in(CheckInDraft(f"r-{name}", name, department="Một cửa", **more))
    assert isinstance(outcome, CheckedIn)
    return outcome.visit.visit_id


def test_every_bound_key_is_in_the_help_and_every_told_key_is_bound(window: MainWindow) -> None:
    for name in PageName:
        window.show_page(name)
    every = window.findChildren(QShortcut)
    bound = {shortcut.key().toString() for shortcut in every}
    told = {key for _title, rows in GROUPS for key in rows if isinstance(key, Keys)}
    # The desk reads Ctrl+Z itself: an editor that has something to take back comes first.
    assert {key.value for key in told} <= bound | {Keys.UNDO.value}
    ours = (window, window._pages[PageName.DESK], window._pages[PageName.BOOK])
    named = {shortcut.key().toString() for shortcut in every if shortcut.parent() in ours}
    assert named - {Keys.RECORD_PAD.value} <= {key.value for key in told}


def test_help_tells_each_key_once(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = opened(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    rows = dialog.rows()
    assert len(rows) == len(set(rows)) > 12
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_commands_are_found_without_marks_and_done_with_enter(window: MainWindow, commit_text: Commit) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened(CommandPalette)
    assert isinstance(palette, CommandPalette)
    assert len(palette.commands) > 6
    commit_text(palette.field, "so ra")
    assert next(command.words for command in palette.commands) == "Sổ ra vào"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.page is window._pages[PageName.BOOK]
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("door", DOORS)
def test_parts_of_other_pages_are_found_by_name_from_the_desk(window: MainWindow, door: Door) -> None:
    (command,) = [one for one in window.actions_everywhere.commands() if one.words == door.told]
    command.act()
    QApplication.processEvents()
    page = window.page
    match door.page:
        case PageName.BOOK:
            assert isinstance(page, BookPage)
            assert page.importing.dialog is not None
            page.importing.dialog.close()
        case PageName.REPORT:
            assert isinstance(page, ReportPage)
            assert page.options.kind == door.part
        case _:
            assert isinstance(page, SettingsPage)
            assert page.forms[page.sections.checkedId()].title in (door.told.partition(": ")[2], "Hiển thị")
            assert QApplication.focusWidget() is page.sections.checkedButton()


@pytest.mark.parametrize("typed", ["excel", "ngon ngu", "co chu", "may quet", "bao cao ngay"])
def test_what_people_call_it_leads_there(window: MainWindow, typed: str) -> None:
    assert found(window.actions_everywhere.commands(), typed)


def test_commands_are_chosen_with_the_arrows(window: MainWindow) -> None:
    window.actions_everywhere.show_commands()
    palette = opened(CommandPalette)
    assert isinstance(palette, CommandPalette)
    wanted = palette.commands[1]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.view.currentIndex().data() == wanted.words
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def test_evacuation_list_works_without_a_printer(window: MainWindow, desk: Desk) -> None:
    for name in ("Trần Quốc Bảo", "Hoàng Anh Tuấn", "Bùi Văn Nhượng"):
        enter(desk, name)
    QTest.keyClick(window, Qt.Key.Key_F12)
    dialog = opened(EvacuationDialog)
    assert isinstance(dialog, EvacuationDialog)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert names == ["Trần Quốc Bảo", "Bùi Văn Nhượng", "Hoàng Anh Tuấn"]
    assert dialog.notices.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.count.text().startswith("2 / 3")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    window.actions_everywhere.evacuate()
    again = opened(EvacuationDialog)
    assert isinstance(again, EvacuationDialog)
    assert again.count.text().startswith("2 / 3")
    again.reject()


@pytest.fixture
def collection() -> Iterator[GarbageCollection]:
    made = GarbageCollection()
    yield made
    made.stop()
    assert gc.isenabled()


def test_garbage_is_collected_by_the_timer_alone(collection: GarbageCollection) -> None:
    collection.start()
    assert not gc.isenabled()
    gc.collect()
    kept = [[] for _ in range(gc.get_threshold()[0] + 100)]
    assert collection.collect_due() == 0
    assert collection.collect_due() == -1
    assert len(kept) > gc.get_threshold()[0]


def test_idle_work_waits_for_quiet_and_ends_when_nothing_is_left(qtbot: QtBot) -> None:
    left = [True, True, False]
    work = IdleWork(lambda: left.pop(0))
    work.wake()
    assert len(left) == 3
    qtbot.waitUntil(lambda: not left, timeout=5000)
    assert not work.is_waiting


def test_idle_work_meets_a_full_disk_in_silence(qtbot: QtBot) -> None:
    tried: list[int] = []

    def full() -> bool:
        tried.append(1)
        raise DeskFault(Trouble.PLACE_FULL)

    work = IdleWork(full)
    work.wake()
    qtbot.waitUntil(lambda: bool(tried), timeout=5000)
    assert not work.is_waiting


def test_a_dialog_keeps_its_keys(window: MainWindow) -> None:
    window.actions_everywhere.show_help()
    dialog = opened(HelpDialog)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    QTest.keyClick(dialog, Qt.Key.Key_F3)
    assert window.page is window._pages[PageName.DESK]
    dialog.close()

"""Panels and dialogs at large text on a small screen: what is asked for is seen, and nothing stands outside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.catch_up import CatchUpDialog
from bluezone_desk.ui.dialogs.correction_fields import correction_fields
from bluezone_desk.ui.dialogs.guide import GuideDialog
from bluezone_desk.ui.import_dialog import ImportDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress
from bluezone_desk.ui.widgets.suggest_box import SuggestBox

pytestmark = pytest.mark.gui


@pytest.fixture(params=[(1366, 768), (1280, 720)])
def large(
    request: pytest.FixtureRequest, qtbot: QtBot, dressed: QApplication, desk: Desk, clock: SetClock
) -> MainWindow:
    dress(dressed, percent=150)
    window = MainWindow(InlineTaskRunner(), clock)
    qtbot.addWidget(window)
    window.resize(*request.param)
    window.open_with(desk)
    window.show()
    qtbot.waitExposed(window)
    return window


def cut_buttons(ground: QWidget) -> list[str]:
    """Buttons in sight that are narrower than their words, or stand partly outside what holds them."""
    seen = [button for button in ground.findChildren(QPushButton) if not button.visibleRegion().isEmpty()]
    return [
        button.text()
        for button in seen
        if button.visibleRegion().boundingRect().width() < button.width()
        or button.width() < button.fontMetrics().horizontalAdvance(button.text())
    ]


@pytest.mark.parametrize("name", [PageName.BOOK, PageName.REPORT, PageName.POSTER, PageName.SETTINGS])
def test_no_button_of_a_page_is_cut_sideways(large: MainWindow, desk: Desk, name: PageName) -> None:
    desk.check_in.check_in(CheckInDraft("r1", "Lò Thị Thủy", department="Một cửa"))
    large.show_page(name)
    QApplication.processEvents()
    assert large.width() <= 1366
    assert large.page is not None
    assert cut_buttons(large.page) == []


@pytest.mark.parametrize("kind", ["import", "catch up"])
def test_a_dialog_is_never_larger_than_its_window(
    large: MainWindow, desk: Desk, clock: SetClock, kind: str
) -> None:
    made: QDialog = (
        ImportDialog(desk, InlineTaskRunner(), large) if kind == "import" else CatchUpDialog(desk, clock, large)
    )
    made.show()
    QApplication.processEvents()
    assert made.width() < large.width()
    assert made.height() < large.height()


def test_the_moment_of_an_entry_can_be_read_where_it_is_corrected(
    qtbot: QtBot, dressed: QApplication, desk: Desk
) -> None:
    outcome = desk.check_in.check_in(CheckInDraft("r1", "Lò Thị Thủy", department="Một cửa"))
    assert isinstance(outcome, CheckedIn)
    field = next(one for one in correction_fields(outcome.visit, None, ()) if one.key == "entered_at")
    edit = field.control
    assert isinstance(edit, QDateTimeEdit)
    qtbot.addWidget(edit)
    edit.resize(240, edit.height())
    edit.show()
    line = edit.lineEdit()
    assert line.width() > line.fontMetrics().horizontalAdvance(edit.text())
    assert line.alignment() & Qt.AlignmentFlag.AlignLeft


def test_all_steps_of_the_install_guide_are_seen(large: MainWindow) -> None:
    guide = GuideDialog((BLUEZONE,), "", large)
    guide.resize(large.size())
    guide.show()
    QApplication.processEvents()
    assert guide.steps.heightForWidth(guide.steps.width()) <= guide.steps.height()
    guide.close()


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_list_of_suggestions_is_as_wide_as_its_texts(qtbot: QtBot, dressed: QApplication) -> None:
    box = SuggestBox()
    qtbot.addWidget(box)
    long = "Phòng Thông tin - Báo chí - Xuất bản và Bưu chính"
    box.offer([long, "Phòng Một cửa"])
    box.resize(120, box.sizeHint().height())
    box.show()
    line, completer = box.lineEdit(), box.completer()
    assert line is not None
    assert completer is not None
    line.setFocus()
    QTest.keyClicks(line, "ph")
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert popup.viewport().width() > popup.fontMetrics().horizontalAdvance(long)
    popup.hide()

"""The head's PIN in the window: set among the settings, asked for before whole numbers leave."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.producing.order import PaperKind
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.dialogs.pin import PinDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.settings_pin import PinSettings

pytestmark = pytest.mark.gui

PIN, NUMBER = "830164", "017190000000"


@pytest.fixture
def guarded(desk: Desk, window: MainWindow) -> MainWindow:
    desk.check_in.check_in(CheckInDraft("r1", "Lò Thị Thủy", id_number=NUMBER))
    assert desk.roles.set_pin(PIN) is None
    return window


def dialog_of(window: QWidget) -> PinDialog:
    (dialog,) = (found for found in window.findChildren(PinDialog) if found.isVisible())
    return dialog


def answer(window: QWidget, pin: str) -> None:
    dialog = dialog_of(window)
    QTest.keyClicks(dialog.pin, pin)
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    QApplication.processEvents()


def report_page(window: MainWindow) -> ReportPage:
    window.show_page(PageName.REPORT)
    page = window.page
    assert isinstance(page, ReportPage)
    return page


def test_whole_numbers_on_paper_ask_and_run_out(guarded: MainWindow, clock: SetClock) -> None:
    page = report_page(guarded)
    page.options.masked.click()
    dialog = dialog_of(guarded)
    assert dialog.pin.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.pin.accessibleName() == "Mã PIN của lãnh đạo"
    answer(guarded, "9999")
    assert dialog.problem
    assert page.options.order().masked
    answer(guarded, PIN)
    assert not page.options.order().masked
    clock.advance(timedelta(minutes=5))
    page.ticked()
    assert page.options.order().masked
    assert "năm phút" in page.options.masked.accessibleDescription()


def test_the_list_of_contacts_asks_and_runs_out(
    qtbot: QtBot, guarded: MainWindow, desk: Desk, clock: SetClock
) -> None:
    page, lines = report_page(guarded), desk.care.info().lines
    page.options.choose_kind(PaperKind.CONTACTS)
    page.options.contact.reason.setText("Khách báo tiếp xúc gần")
    page.options.contact.approver.setText("Bùi Đức Mẫn")
    page.options.contact.ask.click()
    QTest.keyClick(dialog_of(guarded), Qt.Key.Key_Escape)
    assert desk.care.info().lines == lines
    assert page.options.contact.visit.property("tone") == "bad"
    page.options.contact.ask.click()
    with qtbot.waitSignal(page.making.made):
        answer(guarded, PIN)
    assert desk.care.info().lines == lines + 1
    clock.advance(timedelta(minutes=5))
    page.print_paper()
    assert page.preview.pdf == b""


def test_refused_the_paper_stays_masked_and_says_why(guarded: MainWindow) -> None:
    page = report_page(guarded)
    page.options.masked.click()
    QTest.keyClick(dialog_of(guarded), Qt.Key.Key_Escape)
    assert page.options.masked.isChecked()
    assert "mã PIN" in page.options.masked.accessibleDescription()


def test_leaving_the_page_ends_the_proof(guarded: MainWindow) -> None:
    page = report_page(guarded)
    page.options.masked.click()
    answer(guarded, PIN)
    assert not page.options.masked.isChecked()
    guarded.show_page(PageName.DESK)
    assert report_page(guarded).options.order().masked
    assert not page.options.masked.accessibleDescription()


def test_without_a_pin_nothing_is_asked(window: MainWindow, desk: Desk) -> None:
    page = report_page(window)
    page.options.masked.click()
    assert not page.options.order().masked
    assert not window.findChildren(PinDialog)


def _give(window: QWidget) -> None:
    answer(window, PIN)


def _give_not(window: QWidget) -> None:
    QTest.keyClick(dialog_of(window), Qt.Key.Key_Escape)


@pytest.mark.parametrize(("act", "is_whole"), [(_give, True), (_give_not, False)])
def test_an_export_has_whole_numbers_only_with_the_pin(
    qtbot: QtBot, guarded: MainWindow, tmp_path: Path, act: Callable[[QWidget], None], is_whole: bool
) -> None:
    guarded.show_page(PageName.BOOK)
    page = guarded.page
    assert isinstance(page, BookPage)
    qtbot.waitUntil(page.export.button.isEnabled)
    target = tmp_path / "book.csv"
    page.export.outlet.ask_path = lambda window, suggested: target
    page.export.save_csv()
    act(guarded)
    assert (NUMBER in target.read_text("utf-8-sig")) is is_whole


def test_the_pin_is_set_changed_and_removed_among_the_settings(
    qtbot: QtBot, dressed: QApplication, desk: Desk
) -> None:
    form = PinSettings(desk.roles)
    qtbot.addWidget(form)
    form.show()
    dialog = form.ask_new()
    dialog.new.setText(PIN)
    dialog.again.setText("830165")
    dialog.confirm()
    assert dialog.problem
    assert not desk.roles.has_pin()
    dialog.again.setText(PIN)
    dialog.confirm()
    assert desk.roles.check(PIN) is None
    dialog = form.ask_new()
    for field, digits in ((dialog.old, "1111"), (dialog.new, "2222"), (dialog.again, "2222")):
        field.setText(digits)
    dialog.confirm()
    assert dialog.problem
    dialog.old.setText(PIN)
    dialog.confirm()
    assert desk.roles.check("2222") is None
    removing = form.ask_to_remove()
    removing.pin.setText("2222")
    removing.confirm()
    assert not desk.roles.has_pin()
    assert form.remove_button.isHidden()

"""The import dialog by keyboard: file, columns with old letters shown, bad rows, and the visits in the book."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.dialogs.reason import ReasonDialog
from bluezone_desk.ui.import_dialog import ImportDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.book_story import story
from bluezone_desk.ui.task_runner import InlineTaskRunner, TaskRunner

pytestmark = pytest.mark.gui

TCVN3 = "Hä vµ tªn,Giê vµo,Giê ra,Sè §T\nTrÇn ThÞ H\u00adêng,04/8/2020 8:30,9:10,912000000\nLª Sai,s,,\n"


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner) -> ImportDialog:
    made = ImportDialog(desk, runner)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so-cu.csv"
    path.write_bytes(TCVN3.encode("cp1252"))
    return path


def press(dialog: ImportDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    QApplication.processEvents()


def choose(dialog: ImportDialog, path: Path) -> None:
    dialog.files.ask_file = lambda _window, _folder: path
    press(dialog, Qt.Key.Key_Space)


def come_to_the_result(dialog: ImportDialog, book: Path) -> None:
    dialog.files.ask_file = lambda _window, _folder: book
    dialog.files.choose.click()
    for _step in range(2):
        dialog.go_on.click()


def test_three_steps_by_keyboard(dialog: ImportDialog, desk: Desk, book: Path) -> None:
    choose(dialog, book)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.columns.convert.isChecked()
    assert "Trần Thị Hường" in dialog.columns.convert.accessibleDescription()
    assert [box.currentData() for box in dialog.columns.fields] == ["name", "entered_at", "left_at", "phone"]
    assert dialog.columns.reason.text() == "nhập bù: so-cu.csv"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.results.table.rowCount() == 1
    cell = dialog.results.table.item(0, 0)
    assert cell is not None
    assert cell.text() == "3"
    assert not dialog.go_on.isEnabled()
    assert not desk.visits.select(VisitFilter())
    dialog.results.skip.setFocus()
    press(dialog, Qt.Key.Key_Space)
    dialog.go_on.setFocus()
    press(dialog, Qt.Key.Key_Return)
    (line,) = desk.visits.select(VisitFilter())
    assert (line.name, line.phone, line.catch_up) == ("Trần Thị Hường", "0912000000", "nhập bù: so-cu.csv")
    (told,) = story(desk.visits.history(line.visit_id), desk.settings.office().programmes)
    assert told.count("nhập bù") == 1
    assert not dialog.go_on.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_is_converted_when_that_is_not_wanted(dialog: ImportDialog, book: Path) -> None:
    choose(dialog, book)
    press(dialog, Qt.Key.Key_Return)
    dialog.columns.convert.setChecked(False)
    assert dialog.columns.encoding is None
    sample = dialog.columns.table.item(0, 1)
    assert sample is not None
    assert sample.text().startswith("TrÇn")


def test_a_field_has_one_column_and_a_reason_is_demanded(dialog: ImportDialog, book: Path) -> None:
    choose(dialog, book)
    press(dialog, Qt.Key.Key_Return)
    boxes = dialog.columns.fields
    boxes[1].setCurrentIndex(boxes[1].findData("name"))
    assert [box.currentData() for box in boxes] == ["", "name", "left_at", "phone"]
    dialog.columns.reason.clear()
    dialog.go_on.click()
    assert dialog.columns.reason_field.problem
    dialog.columns.reason.setText("sổ tháng 8")
    dialog.go_on.click()
    assert dialog.notices.isVisible()
    assert dialog.steps.currentIndex() == 1


def test_a_file_that_is_no_table_is_said_to_be_none(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"\x89PNG\r\n" + bytes(100))
    choose(dialog, path)
    assert dialog.notices.isVisible()
    assert not dialog.go_on.isEnabled()


def test_every_control_has_a_name(dialog: ImportDialog, book: Path) -> None:
    choose(dialog, book)
    press(dialog, Qt.Key.Key_Return)
    boxes: list[QWidget] = [*dialog.findChildren(QComboBox)]
    assert boxes
    assert all(box.accessibleName() for box in boxes)


def test_stopping_leaves_the_book_as_it_was(
    qtbot: QtBot, dressed: QApplication, desk: Desk, threaded_runner: TaskRunner, tmp_path: Path
) -> None:
    path = tmp_path / "lon.csv"
    rows = "".join(f"Khách {n},04/8/2020 8:30,9:10\n" for n in range(3_000))
    path.write_text("Họ tên,Giờ vào,Giờ ra\n" + rows, "utf-8")
    dialog = ImportDialog(desk, threaded_runner)
    qtbot.addWidget(dialog)
    dialog.show()
    choose(dialog, path)
    waiting: list[Callable[[], bool]] = [
        lambda: dialog.go_on.isEnabled(),
        lambda: dialog.steps.currentIndex() == 1 and dialog.go_on.isEnabled(),
        lambda: dialog.steps.currentIndex() == 2 and dialog.go_on.isEnabled(),
    ]
    for is_ready in waiting:
        qtbot.waitUntil(is_ready, timeout=20_000)
        dialog.go_on.click()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.notices.isVisible(), timeout=20_000)
    assert not desk.visits.select(VisitFilter())
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not dialog.go_on.isVisible(), timeout=20_000)
    assert len(desk.visits.select(VisitFilter())) == 3_000


def test_the_book_page_opens_it_once_and_lists_what_was_recorded(
    qtbot: QtBot, window: MainWindow, book: Path
) -> None:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    page.importing.click()
    dialog = page.importing.dialog
    assert dialog is not None
    page.importing.click()
    assert page.importing.dialog is dialog
    come_to_the_result(dialog, book)
    dialog.results.skip.setChecked(True)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: [line.name for line in page.model.lines] == ["Trần Thị Hường"])
    dialog.leave.click()


def test_a_recorded_import_is_taken_back_and_its_columns_chosen_otherwise(
    qtbot: QtBot, window: MainWindow, desk: Desk, book: Path
) -> None:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    page.importing.click()
    dialog = page.importing.dialog
    assert dialog is not None
    come_to_the_result(dialog, book)
    assert not dialog.results.take_back.isVisible()
    dialog.results.skip.setChecked(True)
    dialog.go_on.click()
    dialog.results.take_back.click()
    give_reason("chọn nhầm cột")
    assert all(line.voided for line in desk.visits.select(VisitFilter()))
    assert dialog.notices.isVisible()
    assert dialog.steps.currentIndex() == 1
    dialog.go_on.click()
    dialog.results.skip.setChecked(True)
    dialog.go_on.click()
    assert sum(not line.voided for line in desk.visits.select(VisitFilter())) == 1
    dialog.leave.click()


def test_any_line_of_an_import_leads_to_taking_all_of_it_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, book: Path
) -> None:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    command = page.commands()[-1]
    told: list[Notice] = []
    page.noticed.connect(told.append)
    command.act()
    assert [notice.tone for notice in told] == ["warn"]
    page.importing.open_dialog()
    dialog = page.importing.dialog
    assert dialog is not None
    come_to_the_result(dialog, book)
    dialog.results.skip.setChecked(True)
    dialog.go_on.click()
    dialog.leave.click()
    qtbot.waitUntil(lambda: len(page.model.lines) == 1)
    page.list.choose(page.model.lines[0].visit_id)
    command.act()
    give_reason("chọn nhầm tệp")
    assert all(line.voided for line in desk.visits.select(VisitFilter()))
    assert told[-1].tone == "good"


def give_reason(reason: str) -> None:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ReasonDialog)
    asked.reason.set_text(reason)
    asked.confirm()

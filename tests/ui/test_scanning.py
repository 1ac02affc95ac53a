"""Scans that need no focus: a device's scan does at the desk what a scan in its field does, from any page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.devices.scanner import Condition, End, FakeScanner, Road, Scan
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.services.opening import open_desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.remembered import memory
from bluezone_desk.ui.scanning import ScannerHub
from bluezone_desk.ui.scanning_choice import ScannerChoice, chosen_scanner, make_scanner, remember_scanner
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Hà Nội|01052021"
OTHER = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Tổ 0, Khu phố 0, Thành phố Hồ Chí Minh|10102022"
SERIAL = ScannerChoice(Road.SERIAL, "COM3", baud=115200)


@pytest.fixture
def scanner(window: MainWindow) -> FakeScanner:
    """A device plugged into the real window."""
    device = FakeScanner()
    window.scanners._make = lambda _choice: device
    window.scanners.use(SERIAL)
    return device


def desk_page(window: MainWindow) -> DeskPage:
    assert isinstance(window.page, DeskPage)
    return window.page


def test_a_device_scan_fills_the_form_as_one_in_the_field(window: MainWindow, scanner: FakeScanner) -> None:
    scanner.send(CARD)
    assert desk_page(window).form.name.control.text() == "Nguyễn Văn Mẫu"
    scanner.send(OTHER)
    assert desk_page(window).flow.waiting == 1


@pytest.mark.parametrize("page", [PageName.BOOK, PageName.SETTINGS])
def test_a_device_scan_brings_the_desk_to_the_front(
    window: MainWindow, scanner: FakeScanner, page: PageName
) -> None:
    window.show_page(page)
    scanner.send(CARD)
    assert desk_page(window).form.number == "001090000000"


def test_a_device_scan_needs_no_window_in_front(qtbot: QtBot, window: MainWindow, scanner: FakeScanner) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    scanner.send(CARD)
    assert desk_page(window).form.number == "001090000000"


def test_a_device_scan_does_not_take_the_focus_from_a_half_typed_field(
    window: MainWindow, scanner: FakeScanner
) -> None:
    page = desk_page(window)
    page.form.fill_new(name="Lê Anh")
    page.form.plate.control.setFocus()
    page.form.plate.control.setText("28a")
    scanner.send(CARD)
    assert page.form.plate.control.hasFocus()
    assert (page.form.plate.control.text(), page.flow.waiting) == ("28a", 1)


def test_unplugging_is_a_notice_and_plugging_in_another(window: MainWindow, scanner: FakeScanner) -> None:
    told: list[Notice] = []
    window.scanners.noticed.connect(told.append)
    scanner.unplug()
    assert window.notices.isVisible()
    scanner.send(CARD)
    assert desk_page(window).form.is_blank
    scanner.plug_in()
    scanner.send(CARD)
    assert desk_page(window).form.number == "001090000000"
    assert [notice.tone for notice in told] == ["warn", "good"]


def test_a_scan_before_the_first_start_is_done_is_left(
    qtbot: QtBot, tmp_path: Path, runner: InlineTaskRunner, clock: SetClock
) -> None:
    window = MainWindow(runner, clock)
    qtbot.addWidget(window)
    with open_desk(tmp_path / "new", clock) as new:
        window.open_with(new)
        window.scanners.take(Scan(CARD, Road.SERIAL, End.LINE))
        assert window.page is None
        assert new.visits.inside() == ()


def test_closing_the_window_lets_go_of_the_device(window: MainWindow, scanner: FakeScanner) -> None:
    assert scanner.is_listening
    window.close()
    assert not scanner.is_listening


def test_another_choice_lets_go_of_the_device_before(window: MainWindow, scanner: FakeScanner) -> None:
    window.scanners._make = lambda _choice: None
    window.scanners.use(ScannerChoice())
    assert not scanner.is_listening
    assert window.scanners.condition == Condition()


def test_a_borrowed_scanner_says_nothing_to_the_desk(qtbot: QtBot, qapp: object) -> None:
    device = FakeScanner()
    hub = ScannerHub(lambda _choice: device)
    hub.use(SERIAL)
    lent: list[Scan] = []
    hub.lend(lent.append)
    with qtbot.assertNotEmitted(hub.scanned), qtbot.assertNotEmitted(hub.noticed):
        device.send(CARD)
        device.unplug()
        device.plug_in()
    assert [scan.text for scan in lent] == [CARD]
    hub.take_back()
    with qtbot.waitSignal(hub.scanned) as heard:
        device.send(OTHER)
    assert heard.args == [OTHER, "serial"]
    hub.stop()


def test_the_choice_is_remembered_on_this_computer() -> None:
    assert chosen_scanner() == ScannerChoice()
    chosen = ScannerChoice(Road.SERIAL, "ttyACM0", "1eab:0022:", 19200, "front")
    remember_scanner(chosen)
    assert chosen_scanner() == chosen
    for key, value in (("road", "telepathy"), ("baud", "fast")):
        memory().setValue(f"scanner/{key}", value)
    assert chosen_scanner() == ScannerChoice(Road.KEYBOARD, "ttyACM0", "1eab:0022:", 9600, "front")
    remember_scanner(ScannerChoice())


def test_a_scanner_is_made_only_where_one_is_chosen(qapp: object) -> None:
    assert make_scanner(ScannerChoice()) is None
    assert make_scanner(ScannerChoice(Road.SERIAL)) is None
    for choice in (SERIAL, ScannerChoice(Road.CAMERA)):
        made = make_scanner(choice)
        assert made is not None
        assert not made.condition.is_ready

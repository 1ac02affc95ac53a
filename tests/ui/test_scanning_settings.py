"""The scanner's section of the settings: choosing a device, and trying it out without recording anything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bluezone_desk.devices import camera, serial_scanner
from bluezone_desk.devices.camera import Camera, Picture
from bluezone_desk.devices.scanner import End, FakeScanner, Road, Scan
from bluezone_desk.devices.serial_scanner import Port
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.sentences import sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.settings import SettingsPage
from bluezone_desk.ui.pages.settings_scanner import ScannerSettings
from bluezone_desk.ui.scanning_choice import ScannerChoice, chosen_scanner, remember_scanner

pytestmark = pytest.mark.gui

CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Hà Nội|01052021"
USB = Port("ttyACM0", "USB scanner", "1eab:0022:")
BUILT_IN = Port("ttyS0")


@pytest.fixture(autouse=True)
def _nothing_chosen() -> Iterator[None]:
    yield
    remember_scanner(ScannerChoice())


@pytest.fixture
def device(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> FakeScanner:
    """Whatever is chosen in this window is this device."""
    made = FakeScanner()
    window.scanners._make = lambda choice: made if choice.road is not Road.KEYBOARD else None
    monkeypatch.setattr(serial_scanner, "ports", lambda: (USB, BUILT_IN))
    monkeypatch.setattr(camera, "cameras", lambda: (Camera("front", "HD camera"),))
    return made


@pytest.fixture
def form(window: MainWindow, device: FakeScanner) -> ScannerSettings:
    window.show_page(PageName.SETTINGS)
    page = window.page
    assert isinstance(page, SettingsPage)
    page.sections.button(page.forms.index(page.scanner_form)).setChecked(True)
    return page.scanner_form


def choose(form: ScannerSettings, road: Road) -> None:
    form.roads.button(tuple(Road).index(road)).click()


def shown(form: ScannerSettings) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in form.test.findChildren(QLabel) if label.isVisible())


def scan_by_keyboard(form: ScannerSettings, text: str, gap_ms: int) -> None:
    now = 10_000
    form.test.reader.seconds = lambda: now / 1000
    for sign in text:
        now += gap_ms
        key = Qt.Key.Key_Return if sign == "\n" else 0
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)
    form.test.reader.settle()


def test_a_serial_scanner_is_chosen_in_one_click(form: ScannerSettings, device: FakeScanner) -> None:
    choose(form, Road.SERIAL)
    assert chosen_scanner() == ScannerChoice(Road.SERIAL, "ttyACM0", "1eab:0022:", 9600)
    assert device.is_listening
    assert form.standing.text().endswith("COM3")
    form.baud.setCurrentIndex(form.baud.findData(115200))
    form.baud.activated.emit(form.baud.currentIndex())
    form.port.setCurrentIndex(1)
    form.port.activated.emit(1)
    assert chosen_scanner() == ScannerChoice(Road.SERIAL, "ttyS0", "", 115200)
    choose(form, Road.KEYBOARD)
    assert not device.is_listening


def test_a_chosen_port_that_is_not_there_stays_chosen(
    form: ScannerSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(form, Road.SERIAL)
    monkeypatch.setattr(serial_scanner, "ports", lambda: (BUILT_IN,))
    form.look.click()
    assert "ttyACM0" in form.port.currentText()
    assert chosen_scanner().port == "ttyACM0"


def test_no_ports_is_a_sentence_and_looking_again_finds_one(
    form: ScannerSettings, device: FakeScanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial_scanner, "ports", lambda: ())
    choose(form, Road.SERIAL)
    assert not form.port.isEnabled()
    assert "USB-COM" in form.port.accessibleDescription()
    monkeypatch.setattr(serial_scanner, "ports", lambda: (USB,))
    form.look.click()
    assert form.port.isEnabled()
    assert chosen_scanner().port == "ttyACM0"


def test_a_camera_is_chosen_and_shows_what_it_sees(form: ScannerSettings) -> None:
    choose(form, Road.CAMERA)
    assert form.camera.currentText() == "HD camera"
    assert form._hub is not None
    seen = QImage(1280, 720, QImage.Format.Format_RGB32)
    seen.fill(QColor("grey"))
    form._hub.pictured.emit(Picture(seen, (), 3))
    assert form.test.preview.isVisible()


def test_no_camera_and_a_missing_library_are_sentences(
    form: ScannerSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "cameras", lambda: ())
    choose(form, Road.CAMERA)
    assert not form.camera.isEnabled()
    assert form.camera.accessibleDescription()

    def missing() -> tuple[Camera, ...]:
        raise DeskFault(Trouble.CAMERA_PARTS_MISSING, part="libpulse.so.0")

    monkeypatch.setattr(camera, "cameras", missing)
    form.look.click()
    assert "libpulse.so.0" in form.camera.accessibleDescription()


def test_a_trial_scan_says_what_was_read_and_how_and_records_nothing(
    window: MainWindow, desk: Desk, form: ScannerSettings, device: FakeScanner
) -> None:
    choose(form, Road.SERIAL)
    device.send(CARD.replace("ễ", "?"))
    said = shown(form)
    for part in ("Nguy?n Văn Mẫu", "001 0•• ••• 000", "15/08/1990", "12 ms", str(len(CARD))):
        assert part in said
    assert sentence(Trouble.WARN_NAME_DAMAGED) in said
    assert "001090000000" not in said
    assert isinstance(window.page, SettingsPage)
    assert desk.visits.inside() == ()


def test_what_is_refused_is_said_with_its_text(form: ScannerSettings, device: FakeScanner) -> None:
    choose(form, Road.SERIAL)
    device.send("https://example.com/\x1d" + "a" * 500)
    assert form.test.title.text() == sentence(Trouble.SCAN_IS_URL)
    assert "https://example.com/⟨1D⟩aaa" in shown(form)
    assert len(shown(form)) < 500


def test_an_unplugged_scanner_is_told_in_the_section(form: ScannerSettings, device: FakeScanner) -> None:
    choose(form, Road.SERIAL)
    device.unplug()
    assert form.standing.text() == sentence(Trouble.SCANNER_GONE, {"name": "COM3"})
    device.plug_in()
    assert "COM3" in form.standing.text()


def test_keyboard_scans_are_heard_anywhere_in_the_section(form: ScannerSettings) -> None:
    form.roads.button(0).setFocus()
    scan_by_keyboard(form, CARD + "\n", 6)
    assert "Nguyễn Văn Mẫu" in shown(form)
    assert form.roads.button(0).isChecked()


def test_slow_keys_are_said_to_be_typed(form: ScannerSettings) -> None:
    form.roads.button(0).setFocus()
    scan_by_keyboard(form, "001090000000\n", 80)
    assert "80 ms" in shown(form)
    assert "12" in shown(form)


def test_nothing_of_a_trial_is_left_when_the_page_is(
    window: MainWindow, form: ScannerSettings, device: FakeScanner
) -> None:
    choose(form, Road.SERIAL)
    device.send(CARD)
    window.show_page(PageName.BOOK)
    assert "Mẫu" not in "".join(label.text() for label in form.test.findChildren(QLabel))
    device.send(CARD)
    window.show_page(PageName.SETTINGS)
    assert "Mẫu" not in shown(form)


def test_a_pass_a_phone_and_a_name_are_named(qtbot: QtBot, form: ScannerSettings) -> None:
    for text, part in (("014", "014"), ("0912345678", "0912 ••• 678"), ("Lê Anh", "Lê Anh"), ("010000000", "000")):
        form.test.show_scan(Scan(text, Road.KEYBOARD, End.TAB))
        assert part in shown(form)

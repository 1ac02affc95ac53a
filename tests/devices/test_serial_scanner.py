"""A real serial port class over a pseudo terminal: what a scanner on a cable does, unplugging and all."""

import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluezone_desk.devices import serial_scanner
from bluezone_desk.devices.scanner import Condition, Scan
from bluezone_desk.devices.serial_scanner import LOOK_EVERY_MS, Port, SerialScanner, ports
from bluezone_desk.domain.codes import Trouble

pytestmark = pytest.mark.gui

CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Hà Nội|01052021"
OTHER = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Tổ 0, Khu phố 0, Thành phố Hồ Chí Minh|10102022"


class Cable:
    """A scanner with its cable; it may be pulled out, and come back under another name."""

    def __init__(self) -> None:
        self.port: Port | None = None
        self._scanner_end = -1
        self.plug_in()

    def plug_in(self) -> None:
        self._scanner_end, computer_end = os.openpty()
        tty.setraw(computer_end)
        self.port = Port(os.ttyname(computer_end), "USB scanner", "1eab:0022:")
        os.close(computer_end)

    def pull_out(self) -> None:
        if self.port is not None:
            self.port = None
            os.close(self._scanner_end)

    def look(self) -> tuple[Port, ...]:
        return (self.port,) if self.port else ()

    def send(self, data: bytes) -> None:
        os.write(self._scanner_end, data)


class Desk:
    """What the program hears."""

    def __init__(self, scanner: SerialScanner) -> None:
        self.scans: list[Scan] = []
        self.conditions: list[Condition] = []
        self.scanner = scanner

    def listen(self) -> None:
        self.scanner.start(self.scans.append, self.conditions.append)

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]

    @property
    def troubles(self) -> list[Trouble | None]:
        return [condition.fault.code if condition.fault else None for condition in self.conditions]


@pytest.fixture
def cable() -> Iterator[Cable]:
    made = Cable()
    yield made
    made.pull_out()


@pytest.fixture
def desk(qapp: object, cable: Cable) -> Iterator[Desk]:
    assert cable.port is not None
    made = Desk(SerialScanner(cable.port.name, 9600, cable.port.identity, look=cable.look))
    yield made
    made.scanner.stop()


@pytest.mark.parametrize("form", ["utf-8", "utf-16-be"])
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", ""])
def test_cards_come_through_the_port(qtbot: QtBot, cable: Cable, desk: Desk, form: str, end: str) -> None:
    desk.listen()
    cable.send((CARD + end).encode(form))
    qtbot.waitUntil(lambda: desk.texts == [CARD])
    cable.send((OTHER + end).encode(form))
    qtbot.waitUntil(lambda: desk.texts == [CARD, OTHER])
    assert desk.troubles == [None]


def test_a_pulled_cable_is_told_once_and_a_plugged_one_found_again(qtbot: QtBot, cable: Cable, desk: Desk) -> None:
    desk.listen()
    assert desk.scanner.condition.is_ready
    for _ in range(2):
        cable.pull_out()
        qtbot.waitUntil(lambda: not desk.scanner.condition.is_ready)
        cable.plug_in()
        qtbot.waitUntil(lambda: desk.scanner.condition.is_ready, timeout=3 * LOOK_EVERY_MS)
    cable.send(CARD.encode() + b"\r")
    qtbot.waitUntil(lambda: desk.texts == [CARD])
    assert desk.troubles == [None, *[Trouble.SCANNER_GONE, None] * 2]


def test_half_a_scan_before_the_cable_was_pulled_is_not_glued_to_the_next(
    qtbot: QtBot, cable: Cable, desk: Desk
) -> None:
    desk.listen()
    cable.send(CARD[:40].encode())
    qtbot.waitUntil(lambda: desk.scanner.hears_a_scan)
    cable.pull_out()
    qtbot.waitUntil(lambda: not desk.scanner.condition.is_ready)
    cable.plug_in()
    qtbot.waitUntil(lambda: desk.scanner.condition.is_ready, timeout=3 * LOOK_EVERY_MS)
    cable.send(OTHER.encode() + b"\r")
    qtbot.waitUntil(lambda: desk.texts == [OTHER])


def test_a_scanner_that_is_not_there_yet_is_waited_for(qtbot: QtBot, cable: Cable, desk: Desk) -> None:
    cable.pull_out()
    desk.listen()
    assert desk.troubles == [Trouble.SCANNER_MISSING]
    cable.plug_in()
    qtbot.waitUntil(lambda: desk.scanner.condition.is_ready, timeout=3 * LOOK_EVERY_MS)
    assert desk.troubles == [Trouble.SCANNER_MISSING, None]


def test_a_port_that_vanishes_from_the_list_is_let_go(
    qtbot: QtBot, cable: Cable, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial_scanner, "LOOK_WHILE_OPEN_MS", 50)
    desk.listen()
    there, cable.port = cable.port, None
    qtbot.waitUntil(lambda: not desk.scanner.condition.is_ready, timeout=3 * LOOK_EVERY_MS)
    cable.port = there
    assert desk.troubles == [None, Trouble.SCANNER_GONE]


def test_another_device_at_the_same_port_is_not_opened(cable: Cable, desk: Desk) -> None:
    assert cable.port is not None
    cable.port = Port(cable.port.name, "Modem", "2c7c:0125:")
    desk.listen()
    assert desk.troubles == [Trouble.SCANNER_MISSING]


def test_a_port_that_another_program_holds_is_named(cable: Cable, desk: Desk) -> None:
    desk.listen()
    assert cable.port is not None
    second = Desk(SerialScanner(cable.port.name, 9600, look=cable.look))
    second.listen()
    (condition,) = second.conditions
    assert condition.fault is not None
    assert condition.fault.code in (Trouble.SCANNER_BUSY, Trouble.SCANNER_DENIED)
    assert condition.fault.facts["name"] == cable.port.name
    second.scanner.stop()


def test_a_path_that_is_no_port_is_trouble_and_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in (f"{tmp_path}/file", f"{tmp_path}/nothing"):
        desk = Desk(SerialScanner(name, 9600, look=lambda name=name: (Port(name),)))
        desk.listen()
        assert not desk.scanner.condition.is_ready
        desk.scanner.stop()


def test_nothing_is_called_after_stop(qtbot: QtBot, cable: Cable, desk: Desk) -> None:
    desk.listen()
    cable.send(CARD.encode())
    qtbot.waitUntil(lambda: desk.scanner.hears_a_scan)
    desk.scanner.stop()
    desk.listen()
    cable.send(OTHER.encode() + b"\r")
    qtbot.waitUntil(lambda: desk.texts == [OTHER])


def test_the_computers_own_ports_can_be_listed() -> None:
    for port in ports():
        assert port.name in port.title

"""A morning with real devices in the real window: a serial line that is pulled out, and a camera's pictures."""

import os
import tty
from collections.abc import Iterator
from datetime import timedelta

import pytest
import qrcode
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameInput
from pytestqt.qtbot import QtBot

from bluezone_desk.devices.camera import CameraScanner
from bluezone_desk.devices.scanner import Road
from bluezone_desk.devices.serial_scanner import LOOK_EVERY_MS, Port, SerialScanner
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.scanning_choice import ScannerChoice

#: A machine without a graphics card says so when Qt looks for video codecs.
BARE = r"Couldn't (load|resolve) |No RHI backend"
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore(BARE)]

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Đỗ Mẫu", "Ẩn")


def card(number: int, name: str) -> str:
    return f"0010900{number:05d}||{name}|15081990|Nam|Số {number}, Phố Thử Nghiệm, Hà Nội|01052021"


class Line:
    """A scanner's end of a serial line that comes and goes."""

    def __init__(self) -> None:
        self.ports: tuple[Port, ...] = ()
        self.plug_in()

    def plug_in(self) -> None:
        self.end, other = os.openpty()
        tty.setraw(other)
        self.ports = (Port(os.ttyname(other), "USB scanner", "1eab:0022:"),)
        os.close(other)

    def pull_out(self) -> None:
        if self.ports:
            self.ports = ()
            os.close(self.end)


@pytest.fixture
def line(window: MainWindow) -> Iterator[Line]:
    made = Line()
    (port,) = made.ports
    device = SerialScanner(port.name, 9600, port.identity, look=lambda: made.ports)
    window.scanners._make = lambda _choice: device
    window.scanners.use(ScannerChoice(Road.SERIAL, port.name))
    yield made
    window.scanners.stop()
    made.pull_out()


def record(page: DeskPage, clock: SetClock) -> None:
    page.form.host.control.set_text("Một cửa")
    clock.advance(timedelta(seconds=20))
    page.flow.record()


def test_visitors_come_through_a_serial_line_that_is_pulled_out(
    qtbot: QtBot, window: MainWindow, desk: Desk, clock: SetClock, line: Line
) -> None:
    window.show_page(PageName.BOOK)
    os.write(line.end, (card(1, NAMES[0]) + "\r" + card(2, NAMES[1]) + "\r").encode("utf-16-be"))
    qtbot.waitUntil(lambda: isinstance(window.page, DeskPage) and window.page.flow.waiting == 1)
    page = window.page
    assert isinstance(page, DeskPage)
    os.write(line.end, card(9, "Mất Nửa")[:30].encode())
    line.pull_out()
    qtbot.waitUntil(window.notices.isVisible)
    record(page, clock)
    record(page, clock)
    line.plug_in()
    qtbot.waitUntil(lambda: window.scanners.condition.is_ready, timeout=3 * LOOK_EVERY_MS)
    os.write(line.end, (card(3, NAMES[2]) + "\r\n").encode())
    qtbot.waitUntil(lambda: page.form.number == "001090000003")
    record(page, clock)
    assert {visit.name for visit in desk.visits.inside()} == set(NAMES[:3])


def picture(text: str) -> QImage:
    drawn = qrcode.QRCode(box_size=4)
    drawn.add_data(text.encode())
    drawn.make()
    matrix = drawn.get_matrix()
    seen = QImage(1280, 720, QImage.Format.Format_RGB32)
    seen.fill(QColor("white"))
    painter = QPainter(seen)
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            if is_dark:
                painter.fillRect(300 + x * 5, 100 + y * 5, 5, 5, QColor("black"))
    painter.end()
    return seen


def test_a_card_before_the_camera_is_a_visitor_in_the_form(qtbot: QtBot, window: MainWindow) -> None:
    held: list[QVideoFrameInput] = []

    def attach(session: QMediaCaptureSession, _identifier: str, _error: object) -> tuple[QVideoFrameInput, str]:
        held.append(QVideoFrameInput())
        session.setVideoFrameInput(held[0])
        return held[0], "HD camera"

    window.scanners._make = lambda _choice: CameraScanner(attach=attach)
    window.scanners.use(ScannerChoice(Road.CAMERA))
    window.show_page(PageName.REPORT)
    frame = QVideoFrame(picture(card(4, NAMES[3])))

    def is_in_the_form() -> bool:
        held[0].sendVideoFrame(frame)
        return isinstance(window.page, DeskPage) and window.page.form.name.control.text() == NAMES[3]

    qtbot.waitUntil(is_in_the_form)
    assert isinstance(window.page, DeskPage)
    assert window.page.flow.waiting == 0
    window.scanners.stop()

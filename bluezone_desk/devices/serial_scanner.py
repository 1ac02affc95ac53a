"""A scanner on a serial port, USB or real. Needs no focus: it works while another program is in front."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QIODevice, QTimer
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from bluezone_desk.devices.scanner import Condition, OnCondition, OnScan
from bluezone_desk.devices.serial_bytes import SerialBytes
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

BAUD_RATES = (9600, 19200, 38400, 57600, 115200)
LOOK_EVERY_MS = 1000
#: An open port tells by itself when it is pulled out; some drivers forget to.
LOOK_WHILE_OPEN_MS = 5000


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port that is there now. `identity` stays when the device comes back under another name."""

    name: str
    description: str = ""
    identity: str = ""

    @property
    def title(self) -> str:
        return f"{self.name}: {self.description}" if self.description else self.name


def ports() -> tuple[Port, ...]:
    """The ports this computer has now, those with a device on USB first."""
    found = [
        Port(info.portName(), info.description() or info.manufacturer(), _identity(info))
        for info in QSerialPortInfo.availablePorts()
    ]
    return tuple(sorted(found, key=lambda port: (not port.identity, port.name)))


def _identity(info: QSerialPortInfo) -> str:
    if not info.hasVendorIdentifier():
        return ""
    return f"{info.vendorIdentifier():04x}:{info.productIdentifier():04x}:{info.serialNumber()}"


_ERRORS = {
    QSerialPort.SerialPortError.PermissionError: Trouble.SCANNER_DENIED,
    QSerialPort.SerialPortError.DeviceNotFoundError: Trouble.SCANNER_GONE,
    QSerialPort.SerialPortError.ResourceError: Trouble.SCANNER_GONE,
    QSerialPort.SerialPortError.OpenError: Trouble.SCANNER_BUSY,
}


class SerialScanner:
    """Keeps the port open, and opens it again by itself when the scanner is plugged in again."""

    def __init__(
        self,
        name: str,
        baud: int,
        identity: str = "",
        *,
        look: Callable[[], tuple[Port, ...]] = ports,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name, self._identity, self._baud = name, identity, baud
        self._look = look
        self._seconds = seconds
        self._bytes = SerialBytes(seconds)
        self._on_scan: OnScan | None = None
        self._on_condition: OnCondition | None = None
        self._condition = Condition(name=name)
        self._port: QSerialPort | None = None
        self._looking = QTimer()
        self._looking.timeout.connect(self._look_again)
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._collect)

    @property
    def condition(self) -> Condition:
        return self._condition

    @property
    def hears_a_scan(self) -> bool:
        """Part of a scan has arrived."""
        return self._bytes.due is not None

    def start(self, on_scan: OnScan, on_condition: OnCondition) -> None:
        self._on_scan, self._on_condition = on_scan, on_condition
        self._looking.start(LOOK_EVERY_MS)
        self._open(self._found(), Trouble.SCANNER_MISSING)

    def stop(self) -> None:
        self._on_scan = self._on_condition = None
        self._looking.stop()
        self._close()
        self._condition = Condition(name=self._name)

    def _found(self) -> Port | None:
        """The chosen device under the name it has now; a port without a known device goes by its name alone."""
        there = [port for port in self._look() if not self._identity or port.identity == self._identity]
        by_name = next((port for port in there if port.name == self._name), None)
        return by_name or next((port for port in there if self._identity), None)

    def _look_again(self) -> None:
        found = self._found()
        if self._port is None:
            self._open(found, self._condition.fault.code if self._condition.fault else Trouble.SCANNER_MISSING)
        elif found is None or found.name != self._name:
            self._lose(Trouble.SCANNER_GONE)

    def _open(self, found: Port | None, code: Trouble) -> None:
        if found is None:
            self._tell(Condition(False, self._name, DeskFault(code, name=self._name)))
            return
        port = QSerialPort()
        port.setPortName(found.name)
        port.setBaudRate(self._baud)
        if not port.open(QIODevice.OpenModeFlag.ReadOnly):
            code = _ERRORS.get(port.error(), Trouble.SCANNER_FAILED)
            self._tell(Condition(False, self._name, DeskFault(code, name=found.name)))
            port.deleteLater()
            return
        # Some scanners send only to a computer that says it is there.
        port.setDataTerminalReady(True)
        self._port, self._name = port, found.name
        self._identity = found.identity or self._identity
        port.readyRead.connect(self._read)
        port.errorOccurred.connect(self._on_error)
        self._looking.start(LOOK_WHILE_OPEN_MS)
        self._tell(Condition(True, found.title))

    def _on_error(self, error: QSerialPort.SerialPortError) -> None:
        if error is not QSerialPort.SerialPortError.NoError:
            is_there = self._found() is not None
            self._lose(_ERRORS.get(error, Trouble.SCANNER_FAILED) if is_there else Trouble.SCANNER_GONE)

    def _read(self) -> None:
        if self._port is None:
            return
        data = bytes(self._port.readAll().data())
        if data:
            self._bytes.feed(data)
            self._wait()

    def _wait(self) -> None:
        due = self._bytes.due
        if due is not None:
            self._rest.start(max(1, round((due - self._seconds()) * 1000) + 1))

    def _collect(self) -> None:
        for scan in self._bytes.collect():
            if self._on_scan is not None:
                self._on_scan(scan)
        self._wait()

    def _lose(self, code: Trouble) -> None:
        self._close()
        self._looking.start(LOOK_EVERY_MS)
        self._tell(Condition(False, self._name, DeskFault(code, name=self._name)))

    def _close(self) -> None:
        self._rest.stop()
        self._bytes.forget()
        port, self._port = self._port, None
        if port is None:
            return
        port.readyRead.disconnect(self._read)
        port.errorOccurred.disconnect(self._on_error)
        port.close()
        port.deleteLater()

    def _tell(self, condition: Condition) -> None:
        """Say it once, not at every look."""
        before, self._condition = self._condition, condition
        is_news = _key(condition) != _key(before)
        if is_news and self._on_condition is not None:
            self._on_condition(condition)


def _key(condition: Condition) -> tuple[bool, str, Trouble | None]:
    return condition.is_ready, condition.name, condition.fault.code if condition.fault else None

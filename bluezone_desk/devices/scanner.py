"""What a scanner is to the desk, whichever road its scans take, and the fake one that tests plug in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault


class Road(StrEnum):
    """How a scan reaches the program."""

    KEYBOARD = "keyboard"
    SERIAL = "serial"
    CAMERA = "camera"


class End(StrEnum):
    """What told that a scan was over."""

    ENTER = "enter"
    TAB = "tab"
    LINE = "line"
    PAUSE = "pause"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Scan:
    """One code as it was read. Its text is shown to nobody by accident: not in a log, not in a traceback."""

    text: str = field(repr=False)
    road: Road
    ended_by: End
    #: From the first sign to the last; for a picture, how long reading it took.
    milliseconds: int = 0
    warnings: tuple[Trouble, ...] = ()

    @property
    def chars(self) -> int:
        return len(self.text)

    @property
    def raw(self) -> str:
        """The text for `identify`, which knows from a backspace that an input method meddled."""
        return self.text + "\b" if Trouble.WARN_INPUT_METHOD in self.warnings else self.text


@dataclass(frozen=True, slots=True)
class Condition:
    """How a scanner is: ready, not ready yet, or in trouble. `name` is what people call the device."""

    is_ready: bool = False
    name: str = ""
    fault: DeskFault | None = None


OnScan = Callable[[Scan], None]
OnCondition = Callable[[Condition], None]


class Scanner(Protocol):
    """A device that is listened to. Everything is called, and calls back, on the thread that started it."""

    @property
    def condition(self) -> Condition: ...

    def start(self, on_scan: OnScan, on_condition: OnCondition) -> None:
        """Listen until `stop`. Trouble is told through `on_condition` and never raised."""
        ...

    def stop(self) -> None:
        """Let go of the device; nothing is called back afterwards."""
        ...


class FakeScanner:
    """The twin for tests: scans when told to, and can be unplugged and plugged in again."""

    def __init__(self, road: Road = Road.SERIAL, name: str = "COM3") -> None:
        self._road = road
        self._name = name
        self._on_scan: OnScan | None = None
        self._on_condition: OnCondition | None = None
        self.condition = Condition()

    @property
    def is_listening(self) -> bool:
        return self._on_scan is not None

    def start(self, on_scan: OnScan, on_condition: OnCondition) -> None:
        self._on_scan, self._on_condition = on_scan, on_condition
        self.plug_in()

    def stop(self) -> None:
        self._on_scan = self._on_condition = None
        self.condition = Condition()

    def send(self, text: str) -> None:
        """A code is held in front of it."""
        if self._on_scan is not None and self.condition.is_ready:
            self._on_scan(Scan(text, self._road, End.LINE, milliseconds=12))

    def unplug(self) -> None:
        self._tell(Condition(False, self._name, DeskFault(Trouble.SCANNER_GONE, name=self._name)))

    def plug_in(self) -> None:
        self._tell(Condition(True, self._name))

    def _tell(self, condition: Condition) -> None:
        self.condition = condition
        if self._on_condition is not None:
            self._on_condition(condition)

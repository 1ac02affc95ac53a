"""Where the scans of every device come together, and go to the desk or to whoever borrowed the scanner."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, SignalInstance

from bluezone_desk.devices.scanner import Condition, Scan, Scanner
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.scanning_choice import ScannerChoice, chosen_scanner, make_scanner

Taker = Callable[[Scan], None]


class ScannerHub(QObject):
    """One device at a time. No scan is kept, and none is written to a log."""

    #: The text as `identify` wants it, and the road it came by.
    scanned = Signal(str, str)
    #: A `Condition`.
    condition_changed = Signal(object)
    #: A `notices.Notice`: unplugged, or there again; not while the scanner is lent, whose borrower says so itself.
    noticed = Signal(object)
    #: A `Picture` of the camera in use, for aiming.
    pictured = Signal(object)

    def __init__(
        self, make: Callable[[ScannerChoice], Scanner | None] = make_scanner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._scanner: Scanner | None = None
        self._taker: Taker | None = None
        self._condition = Condition()

    @property
    def condition(self) -> Condition:
        """How the device in use is; not ready when scans come by keyboard, which needs none."""
        return self._condition

    @property
    def is_lent(self) -> bool:
        """Somebody else than the desk has the scanner."""
        return self._taker is not None

    def start(self) -> None:
        """Use the scanner that was chosen on this computer."""
        self.use(chosen_scanner())

    def use(self, choice: ScannerChoice) -> None:
        """Let go of the device in use and listen to this one."""
        self.stop()
        self._scanner = self._make(choice)
        if self._scanner is None:
            return
        pictured = getattr(self._scanner, "pictured", None)
        if isinstance(pictured, SignalInstance):
            pictured.connect(self.pictured)
        self._scanner.start(self.take, self._on_condition)

    def stop(self) -> None:
        """Listen to nothing."""
        if self._scanner is not None:
            self._scanner.stop()
        self._scanner = None
        self._condition = Condition()
        self.condition_changed.emit(self._condition)

    def take(self, scan: Scan) -> None:
        """A device read this."""
        if self._taker is not None:
            self._taker(scan)
        else:
            self.scanned.emit(scan.raw, scan.road.value)

    def lend(self, taker: Taker) -> None:
        """Scans go to this taker and not to the desk, until it gives the scanner back."""
        self._taker = taker

    def take_back(self) -> None:
        """Scans go to the desk again."""
        self._taker = None

    def _on_condition(self, condition: Condition) -> None:
        before, self._condition = self._condition, condition
        self.condition_changed.emit(condition)
        if self._taker is not None:
            return
        if condition.fault is not None:
            self.noticed.emit(replace(notice_of(condition.fault), tone="warn"))
        elif condition.is_ready and before.fault is not None:
            self.noticed.emit(Notice(_("The scanner is ready again"), condition.name, "good", seconds=5))

"""A stream of keys on a clock, worked the way the window works it."""

from dataclasses import dataclass, field

from bluezone_desk.devices.scanner import End, Scan
from bluezone_desk.devices.wedge import Answer, WedgeCollector

CARD = "001090000000|010000000|Nguyen Van Mau|15081990|Nam|So 0, Pho Thu Nghiem, Ha Noi|01052021"
OTHER = "079303000000||Tran Thi Vi Du|02022003|Nu|To 0, Khu pho 0, Thanh pho Ho Chi Minh|10102022"
ENTER, TAB, BACK = "\n", "\t", "\b"
_ENDS = {ENTER: End.ENTER, TAB: End.TAB}


@dataclass
class Keyboard:
    """`editor` is what stands in the field: letters not taken by a scan, which is cut out when it ends."""

    now: float = 100.0
    #: Whether the window's timer fires when it should; a busy window's may come late.
    has_timer: bool = True
    scans: list[Scan] = field(default_factory=list)
    editor: str = ""
    _before: str = ""

    def __post_init__(self) -> None:
        self.wedge = WedgeCollector(lambda: self.now)

    def wait(self, ms: float) -> None:
        until = self.now + ms / 1000
        while self.has_timer and (due := self.wedge.due) is not None and due <= until + 1e-9:
            self.now = max(self.now, due)
            self._deliver(self.wedge.rest())
            if self.wedge.due == due:
                break
        self.now = until

    def key(self, sign: str, after_ms: float) -> None:
        self.wait(after_ms)
        answer = self._offer(sign)
        if answer.scans:
            self._deliver(answer.scans)
            answer = self._offer(sign)
            assert not answer.scans
        if sign in _ENDS:
            if answer.is_taken:
                self.editor = self._before
        elif not answer.is_taken:
            if self.wedge.has_begun:
                self._before = self.editor
            self.editor = self.editor[:-1] if sign == BACK else self.editor + sign

    def type(self, text: str, gap_ms: float, first_gap_ms: float | None = None) -> None:
        for place, sign in enumerate(text):
            self.key(sign, first_gap_ms if place == 0 and first_gap_ms is not None else gap_ms)

    def rest(self) -> None:
        self.wait(1000)
        self._deliver(self.wedge.rest())

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]

    def _offer(self, sign: str) -> Answer:
        if sign in _ENDS:
            return self.wedge.end(_ENDS[sign])
        if sign == BACK:
            return self.wedge.backspace()
        return self.wedge.letter(sign)

    def _deliver(self, scans: tuple[Scan, ...]) -> None:
        if scans and scans[0].ended_by is End.PAUSE:
            self.editor = self._before
        self.scans += scans

"""Takes a scanner's bursts out of a stream of keys: a wedge scanner is a keyboard faster than any person.

A burst is a scan when it has 12 signs or more, less than 35 ms apart on the average, and ends with Enter, Tab or
a pause. A Vietnamese input method rewrites letters by backspace and new letters, sometimes after the Enter; what
it does is applied to the scan it belongs to, and told.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bluezone_desk.devices.scanner import End, Road, Scan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.scan_text import split_scans

SHORTEST_SCAN = 12
#: Measured on wedge scanners: 2 to 20 ms between keys; a very fast typist needs 60.
SCAN_GAP_SECONDS = 0.035
#: A scanner without a suffix simply stops; one that stutters comes back sooner.
PAUSE_SECONDS = 0.12
#: How long after its last key a scan may still be corrected by an input method.
LATE_SECONDS = 0.15
#: Fewer keys than this say nothing yet about who types.
_FEWEST = 4


@dataclass(slots=True)
class _Keys:
    """Keys in a row: the text they made, how many there were, and when."""

    text: str = ""
    count: int = 0
    first: float = 0.0
    last: float = 0.0
    is_meddled: bool = False

    @property
    def is_fast(self) -> bool:
        return self.count >= _FEWEST and (self.last - self.first) / (self.count - 1) < SCAN_GAP_SECONDS

    @property
    def is_scan(self) -> bool:
        """Held keys repeat fast too, but make one or two signs."""
        return self.is_fast and len(self.text) >= SHORTEST_SCAN and len(set(self.text)) > 2

    def add(self, text: str, at: float) -> None:
        self.text += text
        self.count += 1
        self.last = at

    def take_back(self, at: float) -> None:
        self.text = self.text[:-1]
        self.count += 1
        self.last = at
        self.is_meddled = True


@dataclass(slots=True)
class _Ended:
    """A scan that may still be corrected. `owed` letters were taken back and not yet replaced."""

    keys: _Keys
    by: End
    owed: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key was. When `scans` came with it the key was not looked at yet: deliver, then offer it again."""

    is_taken: bool = False
    scans: tuple[Scan, ...] = ()


class WedgeCollector:
    """Offer it every key; it takes those that end or correct a scan, and leaves the rest to the editor.

    Call `rest` when no key came until `due`. `seconds` is a clock that never goes back.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._open = _Keys()
        self._ended: _Ended | None = None
        #: The last letter began a new row of keys: a scan that comes out of it began here.
        self.has_begun = False

    @property
    def is_bursting(self) -> bool:
        """Keys are arriving faster than fingers."""
        return self._open.is_fast and self._seconds() - self._open.last < SCAN_GAP_SECONDS

    @property
    def due(self) -> float | None:
        """When `rest` has something to do, in the clock's seconds; None when it has nothing."""
        if self._open.count:
            return self._open.last + LATE_SECONDS
        return self._ended.keys.last + LATE_SECONDS if self._ended else None

    @property
    def ended_text(self) -> str:
        """The scan that ended and may still be corrected; "" when there is none."""
        return self._ended.keys.text if self._ended is not None else ""

    def letter(self, text: str, *, is_repeat: bool = False) -> Answer:
        """A key that writes `text`; `is_repeat` when it is held down."""
        now = self._seconds()
        self.has_begun = False
        scans = self._finished(now)
        if scans:
            return Answer(scans=scans)
        ended = self._ended
        if ended is not None and not self._open.count:
            if self._corrects(ended, text):
                ended.keys.add(text, now)
                return Answer(is_taken=True)
            if is_repeat or now - ended.keys.last >= SCAN_GAP_SECONDS:
                return Answer(scans=self.finish())
        if self._starts_anew(now) or is_repeat:
            if ended is not None and self._open.count:
                return Answer(scans=self._give_out())
            self._open = _Keys(first=now)
            self.has_begun = True
        self._open.add(text, now)
        return Answer()

    def backspace(self) -> Answer:
        """Backspace: an input method's inside or right after a scan, a person's otherwise."""
        now = self._seconds()
        scans = self._finished(now)
        if scans:
            return Answer(scans=scans)
        if self._open.count:
            if self._open.count > 1 and now - self._open.last < SCAN_GAP_SECONDS:
                self._open.take_back(now)
            else:
                self._open = _Keys()
            return Answer()
        if self._ended is None:
            return Answer()
        self._ended.keys.take_back(now)
        self._ended.owed += 1
        return Answer(is_taken=True)

    def end(self, by: End) -> Answer:
        """Enter or Tab. Taken when it ends a scan, or repeats the end of one."""
        now = self._seconds()
        scans = self._finished(now)
        if scans:
            return Answer(scans=scans)
        if self._close(by, now):
            return Answer(is_taken=True)
        if self._ended is None:
            self._open = _Keys()
            return Answer()
        if self._open.count:
            return Answer(scans=self._give_out())
        return Answer(is_taken=True)

    def rest(self) -> tuple[Scan, ...]:
        """No key came until `due`: the scans that are over."""
        due = self.due
        return self._finished(due + 0.001) if due is not None else ()

    def finish(self) -> tuple[Scan, ...]:
        """The scan that ended, without waiting for corrections: something else begins."""
        return self._give_out() if self._ended is not None and not self._open.count else ()

    def forget(self) -> None:
        """Nothing was typed so far."""
        self._open = _Keys()
        self._ended = None

    def _starts_anew(self, now: float) -> bool:
        """Between a person's key and a scanner's first there is a gap; inside a scan a short stutter may be."""
        keys = self._open
        return not keys.count or (now - keys.last >= SCAN_GAP_SECONDS and not keys.is_fast)

    def _corrects(self, ended: _Ended, text: str) -> bool:
        if unicodedata.combining(text[0]):
            return ended.keys.is_meddled
        if ended.owed:
            ended.owed -= 1
            return True
        return ended.keys.is_meddled and not text.isascii()

    def _finished(self, now: float) -> tuple[Scan, ...]:
        keys = self._open
        if keys.count and now - keys.last >= PAUSE_SECONDS and not self._close(End.PAUSE, keys.last):
            self._open = _Keys()
        if self._ended is None or self._open.count or now - self._ended.keys.last < LATE_SECONDS:
            return ()
        return self._give_out()

    def _close(self, by: End, at: float) -> bool:
        """The row of keys ends here. A line end at a scanner's speed may stand inside a code."""
        keys, before = self._open, self._ended
        if not (keys.is_fast if before else keys.is_scan):
            return False
        if before is not None:
            keys = _Keys(
                before.keys.text + "\n" + keys.text,
                before.keys.count + keys.count,
                before.keys.first,
                is_meddled=before.keys.is_meddled or keys.is_meddled,
            )
        keys.last = at
        self._ended = _Ended(keys, by)
        self._open = _Keys()
        return True

    def _give_out(self) -> tuple[Scan, ...]:
        ended, self._ended = self._ended, None
        if ended is None:
            return ()
        keys = ended.keys
        warnings = (Trouble.WARN_INPUT_METHOD,) if keys.is_meddled else ()
        spent_ms = round((keys.last - keys.first) * 1000)
        text = unicodedata.normalize("NFC", keys.text)
        return tuple(Scan(piece, Road.KEYBOARD, ended.by, spent_ms, warnings) for piece in split_scans(text))

"""Scans out of the bytes of a serial line: ended by CR, LF, both, or a pause; UTF-8 or two bytes to a letter.

A line end alone settles nothing: it may stand inside a card, and 0D is also half of a two-byte "č". So a scan is
over when the line has been quiet for a moment, a short one after a line end.
"""

from collections.abc import Callable

from bluezone_desk.devices.scanner import End, Road, Scan
from bluezone_desk.domain.identify import LONGEST_SCAN
from bluezone_desk.domain.scan_text import decoded, split_scans

#: A USB serial chip holds bytes back for up to 16 ms.
AFTER_LINE_END_SECONDS = 0.04
PAUSE_SECONDS = 0.12
#: Several scans of two bytes a letter; a line that never rests is set to another speed, or is no scanner.
MOST_BYTES = 4 * LONGEST_SCAN
_LINE_ENDS = b"\r\n"


class SerialBytes:
    """Feed it what arrives, and call `collect` when `due` comes. `seconds` is a clock that never goes back."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._held = bytearray()
        self._first = self._last = 0.0

    @property
    def due(self) -> float | None:
        """When `collect` has something to give, in the clock's seconds; None when nothing is held."""
        if not self._held:
            return None
        return self._last + (AFTER_LINE_END_SECONDS if self._is_at_line_end else PAUSE_SECONDS)

    def feed(self, data: bytes) -> None:
        """Bytes that came just now. Beyond `MOST_BYTES` they are dropped until the line rests."""
        now = self._seconds()
        if not self._held:
            self._first = now
        self._held += data[: MOST_BYTES - len(self._held)]
        self._last = now

    def collect(self) -> tuple[Scan, ...]:
        """The scans that are over by now."""
        due = self.due
        if due is None or self._seconds() < due:
            return ()
        data, by = bytes(self._held), End.LINE if self._is_at_line_end else End.PAUSE
        self.forget()
        spent_ms = round((self._last - self._first) * 1000)
        if len(data) >= MOST_BYTES:
            return (Scan(decoded(data)[: LONGEST_SCAN + 1], Road.SERIAL, by, spent_ms),)
        return tuple(Scan(text, Road.SERIAL, by, spent_ms) for text in split_scans(decoded(_without_suffix(data))))

    def forget(self) -> None:
        """Drop what came so far."""
        self._held.clear()

    @property
    def _is_at_line_end(self) -> bool:
        return self._held[-1] in _LINE_ENDS


def _without_suffix(data: bytes) -> bytes:
    """A scanner that sends two bytes a letter may still end with one-byte CR LF, which would read as a letter."""
    return data[:-2] if data.endswith(b"\r\n") and len(data) % 2 == 0 and b"\0" in data[::2] else data

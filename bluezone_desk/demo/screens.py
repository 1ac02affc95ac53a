"""Pictures of the window's pages, where Qt can draw; elsewhere a sentence says that they were left out."""

from pathlib import Path

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk


class Screens:
    """`taken` are the files written; `remarks` what has to be said about them, in whole sentences."""

    def __init__(self, desk: Desk, clock: SetClock, out: Path) -> None:
        self._desk = desk
        self._clock = clock
        self._out = out
        self.taken: list[Path] = []
        self.remarks: list[str] = []

    def take_desk(self, scanned: str) -> None:
        """The desk in the middle of its work, with this card just scanned. Raises DeskFault(OUTPUT_FAILED)."""
        try:
            from bluezone_desk.ui.navigation import PageName
            from bluezone_desk.ui.screenshots import take
        except ImportError as missing:
            if (missing.name or "").startswith("bluezone_desk"):
                raise
            said = _("Qt cannot draw here, so pictures of the window were left out: {reason}")
            self.remarks.append(said.format(reason=missing))
            return
        self.taken += take(self._desk, self._clock, self._out, pages=[PageName.DESK], scanned=scanned)

    def take_others(self) -> None:
        """The other pages, when the day is over. Raises DeskFault(OUTPUT_FAILED)."""
        if self.remarks:
            return
        from bluezone_desk.ui.navigation import PageName
        from bluezone_desk.ui.screenshots import take

        others = [page for page in PageName if page is not PageName.DESK]
        self.taken += take(self._desk, self._clock, self._out, pages=others)

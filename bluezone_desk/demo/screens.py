"""Pictures of the window's pages, where Qt can draw; without Qt a sentence says that they were left out."""

from pathlib import Path

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk

SIZE = (1366, 768)


def take_screens(desk: Desk, clock: SetClock, out: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The pictures written to `out`, and what has to be said about them."""
    try:
        from bluezone_desk.ui.screenshots import take
    except ImportError:
        return (), (_("PySide6 is not installed: pictures of the window were left out."),)
    return tuple(take(desk, clock, out, SIZE)), ()

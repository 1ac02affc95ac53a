"""Pictures of the window's pages, where Qt can draw; elsewhere a sentence says that they were left out."""

from pathlib import Path

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk


def take_screens(desk: Desk, clock: SetClock, out: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The pictures written to `out`, and what has to be said about them. Raises DeskFault(OUTPUT_FAILED)."""
    try:
        from bluezone_desk.ui.screenshots import take
    except ImportError as missing:
        if (missing.name or "").startswith("bluezone_desk"):
            raise
        return (), (
            _("Qt cannot draw here, so pictures of the window were left out: {reason}").format(reason=missing),
        )
    return take(desk, clock, out), ()

"""Whether the head stands behind whole numbers just now: asked for once, good for a short while."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.clock import Clock
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.roles import Roles
from bluezone_desk.ui.dialogs.pin import PinDialog

GOOD_FOR: Final = timedelta(minutes=5)


class HeadProof:
    """One page's proof; the page forgets it when it is left."""

    def __init__(self, window: QWidget, roles: Roles, clock: Clock) -> None:
        self._window, self._roles, self._clock = window, roles, clock
        self._proven_at: datetime | None = None

    def is_missing(self) -> bool:
        """A PIN is set, and nobody gave it within the last five minutes."""
        at, now = self._proven_at, self._clock.now()
        return (at is None or not at <= now < at + GOOD_FOR) and self._roles.has_pin()

    def ask(
        self, words: str, then: Callable[[], None], otherwise: Callable[[], None], way_out: str = ""
    ) -> PinDialog | None:
        """Do `then` at once or when the PIN was given, `otherwise` when it was not."""
        if not self.is_missing():
            then()
            return None
        title = _("Whole ID and phone numbers")
        dialog = PinDialog(title, words, self._roles.check, _("Show them"), self._window, way_out)

        def proven() -> None:
            self._proven_at = self._clock.now()
            then()

        dialog.accepted.connect(proven)
        dialog.rejected.connect(otherwise)
        dialog.open()
        return dialog

    def forget(self) -> None:
        self._proven_at = None

"""Which lines of a period are wanted: those inside, those that were helped, those seen in one state of an app."""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox

from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.wording import state_short


@dataclass(frozen=True, slots=True)
class Kind:
    """What the filter of a kind asks for; nothing at all by itself."""

    programme: str = ""
    state: CheckState | None = None
    is_inside: bool | None = None
    is_helped: bool = False


ALL, INSIDE, LEFT, HELPED = Kind(), Kind(is_inside=True), Kind(is_inside=False), Kind(is_helped=True)


class KindChoice(QComboBox):
    """Every kind in one list."""

    @property
    def kind(self) -> Kind:
        """The one chosen."""
        kind = self.currentData()
        return kind if isinstance(kind, Kind) else ALL

    def offer(self, programmes: tuple[Programme, ...]) -> None:
        """The kinds of an office that asks for these apps; what was chosen stays, where it is still offered."""
        kept = self.kind
        self.blockSignals(True)
        self.clear()
        name = programmes[0].name if len(programmes) == 1 else _("Apps")
        self.addItem(_("{what}: all").format(what=name), ALL)
        self.addItem(_("Inside now"), INSIDE)
        self.addItem(_("Left already"), LEFT)
        self.addItem(_("Helped at the desk"), HELPED)
        for programme in programmes:
            for state in CheckState:
                label = f"{programme.name}: {state_short(state).lower()}"
                self.addItem(label, Kind(programme.code, state))
        self.choose(kept)
        self.blockSignals(False)

    def choose(self, kind: Kind) -> None:
        """Choose this kind; all of them when it is not offered."""
        places = [place for place in range(self.count()) if self.itemData(place) == kind]
        self.setCurrentIndex(places[0] if places else 0)

"""What a scanned card says beside the fields: sex and birth date, to be compared with who stands there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bluezone_desk.domain.vietnamese_dates import birth_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.elided_label import ElidedLabel


class CardFacts(QWidget):
    """Read only; empty until a card was scanned. A card's code is not signed, and this says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(_("On the card (not verified)"))
        set_role(self._label, "label")
        self._facts = ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addWidget(self._facts, 1)
        self.show_facts("", "")

    def show_facts(self, sex: str, birth_date: str) -> None:
        """What the card says of the two; both "" when no card was scanned."""
        shown = {"Nam": _("Male"), "Nữ": _("Female")}.get(sex, sex)
        text = " · ".join(part for part in (shown, birth_text(birth_date) if birth_date else "") if part)
        self._facts.setText(text)
        self._label.setVisible(bool(text))
        self._facts.setVisible(bool(text))
        self.setAccessibleName(f"{self._label.text()}: {text}" if text else "")

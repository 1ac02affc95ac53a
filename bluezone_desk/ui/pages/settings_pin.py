"""The PIN of the head among the settings: kept at once, by a dialog of its own."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.roles import Roles
from bluezone_desk.ui.dialogs.pin import NewPinDialog, PinDialog
from bluezone_desk.ui.style import set_role


class PinSettings(QWidget):
    """Says whether whole numbers ask for the head, and lets the head set, change or remove the PIN."""

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = roles
        title = QLabel(_("PIN of the head"))
        set_role(title, "label")
        self.told = QLabel()
        self.told.setWordWrap(True)
        set_role(self.told, "small")
        self.set_button, self.remove_button = QPushButton(), QPushButton(_("Remove the PIN…"))
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.set_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.told)
        column.addLayout(row)
        self.set_button.clicked.connect(lambda: self.ask_new())
        self.remove_button.clicked.connect(lambda: self.ask_to_remove())
        self.show_state()

    def show_state(self) -> None:
        """What the book says now."""
        has_pin = self._roles.has_pin()
        self.told.setText(
            _("Papers and tables with whole ID and phone numbers ask for it. Hidden numbers ask for nothing.")
            if has_pin
            else _("None is set: everybody at this desk may print and export whole ID and phone numbers.")
        )
        self.set_button.setText(_("Change the PIN…") if has_pin else _("Set a PIN…"))
        self.remove_button.setVisible(has_pin)

    def ask_new(self) -> NewPinDialog:
        dialog = NewPinDialog(self._roles.has_pin(), self._roles.set_pin, self.window())
        dialog.accepted.connect(self.show_state)
        dialog.open()
        return dialog

    def ask_to_remove(self) -> PinDialog:
        words = _("After this everybody at this desk may print and export whole ID and phone numbers.")
        button = _("Remove the PIN")
        dialog = PinDialog(button, words, self._roles.remove_pin, button, self.window())
        dialog.accepted.connect(self.show_state)
        dialog.open()
        return dialog

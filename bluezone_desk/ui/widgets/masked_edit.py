"""A number that is shown masked while nobody edits it, so that the next in the queue cannot read it."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class MaskedEdit(QLineEdit):
    """Holds the whole value; shows `mask(value)` when the focus is elsewhere."""

    def __init__(self, mask: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mask = mask
        self._value = ""

    def value(self) -> str:
        """The whole value, whether masked on the screen or being typed."""
        return self.text().strip() if self.hasFocus() else self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self.setText(value if self.hasFocus() else self._mask(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setText(self._value)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._value = self.text().strip()
        # The base class tells of the edit first: its listeners read the whole value.
        super().focusOutEvent(event)
        self.setText(self._mask(self._value))

"""A key, drawn beside the action it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from bluezone_desk.ui.style import set_role


class KeyCap(QLabel):
    """Seen only: a screen reader hears the key in the name of its control."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        set_role(self, "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

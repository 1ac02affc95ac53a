"""One field of a form: its name above, what is wrong with it below, and never a rewrite while it is typed in."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bluezone_desk.ui.style import set_role, set_tone

Control = TypeVar("Control", bound=QWidget)


class LabelledField(QWidget, Generic[Control]):
    """A control with its label, which is also its accessible name."""

    def __init__(self, label: str, control: Control, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        self._name = name = QLabel(label)
        name.setBuddy(control)
        name.setWordWrap(True)
        set_role(name, "label")
        control.setAccessibleName(label)
        self._below = QLabel()
        self._below.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(control)
        column.addWidget(self._below)
        column.addStretch(1)
        self.show_problem("")

    @property
    def problem(self) -> str:
        return self._below.text() if self.control.property("tone") == "bad" else ""

    def rename(self, label: str) -> None:
        """Call the field something else, on the screen and to screen readers."""
        self._name.setText(label)
        self.control.setAccessibleName(label)

    def show_hint(self, hint: str) -> None:
        """Change the quiet line below the control."""
        self._hint = hint
        self.show_problem(self.problem)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong at the field itself; "" when nothing is."""
        text = sentence or self._hint
        set_role(self._below, "problem" if sentence else "small")
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        set_tone(self.control, "bad" if sentence else "")

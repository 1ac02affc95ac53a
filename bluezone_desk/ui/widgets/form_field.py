"""One field of the desk's form: label and doubt share a line, so that a warning never moves the fields below."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.widgets.elided_label import ElidedLabel

Control = TypeVar("Control", bound=QWidget)


class FormField(QWidget, Generic[Control]):
    """A control, its label (also its accessible name), and what is wrong or doubtful about it."""

    def __init__(self, label: str, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._label = ElidedLabel(label)
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._label.setBuddy(control)
        set_role(self._label, "label")
        self._said = ElidedLabel()
        self._told = ("", "", "", "unset")
        control.setAccessibleName(label.rstrip(" *"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._label)
        line.addWidget(self._said, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(control)
        self.show_nothing()

    @property
    def said(self) -> str:
        """What stands beside the label now."""
        return self._said.text()

    def show_problem(self, words: str, sentence: str = "") -> None:
        """Say why the field keeps the visitor from being recorded; the sentence is in the tool tip."""
        self._say(words, sentence, "problem", "bad")

    def show_doubt(self, words: str, sentence: str = "") -> None:
        """Say what should be looked at; it keeps nobody out."""
        self._say(words, sentence, "doubt", "warn")

    def show_nothing(self) -> None:
        """Take back whatever was said."""
        self._say("", "", "doubt", "")

    def _say(self, words: str, sentence: str, role: str, tone: str) -> None:
        told = (words, sentence, role, tone)
        if told == self._told:
            return
        self._told = told
        self._said.say(words)
        self._said.setVisible(bool(words))
        self.control.setToolTip(sentence)
        set_role(self._said, role, tone)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        set_tone(self.control, tone)
        self.control.setAccessibleDescription(sentence or words)

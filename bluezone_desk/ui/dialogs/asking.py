"""The skeleton of the program's dialogs: a title, what it is about, a body, what is wrong, and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme


class AskingDialog(QDialog):
    """Opened over the window without stopping it; Esc leaves everything as it was."""

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        heading = QLabel(title)
        set_role(heading, "big")
        self.words = QLabel(words)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.words, "faint")
        self.words.setVisible(bool(words))
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._problem, "problem")
        self._problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().room(10))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(theme().room(10))
        for widget in (heading, self.words):
            column.addWidget(widget)
        column.addLayout(self.body, 1)
        column.addWidget(self._problem)
        rule = QFrame()
        set_role(rule, "rule")
        column.addWidget(rule)
        column.addLayout(self.buttons)

    @property
    def problem(self) -> str:
        """What is said to be wrong now."""
        return self._problem.text()

    def say_problem(self, sentence: str) -> None:
        """Say why nothing was done; "" takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def add_button(self, text: str, act: Callable[[], object], *, role: str = "") -> QPushButton:
        """One more button, from left to right; Enter presses the one whose role is primary."""
        button = QPushButton(text)
        button.setAutoDefault(role == "primary")
        button.setDefault(role == "primary")
        if role:
            set_role(button, role)
        button.clicked.connect(lambda: act())
        self.buttons.addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> QPushButton:
        """The way out that changes nothing."""
        return self.add_button(text or _("Cancel"), self.reject)

    def fit_to(self, width_px: int, height_px: int = 0) -> None:
        """Ask for this size of the design, never more than the window has."""
        fit(self, width_px, height_px)


def fit(dialog: QDialog, width_px: int, height_px: int = 0) -> None:
    """Give a dialog this size of the design, at most what its window has; height 0 is what it needs."""
    worn, window = theme(), dialog.parentWidget()
    room = window.window().size() if window is not None else dialog.screen().availableSize()
    height = worn.px(height_px) or dialog.sizeHint().height()
    dialog.resize(min(worn.px(width_px), room.width() - 40), min(height, room.height() - 40))

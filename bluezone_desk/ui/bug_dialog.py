"""The dialog of a bug: says that the desk goes on, and hands over the details."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.style import set_role


class BugDialog(QDialog):
    """Shown without stopping the window; a second bug waits for its turn."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in the program"))
        self._details = details
        text = QLabel(sentence(Trouble.BUG))
        text.setWordWrap(True)
        trace = QPlainTextEdit(details)
        trace.setReadOnly(True)
        trace.setAccessibleName(_("Details"))
        copy = QPushButton(_("Copy details"))
        copy.clicked.connect(self.copy_details)
        close = QPushButton(_("Go on working"))
        set_role(close, "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(text)
        column.addWidget(trace, 1)
        column.addLayout(buttons)
        self.resize(640, 380)

    def copy_details(self) -> None:
        """Put versions and trace on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)

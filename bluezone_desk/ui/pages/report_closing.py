"""Whether the day's report is produced by itself, when, and into which folder."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.closing_papers import ClosingChoice, closing_choice, closing_memory, remember_choice
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.qt_texts import speak_our_language

#: Minutes of the day that are offered, every quarter of an hour.
_TIMES = (11 * 60, 24 * 60, 15)

AskFolder = Callable[[QWidget, Path], Path | None]


def ask_folder(window: QWidget, suggested: Path) -> Path | None:
    """Ask for a folder; None when the user thought better of it."""
    speak_our_language()
    chosen = QFileDialog.getExistingDirectory(window, _("Folder for the reports"), str(suggested))
    return Path(chosen) if chosen else None


class ClosingSettings(SettingsForm):
    """Kept on this computer as soon as it is chosen: the folder is this computer's."""

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget | None = None) -> None:
        words = _("The report of the day as PDF and Word, without anybody asking. For this computer only.")
        super().__init__(_("Reports at closing time"), words, parent)
        self._clock = clock
        self._kept = closing_memory(desk)
        self.ask_folder: AskFolder = ask_folder
        self.is_on = QCheckBox(_("Produce the report of the day by itself"))
        self.at = QComboBox()
        self.at.addItems([f"{minutes // 60:02}:{minutes % 60:02}" for minutes in range(*_TIMES)])
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.choose = QPushButton(_("Choose…"))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self.add_widget(self.is_on)
        self.add(
            _("Closing time"),
            self.at,
            hint=_("A day missed while the program was off is made up at the next start."),
        )
        self._folder_field = self.add(_("Folder for the reports"), held, is_wide=True)
        self.folder.setAccessibleName(_("Folder for the reports"))
        self.show_office(Office())
        self.choose.clicked.connect(self._choose)
        self.is_on.toggled.connect(self._toggled)
        self.at.activated.connect(lambda: self._keep())

    def show_office(self, office: Office) -> None:
        """Nothing here belongs to the office: what this computer remembers is shown."""
        choice = closing_choice(self._kept)
        self.is_on.blockSignals(True)
        self.is_on.setChecked(choice.is_on)
        self.is_on.blockSignals(False)
        at = f"{choice.at:%H:%M}"
        if self.at.findText(at) < 0:
            self.at.addItem(at)
        self.at.setCurrentText(at)
        self.folder.setText(str(choice.folder) if choice.folder else "")
        self._say_folder()

    @property
    def folder_problem(self) -> str:
        return self._folder_field.problem

    def read_into(self, office: Office) -> Office:
        return office

    def _toggled(self, is_on: bool) -> None:
        if is_on and not self.folder.text():
            self._choose()
        self._keep()

    def _choose(self) -> None:
        folder = self.ask_folder(self, Path(self.folder.text()) if self.folder.text() else remembered.folder())
        if folder is not None:
            self.folder.setText(str(folder))
            self._keep()

    def _keep(self) -> None:
        at, folder = time.fromisoformat(self.at.currentText()), self.folder.text()
        choice = ClosingChoice(self.is_on.isChecked(), at, Path(folder) if folder else None)
        remember_choice(self._kept, choice, self._clock.now())
        self._say_folder()

    def _say_folder(self) -> None:
        is_missing = self.is_on.isChecked() and not self.folder.text()
        self._folder_field.show_problem(
            _("Choose a folder: until then nothing is produced.") if is_missing else ""
        )

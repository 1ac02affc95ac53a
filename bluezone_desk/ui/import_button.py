"""The button that opens the import dialog, once at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.import_dialog import ImportDialog
    from bluezone_desk.ui.task_runner import Runner


class ImportButton(QPushButton):
    """The dialog stands beside the window: the desk can go on while a long table is read."""

    #: Visits were recorded, with their `ImportCounts`, or taken back, with None.
    recorded = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(_("Import from Excel…"), parent)
        self._desk, self._runner = desk, runner
        self.dialog: ImportDialog | None = None
        self.clicked.connect(self.open_dialog)

    def open_dialog(self) -> None:
        """Show the dialog, the one that is open already if there is one."""
        from bluezone_desk.ui.import_dialog import ImportDialog

        if self.dialog is None or not self.dialog.isVisible():
            if self.dialog is not None:
                self.dialog.deleteLater()
            self.dialog = ImportDialog(self._desk, self._runner, self.window())
            self.dialog.recorded.connect(self.recorded)
            self.dialog.show()
        self.dialog.activateWindow()

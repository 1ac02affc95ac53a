"""Exactly the lines that are listed, as a workbook or a table of comma separated values."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.saving import file_name
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.task_runner import Runner

Form = Callable[[tuple[VisitLine, ...], tuple[Programme, ...], str], bytes]
_STEM, _TITLE = "so-ra-vao", "Sổ ra vào"


class BookExport(QObject):
    """One button with a choice of forms; it is off while there is nothing to write."""

    def __init__(self, window: QWidget, desk: Desk, runner: Runner) -> None:
        super().__init__(window)
        self._desk = desk
        self.outlet = PaperOutlet(window, runner)
        self.button = QPushButton(_("Export"))
        set_role(self.button, "menu")
        forms = QMenu(self.button)
        forms.addAction(_("Excel workbook") + "\tCtrl+E", self.save_xlsx)
        forms.addAction(_("CSV table"), self.save_csv)
        self.button.setMenu(forms)
        self.outlet.busy_changed.connect(self._set_busy)
        self._lines: tuple[VisitLine, ...] = ()
        self._days: tuple[date | None, date | None] = (None, None)
        self._set_busy(False)

    def set_found(self, lines: tuple[VisitLine, ...], first: date, last: date) -> None:
        """These are the lines listed now."""
        self._lines, self._days = lines, (first, last)
        self._set_busy(False)

    def save_xlsx(self) -> None:
        from bluezone_desk.paper.workbook import visits_xlsx

        self._save(visits_xlsx, "xlsx")

    def save_csv(self) -> None:
        from bluezone_desk.paper.workbook import visits_csv

        self._save(visits_csv, "csv")

    def _save(self, form: Form, ending: str) -> None:
        if not self._lines:
            return
        lines, programmes = self._lines, self._desk.settings.office().programmes
        name = file_name(_STEM, self._days[0], ending, self._days[1])
        self.outlet.save_made(lambda report: form(lines, programmes, _TITLE), name)

    def _set_busy(self, is_busy: bool) -> None:
        self.button.setEnabled(bool(self._lines) and not is_busy)

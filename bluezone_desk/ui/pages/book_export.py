"""Exactly the lines that are listed, as a workbook or a table of comma separated values."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bluezone_desk.domain.book_page import BookSort
from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.masking import masked_numbers
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.saving import file_name
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.head_proof import HeadProof
from bluezone_desk.ui.pages.book_lines import StreamedLines
from bluezone_desk.ui.pages.book_search import Found
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.task_runner import Report, Runner

Form = Callable[[Sequence[VisitLine], tuple[Programme, ...], str], bytes]
_STEM, _TITLE = "so-ra-vao", "Sổ ra vào"


class BookExport(QObject):
    """One button with a choice of forms; it is off while there is nothing to write."""

    def __init__(self, window: QWidget, desk: Desk, runner: Runner, clock: Clock) -> None:
        super().__init__(window)
        self._desk = desk
        self.outlet = PaperOutlet(window, runner)
        self.head = HeadProof(window, desk.roles, clock)
        self.button = QPushButton(_("Export"), window)
        set_role(self.button, "menu")
        forms = QMenu(self.button)
        forms.addAction(_("Excel workbook") + "\tCtrl+E", self.save_xlsx)
        forms.addAction(_("CSV table"), self.save_csv)
        self.button.setMenu(forms)
        self.outlet.busy_changed.connect(self._set_busy)
        self.stop = QPushButton(window)
        self.stop.clicked.connect(self._cancel)
        self.outlet.progressed.connect(self._show_progress)
        self._found: Found | None = None
        self._days: tuple[date | None, date | None] = (None, None)
        self._set_busy(False)

    def set_found(self, found: Found, first: date, last: date) -> None:
        """These are the lines listed now."""
        self._found, self._days = found, (first, last)
        self._set_busy(False)

    def save_xlsx(self) -> None:
        from bluezone_desk.paper.workbook import visits_xlsx

        self._ask(visits_xlsx, "xlsx")

    def save_csv(self) -> None:
        from bluezone_desk.paper.workbook import visits_csv

        self._ask(visits_csv, "csv")

    def _ask(self, form: Form, ending: str) -> None:
        """Whole numbers are the head's to give out; without the PIN the file has them hidden in part."""
        words = _("Without the PIN the file has its ID and phone numbers hidden in part.")

        def whole() -> None:
            self._save(form, ending, is_masked=False)

        def masked() -> None:
            self._save(form, ending, is_masked=True)

        if self._found is not None and self._found.count:
            self.head.forget()
            self.head.ask(words, whole, masked, _("Without the PIN"))

    def _save(self, form: Form, ending: str, *, is_masked: bool) -> None:
        found = self._found
        if found is None or not found.count:
            return
        programmes, visits = self._desk.settings.office().programmes, self._desk.visits
        name = file_name(_STEM, self._days[0], ending, self._days[1])

        def make(report: Report) -> bytes:
            """Each walk over the lines tells how far it is, and ends when it was stopped."""

            def chunks() -> Iterator[tuple[VisitLine, ...]]:
                done = 0
                for lines in visits.select_chunks(found.wanted, BookSort.OLDEST):
                    yield tuple(map(masked_numbers, lines)) if is_masked else lines
                    done += len(lines)
                    report(done, found.count)

            return form(StreamedLines(visits.count(found.wanted), chunks), programmes, _TITLE)

        self.outlet.save_made(make, name)

    def _show_progress(self, done: int, total: int) -> None:
        share = 100 * min(done, total) // max(1, total)
        self.stop.setText(_("{percent}% written · stop").format(percent=share))

    def _cancel(self) -> None:
        self.outlet.cancel()
        self._set_busy(False)

    def _set_busy(self, is_busy: bool) -> None:
        self.button.setEnabled(self._found is not None and bool(self._found.count))
        self.button.setVisible(not is_busy)
        self.stop.setVisible(is_busy)
        self.stop.setText(_("Stop"))

"""A whole import taken back from the window: which one, why, and off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.ui.dialogs.reason import ReasonDialog
from bluezone_desk.ui.import_words import days_between
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.paper_outlet import notice_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.import_results import ImportRecord
    from bluezone_desk.services.import_visits import Imports
    from bluezone_desk.ui.task_runner import Runner


class ImportTakingBack(QObject):
    """`taken_back` once the lines are voided; `noticed` says so, or why not."""

    taken_back = Signal()
    noticed = Signal(object)

    def __init__(self, window: QWidget, imports: Imports, runner: Runner) -> None:
        super().__init__(window)
        self._window, self._imports, self._runner = window, imports, runner

    def ask(self, find: Callable[[], ImportRecord | None]) -> None:
        """Ask why the import that `find` names is taken back, then do it."""
        self._runner.run(lambda _report: find(), self._open, self._failed)

    def _open(self, record: ImportRecord | None) -> None:
        if record is None:
            self.noticed.emit(Notice(_("This line was not imported, or its import was taken back."), "", "warn"))
            return
        words = _(
            "{visits} of {days} ({reason}) are struck out in the book, and people whom only this import named are"
            " found no more. Visits recorded at the desk stay. The file can be imported again afterwards."
        )
        count = ngettext("{count} visit", "{count} visits", record.visits).format(count=number_text(record.visits))
        days = days_between(record.first_day, record.last_day)
        dialog = ReasonDialog(
            _("Take back the whole import"),
            words.format(visits=count, days=days, reason=record.reason),
            (_("Wrong columns"), _("Wrong file"), _("Imported twice")),
            _("Take back the import"),
            lambda reason: self._take_back(record.source, reason),
            self._window,
        )
        dialog.open()

    def _take_back(self, source: str, reason: str) -> None:
        self.noticed.emit(Notice(_("Taking back the import…")))
        self._runner.run(
            lambda report: self._imports.take_back(source, reason, progress=report), self._done, self._failed
        )

    def _done(self, outcome: int | Refused) -> None:
        if isinstance(outcome, Refused):
            self.noticed.emit(Notice(problem_sentence(outcome.problems[0]), "", "warn"))
            return
        words = ngettext("{count} visit was taken back.", "{count} visits were taken back.", outcome)
        self.noticed.emit(Notice(words.format(count=number_text(outcome)), "", "good", seconds=15))
        self.taken_back.emit()

    def _failed(self, error: BaseException) -> None:
        self.noticed.emit(notice_for(error))

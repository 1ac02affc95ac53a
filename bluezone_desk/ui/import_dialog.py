"""The dialog that takes over another visitor book in three steps. It never blocks the desk, which works on.

Reading and looking happen off the window's thread without the book's lock. Recording takes the lock, and gives it
back at once when the desk wants to write, to begin anew afterwards.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_rows import ImportWish, default_reason, source_of
from bluezone_desk.domain.import_table import demand_name, look_at, most_likely
from bluezone_desk.domain.names import clean_name
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui import remembered
from bluezone_desk.ui.dialogs.asking import fit
from bluezone_desk.ui.import_columns_step import ImportColumnsStep
from bluezone_desk.ui.import_file_step import ImportFileStep
from bluezone_desk.ui.import_result_step import ImportResultStep
from bluezone_desk.ui.import_taking_back import ImportTakingBack
from bluezone_desk.ui.notices import NoticeBar, notice_of
from bluezone_desk.ui.paper_outlet import notice_for
from bluezone_desk.ui.style import set_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.import_results import ImportCounts
    from bluezone_desk.paper.book_reading import BookFile
    from bluezone_desk.services.import_visits import Judged
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.task_runner import Report, Runner

_FILE, _COLUMNS, _RESULT = range(3)
WIDTH_PX, HEIGHT_PX = 860, 640


class ImportDialog(QDialog):
    """`recorded` comes once visits are in the book, with their counts; with None when they were taken back."""

    recorded = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import a visitor book"))
        self._desk, self._runner = desk, runner
        self._book: BookFile | None = None
        self._judged: Judged | None = None
        self._is_recorded = False
        self._stop = Event()
        self._is_busy = False
        programmes = desk.settings.office().programmes
        self.files = ImportFileStep()
        self.columns = ImportColumnsStep(programmes)
        self.results = ImportResultStep()
        self.steps = QStackedWidget()
        self.notices = NoticeBar()
        self.where = QLabel()
        self.progress = QProgressBar()
        self.counted = QLabel()
        self.back, self.go_on, self.leave = QPushButton(_("Back")), QPushButton(), QPushButton(_("Close"))
        self.taking_back = ImportTakingBack(self, desk.imports, runner)
        self._lay_out()
        self.files.file_chosen.connect(self._read)
        self.results.skip.toggled.connect(lambda _on: self._show_buttons())
        self.back.clicked.connect(lambda: self._show_step(self.steps.currentIndex() - 1))
        self.go_on.clicked.connect(self._go_on)
        self.leave.clicked.connect(self._leave)
        self.results.take_back.clicked.connect(self._take_back)
        self.taking_back.noticed.connect(self.notices.show_notice)
        self.taking_back.taken_back.connect(self._was_taken_back)
        self._show_step(_FILE)

    def reject(self) -> None:
        """Esc stops the work that runs, and closes when none does."""
        self._leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop.set()
        event.accept()

    def _read(self, path: Path) -> None:
        self._book = None
        self.files.forget()
        programmes = self._desk.settings.office().programmes

        def work(report: Report) -> tuple[BookFile, int]:
            from bluezone_desk.paper.book_reading import read_book

            book = read_book(path)
            return book, most_likely([sheet.rows for sheet in book.sheets], programmes)

        def done(found: tuple[BookFile, int]) -> None:
            self._book = found[0]
            remembered.remember_folder(path.parent)
            self.files.show_book(*found)
            self._rest()
            self.go_on.setFocus()

        self._run(work, done, _("Reading the file…"))

    def _look(self) -> None:
        book, place = self._book, self.files.sheet.currentIndex()
        if book is None or place < 0:
            return
        sheet, programmes = book.sheets[place], self._desk.settings.office().programmes

        def done(look: object) -> None:
            from bluezone_desk.domain.import_table import FirstLook

            assert isinstance(look, FirstLook)
            self.columns.show_table(sheet.rows, look, default_reason(book.name))
            self._rest()
            self._show_step(_COLUMNS)
            if not look.is_sure:
                self.notices.show_notice(notice_of(DeskFault(Trouble.IMPORT_HEADINGS_MISSING)))

        self._run(lambda report: look_at(sheet.rows, programmes), done, _("Looking at the columns…"))

    def _judge(self) -> None:
        book, columns = self._book, self.columns.columns()
        if book is None or columns is None:
            return
        self.columns.reason_field.show_problem("")
        if not clean_name(self.columns.reason.text()):
            self.columns.reason_field.show_problem(sentence(Trouble.TIME_WITHOUT_REASON))
            self.columns.reason.setFocus()
            return
        try:
            demand_name(columns)
        except DeskFault as fault:
            self.notices.show_notice(notice_of(fault))
            return
        sheet = book.sheets[self.files.sheet.currentIndex()]
        wish = ImportWish(
            columns,
            self.columns.reason.text(),
            source_of(book.digest, sheet.name),
            self.columns.encoding,
            exits_estimated=self.columns.estimate.isChecked(),
        )

        def done(judged: Judged) -> None:
            self._judged = judged
            self.results.show_judged(judged.counts, judged.bad)
            self._rest()
            self._show_step(_RESULT)

        imports = self._desk.imports
        self._run(
            lambda report: imports.judge(sheet.rows, wish, is_cut=sheet.is_cut, progress=report),
            done,
            _("Looking at the rows…"),
        )

    def _record(self) -> None:
        judged = self._judged
        if judged is None:
            return

        def done(counts: ImportCounts) -> None:
            self._is_recorded = True
            self.results.show_recorded(counts, len(judged.bad))
            self._rest()
            self._show_step(_RESULT)
            self.recorded.emit(counts)

        imports, is_partial = self._desk.imports, self.results.skip.isChecked()
        self._run(
            lambda report: imports.record(judged, without_bad=is_partial, progress=report),
            done,
            _("Recording the visits…"),
            is_final=True,
        )

    def _take_back(self) -> None:
        if self._judged is not None:
            self.taking_back.ask(partial(self._desk.imports.of_source, self._judged.source))

    def _was_taken_back(self) -> None:
        """Nothing of it stands: the columns can be chosen otherwise, and the file imported again."""
        self._judged, self._is_recorded = None, False
        self._show_step(_COLUMNS)
        self.recorded.emit(None)

    def _run(
        self, work: Callable[[Report], object], done: Callable[..., None], words: str, *, is_final: bool = False
    ) -> None:
        """Off the window's thread. What was written before it could be stopped is said to be written."""
        self._stop = stop = Event()
        self.notices.dismiss()
        self._is_busy = True
        self.counted.setText(words)
        self.progress.setRange(0, 0)
        self._show_buttons()

        def stoppable(report: Report) -> object:
            def tell(count: int, total: int) -> None:
                if stop.is_set():
                    raise DeskFault(Trouble.WORK_CANCELLED)
                report(count, total)

            return work(tell)

        def finished(result: object) -> None:
            if stop.is_set() and not is_final:
                self._rest()
            else:
                done(result)

        def failed(error: BaseException) -> None:
            self._rest()
            self.notices.show_notice(notice_for(error))

        def progress(count: int, total: int) -> None:
            self.progress.setRange(0, total)
            self.progress.setValue(count)

        self._runner.run(stoppable, finished, failed, progress)

    def _rest(self) -> None:
        self._is_busy = False
        self.counted.setText("")
        self._show_buttons()

    def _go_on(self) -> None:
        (self._look, self._judge, self._record)[self.steps.currentIndex()]()

    def _leave(self) -> None:
        if self._is_busy:
            self._stop.set()
        else:
            self.accept()

    def _show_step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        names = (_("1. File"), _("2. Columns"), _("3. Result"))
        self.where.setText("   ›   ".join(names[: step + 1]))
        self._show_buttons()
        (self.files.choose, self.columns.reason, self.go_on)[step].setFocus()

    def _show_buttons(self) -> None:
        step, is_busy = self.steps.currentIndex(), self._is_busy
        self.steps.setEnabled(not is_busy)
        self.progress.setVisible(is_busy)
        self.counted.setVisible(is_busy)
        self.leave.setText(_("Stop") if is_busy else _("Close"))
        self.back.setVisible(step > _FILE and not self._is_recorded)
        self.back.setEnabled(not is_busy)
        self.go_on.setVisible(not self._is_recorded)
        self.go_on.setText(_("Record these visits") if step == _RESULT else _("Continue"))
        has_rows = self._judged is not None and self._judged.counts.good > 0
        can = (self._book is not None, True, has_rows and self.results.may_record)[step]
        self.go_on.setEnabled(can and not is_busy)

    def _lay_out(self) -> None:
        for step in (self.files, self.columns, self.results):
            self.steps.addWidget(step)
        set_role(self.where, "heading")
        set_role(self.go_on, "primary")
        self.go_on.setDefault(True)
        set_role(self.counted, "faint")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.counted)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.where)
        column.addWidget(self.notices)
        column.addWidget(self.steps, 1)
        column.addWidget(self.progress)
        column.addLayout(buttons)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        fit(self, WIDTH_PX, HEIGHT_PX)

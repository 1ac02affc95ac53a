"""The report page: options on the left, the very paper that prints on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bluezone_desk.domain.clock import Clock, office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import Refused, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.producing.make import MadePaper, make_paper, record_paper
from bluezone_desk.producing.order import SIGNED, PaperKind
from bluezone_desk.sentences import problem_sentence, sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.commands import Command, keyed
from bluezone_desk.ui.head_proof import HeadProof
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.report_options import ReportOptions
from bluezone_desk.ui.pages.report_progress import ReportProgress
from bluezone_desk.ui.paper_outlet import PaperOutlet, notice_for
from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.task_runner import Report, Runner


class ReportPage(Page):
    """Makes the paper anew with every change; prints and saves only the paper of the last options."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        self.options = ReportOptions(desk.settings.office(), office_day(clock.now()))
        self.head = HeadProof(self, desk.roles, clock)
        self.preview = PdfPreview()
        self.progress = ReportProgress()
        self.outlet = PaperOutlet(self, runner)
        self.making = LatestTask(runner, self)
        self._shown: MadePaper | None = None
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.options)
        row.addLayout(right, 1)
        self._connect()
        self._bind_keys()

    def entered(self) -> None:
        """Figures may have moved on; the paper is made anew."""
        self.options.set_today(office_day(self.clock.now()))
        self.ask()
        self.options.focus_kind()

    def left(self) -> None:
        self.head.forget()
        if self.head.is_missing():
            self.options.keep_masked("")
            self.options.contacts = None
        self.making.forget()
        self.progress.end()

    def refresh(self) -> None:
        self.ask()

    def office_updated(self) -> None:
        self.options.set_office(self.desk.settings.office())

    def ticked(self) -> None:
        self._mask_without_head()
        self.options.set_today(office_day(self.clock.now()))

    def take_over(self, before: Page) -> None:
        assert isinstance(before, ReportPage)
        self.options.take_over(before.options)
        self.making.forget()

    def open_part(self, part: str) -> None:
        self.options.choose_kind(PaperKind(part))
        self.options.focus_kind()

    def commands(self) -> tuple[Command, ...]:
        return (
            keyed(Keys.PRINT, self.print_paper, _("Print the paper")),
            Command(_("Save PDF"), self.save_pdf, "Ctrl+S"),
            Command(_("Save Word"), self.save_docx),
            Command(_("Save Excel"), self.save_xlsx),
        )

    def ask(self) -> None:
        """Make the paper of the present options."""
        if self._mask_without_head():
            return
        desk, order, now = self.desk, self.options.order(), self.clock.now()
        if order.kind is PaperKind.CONTACTS:
            self.options.contact.show_lines(desk.visits.on_day(self.options.days.first.day()))
            if order.contacts is None:
                self._wait_for_contacts()
                return
        self.making.ask(lambda report: make_paper(desk, order, ".pdf", now, report))

    def start_contacts(self, line: VisitLine) -> None:
        """The list of contacts of this visit: all is chosen but the reason and who approved it."""
        self.options.choose_contacts(line, self.desk.visits.on_day(line.day))

    def ask_contacts(self) -> None:
        """Ask for the list of contacts, which holds whole numbers."""
        refused = sentence(Trouble.PIN_NEEDED)
        self.head.ask(_pin_words(), self._find_contacts, lambda: self.options.contact.show_problem("", refused))

    def _find_contacts(self) -> None:
        """The request is journaled with its reason, whether the list is printed or not."""
        fields = self.options.contact
        try:
            found = self.desk.reports.contacts(
                fields.visit_id, fields.told_reason, fields.told_approver, minutes=fields.minutes.value()
            )
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        if isinstance(found, Refused):
            problem = found.problems[0]
            fields.show_problem(problem.field, problem_sentence(problem))
            return
        fields.show_problem("", "")
        self.options.contacts = found
        self.ask()

    def print_paper(self) -> None:
        self._mask_without_head()
        title = self.options.order().title
        self.making.when_fresh(lambda: self.outlet.print(self.preview.pdf, title, self._record_shown))

    def save_pdf(self) -> None:
        self._mask_without_head()
        name = self.options.order().name("pdf")
        self.making.when_fresh(lambda: self.outlet.save(self.preview.pdf, name, self._record_shown))

    def save_docx(self) -> None:
        self._save_as(".docx")

    def save_xlsx(self) -> None:
        self._save_as(".xlsx")

    def stop(self) -> None:
        """Stop what takes too long; nothing half-written is left."""
        if self.making.is_fresh:
            self.outlet.cancel()
        else:
            self.making.forget()
            self.preview.show_message(_("Stopped. Change an option, or press F4 to make the paper."))
            self._shown = None
        self.progress.end()

    def _save_as(self, ending: str) -> None:
        self._mask_without_head()
        desk, order, now = self.desk, self.options.order(), self.clock.now()
        if order.kind is PaperKind.CONTACTS and order.contacts is None:
            return
        made: list[MadePaper] = []

        def make(report: Report) -> bytes:
            made.append(make_paper(desk, order, ending, now, report))
            return made[-1].content

        self.outlet.save_made(make, order.name(ending), lambda: self._record(made[-1]))

    def _ask_whole(self) -> None:
        self.head.ask(_pin_words(), self.options.show_whole, self._stay_masked)

    def _stay_masked(self) -> None:
        self.options.keep_masked(_("Numbers stay hidden in part: the PIN of the head was not given."))

    def _mask_without_head(self) -> bool:
        """The head's word has run out while whole numbers are shown: the paper is made anew without them."""
        is_whole = self.options.contacts is not None or not self.options.masked.isChecked()
        if not is_whole or not self.head.is_missing():
            return False
        self.options.contacts = None
        self.options.keep_masked(_("Numbers are hidden in part again: the PIN counts for five minutes."))
        self.ask()
        return True

    def _record_shown(self) -> None:
        if self._shown is not None:
            self._record(self._shown)

    def _record(self, made: MadePaper) -> None:
        """The paper has left: its digest goes into the journal, its people are offered with the next."""
        if made.kind in SIGNED:
            self.options.head.remember()
        try:
            record_paper(self.desk, made)
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))

    def _wait_for_contacts(self) -> None:
        self.making.forget()
        self._shown = None
        self.preview.show_message(
            _(
                "Choose the visitor, say why the list is needed and who approved it, then press “Make the list”."
                " The request is written into the journal."
            )
        )
        self.options.set_exits_enabled(False)

    def _connect(self) -> None:
        self.options.changed.connect(self.ask)
        self.options.whole_asked.connect(self._ask_whole)
        self.options.contact.asked.connect(self.ask_contacts)
        self.making.started.connect(self._working)
        self.making.progressed.connect(self.progress.show_progress)
        self.making.made.connect(self._show)
        self.making.failed.connect(self._failed)
        self.outlet.noticed.connect(self.noticed)
        self.outlet.busy_changed.connect(self._set_busy)
        self.outlet.progressed.connect(self.progress.show_progress)
        self.progress.stopped.connect(self.stop)
        self.options.print.clicked.connect(self.print_paper)
        self.options.save_pdf.clicked.connect(self.save_pdf)
        self.options.save_docx.clicked.connect(self.save_docx)
        self.options.save_xlsx.clicked.connect(self.save_xlsx)

    def _bind_keys(self) -> None:
        days = self.options.days
        for key, action in (
            ("Ctrl+P", self.print_paper),
            ("Ctrl+S", self.save_pdf),
            ("Alt+T", days.choose_today),
            ("Alt+Y", days.choose_yesterday),
            ("Alt+PgUp", lambda: self.preview.pages.go_to(self.preview.pages.page - 1)),
            ("Alt+PgDown", lambda: self.preview.pages.go_to(self.preview.pages.page + 1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)
        escape = QShortcut(QKeySequence("Esc"), self.progress, self.stop)
        escape.setContext(Qt.ShortcutContext.WindowShortcut)

    def _working(self) -> None:
        self.preview.show_working()
        self.progress.begin(_("Making the paper…"))

    def _show(self, made: MadePaper) -> None:
        self._shown = made
        self.progress.end()
        self.preview.show_pdf(made.content, _("form of Decree 30/2020/NĐ-CP") if made.kind in SIGNED else "")
        self._set_busy(False)

    def _failed(self, error: BaseException) -> None:
        self._shown = None
        self.progress.end()
        notice = notice_for(error)
        self.preview.show_message("\n\n".join(part for part in (notice.title, notice.body) if part))
        self.noticed.emit(notice)
        for button in (self.options.print, self.options.save_pdf):
            button.setEnabled(False)

    def _set_busy(self, is_busy: bool) -> None:
        self.options.set_exits_enabled(not is_busy)
        if is_busy:
            self.progress.begin(_("Making the file…"))
        else:
            self.progress.end()


def _pin_words() -> str:
    return _("The PIN counts until this page is left, five minutes at most.")

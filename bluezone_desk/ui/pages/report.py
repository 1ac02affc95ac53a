"""The report page: options on the left, the very paper that prints on the right."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bluezone_desk.domain.clock import Clock, office_day
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.report_making import Kind, make_docx, make_pdf, make_xlsx
from bluezone_desk.ui.pages.report_options import ReportOptions
from bluezone_desk.ui.paper_outlet import PaperOutlet, notice_for
from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.task_runner import Runner


class ReportPage(Page):
    """Makes the paper anew with every change; prints and saves only the paper of the last options."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        self.options = ReportOptions(desk.settings.office(), office_day(clock.now()))
        self.preview = PdfPreview()
        self.outlet = PaperOutlet(self, runner)
        self.making = LatestTask(runner, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.options)
        row.addWidget(self.preview, 1)
        self._connect()

    def entered(self) -> None:
        """Figures may have moved on; the paper is made anew."""
        self.options.set_today(office_day(self.clock.now()))
        self.ask()
        self.options.focus_kind()

    def left(self) -> None:
        self.making.forget()

    def refresh(self) -> None:
        self.ask()

    def office_updated(self) -> None:
        self.options.set_office(self.desk.settings.office())

    def ticked(self) -> None:
        self.options.set_today(office_day(self.clock.now()))

    def ask(self) -> None:
        """Make the paper of the present options."""
        desk, wish, now = self.desk, self.options.wish(), self.clock.now()
        self.making.ask(lambda report: make_pdf(desk, wish, now))

    def print_paper(self) -> None:
        title = self.options.wish().title
        self.making.when_fresh(lambda: self.outlet.print(self.preview.pdf, title))

    def save_pdf(self) -> None:
        name = self.options.wish().name("pdf")
        self.making.when_fresh(lambda: self.outlet.save(self.preview.pdf, name))

    def save_xlsx(self) -> None:
        desk, wish, now = self.desk, self.options.wish(), self.clock.now()
        self.outlet.save_made(lambda report: make_xlsx(desk, wish, now), wish.name("xlsx"))

    def save_docx(self) -> None:
        desk, wish, now = self.desk, self.options.wish(), self.clock.now()
        self.outlet.save_made(lambda report: make_docx(desk, wish, now), wish.name("docx"))

    def _connect(self) -> None:
        self.options.changed.connect(self.ask)
        self.making.started.connect(self.preview.show_working)
        self.making.made.connect(self._show)
        self.making.failed.connect(self._failed)
        self.outlet.noticed.connect(self.noticed)
        self.outlet.busy_changed.connect(self._set_busy)
        self.options.print.clicked.connect(self.print_paper)
        self.options.save_pdf.clicked.connect(self.save_pdf)
        self.options.save_docx.clicked.connect(self.save_docx)
        self.options.save_xlsx.clicked.connect(self.save_xlsx)
        for key, action in (
            ("Ctrl+P", self.print_paper),
            ("Ctrl+S", self.save_pdf),
            ("Alt+T", self.options.choose_today),
            ("Alt+Y", self.options.choose_yesterday),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)

    def _show(self, pdf: bytes) -> None:
        is_official = self.options.kind is Kind.DAILY
        self.preview.show_pdf(pdf, _("form of Decree 30/2020/NĐ-CP") if is_official else "")
        self._set_busy(False)

    def _failed(self, error: BaseException) -> None:
        notice = notice_for(error)
        self.preview.show_message("\n\n".join(part for part in (notice.title, notice.body) if part))
        self.noticed.emit(notice)
        for button in (self.options.print, self.options.save_pdf):
            button.setEnabled(False)

    def _set_busy(self, is_busy: bool) -> None:
        options = self.options
        for button in (options.print, options.save_pdf, options.save_docx, options.save_xlsx):
            button.setEnabled(not is_busy)

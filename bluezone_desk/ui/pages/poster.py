"""The poster page: templates, the poster itself, and the proof that it scans before it leaves."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, poster
from bluezone_desk.paper.rendering import page_png
from bluezone_desk.saving import file_name
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.poster_options import PosterOptions, ProofWords
from bluezone_desk.ui.pages.poster_templates import PosterTemplates
from bluezone_desk.ui.pages.poster_words import proven_words, refused_words
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.task_runner import Report, Runner
from bluezone_desk.ui.wording import fault_words

PNG_DPI = 200
#: A poster takes longer to prove than a report to lay out, and a link is typed letter by letter.
_DEBOUNCE_MS = 350


class PosterPage(Page):
    """Nothing is printed or saved but the poster that was proven and is shown."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        self.templates = PosterTemplates()
        self.options = PosterOptions(desk.settings.office())
        self.preview = PdfPreview(has_title=False)
        self.preview.pages.set_fit("page")
        self.outlet = PaperOutlet(self, runner)
        self.making = LatestTask(runner, self, _DEBOUNCE_MS)
        self._released: ProvenPoster | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.templates)
        row.addWidget(self.preview, 1)
        row.addWidget(self.options)
        self._connect()

    def entered(self) -> None:
        self.ask()
        self.templates.focus_chosen()

    def left(self) -> None:
        self.making.forget()

    def office_updated(self) -> None:
        self.options.set_office(self.desk.settings.office())

    def ask(self) -> None:
        """Make and prove the poster of the present options, unless its link may not be printed."""
        request, office = self.request(), self.desk.settings.office()
        self._released = None
        self.options.show_copies(max(1, len(request.places)))
        problem = self.options.link_problem()
        if problem:
            self.making.forget()
            self._refuse(_("The link cannot be used: the reason stands at its field."))
            return
        self.making.ask(lambda report: poster(request, office, report))

    def request(self) -> PosterRequest:
        return self.options.request(self.templates.key)

    def print_poster(self) -> None:
        if not self.options.print.isHidden():
            self.making.when_fresh(lambda: self.outlet.print(self.preview.pdf, "Poster"))

    def save_pdf(self) -> None:
        self.making.when_fresh(lambda: self.outlet.save(self.preview.pdf, self._name("pdf")))

    def save_png(self) -> None:
        self.making.when_fresh(self._save_pictures)

    def _save_pictures(self) -> None:
        released, places = self._released, self.request().places
        if released is None:
            return
        pages = self.preview.pages.page_count

        def make(report: Report) -> list[bytes]:
            if released.pngs:
                return list(released.pngs)
            pictures = []
            for page in range(pages):
                pictures.append(page_png(released.pdf, page, PNG_DPI))
                report(page + 1, pages)
            return pictures

        self.outlet.save_pictures(make, self._name("png"), places)

    def _name(self, ending: str) -> str:
        request = self.request()
        return file_name(f"poster-{request.template}-{request.size}", None, ending)

    def _connect(self) -> None:
        self.templates.chosen.connect(self._template_chosen)
        self.options.changed.connect(self.ask)
        self.making.started.connect(self._started)
        self.making.progressed.connect(self._progressed)
        self.making.made.connect(self._release)
        self.making.failed.connect(self._failed)
        self.outlet.noticed.connect(self.noticed)
        self.outlet.busy_changed.connect(lambda is_busy: self.options.set_released(not is_busy))
        self.options.print.clicked.connect(self.print_poster)
        self.options.save_pdf.clicked.connect(self.save_pdf)
        self.options.save_png.clicked.connect(self.save_png)
        for key, action in (("Ctrl+P", self.print_poster), ("Ctrl+S", self.save_pdf)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)

    def _template_chosen(self, key: str) -> None:
        self.options.show_template(key)
        self.ask()

    def _started(self) -> None:
        self.preview.show_working()
        self.options.show_proof(ProofWords(_("Reading the codes back…")))

    def _progressed(self, done: int, total: int) -> None:
        if total > 1:
            text = _("{done} of {total} pages").format(done=done, total=total)
            self.options.show_proof(ProofWords(_("Reading the codes back…"), text))

    def _release(self, made: ProvenPoster) -> None:
        self._released = made
        self.preview.show_pdf(made.pdf)
        self.options.show_proof(
            ProofWords(_("Read back"), proven_words(made.proofs, self.request().size), "good")
            if made.proofs
            else ProofWords(_("No code on this page"))
        )
        self.options.set_released(True)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DeskFault):
            raise error
        self._refuse(refused_words(error, " ".join(fault_words(error))))

    def _refuse(self, reason: str) -> None:
        self._released = None
        self.preview.show_message(_("No poster to show"))
        self.options.show_proof(ProofWords(_("Not released"), reason, "bad"))
        self.options.set_released(False)

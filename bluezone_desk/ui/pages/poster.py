"""The studio of posters: templates, the poster itself, and the proof that it scans before it leaves."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from bluezone_desk.domain.clock import Clock, office_day
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, poster
from bluezone_desk.paper.slides import TALL, WIDE, Slides, slides
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.commands import Command, keyed
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.pages.message_panel import MessagePanel
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.poster_fields import PosterState
from bluezone_desk.ui.pages.poster_files import PosterFiles
from bluezone_desk.ui.pages.poster_history import PosterHistory, UndoKeys
from bluezone_desk.ui.pages.poster_options import PosterOptions, ProofWords
from bluezone_desk.ui.pages.poster_outing import Order, PosterOuting
from bluezone_desk.ui.pages.poster_sites import show_sites
from bluezone_desk.ui.pages.poster_templates import MESSAGES, PosterTemplates
from bluezone_desk.ui.pages.poster_words import proven_words, refused_words
from bluezone_desk.ui.paper_outlet import PaperOutlet, notice_for
from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.second_screen import SecondScreen
from bluezone_desk.ui.task_runner import Runner
from bluezone_desk.ui.wording import fault_words

#: A poster takes longer to prove than a report to lay out, and a link is typed letter by letter.
_DEBOUNCE_MS = 350
#: Of more places than this the preview shows the first few; all are made when they leave.
_MOST_SHOWN, _SHOWN = 6, 3


class PosterPage(Page):
    """Nothing is printed, saved or shown but posters that were proven."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        presets = self.presets()
        self.templates = PosterTemplates()
        self.options = PosterOptions(desk.settings.office(), presets)
        self.messages = MessagePanel(desk, presets, self)
        self.preview = PdfPreview(has_title=False)
        self.preview.pages.set_fit("page")
        self.outlet = PaperOutlet(self, runner)
        self.outing = PosterOuting(self.outlet, runner, desk.posters)
        self.files = PosterFiles(self, desk.posters, self.options.fields)
        self.second = SecondScreen(self)
        self.history = PosterHistory()
        self.making = LatestTask(runner, self, _DEBOUNCE_MS)
        self._released: ProvenPoster | None = None
        self._proof = ProofWords("")
        studio = QWidget()
        inside = QHBoxLayout(studio)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self.preview, 1)
        inside.addWidget(self.options)
        self.stack = QStackedWidget()
        self.stack.addWidget(studio)
        self.stack.addWidget(self.messages)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.templates)
        row.addWidget(self.stack, 1)
        self._connect()

    def entered(self) -> None:
        self.files.show_kept()
        self.options.fields.set_hosts(self.desk.links.hosts())
        if self._is_writing:
            self.messages.show_message()
        else:
            self.ask()
        self.templates.focus_chosen()

    def left(self) -> None:
        self.making.forget()

    def office_updated(self) -> None:
        self.options.fields.set_office(self.desk.settings.office())
        self.messages.set_office(self.desk.settings.office())

    def take_over(self, before: Page) -> None:
        assert isinstance(before, PosterPage)
        self.templates.choose(before.templates.key)
        self.files.show_kept()
        self.options.fields.put_back(before.options.fields.state(before.templates.key))
        self.options.dwell.setValue(before.options.dwell.value())
        self.second.take_over(before.second)
        self.making.forget()

    def ask(self) -> None:
        """Make and prove the poster of the present options, unless its link may not be printed."""
        request, office = self.request(), self.options.fields.office
        self._released = None
        self.options.show_copies(len(request.places))
        self.options.fields.file_each.setVisible(len(request.places) > 1)
        if self.options.fields.link_problem():
            self.making.forget()
            self._refuse(_("The link cannot be used: the reason stands at its field."))
            return
        shown = self._shown(request)
        self.making.ask(lambda report: poster(shown, office, report))

    def request(self) -> PosterRequest:
        return self.options.fields.request(self.templates.key, office_day(self.clock.now()))

    def print_poster(self) -> None:
        if not self._is_writing and not self.options.print.isHidden():
            self.making.when_fresh(lambda: self.outing.print(self._order()))

    def save_pdf(self) -> None:
        """The poster as PDF; the text, when messages are in front."""
        if self._is_writing:
            self.messages.save_txt.click()
            return
        is_each = self.options.fields.file_each.isChecked() and len(self.request().places) > 1
        self.making.when_fresh(lambda: (self.outing.save_each if is_each else self.outing.save)(self._order()))

    def save_png(self) -> None:
        if not self._is_writing:
            self.making.when_fresh(lambda: self.outing.save_pictures(self._order()))

    def toggle_second_screen(self) -> None:
        """Put the poster, the steps and the warning on the second screen, or take them down."""
        if self.second.is_on:
            self.second.take_down()
            return
        try:
            self.second.require_screen()
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        self.files.show_kept()
        request, office = self.request(), self.options.fields.office
        template = TALL if self.second.is_standing() else WIDE
        order = replace(request, template=template, size="", places=("",), place_lines=())
        self.runner.run(
            lambda report: slides(order, office),
            lambda made: self._put_up(order, made),
            lambda error: self.noticed.emit(notice_for(error)),
        )

    def commands(self) -> tuple[Command, ...]:
        return (
            keyed(Keys.PRINT, self.print_poster, _("Print the poster")),
            Command(_("Save PDF"), self.save_pdf, "Ctrl+S"),
            Command(_("Save PNG"), self.save_png),
            Command(_("Undo"), self.undo, "Ctrl+Z"),
            Command(_("Redo"), self.redo, "Ctrl+Y"),
        )

    def undo(self) -> None:
        if not self._is_writing:
            self._put_back(self.history.undo(self.options.fields.state(self.templates.key)))

    def redo(self) -> None:
        if not self._is_writing:
            self._put_back(self.history.redo(self.options.fields.state(self.templates.key)))

    @property
    def _is_writing(self) -> bool:
        """Messages are in front, and no poster."""
        return self.templates.key == MESSAGES

    def _order(self) -> Order:
        """All that was asked for; what the preview shows whole is made already."""
        request = self.request()
        made = self._released if self._shown(request) == request else None
        return Order(request, self.options.fields.office, made)

    def _shown(self, request: PosterRequest) -> PosterRequest:
        if len(request.places) <= _MOST_SHOWN:
            return request
        return replace(request, places=request.places[:_SHOWN], place_lines=request.place_lines[:_SHOWN])

    def _put_up(self, order: PosterRequest, made: Slides) -> None:
        try:
            self.second.put_up(made.pictures, self.options.dwell.value())
            self.outing.note_shown(order, made.proven)
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))

    def _put_back(self, state: PosterState | None) -> None:
        if state is None:
            return
        if state.template != self.templates.key:
            self.templates.choose(state.template)
        self.options.fields.put_back(state)
        self._show_steps()

    def _show_steps(self) -> None:
        self.options.show_steps(can_undo=self.history.can_undo, can_redo=self.history.can_redo)

    def _template_chosen(self, key: str) -> None:
        self.stack.setCurrentIndex(1 if key == MESSAGES else 0)
        if key == MESSAGES:
            self.making.forget()
            self.messages.show_message()
            return
        self.options.show_template(key)
        self.ask()

    def _started(self) -> None:
        self.history.remember(self.options.fields.state(self.templates.key))
        self._show_steps()
        self.preview.show_working()
        self._show_proof(ProofWords(_("Reading the codes back…")))

    def _progressed(self, done: int, total: int) -> None:
        if total > 1:
            text = _("{done} of {total} pages").format(done=done, total=total)
            self.options.show_proof(ProofWords(_("Reading the codes back…"), text))

    def _going_out(self, done: int, total: int) -> None:
        text = _("{done} of {total} pages").format(done=done, total=total)
        self.options.set_released(False)
        self.options.show_proof(ProofWords(_("Making all posters…"), text), can_cancel=True)

    def _settled(self) -> None:
        self.options.show_proof(self._proof)
        self.options.set_released(True)

    def _release(self, made: ProvenPoster) -> None:
        self._released = made
        self.preview.show_pdf(made.pdf)
        request = self.request()
        text = proven_words(made.proofs, request.size)
        if request.is_together and len(made.proofs) > 1:
            smaller = _("Together the codes are {side} mm; a sheet for each app has larger ones.")
            text = f"{text} {smaller.format(side=int(min(proof.qr_mm for proof in made.proofs)))}"
        if self._shown(request) != request:
            more = _("The first {shown} of {count} are shown; all are made and read back before they leave.")
            text = f"{text} {more.format(shown=_SHOWN, count=len(request.places))}"
        self._show_proof(ProofWords(_("Read back"), text, "good"))
        self.options.set_released(True)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DeskFault):
            raise error
        self._refuse(refused_words(error, " ".join(fault_words(error))))

    def _refuse(self, reason: str) -> None:
        self._released = None
        self.preview.show_message(_("No poster to show"))
        self._show_proof(ProofWords(_("Not released"), reason, "bad"))
        self.options.set_released(False)

    def _show_proof(self, words: ProofWords) -> None:
        self._proof = words
        self.options.show_proof(words)

    def _sites_changed(self) -> None:
        self.options.fields.set_hosts(self.desk.links.hosts())
        self.visits_changed.emit()
        self.ask()

    def _connect(self) -> None:
        fields, options = self.options.fields, self.options
        self.templates.chosen.connect(self._template_chosen)
        options.changed.connect(self.ask)
        self.making.started.connect(self._started)
        self.making.progressed.connect(self._progressed)
        self.making.made.connect(self._release)
        self.making.failed.connect(self._failed)
        self.outing.progressed.connect(self._going_out)
        self.outing.settled.connect(self._settled)
        self.outing.failed.connect(self._failed)
        for speaker in (self.outlet, self.outing, self.second, self.files, self.messages):
            speaker.noticed.connect(self.noticed)
        self.outlet.busy_changed.connect(lambda is_busy: options.set_released(not is_busy))
        options.dwell.valueChanged.connect(self.second.set_dwell)
        self.second.changed.connect(lambda is_on: options.show_second_screen(is_on=is_on))
        options.cancel.clicked.connect(self.outing.cancel)
        fields.sites.clicked.connect(lambda: show_sites(self, self.desk.links, self._sites_changed))
        fields.read_list.clicked.connect(self.files.choose_list)
        fields.choose_logo.clicked.connect(self.files.choose_logo)
        for button, action in (
            (options.print, self.print_poster),
            (options.save_pdf, self.save_pdf),
            (options.save_png, self.save_png),
            (options.show_second, self.toggle_second_screen),
            (options.undo, self.undo),
            (options.redo, self.redo),
        ):
            button.clicked.connect(lambda _checked=False, act=action: act())
        keys = (("Ctrl+P", self.print_poster), ("Ctrl+S", self.save_pdf))
        for key, action in (*keys, ("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)
        UndoKeys((fields.link, fields.headline, fields.places), self.undo, self.redo)

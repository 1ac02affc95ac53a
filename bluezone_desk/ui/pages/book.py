"""The book page: what was recorded, found and filtered, with each line's story beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bluezone_desk.domain.clock import Clock, office_day
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_results import ImportCounts
from bluezone_desk.domain.visits import CheckedOut, CheckOutDraft, HistoryEntry, Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.commands import Command, keyed_of_visitor
from bluezone_desk.ui.import_button import ImportButton
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.pages.book_details import BookDetails
from bluezone_desk.ui.pages.book_export import BookExport
from bluezone_desk.ui.pages.book_filters import BookFilters
from bluezone_desk.ui.pages.book_kinds import Kind
from bluezone_desk.ui.pages.book_lines import PAGE_LINES, Fetch, PagedLines
from bluezone_desk.ui.pages.book_list import BookList
from bluezone_desk.ui.pages.book_search import Found, search_book
from bluezone_desk.ui.pages.book_story import undo_text
from bluezone_desk.ui.pages.book_table import BookTable
from bluezone_desk.ui.pages.book_verbs import BookVerbs
from bluezone_desk.ui.pages.book_words import count_words, empty_words
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.paper_outlet import notice_for
from bluezone_desk.ui.task_runner import Runner
from bluezone_desk.ui.wording import party_name

_MOST_HOSTS = 40
#: A search that takes longer is said to be under way; what was found before stays until it is over.
SLOW_MS = 300


class BookPage(Page):
    """The list is read off the window's thread; check-out and undo are the desk's own verbs."""

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(desk, runner, clock, parent)
        programmes = desk.settings.office().programmes
        self.filters = BookFilters(office_day(clock.now()), programmes)
        self.model = BookTable(programmes)
        self.list = BookList(self.model)
        self.details = BookDetails(programmes)
        self.export = BookExport(self, desk, runner, clock)
        self.importing = ImportButton(desk, runner)
        self.verbs = BookVerbs(self, lambda: self.list.line)
        self.searching = LatestTask(runner, self, debounce_ms=120)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._chosen_id = ""
        self._lay_out()
        self._connect()

    def entered(self) -> None:
        self.ticked()
        self.search()
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    def left(self) -> None:
        self.searching.forget()
        self._slow.stop()

    def refresh(self) -> None:
        self.search()

    def ticked(self) -> None:
        self.filters.set_today(office_day(self.clock.now()))

    def take_over(self, before: Page) -> None:
        assert isinstance(before, BookPage)
        self.filters.take_over(before.filters)
        self._chosen_id = before._chosen_id

    def office_updated(self) -> None:
        programmes = self.desk.settings.office().programmes
        self.filters.set_programmes(programmes)
        self.model.set_programmes(programmes)
        self.details.set_programmes(programmes)

    def open_part(self, part: str) -> None:
        self.importing.open_dialog()

    def commands(self) -> tuple[Command, ...]:
        return (*(keyed_of_visitor(key, act) for key, act in self._acts().items()), *self.verbs.unkeyed())

    def search(self) -> None:
        """Read what the filters ask for."""
        desk, wanted, order = self.desk, self.filters.filter(), self.model.order
        self.searching.ask(lambda _report: search_book(desk, self.clock, wanted, order))

    def check_out(self) -> None:
        """Record that the chosen visitor leaves."""
        line = self.list.line
        if line is None or not line.inside:
            return
        try:
            outcome = self.desk.check_out.check_out(CheckOutDraft(visit_id=line.visit_id))
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        if isinstance(outcome, CheckedOut):
            self.noticed.emit(Notice(_("{name} left").format(name=party_name(line)), "", "good", seconds=5))
            self._changed()
        elif isinstance(outcome, Refused):
            self._refuse(outcome)
        else:
            self.noticed.emit(Notice(_("{name} had left already").format(name=line.name), "", "warn", seconds=5))
            self.search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.details.fit_beside(self.width())

    def show_days(self, first: date, last: date) -> None:
        """List every line of these days."""
        self.filters.show_everything()
        self.filters.show_days(first, last)

    def show_today(self, kind: Kind) -> None:
        """List today's lines of this kind: where a figure of the desk leads."""
        self.ticked()
        self.filters.show_today(kind)

    def _refuse(self, outcome: Refused) -> None:
        self.noticed.emit(Notice(problem_sentence(outcome.problems[0]), "", "warn"))

    def _changed(self) -> None:
        self.visits_changed.emit()
        self.search()

    def _imported(self, counts: ImportCounts | None) -> None:
        """List the days that came in: the period before would most often hold none of them."""
        self._changed()
        if counts is not None and counts.first_day and counts.last_day:
            self.show_days(counts.first_day, counts.last_day)

    def _found(self, found: Found) -> None:
        self._slow.stop()
        first, last = self.filters.days
        kept = self._chosen_id
        if found.outline is None:
            self.model.feed(found.lines, has_days=first != last)
        else:
            self.model.feed_paged(PagedLines(found.outline, self._fetching(found)), has_days=first != last)
        self.filters.set_hosts((*found.suggestions.departments, *found.suggestions.hosts)[:_MOST_HOSTS])
        self.filters.set_recorders(found.suggestions.recorders)
        is_narrowed = self.filters.is_narrowed
        self.list.show_lines(empty_words(is_narrowed=is_narrowed), is_narrowed=is_narrowed)
        self.list.footer.setText(count_words(found, first, last))
        self.export.set_found(found, first, last)
        self.list.choose(kept)
        self._show_chosen()

    def _fetching(self, found: Found) -> Fetch:
        """Reads one page of what was found; a key press waits for it, so it is small."""
        visits = self.desk.visits
        return lambda key: visits.page(found.wanted, found.sort, key, PAGE_LINES).lines

    def _show_chosen(self) -> None:
        line = self.list.line
        if line is None:
            self.details.show_nothing()
            return
        self._chosen_id = line.visit_id
        history = self.desk.visits.history(line.visit_id)
        is_joined = bool(self.desk.people.joined(line.visitor_id))
        company = self.desk.reports.company(line.visit_id)
        self.details.show_visit(line, history, self._undo_text(history), company, is_joined=is_joined)

    def _list_contacts(self) -> None:
        """The list names people, so the report page asks for the reason and for who approved it."""
        line = self.list.line
        if line is not None:
            self.led.emit(PageName.REPORT, lambda page: page.start_contacts(line))

    def _undo_text(self, history: tuple[HistoryEntry, ...]) -> str:
        """What Ctrl+Z takes back, said at the line it belongs to: the desk's last deed only."""
        last = self.desk.undo.last()
        line = self.list.line
        is_here = last is not None and line is not None and any(v.visit_id == line.visit_id for v in last.visits)
        return undo_text(history) if is_here else ""

    def _connect(self) -> None:
        self.filters.changed.connect(self.search)
        self.model.resort_asked.connect(self.search)
        self.searching.started.connect(self._slow.start)
        self._slow.timeout.connect(lambda: self.list.footer.setText(_("Searching the book…")))
        self.searching.made.connect(self._found)
        self.searching.failed.connect(self._slow.stop)
        self.searching.failed.connect(lambda error: self.noticed.emit(notice_for(error)))
        self.list.chosen.connect(self._show_chosen)
        self.list.everything_asked.connect(self.filters.show_everything)
        self.details.check_out_asked.connect(self.check_out)
        self._connect_verbs()
        self.export.outlet.noticed.connect(self.noticed)
        self.importing.recorded.connect(self._imported)
        for key, action in self._acts().items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)
        self.filters.words.returnPressed.connect(self._go_to_list)

    def _connect_verbs(self) -> None:
        self.verbs.done.connect(self._changed)
        self.details.undo_asked.connect(self.verbs.undo)
        self.details.correct_asked.connect(self.verbs.correct)
        self.details.void_asked.connect(self.verbs.void)
        self.details.label_asked.connect(self.verbs.print_label)
        self.details.merge_asked.connect(self.verbs.merge)
        self.details.separate_asked.connect(self.verbs.separate)
        self.details.company.list_asked.connect(self._list_contacts)

    def _acts(self) -> dict[Keys, Callable[[], object]]:
        return {
            Keys.CHECK_OUT: self.check_out,
            **self.verbs.acts(),
            Keys.EXPORT: self.export.save_xlsx,
            Keys.FIND: self.filters.words.setFocus,
        }

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.table.setFocus()
            if self.list.line is None:
                self.list.table.selectRow(0)

    def _lay_out(self) -> None:
        self.filters.exits.addWidget(self.importing)
        self.filters.exits.addWidget(self.export.button)
        self.filters.exits.addWidget(self.export.stop)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.filters)
        column.addLayout(middle, 1)

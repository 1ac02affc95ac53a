"""The window: puts the parts together, routes between pages, and knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from bluezone_desk.domain.clock import Clock, office_day, office_time
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.navigation import ENTRIES, PageName
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.page_makers import make_page
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.theme import dress
from bluezone_desk.ui.window_actions import WindowActions
from bluezone_desk.ui.window_ground import WindowGround

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.task_runner import Runner

TICK_MS = 1000
SMALLEST_PX = (1024, 600)


class MainWindow(QMainWindow):
    """Shown before the book is open; `open_with` brings it to life."""

    #: The window stands on the screen for the first time: what is slow may be read now.
    first_painted = Signal()
    #: Something was written through one of the pages.
    book_changed = Signal()
    #: The tone of something that may be heard.
    sounded = Signal(str)

    def __init__(self, runner: Runner, clock: Clock) -> None:
        super().__init__()
        self.setWindowTitle("Bluezone Desk")
        self.setMinimumSize(*SMALLEST_PX)
        self._runner = runner
        self._clock = clock
        self._desk: Desk | None = None
        self._pages: dict[PageName, Page] = {}
        self._minute = ""
        self._is_painted = False
        self._former: list[WindowGround] = []
        #: Called when the window closes, to remember how it stood.
        self.on_close: Callable[[], None] | None = None
        self.actions_everywhere = WindowActions(self, self, runner, clock)
        self._floor = QStackedWidget()
        self.setCentralWidget(self._floor)
        self._furnish()
        self._bind_keys()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self._tick()

    def open_with(self, desk: Desk) -> None:
        """The book is open: the first start if the office is not known yet, else the desk."""
        self._desk = desk
        self._make_scanners()
        self.actions_everywhere.desk = desk
        self.top_bar.show_opened(self._clock.now())
        if desk.settings.is_set_up():
            self._start_work()
            return
        from bluezone_desk.ui.first_start import FirstStart

        first = FirstStart(desk)
        first.finished.connect(lambda: self._end_first_start(first))
        self.top_bar.show_title(_("Welcome"))
        self._stack.addWidget(first)
        self._stack.setCurrentWidget(first)
        first.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_with(self, desk: Desk) -> None:
        """The same book, opened anew: the pages are made anew on it, and what was typed goes on."""
        self._desk = self.actions_everywhere.desk = desk
        self.closing_papers.stop()
        self._start_closing_papers()
        self.dress_again()
        self.top_bar.show_opened(self._clock.now())

    def dress_again(self) -> None:
        """Everything in the window made anew, in the look chosen now; what was typed, the scanner and the
        visitors' screen go on. A dialog that stands beside the window keeps its look until it is closed."""
        application, front = QApplication.instance(), self.page
        if self._desk is None or front is None or not isinstance(application, QApplication):
            return
        look = remembered.appearance()
        former, self._pages = self._pages, {}
        front.left()
        ground = self._ground
        self._former.append(ground)
        dress(application, dark=look.is_dark, percent=look.percent)
        self._furnish()
        self._ground.take_over(ground)
        self.navigation.set_ready()
        self._show_footer()
        for name, page in former.items():
            if page is front:
                self.show_page(name)
            (self._pages.get(name) or self._make(name, self._desk)).take_over(page)
        self._minute = ""
        self._tick()
        self._forget_former()

    def show_page(self, name: PageName) -> None:
        """Bring a page to the front, making it the first time. Nothing happens before the book is open."""
        page, before = self.made(name), self.page
        if page is None:
            return
        self.navigation.set_chosen(name)
        self._stack.setCurrentWidget(page)
        self._show_title(name)
        if before is not None and before is not page:
            before.left()
        page.entered()

    def made(self, name: PageName) -> Page | None:
        """The page of that name without bringing it to the front; None before the book is open."""
        if self._desk is None or not self.navigation.is_ready:
            return None
        return self._pages.get(name) or self._make(name, self._desk)

    @property
    def page(self) -> Page | None:
        """The page in front, None before there is one."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    def show_notice(self, notice: Notice) -> None:
        """Say something above the page."""
        self._ground.say(notice)

    def show_fault(self, fault: DeskFault) -> None:
        """Known trouble that no page answered for."""
        self.show_notice(notice_of(fault))

    def show_opening_failed(self, fault: DeskFault) -> None:
        """The book did not open: the sentence stays, and there is nothing else to do here."""
        self._waiting.setText("")
        self.top_bar.show_not_saved()
        self.show_fault(fault)

    def come_to_front(self) -> None:
        """The program was started again: this is the window that was meant."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._desk is not None:
            self.scanners.stop()
        if self.on_close is not None:
            self.on_close()
        super().closeEvent(event)

    def _make(self, name: PageName, desk: Desk) -> Page:
        page = make_page(name, desk, self._runner, self._clock)
        page.visits_changed.connect(lambda: self._on_visits_changed(page))
        page.office_changed.connect(self._on_office_changed)
        page.look_changed.connect(self.dress_again, Qt.ConnectionType.QueuedConnection)
        page.noticed.connect(self.show_notice)
        page.led.connect(self._lead)
        page.sounded.connect(self.sounded)
        page.use_scanners(self.scanners)
        self._pages[name] = page
        self._stack.addWidget(page)
        return page

    def _lead(self, name: PageName, act: Callable[[Page | None], object]) -> None:
        self.show_page(name)
        act(self.page)

    def _end_first_start(self, first: QWidget) -> None:
        self._start_work()
        self._stack.removeWidget(first)
        first.deleteLater()

    def _start_work(self) -> None:
        self.navigation.set_ready()
        self._show_footer()
        self.show_page(PageName.DESK)
        self.scanners.start()
        self.elsewhere.listen()
        self._start_closing_papers()

    def _make_scanners(self) -> None:
        """Not before the window is painted: nothing can be scanned without a book."""
        from bluezone_desk.ui.scanning import ScannerHub
        from bluezone_desk.ui.scanning_elsewhere import ScansElsewhere

        self.scanners = ScannerHub(parent=self)
        self.elsewhere = ScansElsewhere(self._is_code, self._hears_keys, self)
        self.elsewhere.given.connect(self._on_scanned)
        self.scanners.scanned.connect(self.elsewhere.take)
        self.scanners.noticed.connect(self.show_notice)

    def _start_closing_papers(self) -> None:
        if self._desk is None:
            return
        from bluezone_desk.ui.closing_papers import ClosingPapers

        self.closing_papers = ClosingPapers(self._desk, self._runner, self._clock, self)
        self.closing_papers.noticed.connect(self.show_notice)
        self.closing_papers.start()

    def _is_code(self, raw: str) -> bool:
        from bluezone_desk.domain.identify import Damaged, NameQuery, identify

        found = identify(raw, office_day(self._clock.now()))
        return not isinstance(found, NameQuery) and ("|" in raw or not isinstance(found, Damaged))

    def _hears_keys(self) -> bool:
        """The page in front hears a keyboard scanner itself: the desk, and the scanner's test."""
        return self.page is None or self.page is self._pages.get(PageName.DESK) or self.scanners.is_lent

    def _on_scanned(self, raw: str) -> None:
        """A serial scanner or a camera needs no focus: its scan brings the desk to the front."""
        if not self.navigation.is_ready:
            return
        desk = self._pages.get(PageName.DESK)
        if desk is None or desk is not self.page:
            self.show_page(PageName.DESK)
        if self.page is not None:
            self.page.take_scan(raw)
        QApplication.alert(self)

    def _on_visits_changed(self, source: Page) -> None:
        self.book_changed.emit()
        self._ground.show_saved(self._clock.now())
        if self.page is not None and self.page is not source:
            self.page.refresh()

    def _on_office_changed(self) -> None:
        self._ground.show_saved(self._clock.now())
        self._show_footer()
        for name, page in self._pages.items():
            page.office_updated()
            if page is self.page:
                self._show_title(name)

    def _show_footer(self) -> None:
        if self._desk is not None:
            office = self._desk.settings.office()
            self.navigation.show_footer(office.receptionist, office.desk_name)

    def _show_title(self, name: PageName) -> None:
        is_desk = name is PageName.DESK and self._desk is not None
        self.top_bar.show_title(
            self._desk.settings.office().name if is_desk and self._desk else _(ENTRIES[name].title)
        )

    def _tick(self) -> None:
        now = self._clock.now()
        minute = f"{office_time(now):%Y-%m-%d %H:%M}"
        if minute == self._minute:
            return
        self._minute = minute
        self._forget_former()
        self.top_bar.show_moment(now)
        if self.page is not None:
            self.page.ticked()

    def _bind_keys(self) -> None:
        for name, entry in ENTRIES.items():
            QShortcut(QKeySequence(entry.key), self, lambda name=name: self.show_page(name))

    def _furnish(self) -> None:
        """All that is seen in the window, without its pages."""
        self._ground = ground = WindowGround()
        self.navigation, self.top_bar, self.notices = ground.navigation, ground.top_bar, ground.notices
        self._stack, self._waiting = ground.stack, ground.waiting
        self.navigation.page_chosen.connect(self.show_page)
        self._floor.addWidget(ground)
        self._floor.setCurrentWidget(ground)

    def _forget_former(self) -> None:
        """Let go of what was made anew, once nothing it began is on its way to it any more."""
        if not self._former or not self._runner.is_idle:
            return
        if not any(dialog.isVisible() for dialog in self.findChildren(QDialog)):
            for ground in self._former:
                ground.deleteLater()
            self._former.clear()

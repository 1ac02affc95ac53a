"""Catching up from the paper book: line after line with its own times, beside the desk's own form."""

from __future__ import annotations

import dataclasses
import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.ids import uuid7_text
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.paper_line import PaperTimes, paper_times
from bluezone_desk.domain.vietnamese_dates import short_date, since_text
from bluezone_desk.domain.visits import (
    AlreadyInside,
    CheckedIn,
    CheckInDraft,
    Problem,
    VisitLine,
)
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence, sentence
from bluezone_desk.ui.dialogs.asking import fit
from bluezone_desk.ui.keys import Keys
from bluezone_desk.ui.notices import Notice, NoticeBar, notice_of
from bluezone_desk.ui.pages.desk_checks import AppChecks
from bluezone_desk.ui.pages.desk_form import VisitorForm
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.day_field import DayField
from bluezone_desk.ui.widgets.labelled_field import LabelledField

if TYPE_CHECKING:
    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.services.opening import Desk

WIDTH_PX, HEIGHT_PX = 760, 640


class CatchUpDialog(QDialog):
    """Day and reason stay from line to line, the rest is emptied. `recorded` comes with each line in the book."""

    recorded = Signal()

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Catch up from the paper book"))
        self._desk, self._clock = desk, clock
        today = office_day(clock.now())
        self.day = DayField(today - timedelta(days=1))
        self.entered, self.left, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.entered.setPlaceholderText("08:30")
        self.left.setPlaceholderText("09:10")
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(_("for example: paper book, page 12"))
        self._fields: dict[str, LabelledField[Any]] = {
            "day": LabelledField(_("Day"), self.day),
            "entered_at": LabelledField(_("Time in"), self.entered),
            "left_at": LabelledField(_("Time out"), self.left),
            "reason": LabelledField(_("Reason"), self.reason),
        }
        self.form = VisitorForm()
        self.form.suggest(desk.visits.suggestions())
        self.checks = AppChecks()
        self.checks.set_programmes(desk.settings.office().programmes)
        self.notices = NoticeBar()
        self.record_button = QPushButton(_("Record the line") + " (Ctrl+Enter)")
        #: The line as it was when leaving it was warned of.
        self._warned_of: CheckInDraft | None = None
        self._request_id = self._new_request()
        self._lay_out()
        self._connect()
        self.entered.setFocus()

    def reject(self) -> None:
        """A line that was begun is not thrown away by one key."""
        begun = self.form.draft("")
        if self.form.is_blank or begun == self._warned_of:
            super().reject()
            return
        self._warned_of = begun
        words = _("Once more to leave without recording.")
        self.notices.show_notice(Notice(_("This line is not recorded."), words, "warn"))

    def record(self) -> None:
        """Write the line with its times into the book, the exit with it; then the next one."""
        self._show_nothing()
        times = paper_times(self.day.day(), self.entered.text(), self.left.text(), self._clock.now())
        if isinstance(times, PaperTimes) and not clean_name(self.reason.text()):
            times = Problem(Trouble.TIME_WITHOUT_REASON, "reason")
        if isinstance(times, Problem):
            self._say(times.field, problem_sentence(times))
            return
        draft = dataclasses.replace(
            self.form.draft(self._request_id),
            checks=self.checks.checks(),
            entered_at=times.entered_at,
            left_at=times.left_at,
            reason=clean_name(self.reason.text()),
        )
        try:
            outcome = self._desk.check_in.check_in(draft)
            if isinstance(outcome, CheckedIn):
                self._finish(outcome.visit)
            elif isinstance(outcome, AlreadyInside):
                facts = {
                    "name": outcome.visit.name,
                    "time": since_text(outcome.visit.entered_at, self._clock.now()),
                }
                self.notices.show_notice(Notice(sentence(Trouble.ALREADY_INSIDE, facts), "", "warn"))
            else:
                self._show_problems(outcome.problems)
        except DeskFault as fault:
            self.notices.show_notice(notice_of(fault))

    def _say(self, field: str, words: str) -> None:
        self._fields[field].show_problem(words)
        self._fields[field].control.setFocus()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        rest = self.form.show_problems(problems)
        for problem in rest:
            if problem.field in self._fields:
                self._say(problem.field, problem_sentence(problem))
            else:
                self.notices.show_notice(Notice(problem_sentence(problem), "", "bad"))

    def _show_nothing(self) -> None:
        self.notices.dismiss()
        self.form.show_problems(())
        for field in self._fields.values():
            field.show_problem("")

    def _finish(self, line: VisitLine) -> None:
        words = _("Line {number} of {day} recorded: {name}")
        told = words.format(number=f"{line.number:03}", day=short_date(line.day), name=line.name)
        self.notices.show_notice(Notice(told, "", "good", seconds=8))
        self._request_id = self._new_request()
        self.form.clear()
        self.form.suggest(self._desk.visits.suggestions())
        self.checks.clear()
        self.entered.clear()
        self.left.clear()
        self.entered.setFocus()
        self.recorded.emit()

    def _go_on(self) -> None:
        """Enter leads to what is missing, to the app check, then to the button that records."""
        missing = self.form.first_missing()
        if missing is None and not self.checks.is_answered:
            self.checks.take_focus()
        else:
            (missing or self.record_button).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The number on a card answers, as at the desk."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.text() not in tuple("123456"):
            return False
        self.checks.choose(int(event.text()))
        self._go_on()
        return True

    def _new_request(self) -> str:
        return uuid7_text(self._clock.now(), os.urandom(10))

    def _connect(self) -> None:
        self.form.next_asked.connect(self._go_on)
        self.checks.next_asked.connect(self.record_button.setFocus)
        for card in self.checks.cards:
            card.installEventFilter(self)
        self.record_button.clicked.connect(self.record)
        for field, after in ((self.entered, self.left), (self.left, self.reason), (self.reason, None)):
            target = after or self.form.name.control
            field.returnPressed.connect(lambda to=target: to.setFocus(Qt.FocusReason.TabFocusReason))
        for key in (Keys.RECORD, Keys.RECORD_PAD):
            QShortcut(QKeySequence(key), self, self.record).setAutoRepeat(False)

    def _lay_out(self) -> None:
        words = QLabel(
            _("Each line is marked as entered later, with this reason. Day and reason stay for the next one.")
        )
        words.setWordWrap(True)
        set_role(words, "faint")
        times = QGridLayout()
        times.setHorizontalSpacing(12)
        for place, (name, stretch) in enumerate((("day", 2), ("entered_at", 2), ("left_at", 2), ("reason", 5))):
            times.addWidget(self._fields[name], 0, place)
            times.setColumnStretch(place, stretch)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        set_role(self.record_button, "primary")
        self.record_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(close)
        buttons.addStretch(1)
        buttons.addWidget(self.record_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for part in (words, self.notices):
            column.addWidget(part)
        column.addLayout(times)
        column.addWidget(self.form)
        column.addWidget(self.checks)
        column.addStretch(1)
        column.addLayout(buttons)
        fit(self, WIDTH_PX, HEIGHT_PX)

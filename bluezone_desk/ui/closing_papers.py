"""Papers that are produced by themselves at closing time: the day's report, into a folder of the office's choice.

Off until somebody turns it on. Nobody is asked anything and nothing waits for it: it runs off the window's thread,
and a folder that cannot be written is a notice, tried again later.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from bluezone_desk.domain.clock import Clock, office_day, office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.producing.make import MadePaper, make_paper, record_paper
from bluezone_desk.producing.order import PaperKind, PaperOrder
from bluezone_desk.saving import save_whole
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.task_runner import Report, Runner
from bluezone_desk.ui.window_state import FILE_NAME

USUAL_TIME = time(17, 30)
_ENDINGS = (".pdf", ".docx")
_LOOKS_EVERY_MS = 30_000
_TRIES_AGAIN_AFTER = timedelta(minutes=10)
#: Days made up after a long absence; older ones are made by hand.
_MOST_DAYS_BACK = 31


@dataclass(frozen=True, slots=True)
class ClosingChoice:
    """`at` is the office's wall clock. Without a folder nothing is produced."""

    is_on: bool = False
    at: time = USUAL_TIME
    folder: Path | None = None


def closing_memory(desk: Desk) -> QSettings:
    """Beside the book: a trial's book on the same computer must not write into the office's folder."""
    return QSettings(str(desk.book.path.with_name(FILE_NAME)), QSettings.Format.IniFormat)


def closing_choice(kept: QSettings) -> ClosingChoice:
    """What was chosen for this book; what cannot be read is the default."""
    try:
        at = time.fromisoformat(str(kept.value("closing/at", "")))
    except ValueError:
        at = USUAL_TIME
    folder = str(kept.value("closing/folder", ""))
    return ClosingChoice(str(kept.value("closing/on", "")) == "yes", at, Path(folder) if folder else None)


def remember_choice(kept: QSettings, choice: ClosingChoice, now: datetime) -> None:
    """Keep the choice. Days up to the last closing time before it was turned on are not made up."""
    if choice.is_on and not closing_choice(kept).is_on:
        _remember_done(kept, _last_due(choice.at, now))
    kept.setValue("closing/on", "yes" if choice.is_on else "no")
    kept.setValue("closing/at", f"{choice.at:%H:%M}")
    kept.setValue("closing/folder", str(choice.folder) if choice.folder else "")
    kept.sync()


class ClosingPapers(QObject):
    """Looks at the clock twice a minute; days missed while the program was not running are made up."""

    noticed = Signal(object)
    #: The last day that is done with, after each turn.
    done = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._runner, self._clock = desk, runner, clock
        self._kept = closing_memory(desk)
        self._is_working = False
        self._rests_until: datetime | None = None
        self._told: set[date] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and then again and again."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Produce the papers of the oldest day that is due; the next look takes the next one."""
        choice, now = closing_choice(self._kept), self._clock.now()
        if not choice.is_on or choice.folder is None or self._is_working:
            return
        if self._rests_until is not None and now < self._rests_until:
            return
        day = _next_due(self._kept, choice.at, now)
        if day is not None:
            self._produce(day, choice.folder, now)

    def _produce(self, day: date, folder: Path, now: datetime) -> None:
        desk = self._desk

        def work(report: Report) -> list[MadePaper]:
            summary = desk.reports.day(day)
            if not summary.lines and not summary.carried:
                return []
            order = PaperOrder(PaperKind.DAILY, day, day, desk.settings.office())
            made = [make_paper(desk, order, ending, now, report) for ending in _ENDINGS]
            for ending, paper in zip(_ENDINGS, made, strict=True):
                save_whole(folder / order.name(ending), paper.content)
            return made

        self._is_working = True
        self._runner.run(
            work, lambda made: self._produced(day, folder, made), lambda e: self._failed(day, folder, e)
        )

    def _produced(self, day: date, folder: Path, made: list[MadePaper]) -> None:
        self._is_working = False
        self._rests_until = None
        _remember_done(self._kept, day)
        try:
            for paper in made:
                record_paper(self._desk, paper)
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
        if made:
            told = _("The report of {day} was put into its folder").format(day=short_date(day))
            self.noticed.emit(
                Notice(
                    told,
                    str(folder),
                    "good",
                    seconds=8,
                    action_text=_("Open the folder"),
                    action=lambda: _open_folder(folder),
                )
            )
        self.done.emit(day)
        if _next_due(self._kept, closing_choice(self._kept).at, self._clock.now()) is not None:
            QTimer.singleShot(0, self, self.look)

    def _failed(self, day: date, folder: Path, error: BaseException) -> None:
        self._is_working = False
        self._rests_until = self._clock.now() + _TRIES_AGAIN_AFTER
        if not isinstance(error, DeskFault):
            raise error
        if day not in self._told:
            self._told.add(day)
            said = DeskFault(Trouble.CLOSING_PAPERS_FAILED, day=short_date(day), path=folder)
            self.noticed.emit(notice_of(said))


def _open_folder(folder: Path) -> None:
    from bluezone_desk.ui.paper_outlet import open_folder

    open_folder(folder)


def _last_due(at: time, now: datetime) -> date:
    """The last day whose closing time has come."""
    today = office_day(now)
    return today if office_time(now).time() >= at else today - timedelta(days=1)


def _next_due(kept: QSettings, at: time, now: datetime) -> date | None:
    """The oldest day that is due and not done. A day done in the future is a clock that was wrong."""
    last = _last_due(at, now)
    done = _done_until(kept)
    if done is None or done > office_day(now):
        _remember_done(kept, last - timedelta(days=1))
        return last
    first = max(done + timedelta(days=1), last - timedelta(days=_MOST_DAYS_BACK))
    return first if first <= last else None


def _done_until(kept: QSettings) -> date | None:
    try:
        return date.fromisoformat(str(kept.value("closing/done", "")))
    except ValueError:
        return None


def _remember_done(kept: QSettings, day: date) -> None:
    kept.setValue("closing/done", day.isoformat())
    kept.sync()

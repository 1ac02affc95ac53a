"""What to list: words, period, app state, and whom the visit was to."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.pages.book_kinds import ALL, Kind, KindChoice
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.day_field import DayField
from bluezone_desk.ui.widgets.find_field import FindField

_MOST_WORDS = 200


class Period(StrEnum):
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    CHOSEN = "chosen"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """First and last day of a period that ends today; `CHOSEN` starts out as today."""
    if period is Period.YESTERDAY:
        return today - timedelta(days=1), today - timedelta(days=1)
    if period is Period.WEEK:
        return today - timedelta(days=6), today
    if period is Period.MONTH:
        return today.replace(day=1), today
    return today, today


class BookFilters(QWidget):
    """A search field, the period, and two choices. `changed` comes with every change of what to list."""

    changed = Signal()

    def __init__(self, today: date, programmes: tuple[Programme, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.words = FindField()
        self.words.setMaxLength(_MOST_WORDS)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(_("Name (marks not needed), phone, ID number"))
        self.words.setAccessibleName(_("Search the book"))
        self.period = QComboBox()
        self.period.setAccessibleName(_("Period"))
        self.first, self.last = DayField(today), DayField(today)
        self.first.setAccessibleName(_("From day"))
        self.last.setAccessibleName(_("To day"))
        self.state = KindChoice()
        self.state.setAccessibleName(_("Which lines"))
        self.host = QComboBox()
        self.host.setAccessibleName(_("Department or person visited"))
        self.recorder = QComboBox()
        self.recorder.setAccessibleName(_("Recorder"))
        self._lay_out()
        self._fill_period()
        self.set_programmes(programmes)
        self.set_hosts(())
        self.set_recorders(())
        self._connect()
        self._show_days()

    @property
    def days(self) -> tuple[date, date]:
        """First and last day listed; days typed the wrong way round are turned."""
        if self._period() is Period.CHOSEN:
            chosen = sorted((self.first.day(), self.last.day()))
            return chosen[0], chosen[1]
        return days_of(self._period(), self._today)

    @property
    def is_narrowed(self) -> bool:
        """More than the period is asked for."""
        wanted = self.filter()
        return self.state.kind != ALL or bool(wanted.text or wanted.host or wanted.recorder)

    def filter(self) -> VisitFilter:
        first, last = self.days
        kind = self.state.kind
        host, recorder = self.host.currentData() or "", self.recorder.currentData() or ""
        return VisitFilter(
            first,
            last,
            kind.programme,
            kind.state,
            host,
            self.words.text().strip(),
            recorder,
            is_inside=kind.is_inside,
            is_helped=kind.is_helped,
        )

    def set_today(self, today: date) -> None:
        """The calendar moved on; periods follow."""
        self._today = today

    def take_over(self, before: "BookFilters") -> None:
        """What was chosen and typed in other filters."""
        self.first.set_day(before.first.day())
        self.last.set_day(before.last.day())
        self.period.setCurrentIndex(before.period.currentIndex())
        for box, other in ((self.host, before.host), (self.recorder, before.recorder)):
            if chosen := other.currentData():
                box.addItem(chosen, chosen)
                box.setCurrentIndex(box.count() - 1)
        self.state.choose(before.state.kind)
        self.words.setText(before.words.text())

    def show_days(self, first: date, last: date) -> None:
        """List these days, as if chosen by hand."""
        self.first.set_day(first)
        self.last.set_day(last)
        self.period.setCurrentIndex(self.period.findData(Period.CHOSEN))

    def show_today(self, kind: Kind) -> None:
        """List today's lines of this kind and no other, as if chosen by hand."""
        self.show_everything()
        self.period.setCurrentIndex(self.period.findData(Period.TODAY))
        self.state.choose(kind)

    def show_everything(self) -> None:
        """Take back what narrows the period."""
        self.words.clear()
        self.state.setCurrentIndex(0)
        self.host.setCurrentIndex(0)
        self.recorder.setCurrentIndex(0)

    def set_programmes(self, programmes: tuple[Programme, ...]) -> None:
        self.state.offer(programmes)

    def set_hosts(self, hosts: Sequence[str]) -> None:
        """Offer these departments and persons; the one chosen stays chosen."""
        _offer(self.host, _("All departments"), hosts)

    def set_recorders(self, names: Sequence[str]) -> None:
        """Offer these receptionists; with one alone there is nothing to choose."""
        _offer(self.recorder, _("All recorders"), names)
        self.recorder.setVisible(self.recorder.count() > 2)
        self._fold()

    def _period(self) -> Period:
        return Period(self.period.currentData())

    def _fill_period(self) -> None:
        for period, label in (
            (Period.TODAY, _("Today")),
            (Period.YESTERDAY, _("Yesterday")),
            (Period.WEEK, _("Last 7 days")),
            (Period.MONTH, _("This month")),
            (Period.CHOSEN, _("Choose days…")),
        ):
            self.period.addItem(label, period.value)

    def _lay_out(self) -> None:
        self._row, self._second_row = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._second_row):
            row.setSpacing(10)
        self._row.addWidget(self.words, 1)
        self._second_row.addStretch(1)
        for choice, width in ((self.period, 132), (self.state, 170), (self.host, 160), (self.recorder, 120)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumWidth(theme().px(width))
        self.words.setMinimumWidth(theme().px(150))
        for widget in (self.period, self.state, self.host, self.recorder):
            self._row.addWidget(widget)
        self._tail = QWidget()
        self.exits = QHBoxLayout(self._tail)
        self.exits.setContentsMargins(0, 0, 0, 0)
        self.exits.setSpacing(10)
        self._row.addWidget(self._tail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._row)
        column.addLayout(self._second_row)
        column.addWidget(self._day_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where one row has no room for all, the last of them go into a second one."""
        tail = [widget for widget in (self.recorder, self._tail) if not widget.isHidden()]
        needed = self._first_width() + sum(widget.minimumSizeHint().width() + 10 for widget in tail)
        row = self._row if needed <= self.width() else self._second_row
        for widget in (self.recorder, self._tail):
            if row.indexOf(widget) < 0:
                row.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._first_width(), super().minimumSizeHint().height())

    def _first_width(self) -> int:
        widths = (widget.minimumWidth() for widget in (self.words, self.period, self.state, self.host))
        return sum(widths) + 3 * 10

    def _day_row(self) -> QWidget:
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, day in ((_("From day"), self.first), (_("To day"), self.last)):
            label = QLabel(name)
            set_role(label, "label")
            label.setBuddy(day)
            day.setFixedWidth(theme().px(140))
            row.addWidget(label)
            row.addWidget(day)
            row.addSpacing(8)
        row.addStretch(1)
        return self._days

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda: self.changed.emit())
        self.period.currentIndexChanged.connect(self._period_chosen)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda: self.changed.emit())
        for choice in (self.state, self.host, self.recorder):
            choice.currentIndexChanged.connect(lambda: self.changed.emit())

    def _period_chosen(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        self._days.setVisible(self._period() is Period.CHOSEN)


def _offer(box: QComboBox, every: str, names: Sequence[str]) -> None:
    """Fill a choice anew; what was chosen stays chosen."""
    chosen = box.currentData() or ""
    box.blockSignals(True)
    box.clear()
    box.addItem(every, "")
    for name in dict.fromkeys((*names, *([chosen] if chosen else []))):
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)

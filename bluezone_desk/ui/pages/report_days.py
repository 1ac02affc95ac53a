"""Which days a paper speaks of: one, or a period by its name or by its two ends."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.period import Period, month_of, quarter_of, week_of, year_of
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.day_field import DayField
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_NAMES = (
    noop("This week"),
    noop("Last week"),
    noop("This month"),
    noop("Last month"),
    noop("This quarter"),
    noop("Last quarter"),
    noop("This year"),
    noop("From … to …"),
)
_MAKERS = (week_of, month_of, quarter_of, year_of)
_ANY = len(_NAMES) - 1


class ReportDays(QWidget):
    """One day with keys for today and yesterday, or a span. `changed` comes with every choice."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._is_span = False
        self.first, self.last = DayField(today), DayField(today)
        self.period = QComboBox()
        self.period.addItems([_(name) for name in _NAMES])
        self.period.setCurrentIndex(_ANY)
        self._first_field = LabelledField(_("Day"), self.first)
        self._last_field = LabelledField(_("To day"), self.last)
        self.period.setAccessibleName(_("Period"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._first_field, 1)
        row.addWidget(self._last_field, 1)
        row.addWidget(self._keys(), 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.period)
        column.addLayout(row)
        self.show_as(is_span=False, with_periods=False)
        self.period.activated.connect(self._choose_period)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._day_changed)

    def show_as(self, *, is_span: bool, with_periods: bool) -> None:
        """One day or a span, and whether spans have names."""
        if self._is_span and not is_span:
            self._settle_on_one_day()
        self._is_span = is_span
        self._first_field.rename(_("From day") if is_span else _("Day"))
        self.period.setVisible(with_periods)
        self._last_field.setVisible(is_span)
        self._day_keys.setVisible(not with_periods)

    def take_over(self, before: "ReportDays") -> None:
        """The days chosen elsewhere."""
        self._put(Period(before.first.day(), before.last.day()))
        self.period.setCurrentIndex(before.period.currentIndex())

    def days(self) -> tuple[date, date]:
        """First and last. Days the wrong way round are turned."""
        first, last = self.first.day(), self.last.day()
        return (min(first, last), max(first, last)) if self._is_span else (first, first)

    def set_today(self, today: date) -> None:
        """The calendar moved on; a day that was left at today moves with it, and so does a named period."""
        before, self._today = self._today, today
        if today == before:
            return
        if self.period.currentIndex() != _ANY:
            self._choose_period(self.period.currentIndex())
        else:
            for day in (self.first, self.last):
                if day.day() == before:
                    day.set_day(today)

    def show_day(self, day: date) -> None:
        """This one day."""
        self._set(Period(day, day))

    def choose_today(self) -> None:
        self.show_day(self._today)

    def choose_yesterday(self) -> None:
        self.show_day(self._today - timedelta(days=1))

    def _settle_on_one_day(self) -> None:
        """Today when the span holds it, else its last day."""
        first, last = self.days()
        day = self._today if first <= self._today <= last else last
        self._put(Period(day, day))

    def choose_week(self) -> None:
        """The week that runs, unless a period was chosen before."""
        if self.period.currentIndex() == _ANY and self.first.day() == self.last.day():
            self.period.setCurrentIndex(0)
            self._choose_period(0)

    def _choose_period(self, index: int) -> None:
        if index == _ANY:
            return
        this = _MAKERS[index // 2](self._today)
        self._set(this.previous if index % 2 else this)
        self.period.setCurrentIndex(index)

    def _set(self, period: Period) -> None:
        self._put(period)
        self.changed.emit()

    def _put(self, period: Period) -> None:
        for day, value in ((self.first, period.day_from), (self.last, period.day_to)):
            day.blockSignals(True)
            day.set_day(value)
            day.blockSignals(False)
        self.period.setCurrentIndex(_ANY)

    def _day_changed(self) -> None:
        self.period.setCurrentIndex(_ANY)
        self.changed.emit()

    def _keys(self) -> QWidget:
        self._day_keys = QWidget()
        column = QVBoxLayout(self._day_keys)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text, key, action in (
            (_("Today"), "Alt+T", self.choose_today),
            (_("Yesterday"), "Alt+Y", self.choose_yesterday),
        ):
            button = QPushButton(f"{text} ({key})")
            set_role(button, "link")
            button.clicked.connect(action)
            column.addWidget(button)
        return self._day_keys

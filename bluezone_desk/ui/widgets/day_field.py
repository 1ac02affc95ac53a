"""A day as Vietnamese read it, typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QWidget

from bluezone_desk import i18n
from bluezone_desk.ui.theme import theme

#: As high as a text field beside it.
HEIGHT_PX = 38


class DayField(QDateEdit):
    """Holds one calendar day; up and down move the part under the cursor, Alt+Down opens the calendar."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(i18n.language()))
        self.setDisplayFormat("dd/M/yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setMinimumDate(QDate(2000, 1, 1))
        self.setFixedHeight(theme().room(HEIGHT_PX))
        self.set_day(day)

    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

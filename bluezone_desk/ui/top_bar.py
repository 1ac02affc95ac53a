"""The bar above a page: what it is, that all is saved, and what day and time it is at the office."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date, weekday_name
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import language
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.elided_label import ElidedLabel
from bluezone_desk.ui.widgets.state_dot import StateDot

HEIGHT_PX = 52


class TopBar(QFrame):
    """Title, saved state, date, clock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(theme().room(HEIGHT_PX))
        self._title = ElidedLabel()
        set_role(self._title, "title")
        self._dot = StateDot("calm")
        self._state = QLabel(_("Opening the book…"))
        self._day = QLabel()
        for label in (self._state, self._day):
            set_role(label, "faint")
        self._opened_at: datetime | None = None
        self._saved_at: datetime | None = None
        self._clock = QLabel()
        set_role(self._clock, "clock")
        self._lay_out()

    def take_over(self, before: "TopBar") -> None:
        """Say of the book what another bar said."""
        if before._saved_at is not None:
            self.show_saved(before._saved_at)
        elif before._opened_at is not None:
            self.show_opened(before._opened_at)

    def show_title(self, title: str) -> None:
        """The page's title, or the office's name on the desk page."""
        self._title.say(title)

    def show_moment(self, moment: datetime) -> None:
        """The office's date and time."""
        day = office_day(moment)
        weekday = weekday_name(day).title() if language() == "vi" else f"{day:%A}"
        self._day.setText(f"{weekday}, {short_date(day)}")
        self._clock.setText(clock_time(moment))

    def show_opened(self, moment: datetime) -> None:
        """The book is open; nothing was written yet."""
        self._opened_at = moment
        self._show_state("good", _("Book opened {time}").format(time=clock_time(moment)))

    def show_saved(self, moment: datetime) -> None:
        """The last change is in the book since then."""
        self._saved_at = moment
        self._show_state("good", _("Saved {time}").format(time=clock_time(moment)))

    def show_not_saved(self) -> None:
        """The last attempt to write failed; the notice says why."""
        self._show_state("bad", _("Not saved"))

    def _show_state(self, tone: str, text: str) -> None:
        self._dot.show_tone(tone)
        self._state.setText(text)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        row.addWidget(self._title, 1)
        state = QHBoxLayout()
        state.setSpacing(7)
        state.addWidget(self._dot)
        state.addWidget(self._state)
        row.addLayout(state)
        row.addWidget(self._day)
        row.addWidget(self._clock)
        for label in (self._title, self._state, self._day, self._clock):
            label.setTextFormat(Qt.TextFormat.PlainText)

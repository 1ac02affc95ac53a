"""What a paper about a period needs, in one consistent view of the book."""

from datetime import date

from bluezone_desk.domain.figures import DaySummary, day_figures
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.services.visits import figures_of, programmes_of
from bluezone_desk.store import visits


class Reports:
    """Reads only; usable on any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def day(self, day: date) -> DaySummary:
        """The day's figures and lines. `previous` is the latest earlier day with an entry, None on the first."""
        with self._session.book.reading() as connection:
            lines, carried = visits.on_day(connection, day), visits.carried_into(connection, day)
            figures = day_figures(day, lines, carried, programmes_of(office_in(connection), lines))
            earlier = visits.day_before(connection, day)
            previous = figures_of(connection, earlier) if earlier else None
        entered = tuple(line for line in lines if not line.voided)
        return DaySummary(figures, entered, carried, previous, self._session.clock.now())

"""The papers of the demo's day, as an office would hand them on."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.paper.inside_list import inside_list
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.workbook import visits_csv, visits_xlsx
from bluezone_desk.producing.make import make_paper, record_paper
from bluezone_desk.producing.order import ENDINGS, PaperKind, PaperOrder
from bluezone_desk.saving import save_whole
from bluezone_desk.services.opening import Desk

Paper = Callable[[], bytes]


def write_papers(desk: Desk, day: date, out: Path) -> tuple[Path, ...]:
    """Write every paper of the day, each whole or not at all. Raises DeskFault."""
    written = []
    for name, make in _papers(desk, day):
        save_whole(out / name, make())
        written.append(out / name)
    return tuple(written)


def _papers(desk: Desk, day: date) -> Iterator[tuple[str, Paper]]:
    summary, office = desk.reports.day(day), desk.settings.office()
    lines = desk.visits.select(VisitFilter(from_day=day, to_day=day))
    title = f"Sổ ra vào ngày {short_date(day)}"
    order = PaperOrder(PaperKind.DAILY, day, day, office)
    for ending in ENDINGS:
        yield order.name(ending), partial(_produced, desk, order, ending, summary.made_at)
    yield f"so-ra-vao-{day}.xlsx", lambda: visits_xlsx(lines, office.programmes, title)
    yield f"so-ra-vao-{day}.csv", lambda: visits_csv(lines, office.programmes, title)
    yield f"danh-sach-dang-o-trong-{day}.pdf", lambda: inside_list(desk.visits.inside(), office, summary.made_at)
    for language in ("vi", "vi+en"):
        request = PosterRequest(language=language, places=(office.desk_name,), printed_on=day)
        name = "poster-cua-a4.pdf" if language == "vi" else "poster-cua-a4-song-ngu.pdf"
        yield name, partial(_poster, request, office)


def _produced(desk: Desk, order: PaperOrder, ending: str, now: datetime) -> bytes:
    made = make_paper(desk, order, ending, now)
    record_paper(desk, made)
    return made.content


def _poster(request: PosterRequest, office: Office) -> bytes:
    return poster(request, office).pdf

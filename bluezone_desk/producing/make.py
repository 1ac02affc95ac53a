"""Making a paper: the book is read, the form is drawn whole in memory, and nothing is written anywhere.

Document libraries are imported when the first paper is made, so that a window stands without them.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.produced_paper import ProducedPaper
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.producing.figures import Figures, contact_figures, handover_figures, report_figures
from bluezone_desk.producing.order import ENDINGS, PaperKind, PaperOrder, require_days, require_short
from bluezone_desk.services.opening import Desk

if TYPE_CHECKING:
    from bluezone_desk.paper.wording_document import ReportOptions

#: Setting up an office and looking at its papers writes no more journal lines than this.
_LINES_OF_A_NEW_BOOK = 20
#: Told (done, of) now and then; raises to stop the work.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class MadePaper:
    """The bytes of one file, and what they say."""

    kind: PaperKind
    first: date
    last: date
    content: bytes
    figures: Figures
    #: What the book said of these days when they were read.
    state: str

    @property
    def sha256(self) -> str:
        """Hexadecimal, of the whole file."""
        return hashlib.sha256(self.content).hexdigest()


def make_paper(
    desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None = None
) -> MadePaper:
    """The paper in the form of `ending` (".pdf" and so on); reads the book, on any thread.

    Raises DeskFault: DAYS_*, OUTPUT_FORMAT, TEXT_TOO_LONG, GLYPH_MISSING, and what reading the book raises.
    """
    if ending not in ENDINGS:
        raise DeskFault(Trouble.OUTPUT_FORMAT, path=order.name(ending), allowed=", ".join(ENDINGS))
    require_days(order, office_day(now))
    require_short(order)
    if progress is not None:
        progress(0, 1)
    state = desk.papers.state(order.first, order.last)
    content, figures = _MAKERS[order.kind](desk, order, ending, now, progress)
    return MadePaper(order.kind, order.first, order.last, content, figures, state)


def record_paper(desk: Desk, made: MadePaper) -> ProducedPaper:
    """Write into the journal that this file left the program, with its digest and its figures.

    Belongs to the desk's own thread. Raises DeskFault when the book cannot be written.
    """
    told = {name: str(value) for name, value in made.figures.items()}
    return desk.papers.produced(made.kind.value, made.first, made.last, made.sha256, told, made.state)


_Made = tuple[bytes, Figures]


def _daily(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    summary, options = desk.reports.day(order.first), _options(order, now)
    _require_kept(desk, order, len(summary.lines) + len(summary.carried), now)
    match ending:
        case ".docx":
            from bluezone_desk.paper.daily_report_docx import daily_report_docx as draw
        case ".xlsx":
            from bluezone_desk.paper.daily_report_xlsx import daily_report_xlsx as draw
        case _:
            from bluezone_desk.paper.daily_report import daily_report as draw
    return draw(summary, order.office, options, progress), report_figures(summary.figures)


def _period(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    summary = desk.reports.period(order.first, order.last)
    _require_kept(desk, order, summary.figures.entries + summary.figures.carried_over, now)
    if progress is not None:
        progress(1, 2)
    match ending:
        case ".docx":
            from bluezone_desk.paper.period_report_docx import period_report_docx as draw
        case ".xlsx":
            from bluezone_desk.paper.period_report_xlsx import period_report_xlsx as draw
        case _:
            from bluezone_desk.paper.period_report import period_report as draw
    return draw(summary, order.office, _options(order, now)), report_figures(summary.figures)


def _register(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    lines = desk.visits.select(VisitFilter(order.first, order.last, with_voided=False))
    _require_kept(desk, order, len(lines), now)
    first, last, office, masked = order.first, order.last, order.office, order.masked
    match ending:
        case ".docx":
            from bluezone_desk.paper.register_docx import register_docx

            content = register_docx(lines, office, first, last, now, masked=masked, progress=progress)
        case ".xlsx":
            from bluezone_desk.paper.register_xlsx import register_xlsx

            content = register_xlsx(lines, office, first, last, now, masked=masked, progress=progress)
        case _:
            from bluezone_desk.paper.register import register_pdf

            content = register_pdf(lines, office, first, last, masked, progress)
    return content, {"rows": len(lines), "masked": int(masked)}


def _inside(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    lines = desk.visits.inside()
    match ending:
        case ".docx":
            from bluezone_desk.paper.inside_list_docx import inside_list_docx as draw
        case ".xlsx":
            from bluezone_desk.paper.inside_list_xlsx import inside_list_xlsx as draw
        case _:
            from bluezone_desk.paper.inside_list import inside_list as draw
    people = sum(1 + line.party for line in lines)
    return draw(lines, order.office, now, progress), {"visits": len(lines), "people": people}


def _contacts(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    """Nothing is read again: what was approved is what is printed."""
    found = order.contacts
    if found is None:
        raise DeskFault(Trouble.VISIT_NOT_NAMED)
    match ending:
        case ".docx":
            from bluezone_desk.paper.contact_list_docx import contact_list_docx as draw
        case ".xlsx":
            from bluezone_desk.paper.contact_list_xlsx import contact_list_xlsx as draw
        case _:
            from bluezone_desk.paper.contact_list import contact_list_pdf as draw
    return draw(found, order.office, progress), contact_figures(found)


def _handover(desk: Desk, order: PaperOrder, ending: str, now: datetime, progress: Progress | None) -> _Made:
    handover = desk.reports.handover(taken_by=order.taken_by, notes=order.notes)
    match ending:
        case ".docx":
            from bluezone_desk.paper.handover_list_docx import handover_list_docx as draw
        case ".xlsx":
            from bluezone_desk.paper.handover_list_xlsx import handover_list_xlsx as draw
        case _:
            from bluezone_desk.paper.handover_list import handover_list as draw
    return draw(handover, order.office, progress), handover_figures(handover)


_MAKERS: dict[PaperKind, Callable[[Desk, PaperOrder, str, datetime, Progress | None], _Made]] = {
    PaperKind.DAILY: _daily,
    PaperKind.PERIOD: _period,
    PaperKind.REGISTER: _register,
    PaperKind.INSIDE: _inside,
    PaperKind.CONTACTS: _contacts,
    PaperKind.HANDOVER: _handover,
}


def _require_kept(desk: Desk, order: PaperOrder, lines: int, now: datetime) -> None:
    """Raises DeskFault(DAYS_PURGED) when nothing is found in days older than the office keeps its visits.

    A report that says "nobody came" about lines that were erased would not be true; only a book in which nobody
    ever wrote may say so.
    """
    kept_days = order.office.retention_days
    if lines or (office_day(now) - order.last).days <= kept_days:
        return
    info = desk.care.info()
    if info.visits or info.lines > _LINES_OF_A_NEW_BOOK:
        facts = {"first": short_date(order.first), "last": short_date(order.last)}
        raise DeskFault(Trouble.DAYS_PURGED, days=kept_days, **facts)


def _options(order: PaperOrder, now: datetime) -> "ReportOptions":
    from bluezone_desk.paper.wording_document import ReportOptions

    return ReportOptions(
        order.number,
        order.with_register,
        order.masked,
        office_day(now),
        archive=order.archive,
        with_charts=order.with_charts,
    )

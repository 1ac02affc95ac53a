"""A set of reports as five offices would file them, one under each directive, and the lists a desk prints."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bluezone_desk.demo.day import Plan, arrivals, closing, morning
from bluezone_desk.demo.provinces import PROVINCES, Province
from bluezone_desk.demo.working import DayAtTheDesk
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.contact_list import ContactList
from bluezone_desk.domain.period import Period, week_of
from bluezone_desk.producing.make import make_paper, record_paper
from bluezone_desk.producing.order import PaperKind, PaperOrder
from bluezone_desk.saving import save_whole
from bluezone_desk.services.opening import Desk, open_desk

FOLDER = "reports"
#: Words that a clerk would write.
_REASON = "Khách báo có kết quả xét nghiệm dương tính, phục vụ truy vết"
_APPROVER, _TAKEN_BY = "Bùi Đức Mẫn, Chánh Văn phòng", "Đinh Thị Mẫu"
_NOTES = "Máy quét ở cổng phụ đọc chậm, đã báo Phòng Công nghệ thông tin."
_FORMS = (".pdf", ".docx")


def write_reports(out: Path, seed: int) -> tuple[Path, ...]:
    """Work the days of each office in a scratch book of its own and write its papers. Raises DeskFault."""
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for province in PROVINCES:
        with tempfile.TemporaryDirectory(prefix="bluezone-desk-demo-") as scratch:
            written += _office_papers(province, Path(scratch), folder, seed)
    return tuple(written)


def _office_papers(province: Province, scratch: Path, folder: Path, seed: int) -> Iterator[Path]:
    clock = SetClock(closing(province.first - timedelta(days=1)))
    with open_desk(scratch, clock, entropy=Random(seed).randbytes) as desk:
        directive = next(one for one in desk.settings.presets() if one.code == province.directive)
        desk.settings.change_office(province.office(desk.settings.office(), directive))
        for day in _working_days(province):
            arrived = arrivals(Plan(day, province.visits + day.toordinal() * 5 % 9, seed + day.toordinal()))
            worker = DayAtTheDesk(desk, clock, arrived, seed)
            worker.work(morning(day))
            worker.work(closing(day))
            if day != province.last:
                desk.closing.close_day([found.visit.visit_id for found in desk.closing.open_visits()])
        for order in _orders(province, desk):
            for ending in _FORMS:
                yield _left(desk, order, ending, clock, folder / f"{province.directive}-{order.name(ending)}")


def _working_days(province: Province) -> Iterable[date]:
    return (day for day in Period(province.first, province.last).days() if day.weekday() < 5)


def _orders(province: Province, desk: Desk) -> Iterator[PaperOrder]:
    """Each office's report of its last day; a period, contacts and a hand-over where the set shows them."""
    office, last = desk.settings.office(), province.last
    yield PaperOrder(PaperKind.DAILY, last, last, office, number=province.number)
    if province.first != last:
        week = week_of(last)
        yield PaperOrder(PaperKind.PERIOD, week.day_from, week.day_to, office, number=province.number)
    if province is PROVINCES[0]:
        busy = desk.visits.on_day(last)[province.visits // 3]
        asked = desk.reports.contacts(busy.visit_id, _REASON, _APPROVER)
        if isinstance(asked, ContactList):
            yield PaperOrder(PaperKind.CONTACTS, last, last, office, contacts=asked)
        yield PaperOrder(PaperKind.HANDOVER, last, last, office, taken_by=_TAKEN_BY, notes=_NOTES)


def _left(desk: Desk, order: PaperOrder, ending: str, clock: SetClock, path: Path) -> Path:
    made = make_paper(desk, order, ending, clock.now())
    save_whole(path, made.content)
    record_paper(desk, made)
    return path

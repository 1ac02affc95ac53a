"""One demo from an empty folder to its papers."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bluezone_desk.demo.day import Arrival, Plan, arrivals, closing, morning
from bluezone_desk.demo.office import DIRECTIVE_NUMBER, demo_office
from bluezone_desk.demo.papers import write_papers
from bluezone_desk.demo.posters import write_posters
from bluezone_desk.demo.reports import write_reports
from bluezone_desk.demo.screens import Screens
from bluezone_desk.demo.working import DayAtTheDesk, Progress
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.opening import Desk, open_desk


@dataclass(frozen=True, slots=True)
class Left:
    """What a demo left behind; `remarks` are whole sentences."""

    visits: int
    files: tuple[Path, ...]
    remarks: tuple[str, ...]


def run_demo(
    plan: Plan,
    out: Path,
    book_dir: Path | None = None,
    *,
    with_pictures: bool = True,
    with_posters: bool = True,
    with_reports: bool = True,
    progress: Progress | None = None,
) -> Left:
    """Work the plan's day into a scratch book, or into the empty book of `book_dir`; its papers go to `out`.

    Raises DeskFault: BOOK_HAS_VISITS before anything is touched, OUTPUT_FAILED.
    """
    _make_folder(out)
    planned = arrivals(plan)
    clock = SetClock(min(arrival.at for arrival in planned) - timedelta(minutes=30))
    keys = Random(plan.seed).randbytes
    with _folder(book_dir) as folder, open_desk(folder, clock, entropy=keys) as desk:
        info = desk.care.info()
        if info.visits:
            raise DeskFault(Trouble.BOOK_HAS_VISITS, path=folder)
        _set_up(desk)
        day = DayAtTheDesk(desk, clock, planned, plan.seed, progress)
        screens = Screens(desk, clock, out) if with_pictures else None
        day.work(morning(plan.day))
        if screens is not None:
            screens.take_desk(next((a.visitor.card for a in planned if _comes_next(a, plan.day)), ""))
        day.work(closing(plan.day))
        files = write_papers(desk, plan.day, out)
        if with_posters:
            files += write_posters(desk, plan.day, out)
        if with_reports:
            files += write_reports(out, plan.seed)
        if screens is not None:
            screens.take_others()
    pictures, remarks = (screens.taken, screens.remarks) if screens is not None else ([], [])
    return Left(len(planned), (*files, *pictures), tuple(remarks))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskFault(Trouble.OUTPUT_FAILED, path=out) from error


def _comes_next(arrival: Arrival, day: date) -> bool:
    return bool(arrival.visitor.card) and not arrival.is_back and arrival.at > morning(day)


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    if named is not None:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="bluezone-desk-demo-") as scratch:
        yield Path(scratch)


def _set_up(desk: Desk) -> None:
    presets = desk.settings.presets()
    directive = next((one for one in presets if one.number == DIRECTIVE_NUMBER), None)
    desk.settings.change_office(demo_office(desk.settings.office(), directive))

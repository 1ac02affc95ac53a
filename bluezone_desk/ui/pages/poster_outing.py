"""A poster on its way out: all its places made and proven, then printed or saved, then written down."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, poster
from bluezone_desk.paper.poster_batch import named_files, poster_each, release_facts
from bluezone_desk.paper.rendering import page_count, page_png
from bluezone_desk.saving import file_name
from bluezone_desk.services.poster_record import Posters, Release
from bluezone_desk.ui.latest_task import LatestTask
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.task_runner import Report, Runner

PNG_DPI = 200


@dataclass(frozen=True, slots=True)
class Order:
    """What is to leave; `made` is empty while it is still to be made."""

    request: PosterRequest
    office: Office
    made: ProvenPoster | None = None


class PosterOuting(QObject):
    """Makes what the preview has not shown whole, with progress and cancel, and records what left."""

    #: Pages proven so far, and of how many; only for orders that were not made yet.
    progressed = Signal(int, int)
    #: The making ended, well or not, or was cancelled.
    settled = Signal()
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, outlet: PaperOutlet, runner: Runner, posters: Posters) -> None:
        super().__init__(outlet)
        self._outlet = outlet
        self._posters = posters
        self._leaving: Release | None = None
        self._then: Callable[[object], None] | None = None
        self.making = LatestTask(runner, self, 0)
        self.making.progressed.connect(self.progressed)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._failed)
        outlet.left.connect(self._left)

    def print(self, order: Order) -> None:
        """Ask for a printer once all pages are proven."""
        self._with_whole(order, lambda made: self._send(order, made))

    def save(self, order: Order) -> None:
        """One PDF with a page or more for each place."""
        self._with_whole(order, lambda made: self._save(order, made))

    def save_each(self, order: Order) -> None:
        """A folder with a file for each place."""

        def out(made: object) -> None:
            files = named_files(order.request, made)  # type: ignore[arg-type]
            self._note(order, made, b"".join(hashlib.sha256(one).digest() for one in files.values()))  # type: ignore[arg-type]
            self._outlet.save_files(lambda report: files, name_of(order.request, "pdf"))

        self._make(lambda report: poster_each(order.request, order.office, report), out)

    def save_pictures(self, order: Order) -> None:
        """A PNG for each page."""
        self._with_whole(order, lambda made: self._save_pictures(order, made))

    def note_shown(self, request: PosterRequest, made: ProvenPoster) -> None:
        """A proven poster stands on the visitors' screen. Raises DeskFault when the book cannot be written."""
        facts = release_facts(request, (made,), hashlib.sha256(b"".join(made.pngs)).hexdigest())
        self._posters.poster_released(Release(**facts))

    def cancel(self) -> None:
        """Stop making; nothing was written."""
        self.making.forget()
        self.settled.emit()

    def _with_whole(self, order: Order, then: Callable[[ProvenPoster], None]) -> None:
        if order.made is not None:
            then(order.made)
            return
        self._make(
            lambda report: poster(order.request, order.office, report),
            lambda made: then(made) if isinstance(made, ProvenPoster) else None,
        )

    def _make(self, work: Callable[[Report], object], then: Callable[[object], None]) -> None:
        self._then = then
        self.making.ask(work)

    def _made(self, made: object) -> None:
        self.settled.emit()
        if self._then is not None:
            self._then(made)

    def _failed(self, error: object) -> None:
        self.settled.emit()
        self.failed.emit(error)

    def _send(self, order: Order, made: ProvenPoster) -> None:
        self._note(order, (made,), made.pdf)
        self._outlet.print(made.pdf, "Poster")

    def _save(self, order: Order, made: ProvenPoster) -> None:
        self._note(order, (made,), made.pdf)
        self._outlet.save(made.pdf, name_of(order.request, "pdf"))

    def _save_pictures(self, order: Order, made: ProvenPoster) -> None:
        def pictures(report: Report) -> list[bytes]:
            if made.pngs:
                return list(made.pngs)
            pages = page_count(made.pdf)
            drawn = []
            for page in range(pages):
                drawn.append(page_png(made.pdf, page, PNG_DPI))
                report(page + 1, pages)
            return drawn

        self._note(order, (made,), made.pdf)
        self._outlet.save_pictures(pictures, name_of(order.request, "png"), order.request.places)

    def _note(self, order: Order, made: Sequence[ProvenPoster], content: bytes) -> None:
        digest = hashlib.sha256(content).hexdigest()
        self._leaving = Release(**release_facts(order.request, made, digest))

    def _left(self) -> None:
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            return
        try:
            self._posters.poster_released(leaving)
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))


def name_of(request: PosterRequest, ending: str) -> str:
    """The name a file is offered under."""
    return file_name(f"poster-{request.template}-{request.size}", None, ending)

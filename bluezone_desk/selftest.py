"""What the installed program proves about itself: book, card, paper, poster, window, one check after another.

Everything happens in a folder of its own that is gone afterwards; the office's book is never opened.
"""

import importlib.util
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bluezone_desk.domain.clock import SetClock, office_day
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckedOut, CheckInDraft, CheckOutDraft
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk, open_desk

#: Invented; the serial 000000 is never issued.
CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Phố Thử Nghiệm, Hà Nội|01052021"
NAME = "Nguyễn Văn Mẫu"
START = datetime(2021, 8, 5, 1, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Check:
    """`detail` says what was seen, or why the check failed."""

    name: str
    ok: bool
    detail: str = ""


class Failed(Exception):  # noqa: N818 -- a check's answer
    """The check saw something else than it should."""


def checks() -> Iterator[Check]:
    """Every check in turn; one that fails does not stop the others."""
    with tempfile.TemporaryDirectory(prefix="bluezone-desk-self-test-", ignore_cleanup_errors=True) as folder:
        proof = _Proof(Path(folder))
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            (_("a new book is made and migrated"), proof.open_book),
            (_("a card is checked in"), proof.check_in),
            (_("the visitor is checked out"), proof.check_out),
            (_("the book adds up"), proof.verify),
            (_("the report's Vietnamese is read back"), proof.report),
            (_("the poster's code is decoded"), proof.poster),
            (_("every page of the window opens"), proof.window),
        )
        for name, step in steps:
            yield _tried(name, step)
        proof.close()


def _tried(name: str, step: Callable[[], str]) -> Check:
    try:
        return Check(name, True, step())
    except Exception as error:  # noqa: BLE001 -- whatever fails is this check's answer
        return Check(name, False, f"{type(error).__name__}: {error}")


class _Proof:
    """One scratch book, and what is tried on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = SetClock(START)
        self._opened: Desk | None = None

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()

    def open_book(self) -> str:
        self._opened = open_desk(self._folder / "book", self._clock)
        return f"SQLite {self._desk.care.info().sqlite_version}"

    @property
    def _desk(self) -> Desk:
        if self._opened is None:
            raise Failed("there is no book")
        return self._opened

    def check_in(self) -> str:
        seen = self._desk.people.recognise(CARD).identified
        name, number = getattr(seen, "name", ""), getattr(seen, "id_number", "")
        draft = CheckInDraft(
            request_id="self-test", name=name, id_number=number, checks=(AppCheck("bluezone", CheckState.RUNNING),)
        )
        outcome = self._desk.check_in.check_in(draft)
        if not isinstance(outcome, CheckedIn) or outcome.visit.name != NAME:
            raise Failed(repr(outcome))
        return outcome.visit.name

    def check_out(self) -> str:
        self._clock.advance(timedelta(minutes=20))
        line = self._desk.visits.inside()[0]
        outcome = self._desk.check_out.check_out(CheckOutDraft(visit_id=line.visit_id))
        if not isinstance(outcome, CheckedOut) or self._desk.visits.inside():
            raise Failed(repr(outcome))
        return ""

    def verify(self) -> str:
        found = self._desk.care.verify()
        if not found.ok:
            raise Failed(repr(found.first_bad))
        return _("{count} journal lines").format(count=found.lines_checked)

    def report(self) -> str:
        import pypdfium2

        from bluezone_desk.paper.daily_report import daily_report

        summary = self._desk.reports.day(office_day(START))
        pdf = pypdfium2.PdfDocument(daily_report(summary, self._desk.settings.office()))
        try:
            text = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
            pages = len(pdf)
        finally:
            pdf.close()
        for wanted in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", NAME):
            if wanted not in text:
                raise Failed(wanted)
        return _("{count} pages").format(count=pages)

    def poster(self) -> str:
        import io

        import zxingcpp
        from PIL import Image

        from bluezone_desk.paper.poster import PosterRequest, poster
        from bluezone_desk.paper.rendering import page_png

        made = poster(PosterRequest(), self._desk.settings.office())
        with Image.open(io.BytesIO(page_png(made.pdf, 0, 100))) as picture:
            found = zxingcpp.read_barcodes(picture)
        links = [code.text for code in found]
        if links != [made.proofs[0].link]:
            raise Failed(repr(links))
        return links[0]

    def window(self) -> str:
        if importlib.util.find_spec("PySide6") is None:
            return _("PySide6 is not installed: left out")
        from bluezone_desk.ui.screenshots import take

        pictures = take(self._desk, self._clock, self._folder)
        if not pictures or any(path.stat().st_size == 0 for path in pictures):
            raise Failed(repr(pictures))
        return ", ".join(path.stem for path in pictures)

"""Files a poster takes in: the office's logo and lists of places."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.logo import kept_logo, read_logo
from bluezone_desk.paper.place_list import read_places
from bluezone_desk.services.poster_record import KeptLogo, Posters
from bluezone_desk.ui import remembered
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.pages.poster_fields import PosterFields
from bluezone_desk.ui.qt_texts import speak_our_language

AskFile = Callable[[QWidget, str, str], Path | None]


def ask_file(window: QWidget, title: str, kinds: str) -> Path | None:
    """Ask which file to read; None when the user thought better of it."""
    speak_our_language()
    chosen, _kind = QFileDialog.getOpenFileName(window, title, str(remembered.folder()), kinds)
    return Path(chosen) if chosen else None


class PosterFiles(QObject):
    """Reads what is chosen, and says why it was not taken."""

    noticed = Signal(object)

    def __init__(self, window: QWidget, posters: Posters, fields: PosterFields) -> None:
        super().__init__(window)
        self._window = window
        self._posters = posters
        self._fields = fields
        self._kept: KeptLogo | None = None
        self.ask_file: AskFile = ask_file

    def show_kept(self) -> None:
        """The logo the book keeps, when it is another than the one shown."""
        kept = self._posters.logo()
        if kept != self._kept:
            self._kept = kept
            self._fields.set_logo(kept_logo(kept.png, kept.ground) if kept else None)

    def choose_logo(self) -> None:
        """Take a picture for every poster to come."""
        path = self.ask_file(self._window, _("The office's logo"), _("Pictures (*.png *.jpg *.jpeg)"))
        if path is not None:
            self._try(lambda: self._take_logo(path))

    def choose_list(self) -> None:
        """Take the places of a list, in place of those typed."""
        path = self.ask_file(self._window, _("A list of places"), _("Tables (*.csv *.xlsx *.xls *.ods *.txt)"))
        if path is not None:
            self._try(lambda: self._take_list(path))

    def _take_logo(self, path: Path) -> None:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DeskFault(Trouble.INPUT_FILE, path=path) from error
        logo = read_logo(content, path.name)
        self._posters.keep_logo(KeptLogo(logo.png, logo.ground_hex))
        self.show_kept()
        self._fields.changed.emit()

    def _take_list(self, path: Path) -> None:
        listed = read_places(path)
        self._fields.places.setPlainText("\n".join(listed.places))
        told = _("{count} places from {name}").format(count=len(listed.places), name=path.name)
        self.noticed.emit(Notice(told, "", "good", seconds=5))

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))

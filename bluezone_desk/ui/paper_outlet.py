"""How a finished paper leaves a page: to a file or to a printer, off the window's thread, and said truly."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.names import fold
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.saving import file_name, save_folder, save_whole
from bluezone_desk.ui import remembered
from bluezone_desk.ui.notices import Notice, notice_of
from bluezone_desk.ui.printing import print_pdf, require_printer
from bluezone_desk.ui.qt_texts import speak_our_language
from bluezone_desk.ui.task_runner import Report, Result, Runner, Task

AskPath = Callable[[QWidget, Path], Path | None]
AskPrinter = Callable[[QWidget, QPrinter], bool]
#: Called on the window's thread once a paper has left, to write it down.
Then = Callable[[], None]


def ask_path(window: QWidget, suggested: Path) -> Path | None:
    """Ask where to save; None when the user thought better of it."""
    speak_our_language()
    ending = suggested.suffix.lstrip(".")
    dialog = QFileDialog(window, _("Save the file"), str(suggested.parent), _file_kind(ending))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(suggested.name)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Save"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Cancel"))
    is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if is_chosen and chosen else None


def ask_printer(window: QWidget, printer: QPrinter) -> bool:
    """Let the user choose printer, copies and pages; False when cancelled."""
    speak_our_language()
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(_("Print"))
    is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_chosen


class PaperOutlet(QObject):
    """Saves and prints for one page. `noticed` carries the notices; `busy_changed` says whether work runs."""

    noticed = Signal(object)
    busy_changed = Signal(bool)
    #: What was asked for is on the disk, or every page of it at the printer.
    left = Signal()
    progressed = Signal(int, int)

    def __init__(self, window: QWidget, runner: Runner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self.ask_path: AskPath = ask_path
        self.ask_printer: AskPrinter = ask_printer
        self._task: Task | None = None

    def cancel(self) -> None:
        """Stop what is being made or printed; a file that is not whole yet does not appear."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.busy_changed.emit(False)

    def save(self, content: bytes, name: str, then: Then | None = None) -> None:
        """Ask for a place, then write exactly these bytes there."""
        self.save_made(lambda report: content, name, then)

    def save_made(self, make: Callable[[Report], bytes], name: str, then: Then | None = None) -> None:
        """The same for a file that is still to be made; it is made only once the place is known."""
        target = self.ask_path(self._window, remembered.folder() / name)
        if target is None:
            return

        def work(report: Report) -> Path:
            content = make(report)
            # Whoever stops the work before this line finds no file.
            report(1, 1)
            save_whole(target, content)
            return target

        def done(target: Path) -> None:
            self._saved(target)
            if then is not None:
                then()

        self._run(work, done)

    def save_pictures(self, make: Callable[[Report], list[bytes]], name: str, places: tuple[str, ...]) -> None:
        """Save one picture as a file, several as a new folder of the same name, all of them or none."""
        target = self.ask_path(self._window, remembered.folder() / name)
        if target is None:
            return

        def work(report: Report) -> Path:
            pictures = make(report)
            if len(pictures) == 1:
                save_whole(target, pictures[0])
                return target
            names = [
                file_name(f"{n:02} {fold(place)}", None, "png") for n, place in _numbered(places, len(pictures))
            ]
            return save_folder(target.with_suffix(""), dict(zip(names, pictures, strict=True)))

        self._run(work, self._saved)

    def save_files(self, make: Callable[[Report], Mapping[str, bytes]], name: str) -> None:
        """Save several files as a new folder called as `name` without its ending, all of them or none."""
        target = self.ask_path(self._window, remembered.folder() / name)
        if target is None:
            return
        self._run(lambda report: save_folder(target.with_suffix(""), make(report)), self._saved)

    def print(self, pdf: bytes, title: str, then: Then | None = None) -> None:
        """Ask for a printer, then print exactly these bytes. Says "sent" only when every page was taken."""
        try:
            chosen = require_printer()
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
        known = remembered.printer_name()
        if known in QPrinterInfo.availablePrinterNames():
            printer.setPrinterName(known)
        printer.setDocName(title)
        if not self.ask_printer(self._window, printer):
            return
        self.send(pdf, printer, then)

    def send(self, pdf: bytes, printer: QPrinter, then: Then | None = None) -> None:
        """Print these bytes on a printer that was chosen already."""
        name = printer.printerName()

        def done(pages: int) -> None:
            self.busy_changed.emit(False)
            if name:
                remembered.remember_printer(name)
            told = ngettext(
                "{count} page was sent to the printer.", "{count} pages were sent to the printer.", pages
            )
            self.noticed.emit(Notice(told.format(count=pages), name, "good", seconds=5))
            self.left.emit()
            if then is not None:
                then()

        self._run(lambda report: print_pdf(pdf, printer, report), done)

    def _run(self, work: Callable[[Report], Result], done: Callable[[Result], None]) -> None:
        self.busy_changed.emit(True)
        self._task = self._runner.run(work, done, self._failed, self.progressed.emit)

    def _saved(self, target: Path) -> None:
        self.busy_changed.emit(False)
        remembered.remember_folder(target.parent)
        self.noticed.emit(
            Notice(
                _("Saved {name}").format(name=target.name),
                str(target.parent),
                "good",
                seconds=12,
                action_text=_("Open the folder"),
                action=lambda: open_folder(target.parent),
            )
        )
        self.left.emit()

    def _failed(self, error: BaseException) -> None:
        self.busy_changed.emit(False)
        self.noticed.emit(notice_for(error))


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _numbered(places: tuple[str, ...], count: int) -> list[tuple[int, str]]:
    per_place = max(1, count // max(1, len(places)))
    return [(n + 1, places[min(n // per_place, len(places) - 1)] if places else "") for n in range(count)]


def _file_kind(ending: str) -> str:
    kinds = {
        "pdf": _("PDF paper (*.pdf)"),
        "docx": _("Word document (*.docx)"),
        "xlsx": _("Excel workbook (*.xlsx)"),
        "csv": _("CSV table (*.csv)"),
        "png": _("PNG picture (*.png)"),
        "txt": _("Plain text (*.txt)"),
    }
    return kinds[ending]


def notice_for(error: BaseException) -> Notice:
    """The notice of a known trouble; anything else is a bug and is raised on."""
    if not isinstance(error, DeskFault):
        raise error
    return notice_of(error)

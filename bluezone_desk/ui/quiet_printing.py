"""Printing without a question: to the printer remembered for this kind of paper, off the window's thread.

A printer that fails is said and nothing else: what was recorded is recorded, and the next visitor goes on.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.notices import notice_of
from bluezone_desk.ui.printing import print_pdf, require_printer
from bluezone_desk.ui.task_runner import Report, Runner


class QuietPrinting(QObject):
    """`make` gives the bytes, on a worker; `sent` comes when every page was taken, else `noticed`.

    One paper after the other: a printer that does not answer never takes more than one worker from the others.
    """

    sent = Signal(str)
    noticed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs: deque[Callable[[], object]] = deque()

    def print(
        self,
        make: Callable[[], bytes],
        title: str,
        printer_name: str = "",
        *,
        takes_any: bool = False,
        then: Callable[[str], None] | None = None,
    ) -> None:
        """Print on the named printer, the default one without a name; with `takes_any` also when it is gone.

        `then` is told the printer's name once every page of this paper was taken.
        """
        is_there = not takes_any or printer_name in QPrinterInfo.availablePrinterNames()
        try:
            chosen = require_printer(printer_name if is_there else "")
        except DeskFault as fault:
            self.noticed.emit(notice_of(fault))
            return
        printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        name = chosen.printerName()

        def work(report: Report) -> str:
            print_pdf(make(), printer, report)
            return name

        def done(printer: str) -> None:
            self.sent.emit(printer)
            if then is not None:
                then(printer)
            self._go_on()

        self._jobs.append(lambda: self._runner.run(work, done, self._failed))
        if len(self._jobs) == 1:
            self._jobs[0]()

    def _go_on(self) -> None:
        self._jobs.popleft()
        if self._jobs:
            self._jobs[0]()

    def _failed(self, error: BaseException) -> None:
        self._go_on()
        if not isinstance(error, DeskFault):
            raise error
        self.noticed.emit(notice_of(error))

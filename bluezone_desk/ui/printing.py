"""From the bytes of a PDF to a printer: the same bytes the preview showed, each page at its own size."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: Finer than this only fills memory: official text and QR codes are sharp at it.
MOST_DPI = 300


def require_printer(named: str = "") -> QPrinterInfo:
    """The named printer, else the default, else the first. Raises DeskFault(PRINTER_MISSING) when there is none.

    `QPrinter.isValid` says yes even when no printer is installed, so the list is asked.
    """
    known = QPrinterInfo.availablePrinters()
    if named:
        known = [info for info in known if info.printerName() == named]
    if not known:
        raise DeskFault(Trouble.PRINTER_MISSING, printer=named)
    return next((info for info in known if info.isDefault()), known[0])


def print_pdf(pdf: bytes, printer: QPrinter, progress: Callable[[int, int], None] | None = None) -> int:
    """Print the chosen pages of a PDF and return how many were handed to the printer.

    Raises DeskFault(PRINTER_FAILED) when the printer does not begin, cannot take a page, or reports an error:
    a return means that every page was accepted.
    """
    document, buffer = _open(pdf)
    try:
        pages = _chosen_pages(printer, document.pageCount())
        _print_pages(document, pages, printer, progress)
    finally:
        document.close()
        buffer.close()
    return len(pages)


def _open(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready or document.pageCount() == 0:
        raise DeskFault(Trouble.PRINTER_FAILED, printer="")
    return document, buffer


def _chosen_pages(printer: QPrinter, count: int) -> list[int]:
    first = max(1, printer.fromPage())
    last = min(count, printer.toPage() or count)
    return list(range(first - 1, last))


def _print_pages(
    document: QPdfDocument, pages: list[int], printer: QPrinter, progress: Callable[[int, int], None] | None
) -> None:
    painter = QPainter()
    is_whole = False
    try:
        for done, page in enumerate(pages):
            printer.setPageLayout(_layout(document.pagePointSize(page)))
            printer.setFullPage(True)
            is_ready = painter.begin(printer) if done == 0 else printer.newPage()
            if not is_ready:
                break
            _draw(document, page, painter, printer)
            if progress is not None:
                progress(done + 1, len(pages))
        else:
            is_whole = bool(pages)
    finally:
        if not is_whole:
            printer.abort()
        is_ended = painter.end() if painter.isActive() else False
    failed_states = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    if not is_whole or not is_ended or printer.printerState() in failed_states:
        raise DeskFault(Trouble.PRINTER_FAILED, printer=printer.printerName())


def _layout(points: QSizeF) -> QPageLayout:
    is_wide = points.width() > points.height()
    upright = QSizeF(points.height(), points.width()) if is_wide else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(), QPageLayout.Unit.Point)


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    dpi = min(printer.resolution(), MOST_DPI)
    size = (points * dpi / 72).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    layer = QPainter(image)
    layer.drawImage(0, 0, document.render(page, size))
    layer.end()
    target = (points * printer.resolution() / 72).toSize()
    painter.drawImage(QRect(0, 0, target.width(), target.height()), image)

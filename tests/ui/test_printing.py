"""Printing: what reaches the printer is what the preview showed, and a failure is never called printed."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.printing import print_pdf, require_printer
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui


def pdf_of(*sizes: tuple[float, float]) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, invariant=1)
    for number, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.rect(72, 72, 72, 72, fill=1)
        canvas.drawString(200, 200, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(path))
    return printer


def sizes_of(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


def rounded(size: tuple[float, float]) -> tuple[int, int]:
    return round(size[0]), round(size[1])


def test_each_page_prints_at_its_own_size_and_way(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    seen: list[tuple[int, int]] = []
    count = print_pdf(pdf_of(A4, landscape(A4), A5), printer_to(target), lambda done, of: seen.append((done, of)))
    assert count == 3
    assert seen == [(1, 3), (2, 3), (3, 3)]
    for printed, asked in zip(sizes_of(target), (A4, landscape(A4), A5), strict=True):
        assert printed == pytest.approx(rounded(asked), abs=1)


def test_what_is_printed_lies_where_the_paper_has_it(qapp: object, tmp_path: Path) -> None:
    import pypdfium2

    target = tmp_path / "printed.pdf"
    print_pdf(pdf_of(A4), printer_to(target))
    image = pypdfium2.PdfDocument(target)[0].render(scale=1).to_pil().convert("L")
    box = [image.getpixel(spot) for spot in ((78, 842 - 78), (138, 842 - 138))]
    outside = [image.getpixel(spot) for spot in ((60, 842 - 60), (156, 842 - 156))]
    assert max(box) < 40
    assert min(outside) > 240


def test_only_the_chosen_pages_print(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    printer = printer_to(target)
    printer.setFromTo(2, 3)
    assert print_pdf(pdf_of(A4, A5, A5, A4), printer) == 2
    assert [size == pytest.approx(rounded(A5), abs=1) for size in sizes_of(target)] == [True, True]


@pytest.mark.qt_log_ignore("^QPainter::begin")
def test_a_printer_that_does_not_begin_is_not_called_printed(qapp: object, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "no-such-folder" / "printed.pdf")
    with pytest.raises(DeskFault) as fault:
        print_pdf(pdf_of(A4), printer)
    assert fault.value.code is Trouble.PRINTER_FAILED


def test_a_printer_that_dies_between_pages_is_not_called_printed(qapp: object, tmp_path: Path) -> None:
    class DyingPrinter(QPrinter):
        def newPage(self) -> bool:
            return False

    printer = DyingPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with pytest.raises(DeskFault) as fault:
        print_pdf(pdf_of(A4, A4), printer)
    assert fault.value.code is Trouble.PRINTER_FAILED


def test_bytes_that_are_no_pdf_are_refused(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(DeskFault):
        print_pdf(b"not a pdf", printer_to(tmp_path / "printed.pdf"))
    assert not (tmp_path / "printed.pdf").exists()


def test_without_a_printer_it_says_so(qapp: object) -> None:
    with pytest.raises(DeskFault) as fault:
        require_printer("a printer nobody has")
    assert fault.value.code is Trouble.PRINTER_MISSING
    assert fault.value.facts == {"printer": "a printer nobody has"}


@pytest.mark.parametrize("dies", ["between pages", "at the end"])
def test_a_paper_whose_printer_dies_in_the_middle_left_nothing(
    qapp: object, qtbot: QtBot, tmp_path: Path, dies: str
) -> None:
    class DyingPrinter(QPrinter):
        def newPage(self) -> bool:
            return dies != "between pages" and super().newPage()

        def printerState(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error if dies == "at the end" else super().printerState()

    printer = DyingPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page = QWidget()
    qtbot.addWidget(page)
    outlet = PaperOutlet(page, InlineTaskRunner())
    told: list[Notice] = []
    written_down: list[str] = []
    outlet.noticed.connect(told.append)
    outlet.left.connect(lambda: written_down.append("left"))
    outlet.send(pdf_of(A4, A4), printer, lambda: written_down.append("journal"))
    assert [notice.tone for notice in told] == ["bad"]
    assert written_down == []

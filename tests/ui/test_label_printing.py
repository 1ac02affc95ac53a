"""Labels on a printer that works, dies in the middle of a job, or hangs: said truly, and nobody is held."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, VisitLine
from bluezone_desk.sentences import fault_sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import quiet_printing, remembered
from bluezone_desk.ui.label_printing import LabelPrinting
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.task_runner import TaskRunner

pytestmark = pytest.mark.gui


class Labels:
    """The printer of the tests: what it took lies in a folder, and it fails from the label on that is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dies_at = 99
        self.begun = 0

    def printerName(self) -> str:
        return "Zebra"

    def printer(self, _info: object, mode: QPrinter.PrinterMode) -> QPrinter:
        self.begun += 1
        is_dying = self.begun >= self.dies_at

        class Printer(QPrinter):
            def printerState(self) -> QPrinter.PrinterState:
                return QPrinter.PrinterState.Error if is_dying else super().printerState()

        made = Printer(mode)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(self.folder / f"{self.begun}.pdf"))
        return made


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Labels]:
    made = Labels(tmp_path)
    made.printer.__func__.PrinterMode = QPrinter.PrinterMode  # type: ignore[attr-defined]
    monkeypatch.setattr(quiet_printing, "require_printer", lambda _named="": made)
    monkeypatch.setattr(quiet_printing, "QPrinter", made.printer)
    remembered.remember_label_choice("Zebra", "62x100", each=True)
    yield made
    remembered.remember_label_choice("", "62x100", each=False)


@pytest.fixture
def told(window: MainWindow) -> list[Notice]:
    """Every notice the window was given."""
    notices: list[Notice] = []
    page = window.page
    assert page is not None
    page.noticed.connect(notices.append)
    return notices


def enter(hands: Hands, number: int) -> None:
    hands.scan(f"0010900000{number:02}||Khách Mẫu {number}|15081990|Nam|Hà Nội|01052021")
    if not hands.page.form.host.control.text():
        hands.page.form.host.control.set_text("Một cửa")
    hands.press(Qt.Key.Key_1)
    hands.page.keys.settle()
    hands.record()


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_printer_that_dies_in_the_middle_holds_nobody(
    window: MainWindow, desk: Desk, labels: Labels, told: list[Notice]
) -> None:
    hands = Hands(window)
    labels.dies_at = 3
    for number in range(5):
        enter(hands, number)
        assert hands.page.form.is_blank
        assert hands.focus is hands.page.field
    assert len(desk.visits.inside()) == 5
    assert [notice.tone for notice in told] == ["bad", "bad", "bad"]
    assert told[-1].title in fault_sentence(DeskFault(Trouble.PRINTER_FAILED))
    assert window.notices.isVisible()
    labels.dies_at = 99
    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (told[-1].tone, "Khách Mẫu 4" in told[-1].title) == ("good", True)


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_labels_that_print_by_themselves_move_nothing_on_the_page(
    window: MainWindow, labels: Labels, told: list[Notice]
) -> None:
    hands = Hands(window)
    enter(hands, 1)
    assert (labels.begun, told) == (1, [])
    assert not window.notices.isVisible()
    labels.dies_at = 2
    enter(hands, 2)
    assert [notice.tone for notice in told] == ["bad"]
    labels.dies_at = 99
    enter(hands, 3)
    enter(hands, 4)
    assert [notice.tone for notice in told] == ["bad", "good"]


def visit(desk: Desk, name: str) -> VisitLine:
    outcome = desk.check_in.check_in(CheckInDraft(name, name, host="Một cửa"))
    assert isinstance(outcome, CheckedIn)
    return outcome.visit


def test_a_printer_that_hangs_takes_one_worker_and_each_label_is_told_by_its_own_name(
    qtbot: QtBot, desk: Desk, labels: Labels, threaded_runner: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    answers = Event()
    real: Callable[..., int] = quiet_printing.print_pdf

    def hang(*given: object) -> int:
        assert answers.wait(20)
        return real(*given)

    monkeypatch.setattr(quiet_printing, "print_pdf", hang)
    printing, notices, free = LabelPrinting(threaded_runner), [], []
    printing.noticed.connect(notices.append)
    for name in ("Vũ Hà", "Lê Anh", "Bùi Ý"):
        printing.print(visit(desk, name), desk.settings.office())
    threaded_runner.run(lambda _report: 1, free.append)
    qtbot.waitUntil(lambda: free == [1])
    assert notices == []
    answers.set()
    qtbot.waitUntil(lambda: len(notices) == 3)
    for name, notice in zip(("Vũ Hà", "Lê Anh", "Bùi Ý"), notices, strict=True):
        assert name in notice.title

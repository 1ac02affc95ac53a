"""What the report page asks: days, people remembered, a contact list with its reason, and work that is stopped."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.producing.order import PaperKind
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.report_days import ReportDays
from bluezone_desk.ui.task_runner import InlineTaskRunner, TaskRunner

pytestmark = pytest.mark.gui

TODAY = date(2020, 8, 5)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    remembered.memory().clear()
    yield
    remembered.memory().clear()


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock) -> ReportPage:
    for name in ("Lò Thị Thủy", "Bùi Văn Nhượng"):
        desk.check_in.check_in(CheckInDraft(name, name, department="Văn phòng"))
    clock.advance(timedelta(minutes=20))
    return shown(qtbot, ReportPage(desk, runner, clock))


def shown(qtbot: QtBot, made: ReportPage) -> ReportPage:
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.making.made):
        made.entered()
    return made


@pytest.mark.parametrize(
    ("index", "first", "last"),
    [
        (0, date(2020, 8, 3), date(2020, 8, 9)),
        (1, date(2020, 7, 27), date(2020, 8, 2)),
        (3, date(2020, 7, 1), date(2020, 7, 31)),
        (4, date(2020, 7, 1), date(2020, 9, 30)),
        (6, date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_named_period_is_its_days(qapp: QApplication, index: int, first: date, last: date) -> None:
    days = ReportDays(TODAY)
    days.show_as(is_span=True, with_periods=True)
    days.period.setCurrentIndex(index)
    days.period.activated.emit(index)
    assert days.days() == (first, last)
    days.show_as(is_span=False, with_periods=False)
    assert days.days()[0] == (TODAY if first <= TODAY <= last else last)


def test_a_named_period_moves_on_with_the_calendar(qapp: QApplication) -> None:
    days = ReportDays(TODAY)
    days.show_as(is_span=True, with_periods=True)
    days.choose_week()
    days.set_today(date(2020, 8, 10))
    assert days.days() == (date(2020, 8, 10), date(2020, 8, 16))
    days.first.set_day(date(2020, 8, 11))
    days.set_today(date(2020, 8, 18))
    assert days.days() == (date(2020, 8, 11), date(2020, 8, 16))


def test_a_day_to_come_is_a_sentence_and_nothing_to_print(qtbot: QtBot, page: ReportPage) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    with qtbot.waitSignal(page.making.failed):
        page.options.days.first.set_day(TODAY + timedelta(days=1))
    assert "06/8/2020" in page.preview.message
    assert [notice.tone for notice in notices] == ["bad"]
    assert not page.options.print.isEnabled()


def test_who_was_on_a_paper_that_left_is_offered_with_the_next(
    qtbot: QtBot, page: ReportPage, desk: Desk, clock: SetClock, runner: InlineTaskRunner, tmp_path: Path
) -> None:
    head = page.options.head
    with qtbot.waitSignal(page.making.made):
        head.signatory.setEditText("Đinh Thị Mẫu, KT. Giám đốc, Phó Giám đốc")
        head.recipients.setEditText("Sở Y tế; Lưu: VT, TH")
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    page.save_pdf()
    head.signatory.setEditText("Người Chưa Ký, Giám đốc")
    again = shown(qtbot, ReportPage(desk, runner, clock)).options.head
    assert again.signatory.findText("Đinh Thị Mẫu, KT. Giám đốc, Phó Giám đốc") == 1
    assert again.recipients.findText("Sở Y tế; Lưu: VT, TH") == 1
    assert again.signatory.count() == 2
    again.signatory.setCurrentIndex(1)
    signing = again.read_into(desk.settings.office()).signatory
    assert (signing.authority, signing.on_behalf_of, signing.title) == ("KT.", "Giám đốc", "Phó Giám đốc")


def test_contacts_are_refused_at_the_field_and_asked_once(qtbot: QtBot, page: ReportPage, desk: Desk) -> None:
    fields = page.options.contact
    page.options.choose_kind(PaperKind.CONTACTS)
    assert page.preview.pdf == b""
    assert not page.options.print.isEnabled()
    lines = desk.care.info().lines
    fields.ask.click()
    assert fields.reason.property("tone") == "bad"
    fields.reason.setText("Khách báo tiếp xúc gần")
    fields.ask.click()
    assert fields.approver.property("tone") == "bad"
    assert desk.care.info().lines == lines
    fields.approver.setText("Bùi Đức Mẫn")
    with qtbot.waitSignal(page.making.made):
        fields.ask.click()
    assert desk.care.info().lines == lines + 1
    assert page.preview.pdf.startswith(b"%PDF")
    fields.minutes.setValue(30)
    assert page.preview.pdf == b""


def test_a_visit_is_found_by_typing_without_marks(page: ReportPage, desk: Desk) -> None:
    page.options.choose_kind(PaperKind.CONTACTS)
    fields = page.options.contact
    completer = fields.visit.completer()
    assert completer is not None
    completer.setCompletionPrefix("nhuong")
    fields.visit.setEditText(completer.currentCompletion())
    assert fields.visit_id == next(line.visit_id for line in desk.visits.inside() if line.name == "Bùi Văn Nhượng")
    fields.visit.setEditText("nhuong")
    assert fields.visit_id == ""


@pytest.fixture
def slow(
    qtbot: QtBot, dressed: QApplication, desk: Desk, threaded_runner: TaskRunner, clock: SetClock
) -> ReportPage:
    return shown(qtbot, ReportPage(desk, threaded_runner, clock))


def test_a_slow_paper_shows_how_far_it_is_and_stops_on_esc(
    qtbot: QtBot, slow: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_stopped = Event()

    def endless(*_asked: object) -> None:
        report = _asked[-1]
        assert callable(report)
        try:
            for done in range(10_000_000):
                report(done, 10_000_000)
        finally:
            is_stopped.set()

    monkeypatch.setattr("bluezone_desk.ui.pages.report.make_paper", endless)
    slow.ask()
    qtbot.waitUntil(slow.progress.isVisible)
    qtbot.waitUntil(lambda: slow.progress.bar.maximum() == 10_000_000)
    QTest.keyClick(slow, Qt.Key.Key_Escape)
    qtbot.waitUntil(is_stopped.is_set)
    assert slow.progress.isHidden()
    assert slow.preview.message


def test_a_printer_remembered_but_gone_is_not_asked_for(page: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered.remember_printer("Máy in tầng 2")
    asked: list[str] = []
    monkeypatch.setattr(
        "bluezone_desk.ui.paper_outlet.require_printer", lambda named="": QPrinterInfo.defaultPrinter()
    )

    def ask(_window: QWidget, printer: QPrinter) -> bool:
        asked.append(printer.printerName())
        return False

    page.outlet.ask_printer = ask
    page.print_paper()
    assert asked == [""]

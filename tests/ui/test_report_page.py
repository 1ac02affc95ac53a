"""The report page: the paper of the last options, the same bytes shown, saved and printed, and true failures."""

import errno
import os
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.report_making import Kind, recipients_text, with_recipients, with_signatory
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock) -> ReportPage:
    check = AppCheck("bluezone", CheckState.RUNNING)
    desk.check_in.check_in(CheckInDraft("r1", "Lò Thị Thủy", id_number="017190000000", checks=(check,)))
    clock.advance(timedelta(minutes=20))
    made = ReportPage(desk, runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.making.made):
        made.entered()
    return made


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def press(qtbot: QtBot, page: ReportPage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    with qtbot.waitSignal(page.making.made):
        QTest.keyClick(page, key, modifiers)
    return text_of(page.preview.pdf)


def test_the_days_report_is_shown_at_once(page: ReportPage) -> None:
    text = text_of(page.preview.pdf)
    assert "BÁO CÁO" in text
    assert "Lò Thị Thủy" in text
    assert "017190000000" not in text
    assert page.preview.where.startswith("Trang 1 / ")


def test_a_day_without_visits_is_a_true_report(qtbot: QtBot, page: ReportPage) -> None:
    text = press(qtbot, page, Qt.Key.Key_Y, ALT)
    assert "04/8/2020" in text
    assert "Lò Thị Thủy" not in text
    assert "05/8/2020" in press(qtbot, page, Qt.Key.Key_T, ALT)


def test_number_signatory_recipients_reach_the_paper(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.making.made):
        page.options.number.setText("86")
        page.options.signatory.setEditText("Đinh Thị Mẫu, Phó Chánh Văn phòng")
        page.options.recipients.setText("Như trên; Sở Y tế; Lưu: VT, TH")
    text = text_of(page.preview.pdf)
    for part in ("86/BC", "Đinh Thị Mẫu", "PHÓ CHÁNH VĂN PHÒNG", "Sở Y tế", "VT, TH"):
        assert part in text


def test_without_the_annex_nobody_is_named(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.making.made):
        page.options.with_register.setChecked(False)
    assert "Lò Thị Thủy" not in text_of(page.preview.pdf)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_offered_makes_a_paper_and_a_workbook(
    qtbot: QtBot, page: ReportPage, kind: Kind, tmp_path: Path
) -> None:
    button = page.options.kinds.button(tuple(Kind).index(kind))
    if not button.isChecked():
        with qtbot.waitSignal(page.making.made):
            button.setChecked(True)
    assert "Lò Thị Thủy" in text_of(page.preview.pdf)
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    page.save_xlsx()
    made = list(tmp_path.glob("*.xlsx"))
    assert len(made) == 1
    assert made[0].read_bytes().startswith(b"PK")


def test_the_report_can_be_had_for_word(page: ReportPage, tmp_path: Path) -> None:
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    page.options.save_docx.click()
    words = [paragraph.text for paragraph in Document(str(tmp_path / "bao-cao-ngay-2020-08-05.docx")).paragraphs]
    assert any("BÁO CÁO" in text for text in words)


def test_what_is_saved_is_what_is_shown(page: ReportPage, tmp_path: Path) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    QTest.keyClick(page, Qt.Key.Key_S, CONTROL)
    saved = tmp_path / "bao-cao-ngay-2020-08-05.pdf"
    assert saved.read_bytes() == page.preview.pdf
    assert [notice.tone for notice in notices] == ["good"]
    assert notices[0].action is not None


def test_saving_right_after_a_change_saves_the_changed_paper(page: ReportPage, tmp_path: Path) -> None:
    page.outlet.ask_path = lambda window, suggested: tmp_path / "p.pdf"
    page.options.number.setText("99")
    page.save_pdf()
    assert "99/BC" in text_of((tmp_path / "p.pdf").read_bytes())
    assert (tmp_path / "p.pdf").read_bytes() == page.preview.pdf


def test_a_full_disk_keeps_the_old_file(page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "p.pdf"
    target.write_bytes(b"old")
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    page.outlet.ask_path = lambda window, suggested: target

    def no_room(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    page.save_pdf()
    assert [notice.tone for notice in notices] == ["bad"]
    assert target.read_bytes() == b"old"
    assert list(tmp_path.glob(".*part")) == []
    assert page.options.save_pdf.isEnabled()


def test_printing_sends_every_page_and_says_so(page: ReportPage, tmp_path: Path) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(96)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.outlet.send(page.preview.pdf, printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == page.preview.pages.page_count
    assert [notice.tone for notice in notices] == ["good"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_never_called_printed(page: ReportPage, tmp_path: Path) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    page.outlet.send(page.preview.pdf, printer)
    assert [notice.tone for notice in notices] == ["bad"]


def test_without_a_printer_a_notice_says_so(page: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    monkeypatch.setattr("bluezone_desk.ui.printing.QPrinterInfo.availablePrinters", list)
    QTest.keyClick(page, Qt.Key.Key_P, CONTROL)
    assert [notice.tone for notice in notices] == ["bad"]
    assert "PDF" in notices[0].body


def test_a_letter_no_font_has_is_a_notice_and_nothing_to_print(qtbot: QtBot, page: ReportPage) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    with qtbot.waitSignal(page.making.failed):
        page.options.signatory.setEditText("Nguyễn \U0001f642 Mẫu, Chánh Văn phòng")
    assert [notice.tone for notice in notices] == ["bad"]
    assert page.preview.message
    assert page.preview.pdf == b""
    assert not page.options.print.isEnabled()
    with qtbot.waitSignal(page.making.made):
        page.options.signatory.setEditText("Nguyễn Văn Mẫu, Chánh Văn phòng")
    assert page.options.print.isEnabled()


def test_days_turned_round_are_turned_back(page: ReportPage) -> None:
    page.options.kinds.button(tuple(Kind).index(Kind.REGISTER)).setChecked(True)
    page.options.first.set_day(date(2020, 8, 5))
    page.options.last.set_day(date(2020, 8, 1))
    wish = page.options.wish()
    assert (wish.first, wish.last) == (date(2020, 8, 1), date(2020, 8, 5))
    assert wish.name("pdf") == "so-ra-vao-2020-08-01-2020-08-05.pdf"


def test_recipients_and_signatory_read_back() -> None:
    office = with_recipients(Office(), "Lãnh đạo Sở; ; Sở Y tế; Lưu: VT, TH.")
    assert office.recipients == ("Lãnh đạo Sở", "Sở Y tế")
    assert office.archive == "VT, TH"
    assert recipients_text(office) == "Lãnh đạo Sở; Sở Y tế; Lưu: VT, TH"
    signing = with_signatory(office, "Nguyễn Thu Hiền, Phó Giám đốc, phụ trách").signatory
    assert (signing.name, signing.title) == ("Nguyễn Thu Hiền", "Phó Giám đốc, phụ trách")

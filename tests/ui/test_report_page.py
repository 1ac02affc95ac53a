"""The report page: the paper of the last options, the same bytes shown, saved and printed, and true failures."""

import errno
import os
from contextlib import nullcontext
from datetime import date, timedelta
from hashlib import sha256
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
from bluezone_desk.domain.office import Office, Signatory
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.producing.order import PaperKind
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.report_people import recipients_text, signatory_text, with_recipients, with_signatory
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
        page.options.head.number.setText("86")
        page.options.head.signatory.setEditText("Đinh Thị Mẫu, Phó Chánh Văn phòng")
        page.options.head.recipients.setEditText("Như trên; Sở Y tế; Lưu: VT, TH")
    text = text_of(page.preview.pdf)
    for part in ("86/BC", "Đinh Thị Mẫu", "PHÓ CHÁNH VĂN PHÒNG", "Sở Y tế", "VT, TH"):
        assert part in text


def test_without_the_annex_nobody_is_named(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.making.made):
        page.options.head.with_register.setChecked(False)
    assert "Lò Thị Thủy" not in text_of(page.preview.pdf)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_kind_offered_makes_a_paper_in_each_of_its_forms(
    qtbot: QtBot, page: ReportPage, desk: Desk, kind: PaperKind, tmp_path: Path
) -> None:
    if kind is not PaperKind.DAILY:
        with qtbot.waitSignal(page.making.made) if kind is not PaperKind.CONTACTS else nullcontext():
            page.options.choose_kind(kind)
    if kind is PaperKind.CONTACTS:
        page.options.contact.reason.setText("Khách báo tiếp xúc gần")
        page.options.contact.approver.setText("Bùi Đức Mẫn")
        with qtbot.waitSignal(page.making.made):
            page.options.contact.ask.click()
    assert ("01" if kind is PaperKind.PERIOD else "Lò Thị Thủy") in text_of(page.preview.pdf)
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    buttons = {".pdf": page.options.save_pdf, ".docx": page.options.save_docx, ".xlsx": page.options.save_xlsx}
    for ending, button in buttons.items():
        button.click()
        (made,) = tmp_path.glob(f"*{ending}")
        paper = desk.papers.check(sha256(made.read_bytes()).hexdigest())
        assert paper is not None
        assert (paper.kind, paper.has_changed) == (kind.value, False)


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
    page.options.head.number.setText("99")
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
        page.options.head.signatory.setEditText("Nguyễn \U0001f642 Mẫu, Chánh Văn phòng")
    assert [notice.tone for notice in notices] == ["bad"]
    assert page.preview.message
    assert page.preview.pdf == b""
    assert not page.options.print.isEnabled()
    with qtbot.waitSignal(page.making.made):
        page.options.head.signatory.setEditText("Nguyễn Văn Mẫu, Chánh Văn phòng")
    assert page.options.print.isEnabled()


def test_days_turned_round_are_turned_back(page: ReportPage) -> None:
    page.options.choose_kind(PaperKind.REGISTER)
    page.options.days.first.set_day(date(2020, 8, 5))
    page.options.days.last.set_day(date(2020, 8, 1))
    order = page.options.order()
    assert (order.first, order.last) == (date(2020, 8, 1), date(2020, 8, 5))
    assert order.name("pdf") == "so-ra-vao-2020-08-01-2020-08-05.pdf"


def test_recipients_and_signatory_read_back() -> None:
    office = with_recipients(Office(), "Lãnh đạo Sở; ; Sở Y tế; Lưu: VT, TH.")
    assert office.recipients == ("Lãnh đạo Sở", "Sở Y tế")
    assert office.archive == "VT, TH"
    assert recipients_text(office) == "Lãnh đạo Sở; Sở Y tế; Lưu: VT, TH"
    signing = with_signatory(office, "Nguyễn Thu Hiền, Phó Giám đốc, phụ trách").signatory
    assert (signing.name, signing.title) == ("Nguyễn Thu Hiền", "Phó Giám đốc, phụ trách")


@pytest.mark.parametrize(
    "signing",
    [
        Signatory("Bùi Đức Mẫn", "Chánh Văn phòng", "TL.", "Giám đốc"),
        Signatory("Bùi Đức Mẫn", "Phó Giám đốc", "KT.", "Giám đốc"),
        Signatory("Bùi Đức Mẫn", "Giám đốc", "Q."),
        Signatory("Bùi Đức Mẫn", "Chủ tịch", "TM.", "Ủy ban nhân dân"),
        Signatory("Bùi Đức Mẫn", "Giám đốc"),
        Signatory("", "Thủ trưởng đơn vị"),
    ],
)
def test_on_whose_authority_somebody_signs_survives_the_field(signing: Signatory) -> None:
    office = Office(signatory=signing)
    again = with_signatory(office if not signing.name else Office(), signatory_text(office))
    assert again.signatory == signing

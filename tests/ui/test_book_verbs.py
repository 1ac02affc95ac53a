"""Correcting, voiding, joining and undoing in the book, through the real dialogs on a real book."""

from datetime import timedelta

import pytest
from conftest import NCOVI, OFFICE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, CheckOutDraft
from bluezone_desk.producing.order import PaperKind
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.dialogs.correction import CorrectionDialog
from bluezone_desk.ui.dialogs.merging import MergeDialog
from bluezone_desk.ui.dialogs.reason import ReasonDialog
from bluezone_desk.ui.dialogs.separating import SeparateDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.report import ReportPage

pytestmark = pytest.mark.gui


def enter(desk: Desk, name: str, **more: object) -> str:
    checks = (AppCheck("bluezone", CheckState.RUNNING),)
    draft = CheckInDraft(f"r-{name}-{more}", name, department="Một cửa", checks=checks, **more)  # type: ignore[arg-type]
    outcome = desk.check_in.check_in(draft)
    assert isinstance(outcome, CheckedIn), outcome
    return outcome.visit.visit_id


def book(qtbot: QtBot, window: MainWindow, visit_id: str) -> BookPage:
    window.show_page(PageName.BOOK)
    page = window.page
    assert isinstance(page, BookPage)
    qtbot.waitUntil(lambda: page.model.row_of(visit_id) >= 0)
    page.list.choose(visit_id)
    return page


def front() -> object:
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def test_a_correction_wants_a_change_and_a_reason_and_tells_old_and_new(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    visit = enter(desk, "Lò Thị Thủy", id_number="017190000000")
    page = book(qtbot, window, visit)
    page.verbs.correct()
    dialog = front()
    assert isinstance(dialog, CorrectionDialog)
    assert not dialog.main.isEnabled()
    name, state = dialog.fields["name"].control, dialog.fields["check.bluezone"].control
    assert isinstance(name, QLineEdit)
    assert isinstance(state, QComboBox)
    name.setText("Lò Thị Thúy")
    state.setCurrentIndex(state.findData("reactivated"))
    dialog.confirm()
    assert dialog.problem
    assert desk.visits.visit(visit).name == "Lò Thị Thủy"  # type: ignore[union-attr]
    dialog.reason.set_text("Gõ nhầm")
    dialog.confirm()
    line = desk.visits.visit(visit)
    assert line is not None
    assert (line.name, line.state("bluezone")) == ("Lò Thị Thúy", CheckState.REACTIVATED)
    qtbot.waitUntil(lambda: "Lò Thị Thủy → Lò Thị Thúy" in page.details.history_text)
    assert "Gõ nhầm" in page.details.history_text
    assert "017190000000" not in page.details.history_text


def test_a_refused_correction_is_said_at_its_field(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    page = book(qtbot, window, enter(desk, "Lò Thị Thủy"))
    page.verbs.correct()
    dialog = front()
    assert isinstance(dialog, CorrectionDialog)
    phone = dialog.fields["phone"].control
    assert isinstance(phone, QLineEdit)
    phone.setText("12")
    dialog.reason.set_text("thử")
    dialog.confirm()
    assert dialog.fields["phone"].problem
    assert dialog.isVisible()
    dialog.reject()


def test_moments_are_the_offices_whatever_this_computer_thinks(
    qtbot: QtBot, window: MainWindow, desk: Desk, clock: SetClock
) -> None:
    visit = enter(desk, "Bùi Văn Nhượng")
    clock.advance(timedelta(minutes=30))
    desk.check_out.check_out(CheckOutDraft(visit_id=visit))
    page = book(qtbot, window, visit)
    page.verbs.correct()
    dialog = front()
    assert isinstance(dialog, CorrectionDialog)
    shown = {field.key: field.before for field in dialog._corrections}
    assert shown["entered_at"] == "08:42 05/8/2020"
    assert shown["left_at"] == "09:12 05/8/2020"
    assert dialog.changes() == {}
    dialog.reject()


def test_voiding_asks_why_and_undo_brings_the_line_back(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    visit = enter(desk, "Quách Thị Én")
    page = book(qtbot, window, visit)
    page.verbs.void()
    dialog = front()
    assert isinstance(dialog, ReasonDialog)
    dialog.confirm()
    assert dialog.problem
    dialog.reason.set_text("Ghi hai lần")
    dialog.confirm()
    assert desk.visits.visit(visit).voided  # type: ignore[union-attr]
    page.verbs.undo()
    assert not desk.visits.visit(visit).voided  # type: ignore[union-attr]
    assert window.notices.isVisible()


def test_two_records_are_joined_and_taken_apart(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    first = enter(desk, "Vũ Hải Yến", id_number="017190000000", phone="0912000678")
    desk.check_out.check_out(CheckOutDraft(visit_id=first))
    second = enter(desk, "Vũ Thị Hải Yến", id_number="113000000", phone="0912000678")
    page = book(qtbot, window, second)
    page.verbs.merge()
    dialog = front()
    assert isinstance(dialog, MergeDialog)
    kept, other = dialog.pair
    assert kept.visitor_id != other.visitor_id
    dialog.reason.set_text("Đã đối chiếu với thẻ")
    dialog.confirm()
    one, two = (desk.visits.visit(visit) for visit in (first, second))
    assert one is not None
    assert two is not None
    assert one.visitor_id == two.visitor_id
    page.verbs._unmerge(other.visitor_id)
    one, two = (desk.visits.visit(visit) for visit in (first, second))
    assert one is not None
    assert two is not None
    assert one.visitor_id != two.visitor_id


def test_records_joined_long_ago_come_apart_from_the_details_and_by_name(
    qtbot: QtBot, window: MainWindow, desk: Desk, clock: SetClock
) -> None:
    first = enter(desk, "Vũ Hải Yến", id_number="017190000000", phone="0912000678")
    desk.check_out.check_out(CheckOutDraft(visit_id=first))
    second = enter(desk, "Vũ Thị Hải Yến", id_number="113000000", phone="0912000678")
    page = book(qtbot, window, second)
    assert not page.details.separate.isVisible()
    kept, other = (desk.visits.visit(visit) for visit in (first, second))
    assert kept is not None
    assert other is not None
    desk.merge.merge(kept.visitor_id, other.visitor_id, "Cùng một người")
    clock.advance(timedelta(hours=3))
    page.search()
    qtbot.waitUntil(page.details.separate.isVisible)
    QTest.mouseClick(page.details.separate, Qt.MouseButton.LeftButton)
    dialog = front()
    assert isinstance(dialog, SeparateDialog)
    assert "113000000" not in dialog.other.currentText()
    dialog.confirm()
    assert dialog.problem
    dialog.reason.set_text("Hai người khác nhau")
    dialog.confirm()
    assert [desk.visits.visit(visit).visitor_id for visit in (first, second)] == [  # type: ignore[union-attr]
        kept.visitor_id,
        other.visitor_id,
    ]
    qtbot.waitUntil(lambda: not page.details.separate.isVisible())
    by_name = [one for one in window.actions_everywhere.commands() if one.act == page.verbs.separate]
    by_name[0].act()
    assert front() is None
    assert "Vũ" in window.notices.accessibleDescription()


def test_every_programme_can_be_corrected(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    from dataclasses import replace

    desk.settings.change_office(
        replace(OFFICE, directive=replace(OFFICE.directive, programmes=(*OFFICE.programmes, NCOVI)))
    )
    page = book(qtbot, window, enter(desk, "Hà Thị Mỵ"))
    page.verbs.correct()
    dialog = front()
    assert isinstance(dialog, CorrectionDialog)
    assert {"check.bluezone", "check.ncovi"} <= set(dialog.fields)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_company_leads_to_the_list_that_asks_why(
    qtbot: QtBot, window: MainWindow, desk: Desk, clock: SetClock
) -> None:
    visit, other = enter(desk, "Lò Thị Thủy"), enter(desk, "Quách Thị Én")
    clock.advance(timedelta(minutes=31))
    desk.check_out.check_out(CheckOutDraft(visit_id=other))
    page = book(qtbot, window, visit)
    assert "Quách Thị Én, 31" in page.details.company.told
    page.details.company.ask.click()
    report = window.page
    assert isinstance(report, ReportPage)
    fields = report.options.contact
    assert (report.options.kind, fields.visit_id) == (PaperKind.CONTACTS, visit)
    assert fields.reason.hasFocus()
    assert report.options.contacts is None
    fields.reason.setText("Truy vết theo yêu cầu")
    fields.approver.setText("Bà Giám đốc")
    fields.ask.click()
    assert report.options.contacts is not None
    assert report.options.contacts.subject.visit_id == visit


def test_a_figure_of_the_desk_leads_to_its_lines(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    helped = (AppCheck("bluezone", CheckState.INSTALLED_HERE),)
    enter(desk, "Lò Thị Thủy"), enter(desk, "Vũ Hà")
    gone = enter(desk, "Quách Thị Én")
    desk.check_in.check_in(CheckInDraft("r9", "Bùi Văn Nhượng", department="Một cửa", checks=helped))
    desk.check_out.check_out(CheckOutDraft(visit_id=gone))
    for name, names in (
        ("helped", {"Bùi Văn Nhượng"}),
        ("exits", {"Quách Thị Én"}),
        ("entries", {"Lò Thị Thủy", "Vũ Hà", "Quách Thị Én", "Bùi Văn Nhượng"}),
    ):
        window.show_page(PageName.DESK)
        figure = getattr(window.page.figures, name)  # type: ignore[union-attr]
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
        page = window.page
        assert isinstance(page, BookPage)
        assert int(figure.text) == len(names)
        qtbot.waitUntil(lambda page=page, names=names: {line.name for line in page.model.lines} == names)

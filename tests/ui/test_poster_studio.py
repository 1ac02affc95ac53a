"""The studio: everything typed can be undone, long lists are made whole before they leave, releases are noted."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.office import BLUEZONE, Directive, Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper.rendering import page_count
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.poster import PosterPage
from bluezone_desk.ui.pages.poster_sites import PosterSites
from bluezone_desk.ui.pages.poster_templates import MESSAGES
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock) -> PosterPage:
    made = PosterPage(desk, runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.making.made):
        made.entered()
    made.options.paper.setCurrentIndex(2)
    made.making.when_fresh(lambda: None)
    return made


def now(page: PosterPage) -> None:
    """What was asked for is made without waiting for more typing."""
    page.making.when_fresh(lambda: None)


def notices_of(page: PosterPage) -> list[Notice]:
    heard: list[Notice] = []
    page.noticed.connect(heard.append)
    return heard


def workbook(path: Path, places: list[str]) -> Path:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet().write_column(0, 0, ["Vị trí", *places])
    book.close()
    path.write_bytes(out.getvalue())
    return path


def test_every_edit_is_undone_and_done_again_in_turn(page: PosterPage) -> None:
    page.options.headline.setText("Mở Bluezone tại đây")
    now(page)
    page.options.places.setPlainText("Cổng sau")
    now(page)
    page.templates.choose("tent")
    now(page)
    page.undo()
    assert (page.templates.key, page.options.places.toPlainText()) == ("door", "Cổng sau")
    page.undo()
    assert page.options.places.toPlainText() == "Cổng chính"
    page.undo()
    assert page.options.headline.text() == ""
    page.redo()
    page.redo()
    assert page.options.headline.text() == "Mở Bluezone tại đây"
    assert page.options.places.toPlainText() == "Cổng sau"
    now(page)
    assert page.request().places == ("Cổng sau",)


def test_undo_is_one_key_in_any_field_and_takes_the_whole_page_back(page: PosterPage) -> None:
    page.options.headline.setText("Mở Bluezone tại đây")
    now(page)
    page.options.link.setFocus()
    QTest.keyClick(page.options.link, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.options.headline.text() == ""
    QTest.keyClick(page.options.link, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.options.headline.text() in ("", "Mở Bluezone tại đây")
    page.making.forget()


def test_a_directive_brings_its_link_and_its_words(page: PosterPage) -> None:
    codes = [page.options.fields.directive.itemData(n) for n in range(page.options.fields.directive.count())]
    page.options.fields.directive.setCurrentIndex(codes.index("quang-ngai-2021"))
    assert page.options.link.text() == "https://www.bluezone.gov.vn/tai-lieu"
    assert page.options.fields.office.directive.code == "quang-ngai-2021"
    page.options.link.setText("https://bluezone.vn")
    page.options.fields.directive.setCurrentIndex(codes.index("binh-duong-12"))
    assert page.options.link.text() == "https://bluezone.vn"
    page.making.forget()


def test_two_apps_offer_a_sheet_each_or_one_for_both(page: PosterPage, desk: Desk) -> None:
    ncovi = Programme("ncovi", "NCOVI", "https://apps.apple.com/vn/app/ncovi/id1501934178")
    desk.settings.change_office(Office(name="Sở", directive=Directive("x", programmes=(BLUEZONE, ncovi))))
    page.options.link.clear()
    page.office_updated()
    assert page.options.link.text() == ""
    page.ask()
    now(page)
    assert page.preview.pages.page_count == 2
    choice = page.options.fields.codes
    choice.setCurrentIndex(choice.findData("together"))
    now(page)
    assert page.preview.pages.page_count == 1
    assert "58 mm" in page.options._proof_text.text()
    choice.setCurrentIndex(choice.findData("ncovi"))
    now(page)
    assert {proof.link for proof in page._released.proofs} == {ncovi.link}  # type: ignore[union-attr]


def test_a_list_is_read_and_made_whole_before_it_leaves(page: PosterPage, desk: Desk, tmp_path: Path) -> None:
    heard = notices_of(page)
    listed = workbook(tmp_path / "p.xlsx", [f"Phòng {n}" for n in range(1, 15)])
    page.files.ask_file = lambda window, title, kinds: listed
    page.options.fields.read_list.click()
    now(page)
    assert page.preview.pages.page_count == 3
    assert "14" in page.options.print.text()
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    page.save_pdf()
    page.outing.making.when_fresh(lambda: None)
    assert page_count((tmp_path / "poster-door-a5.pdf").read_bytes()) == 14
    assert desk.posters.last_release()["places"] == 14
    page.options.fields.file_each.setChecked(True)
    page.save_pdf()
    page.outing.making.when_fresh(lambda: None)
    files = sorted(path.name for path in (tmp_path / "poster-door-a5").iterdir())
    assert (len(files), files[-1]) == (14, "door-14-phong-14.pdf")
    assert [notice.tone for notice in heard] == ["good"] * 3
    assert page.options.print.isEnabled()


def test_what_is_not_a_list_leaves_the_places_as_they_were(page: PosterPage, tmp_path: Path) -> None:
    heard = notices_of(page)
    bad = tmp_path / "p.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    page.files.ask_file = lambda window, title, kinds: bad
    page.options.fields.read_list.click()
    assert page.options.places.toPlainText() == "Cổng chính"
    assert [notice.tone for notice in heard] == ["bad"]


def test_many_posters_can_be_cancelled_and_nothing_leaves(page: PosterPage, desk: Desk, tmp_path: Path) -> None:
    page.options.places.setPlainText("\n".join(f"Phòng {n}" for n in range(20)))
    now(page)
    asked: list[Path] = []
    page.outlet.ask_path = lambda window, suggested: asked.append(suggested)
    page.save_pdf()
    page.outing.cancel()
    assert asked == []
    assert desk.posters.last_release() == {}
    assert page.options.save_pdf.isEnabled()
    page.making.forget()


def test_a_save_thought_better_of_is_no_release(page: PosterPage, desk: Desk) -> None:
    page.outlet.ask_path = lambda window, suggested: None
    page.save_pdf()
    assert desk.posters.last_release() == {}


def test_a_folder_that_cannot_be_written_is_said_and_not_noted(
    page: PosterPage, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(page)
    (tmp_path / "file").write_bytes(b"x")
    page.outlet.ask_path = lambda window, suggested: tmp_path / "file" / suggested.name
    page.save_pdf()
    assert [notice.tone for notice in heard] == ["bad"]
    assert desk.posters.last_release() == {}


def test_the_offices_logo_is_kept_and_one_that_is_none_is_refused(
    qtbot: QtBot, page: PosterPage, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(page)
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"GIF89a")
    page.files.ask_file = lambda window, title, kinds: logo
    page.options.fields.choose_logo.click()
    assert [notice.tone for notice in heard] == ["bad"]
    assert not page.options.fields.with_logo.isEnabled()
    Image.new("RGB", (200, 100), "red").save(logo)
    page.options.fields.choose_logo.click()
    now(page)
    assert page._released is not None
    assert {proof.level for proof in page._released.proofs} == {"H"}
    assert desk.posters.logo() is not None
    page.options.fields.with_logo.setChecked(False)
    now(page)
    assert {proof.level for proof in page._released.proofs} == {"Q"}


def test_a_site_is_allowed_from_the_page_but_never_a_look_alike(qtbot: QtBot, desk: Desk) -> None:
    dialog = PosterSites(desk.links)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.host.setText("bluez0ne.gov.vn")
    dialog.purpose.setText("x")
    dialog.add.click()
    assert dialog._host_field.problem
    dialog.host.setText("hoabinh.gov.vn")
    dialog.purpose.clear()
    dialog.add.click()
    assert dialog._purpose_field.problem
    dialog.purpose.setText("Cổng tỉnh")
    with qtbot.waitSignal(dialog.sites_changed):
        dialog.add.click()
    assert desk.links.own() == {"hoabinh.gov.vn": "Cổng tỉnh"}
    dialog.listed.setCurrentRow(1)
    assert not dialog.remove.isEnabled()
    dialog.listed.setCurrentRow(0)
    dialog.remove.click()
    assert desk.links.own() == {}


def test_the_second_screen_is_toggled_or_said_to_be_missing(page: PosterPage, desk: Desk) -> None:
    heard = notices_of(page)
    page.options.show_second.click()
    assert [notice.tone for notice in heard] == ["bad"]
    screen = QGuiApplication.primaryScreen()
    page.second._screens = lambda: [screen, screen]
    page.options.show_second.click()
    assert page.second.show_window is not None
    assert desk.posters.last_release()["template"] == "screen-wide"
    page.options.dwell.setValue(20)
    assert page.second.show_window._timer.interval() == 20_000
    assert page.second.show_window.count == 4
    page.toggle_second_screen()
    assert page.second.show_window is None


def test_messages_are_counted_stripped_copied_and_saved(page: PosterPage, tmp_path: Path) -> None:
    page.templates.choose(MESSAGES)
    panel = page.messages
    assert page.stack.currentWidget() is panel
    assert "UCS-2" in panel.told.text()
    first = panel.text.toPlainText()
    panel.no_marks.setChecked(True)
    assert panel.text.toPlainText().isascii()
    assert "GSM-7" in panel.told.text()
    panel.text.undo()
    assert panel.text.toPlainText() == first
    QTest.keyClick(panel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == first
    panel.kinds.button(2).setChecked(True)
    assert "giây" in panel.told.text()
    panel.reading.setText("trang a")
    panel.reading.editingFinished.emit()
    assert "trang a" in panel.text.toPlainText()
    panel.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    panel.save_txt.click()
    panel.save_docx.click()
    assert sorted(path.name for path in tmp_path.glob("tin-*")) == ["tin-loudspeaker.docx", "tin-loudspeaker.txt"]
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.templates.key == MESSAGES
    panel.link.setText("http://bluezone.gov.vn")
    panel.link.editingFinished.emit()
    assert panel._link_field.problem


def test_f11_shows_the_poster_from_any_page(window: MainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    poster_page = window.made(PageName.POSTER)
    assert isinstance(poster_page, PosterPage)
    poster_page.second._screens = lambda: [screen, screen]
    before = window.page
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert poster_page.second.is_on
    assert window.page is before
    window.actions_everywhere.toggle_second_screen()
    assert not poster_page.second.is_on

"""Another language, colour or size of text: seen at once, in the same window, with nothing lost that was begun."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk import i18n
from bluezone_desk.devices.scanner import End, Road, Scan
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.book_kinds import INSIDE
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.pages.poster import PosterPage
from bluezone_desk.ui.pages.report import ReportPage
from bluezone_desk.ui.pages.settings import SettingsPage
from bluezone_desk.ui.theme import theme

pytestmark = pytest.mark.gui

LOOK_SECTION = 5
CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Hà Nội|01052021"


@pytest.fixture(autouse=True)
def as_before(dressed: QApplication) -> Iterator[None]:
    before = remembered.appearance()
    yield
    remembered.remember_appearance(before)
    i18n.use_language(before.language)


def settings(window: MainWindow) -> SettingsPage:
    window.show_page(PageName.SETTINGS)
    assert isinstance(window.page, SettingsPage)
    window.page.sections.button(LOOK_SECTION).setChecked(True)
    return window.page


def desk_page(window: MainWindow) -> DeskPage:
    window.show_page(PageName.DESK)
    assert isinstance(window.page, DeskPage)
    return window.page


def choose_english(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    """By keyboard: the language below, with the arrow key."""
    page = settings(window)
    page.look_form.language.setFocus()
    QTest.keyClick(page.look_form.language, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page is not page)
    assert isinstance(window.page, SettingsPage)
    return window.page


def test_the_language_changes_at_once_and_the_keyboard_stays_where_it_was(
    qtbot: QtBot, window: MainWindow
) -> None:
    after = choose_english(qtbot, window)
    assert after.sections.checkedId() == LOOK_SECTION
    assert QApplication.focusWidget() is after.look_form.language
    assert after.look_form.language.currentData() == "en"
    assert after.look_form.title == "Appearance"
    window.show_page(PageName.BOOK)
    assert window.navigation._buttons[PageName.BOOK].text() == "Visitor book"


def test_a_language_of_the_command_line_is_shown_and_can_be_left(qtbot: QtBot, window: MainWindow) -> None:
    i18n.use_language("en")
    window.dress_again()
    page = settings(window)
    assert page.look_form.language.currentData() == "en"
    QTest.keyClick(page.look_form.language, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: window.page is not page)
    assert i18n.language() == remembered.appearance().language == "vi"


def test_no_window_but_ours_is_shown_while_pages_are_made(qtbot: QtBot, window: MainWindow) -> None:
    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    shown: list[str] = []
    watch = Watch()
    for name in PageName:
        window.show_page(name)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    choose_english(qtbot, window)
    app.removeEventFilter(watch)
    assert shown == []


def test_size_and_colours_change_at_once(qtbot: QtBot, window: MainWindow) -> None:
    page = settings(window)
    page.look_form.scale.setCurrentIndex(2)
    page.look_form.scale.activated.emit(2)
    qtbot.waitUntil(lambda: window.page is not page)
    after = settings(window)
    assert after.look_form.scale.font().pixelSize() == 18
    assert theme().percent == 125
    after.look_form.schemes.button(1).click()
    qtbot.waitUntil(lambda: window.page is not after)
    assert theme().is_dark
    assert theme().percent == 125


def test_the_visitor_in_the_form_and_who_waits_are_kept(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    page = desk_page(window)
    page.take_scan(CARD)
    page.form.host.control.set_text("Tổ 1")
    page.form.plate.control.setText("28A-000.00")
    page.checks.choose(6)
    page.gate.reason.setText("điện thoại cũ")
    page.take_scan(CARD.replace("001090000000", "017190000000").replace("Nguyễn Văn Mẫu", "Lò Thị Mẫu"))
    before = page.draft("r")
    choose_english(qtbot, window)
    after = desk_page(window)
    assert after is not page
    assert after.draft("r") == before
    assert before.birth_date
    assert after.form.organisation.control.cursorPosition() == 0
    assert before.checks[0].state is CheckState.DECLINED
    after._record()
    assert [line.name for line in desk.visits.inside()] == ["Nguyễn Văn Mẫu"]
    assert after.form.name.control.text() == "Lò Thị Mẫu"


def test_what_was_begun_on_other_pages_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(PageName.REPORT)
    report = window.page
    assert isinstance(report, ReportPage)
    report.options.head.number.setText("12/BC-VP")
    report.options.handover.notes.setText("Thẻ 07 ở ngăn kéo")
    window.show_page(PageName.POSTER)
    poster = window.page
    assert isinstance(poster, PosterPage)
    poster.options.fields.places.setPlainText("Cổng chính\nNhà xe")
    choose_english(qtbot, window)
    window.show_page(PageName.REPORT)
    assert isinstance(window.page, ReportPage)
    assert window.page is not report
    assert window.page.options.head.number.text() == "12/BC-VP"
    assert window.page.options.handover.notes.text() == "Thẻ 07 ở ngăn kéo"
    window.show_page(PageName.POSTER)
    assert isinstance(window.page, PosterPage)
    assert window.page.options.fields.places.toPlainText() == "Cổng chính\nNhà xe"


def test_what_the_book_is_asked_for_is_kept(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    for number, host in enumerate(("Ông Bình", "Bà Lan")):
        desk.check_in.check_in(CheckInDraft(f"r{number}", "Lê Anh", host=host))
    window.show_page(PageName.BOOK)
    book = window.page
    assert isinstance(book, BookPage)
    qtbot.waitUntil(lambda: book.filters.host.findData("Bà Lan") > 0)
    book.filters.host.setCurrentIndex(book.filters.host.findData("Bà Lan"))
    book.filters.state.choose(INSIDE)
    book.filters.words.setText("anh")
    book.filters.show_days(*book.filters.days)
    wanted = book.filters.filter()
    choose_english(qtbot, window)
    window.show_page(PageName.BOOK)
    assert isinstance(window.page, BookPage)
    assert window.page is not book
    assert window.page.filters.filter() == wanted


def test_changes_that_are_not_saved_come_first(qtbot: QtBot, window: MainWindow) -> None:
    page = settings(window)
    page.office_form.place.setText("Đắk Nông")
    assert page.look_form._scale._below.isVisible()
    QTest.keyClick(page.look_form.language, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert window.page is page
    assert i18n.language() == "vi"
    page.save()
    qtbot.waitUntil(lambda: window.page is not page)
    assert i18n.language() == "en"
    assert page.desk.settings.office().place == "Đắk Nông"


def test_the_scanner_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    hub = window.scanners
    choose_english(qtbot, window)
    hub.take(Scan(CARD, Road.SERIAL, End.ENTER))
    page = window.page
    assert isinstance(page, DeskPage)
    assert page.form.name.control.text() == "Nguyễn Văn Mẫu"


def test_the_visitors_screen_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    poster = window.made(PageName.POSTER)
    assert isinstance(poster, PosterPage)
    poster.second._screens = lambda: [screen, screen]
    poster.toggle_second_screen()
    shown = poster.second.show_window
    assert shown is not None
    choose_english(qtbot, window)
    after = window.made(PageName.POSTER)
    assert isinstance(after, PosterPage)
    assert after is not poster
    assert shown.isVisible()
    assert after.second.show_window is shown
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not after.second.is_on
    assert after.second.show_window is None

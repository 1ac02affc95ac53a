"""The book's table paints its cells itself: what stands on the screen is what the lines say, scrolled or not."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.pages.book_table import NAME, BookTable
from bluezone_desk.ui.pages.book_view import BookView
from bluezone_desk.ui.theme import theme

pytestmark = pytest.mark.gui

LINES = 60


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, clock: SetClock) -> BookView:
    check = (AppCheck("bluezone", CheckState.DECLINED),)
    for number in range(LINES):
        clock.advance(timedelta(minutes=1))
        name = f"Nguyễn Thị Khánh {'Huyền ' * (number % 7)}Số {number}"
        desk.check_in.check_in(CheckInDraft(f"r{number}", name, department="Một cửa", checks=check))
    model = BookTable(desk.settings.office().programmes)
    model.feed(desk.visits.on_day(clock.now().date()), has_days=False)
    made = BookView(model)
    qtbot.addWidget(made)
    made.verticalHeader().setDefaultSectionSize(36)
    made.resize(900, 480)
    made.show()
    qtbot.waitExposed(made)
    # The last key of an earlier test may have left Ctrl held: a row would be chosen besides another.
    QTest.keyClick(made, Qt.Key.Key_Escape)
    QApplication.processEvents()
    return made


def on_screen(view: BookView) -> QImage:
    """What was put on the screen, moved parts included; no painting of its own."""
    for _turn in range(2):  # A column's new width is first only noted.
        QApplication.processEvents()
    box = QRect(view.viewport().mapToGlobal(QPoint(0, 0)), view.viewport().size())
    return (
        view.screen()
        .grabWindow(0, box.x(), box.y(), box.width(), box.height())
        .toImage()
        .convertToFormat(QImage.Format.Format_RGB32)
    )


def painted_anew(view: BookView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def inks(image: QImage, box: QRect) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }


@pytest.mark.parametrize("steps", [(1, 1, 1), (3, -2, 17), (40, -1, -30), (43,)])
def test_a_scrolled_list_shows_what_a_list_painted_anew_shows(view: BookView, steps: tuple[int, ...]) -> None:
    bar = view.verticalScrollBar()
    for step in steps:
        bar.setValue(bar.value() + step)
        assert on_screen(view) == painted_anew(view)


def test_the_chosen_row_has_its_ground_and_loses_it(view: BookView) -> None:
    place = QPoint(view.columnViewportPosition(1) + 4, view.rowViewportPosition(2) + 4)
    view.selectRow(2)
    assert on_screen(view).pixelColor(place) == theme().colour("selected")
    view.selectRow(5)
    assert on_screen(view).pixelColor(place) == theme().colour("card")


def test_a_state_is_a_pill_in_its_tone_and_a_name_is_ink(view: BookView) -> None:
    model = view.model()
    assert isinstance(model, BookTable)
    name = view.visualRect(model.index(0, model.column_at(NAME)))
    state = view.visualRect(model.index(0, model.column_at("programme:bluezone")))
    image = on_screen(view)
    assert theme().colour("ink").name() in inks(image, name)
    assert {theme().colour("bad_soft").name(), theme().colour("bad_text").name()} <= inks(image, state)


def test_words_without_room_are_cut_inside_their_column(view: BookView) -> None:
    model = view.model()
    assert isinstance(model, BookTable)
    column = model.column_at(NAME)
    view.setColumnWidth(column, 60)
    box = view.visualRect(model.index(5, column))
    edge = QRect(box.right() - 8, box.top() + 4, 8, box.height() - 8)
    assert inks(on_screen(view), edge) == {theme().colour("card").name()}

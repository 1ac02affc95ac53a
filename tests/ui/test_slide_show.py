"""The visitors' screen: turns for days without growing, outlives its cable, ends by Esc, and names nobody."""

import gc
import tracemalloc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.slides import TALL, Slides, usual_slides
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.second_screen import SecondScreen
from bluezone_desk.ui.slide_show import SlideShow

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def made() -> Slides:
    return usual_slides(Office(name="Sở Thông tin và Truyền thông"))


class Cable:
    """A second screen that can be pulled out; off-screen there is one real screen, which plays both."""

    def __init__(self) -> None:
        self.is_in = True
        screen = QGuiApplication.primaryScreen()
        assert screen is not None
        self.screen: QScreen = screen

    def screens(self) -> list[QScreen]:
        return [self.screen, self.screen] if self.is_in else [self.screen]

    def pull(self) -> None:
        self.is_in = False
        application().screenRemoved.emit(self.screen)

    def plug(self) -> None:
        self.is_in = True
        application().screenAdded.emit(self.screen)


def application() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app


@pytest.fixture
def cable(qapp: QApplication) -> Cable:
    return Cable()


@pytest.fixture
def second(qtbot: QtBot, cable: Cable) -> Iterator[SecondScreen]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SecondScreen(window, cable.screens)
    yield made
    made.take_down()


def test_the_pictures_are_a_poster_steps_a_warning_and_a_greeting(made: Slides) -> None:
    assert len(made.pictures) == 4
    assert made.proven.proofs[0].link == "https://www.bluezone.gov.vn"
    assert len(usual_slides(Office(name="Sở"), TALL).pictures) == 4


def test_days_of_turning_leave_nothing_behind(qtbot: QtBot, made: Slides) -> None:
    show = SlideShow()
    qtbot.addWidget(show)
    show.resize(320, 180)
    show.set_pictures(made.pictures)
    show.show()

    def turn(times: int) -> None:
        for _ in range(times):
            show.advance()
            show.repaint()

    turn(40)
    gc.collect()
    objects = len(gc.get_objects())
    tracemalloc.start()
    turn(400)
    gc.collect()
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(gc.get_objects()) - objects < 50
    assert grown < 60_000
    assert show.place == 440 % 4


def test_it_turns_by_itself_and_by_keys(qtbot: QtBot, made: Slides) -> None:
    show = SlideShow()
    qtbot.addWidget(show)
    show.set_pictures(made.pictures)
    show.start(QRect(0, 0, 640, 360))
    assert show.is_turning
    show._timer.setInterval(5)
    qtbot.waitUntil(lambda: show.place == 2)
    show._timer.setInterval(100_000)
    before = show.place
    QTest.keyClick(show, Qt.Key.Key_Space)
    assert show.place == (before + 1) % 4
    QTest.keyClick(show, Qt.Key.Key_Left)
    assert show.place == before
    with qtbot.waitSignal(show.ended):
        QTest.keyClick(show, Qt.Key.Key_Escape)
    assert not show.is_turning


def test_the_picture_fills_the_screen_without_being_bent(qtbot: QtBot, made: Slides) -> None:
    show = SlideShow()
    qtbot.addWidget(show)
    show.resize(400, 400)
    show.set_pictures(made.pictures)
    drawn = show.grab().toImage()
    assert drawn.pixelColor(200, 20).name() == "#0b2447"
    assert drawn.pixelColor(20, 200).name() != "#0b2447"


def test_keys_and_scans_stay_with_the_desk(second: SecondScreen, made: Slides) -> None:
    second.put_up(made.pictures)
    show = second.show_window
    assert show is not None
    assert show.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert show.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_without_a_second_screen_it_says_so(second: SecondScreen, cable: Cable, made: Slides) -> None:
    cable.is_in = False
    with pytest.raises(DeskFault) as caught:
        second.put_up(made.pictures)
    assert caught.value.code is Trouble.SCREEN_MISSING
    assert not second.is_on


def test_a_screen_unplugged_during_the_show_is_said_and_comes_back(
    second: SecondScreen, cable: Cable, made: Slides
) -> None:
    notices: list[Notice] = []
    states: list[bool] = []
    second.noticed.connect(notices.append)
    second.changed.connect(states.append)
    second.put_up(made.pictures)
    show = second.show_window
    assert show is not None
    assert show.isVisible()
    cable.pull()
    assert not show.isVisible()
    assert not show.is_turning
    assert [notice.tone for notice in notices] == ["warn"]
    cable.plug()
    assert second.show_window is show
    assert show.isVisible()
    assert states == [True, False, True]


def test_a_show_that_was_ended_does_not_come_back_by_itself(
    second: SecondScreen, cable: Cable, made: Slides
) -> None:
    second.put_up(made.pictures)
    assert second.show_window is not None
    QTest.keyClick(second.show_window, Qt.Key.Key_Escape)
    assert not second.is_on
    cable.pull()
    cable.plug()
    assert not second.is_on
    assert second.show_window is None

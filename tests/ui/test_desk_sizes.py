"""The desk page on the screens receptions have, at every text scale: nothing cut or scrolled, all words whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import NCOVI, OFFICE
from hands import Hands
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from bluezone_desk import i18n
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress
from bluezone_desk.ui.widgets.elided_label import ElidedLabel
from bluezone_desk.ui.widgets.two_line_label import TwoLineLabel

pytestmark = pytest.mark.gui

#: 1366x768 at 100 %, and 1920x1080 at 150 % in logical pixels.
SCREENS = [(1366, 768), (1280, 720)]
CARD = "074188000000|280000000|Lê Thị Hoà|09091998|Nam|Ấp Mẫu, Xã Thử Nghiệm, Thành phố Hồ Chí Minh|05082025||||"


@pytest.fixture(params=["vi", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = i18n.language()
    i18n.use_language(request.param)
    yield request.param
    i18n.use_language(before)


def is_scrolled(window: MainWindow) -> bool:
    page = window.page
    assert page is not None
    area = page.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar().maximum() > 0 or area.horizontalScrollBar().maximum() > 0


def cut_labels(window: MainWindow) -> list[str]:
    """The texts of the labels that do not show all of them."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and not is_whole(label)]


def is_whole(label: QLabel) -> bool:
    if isinstance(label, TwoLineLabel):
        return " ".join(label.seen) == label.text()
    if isinstance(label, ElidedLabel):
        return label.seen == label.whole
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    return label.fontMetrics().horizontalAdvance(label.text().split("\n")[0]) <= room.width() + 1


def open_window(qtbot: QtBot, desk: Desk, clock: SetClock, size: tuple[int, int]) -> MainWindow:
    made = MainWindow(InlineTaskRunner(), clock)
    qtbot.addWidget(made)
    made.resize(*size)
    made.open_with(desk)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("programmes", [(BLUEZONE,), (BLUEZONE, NCOVI)])
@pytest.mark.parametrize("percent", [100, 125, 150])
def test_desk_page_fits(
    qtbot: QtBot,
    dressed: QApplication,
    desk: Desk,
    clock: SetClock,
    spoken: str,
    size: tuple[int, int],
    programmes: tuple[object, ...],
    percent: int,
) -> None:
    dress(dressed, dark=percent == 125, percent=percent)
    desk.settings.change_office(
        replace(OFFICE, directive=replace(OFFICE.directive, programmes=programmes))  # type: ignore[arg-type]
    )
    for number, state in enumerate((CheckState.RUNNING, CheckState.RUNNING, CheckState.NOT_INSTALLED)):
        checks = (AppCheck("bluezone", state),)
        desk.check_in.check_in(
            CheckInDraft(f"r{number}", f"Lò Thị Thủy {number}", department="Một cửa", checks=checks)
        )
    window = open_window(qtbot, desk, clock, size)
    hands = Hands(window)
    assert cut_labels(window) == []
    hands.scan(CARD)
    assert cut_labels(window) == []
    for answer in range(1, 7):
        hands.page.checks.choose(answer)
        QApplication.processEvents()
        assert not is_scrolled(window)
        assert cut_labels(window) == []


def test_the_strip_at_the_left_is_narrow_where_large_text_needs_the_window(
    qtbot: QtBot, dressed: QApplication, desk: Desk, clock: SetClock
) -> None:
    dress(dressed, percent=125)
    window = open_window(qtbot, desk, clock, (1366, 768))
    assert window.navigation.width() < 100
    window.resize(1600, 900)
    QApplication.processEvents()
    assert window.navigation.width() > 200


@pytest.mark.parametrize("name", list(PageName))
def test_every_page_can_be_pictured(window: MainWindow, tmp_path: Path, name: PageName) -> None:
    window.show_page(name)
    QApplication.processEvents()
    picture = tmp_path / f"{name}.png"
    assert window.grab().save(str(picture))
    assert picture.stat().st_size > 10_000

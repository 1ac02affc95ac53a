"""The desk page on the screens receptions have: nothing cut, nothing scrolled, and a picture of each."""

from pathlib import Path

import pytest
from conftest import NCOVI, OFFICE
from hands import Hands
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QScrollBar

from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.theme import dress

pytestmark = pytest.mark.gui

#: 1366x768 at 100 %, and 1920x1080 at 150 % in logical pixels.
SCREENS = [(1366, 768), (1280, 720)]
CARD = "074188000000|280000000|Lê Thị Hoà|09091988|Nữ|Ấp Mẫu, Xã Thử Nghiệm, Thành phố Hồ Chí Minh|05082025||||"


def is_scrolled(window: MainWindow) -> bool:
    page = window.page
    assert page is not None
    area = page.findChild(QScrollArea)
    assert area is not None
    bars = [area.verticalScrollBar(), area.horizontalScrollBar()]
    return any(isinstance(bar, QScrollBar) and bar.maximum() > 0 for bar in bars)


def cut_labels(window: MainWindow) -> list[str]:
    """Plain labels that have less room than their text; labels that elide give way by intent."""
    page = window.page
    assert page is not None
    plain = [label for label in page.findChildren(QLabel) if type(label) is QLabel and label.isVisible()]
    return [
        label.text()
        for label in plain
        if not label.wordWrap() and label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1
    ]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("programmes", [(BLUEZONE,), (BLUEZONE, NCOVI)])
@pytest.mark.parametrize("is_dark", [False, True])
def test_desk_page_fits(
    dressed: QApplication,
    desk: Desk,
    window: MainWindow,
    tmp_path: Path,
    size: tuple[int, int],
    programmes: tuple[object, ...],
    is_dark: bool,
) -> None:
    from dataclasses import replace

    dress(dressed, dark=is_dark)
    desk.settings.change_office(
        replace(OFFICE, directive=replace(OFFICE.directive, programmes=programmes))  # type: ignore[arg-type]
    )
    hands = Hands(window)
    hands.page.office_updated()
    window.resize(*size)
    hands.scan(CARD)
    hands.page.checks.choose(4)
    QApplication.processEvents()
    assert not is_scrolled(window)
    assert cut_labels(window) == []
    picture = tmp_path / "desk.png"
    assert window.grab().save(str(picture))
    assert picture.stat().st_size > 20_000


def test_larger_text_never_cuts_the_form_sideways(
    dressed: QApplication, desk: Desk, runner: object, window: MainWindow
) -> None:
    dress(dressed, percent=150)
    hands = Hands(window)
    room = hands.page.smallest_room
    area = hands.page.findChild(QScrollArea)
    assert area is not None
    assert room.width() <= area.viewport().width()


@pytest.mark.parametrize("name", list(PageName))
def test_every_page_can_be_pictured(window: MainWindow, tmp_path: Path, name: PageName) -> None:
    window.show_page(name)
    QApplication.processEvents()
    picture = tmp_path / f"{name}.png"
    assert window.grab().save(str(picture))
    assert picture.stat().st_size > 10_000

"""The window around the pages: keys, first start, faults, who may have it, and what it names aloud."""

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import OFFICE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QSpinBox
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import ENTRIES, PageName
from bluezone_desk.ui.single_instance import SingleInstance
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress, theme
from bluezone_desk.ui.tokens import DARK, LIGHT, Tokens
from bluezone_desk.ui.window_state import WindowState

pytestmark = pytest.mark.gui

KEYS = {
    PageName.BOOK: Qt.Key.Key_F3,
    PageName.REPORT: Qt.Key.Key_F4,
    PageName.POSTER: Qt.Key.Key_F6,
    PageName.SETTINGS: Qt.Key.Key_F8,
    PageName.DESK: Qt.Key.Key_F2,
}


def test_every_page_is_one_key_away_and_made_when_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    assert list(window._pages) == [PageName.DESK]
    for name, key in KEYS.items():
        qtbot.keyClick(window, key)
        qtbot.waitUntil(lambda name=name: window.page is window._pages.get(name))
    assert set(KEYS) == set(ENTRIES)


def test_title_is_the_office_and_the_clock_ticks(window: MainWindow, clock: SetClock) -> None:
    assert window.top_bar._title.text() == OFFICE.name
    assert (window.top_bar._day.text(), window.top_bar._clock.text()) == ("Thứ Tư, 05/8/2020", "08:42")
    clock.advance(timedelta(minutes=1))
    window._tick()
    assert window.top_bar._clock.text() == "08:43"


def test_first_start_comes_before_the_desk(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path, clock: SetClock, runner: InlineTaskRunner
) -> None:
    with open_desk(tmp_path, clock) as desk:
        window = MainWindow(runner, clock)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_with(desk)
        qtbot.keyClick(window, Qt.Key.Key_F3)
        assert window.page is None
        desk.settings.change_office(OFFICE)
        from bluezone_desk.ui.first_start import FirstStart

        first = window.findChild(FirstStart)
        assert first is not None
        assert first.fields.name.hasFocus()
        first.finished.emit()
        assert window.page is not None


def test_book_that_does_not_open_is_said_in_the_window(
    qtbot: QtBot, dressed: QApplication, clock: SetClock, runner: InlineTaskRunner
) -> None:
    window = MainWindow(runner, clock)
    qtbot.addWidget(window)
    window.show()
    window.show_opening_failed(DeskFault(Trouble.PLACE_FULL))
    assert window.notices.isVisible()
    assert window.notices.accessibleDescription()


def test_every_control_of_the_desk_has_a_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSpinBox, QListView)
    page = window.page
    assert page is not None
    controls = [control for kind in kinds for control in (*page.findChildren(kind), *window.findChildren(kind))]
    reachable = [c for c in controls if c.focusPolicy() is not Qt.FocusPolicy.NoFocus and c.isVisibleTo(window)]
    inner = (QComboBox, QSpinBox)
    nameless = [
        type(c).__name__
        for c in reachable
        if not isinstance(c.parent(), inner)
        and not (c.accessibleName() or (isinstance(c, QAbstractButton) and c.text()))
    ]
    assert len(reachable) > 20
    assert nameless == []


def test_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    first.answer()
    assert not second.is_first()
    with qtbot.waitSignal(first.raise_asked):
        assert second.raise_the_first()
    first.release()
    assert second.is_first()
    second.release()


def test_another_book_may_have_its_own_window(tmp_path: Path) -> None:
    books = [SingleInstance(tmp_path / name) for name in ("a", "b")]
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert [book.is_first() for book in books] == [True, True]
    for book in books:
        book.release()


def test_window_stands_where_it_stood(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.resize(1024, 700)
    WindowState(tmp_path).remember(window)
    window.resize(1100, 650)
    WindowState(tmp_path).put_back(window)
    assert (window.width(), window.height()) == (1024, 700)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    pairs = [(tokens.ink, tokens.card), (tokens.second, tokens.ground), (tokens.faint, tokens.card)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.nav_ink, tokens.nav), (tokens.nav_second, tokens.nav)]
    for tone in ("good", "warn", "bad", "calm", "accent"):
        text = getattr(tokens, f"{tone}_text")
        pairs += [(text, getattr(tokens, f"{tone}_soft")), (text, tokens.card)]
    assert [(pair, round(contrast(*pair), 2)) for pair in pairs if contrast(*pair) < 4.5] == []


def test_text_scale_is_held_between_its_bounds(dressed: QApplication) -> None:
    assert dress(dressed, percent=300).percent == 150
    assert dress(dressed, percent=20).percent == 100
    assert theme().px(14) == 14


def test_desk_closes_without_a_trace(desk: Desk, window: MainWindow) -> None:
    window.close()
    desk.close()
    desk.close()

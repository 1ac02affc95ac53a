"""Whoever works by keyboard sees where they are: each control Tab reaches is drawn otherwise with the focus."""

from pathlib import Path

import pytest
from dialogs_shown import OPENERS, put_away, stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import theme
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName

pytestmark = pytest.mark.gui

MOST_STEPS = 90


def unseen(top: QWidget) -> list[str]:
    """What Tab reaches from here, and the focus does not show at."""
    seen: list[QWidget] = []
    found = []
    for _step in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        control = QApplication.focusWidget()
        if control is None or control in seen:
            break
        seen.append(control)
        if not is_shown(control):
            found.append(f"{type(control).__name__} {control.property('role')} {control.accessibleName()}")
    assert seen
    return found


def is_shown(control: QWidget) -> bool:
    with_focus = control.grab().toImage()
    control.clearFocus()
    without = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    return with_focus != without


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", tuple(PageName))
def test_focus_is_seen_on_every_page(
    qtbot: QtBot,
    dressed: QApplication,
    window: MainWindow,
    desk: Desk,
    tmp_path: Path,
    name: PageName,
    dark: bool,
) -> None:
    stage(qtbot, window, desk, tmp_path)
    theme.dress(dressed, dark=dark)
    window.show_page(name)
    QApplication.processEvents()
    assert window.isActiveWindow()
    assert unseen(window) == []


@pytest.mark.parametrize("which", OPENERS)
def test_focus_is_seen_in_every_dialog(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, which: str
) -> None:
    dialog = stage(qtbot, window, desk, tmp_path).open(which)
    assert unseen(dialog) == []
    put_away(dialog)

"""Whoever works by keyboard sees where they are: each control Tab reaches is drawn otherwise with the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_names_and_focus import DIALOGS, open_dialog

from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
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


@pytest.fixture
def visit(desk: Desk) -> str:
    """Two records that may be one person, so that lists and dialogs have something to show."""
    ids = []
    for number in ("017190000000", "113000000"):
        draft = CheckInDraft(
            number, f"Lò Thị Thủy {number[0]}", phone="0912000678", id_number=number, host="Một cửa"
        )
        outcome = desk.check_in.check_in(draft)
        assert isinstance(outcome, CheckedIn)
        ids.append(outcome.visit.visit_id)
    return ids[0]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", tuple(PageName))
def test_focus_is_seen_on_every_page(
    dressed: QApplication, visit: str, window: MainWindow, name: PageName, dark: bool
) -> None:
    theme.dress(dressed, dark=dark)
    window.show_page(name)
    QApplication.processEvents()
    assert window.isActiveWindow()
    assert unseen(window) == []


@pytest.mark.parametrize("which", DIALOGS)
def test_focus_is_seen_in_every_dialog(
    qtbot: QtBot, visit: str, window: MainWindow, desk: Desk, which: str
) -> None:
    open_dialog(qtbot, window, which, visit)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert unseen(dialog) == []
    dialog.close()

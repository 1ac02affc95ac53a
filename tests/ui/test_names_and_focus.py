"""Every control of every page and dialog has a name for a screen reader, and can be reached by Tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dialogs_shown import OPENERS, dialog_classes, put_away, stage
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QRadioButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.ui.first_start import FirstStart
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName

pytestmark = pytest.mark.gui

CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
        QAccessible.Role.SpinBox,
        QAccessible.Role.List,
        QAccessible.Role.Table,
        QAccessible.Role.Dialog,
    }
)
#: Parts Qt makes inside one control: their names are the control's.
INNER = (QComboBox, QAbstractSpinBox, QLineEdit)
WORKED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QListView, QTableView)


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.role() not in (QAccessible.Role.Cell, QAccessible.Role.ListItem):
            yield from walk(child)


def unnamed(root: QWidget) -> list[str]:
    """Controls that are seen and have nothing to be called by."""
    found = []
    for node in walk(QAccessible.queryAccessibleInterface(root)):
        widget = node.object()
        if node.role() not in CONTROLS or not isinstance(widget, QWidget) or not widget.isVisible():
            continue
        if isinstance(widget.parentWidget(), INNER) or widget.objectName().startswith("qt_"):
            continue
        if not node.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def unreachable(root: QWidget) -> list[str]:
    """Controls that can be worked but not reached with Tab, nor hold a key of their own."""
    seen: set[QWidget] = set()
    at = root.nextInFocusChain()
    while at is not None and at not in seen:
        seen.add(at)
        at = at.nextInFocusChain()
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, WORKED) or isinstance(widget.parentWidget(), INNER):
            continue
        if widget.objectName().startswith("qt_") or not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, QRadioButton) and not widget.isChecked():
            continue  # Tab goes to the chosen one, the arrows to the others.
        if isinstance(widget, QTableView) and widget.findChildren(QComboBox):
            continue  # Tab goes through the boxes in its cells.
        proxied = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (proxied and widget in seen):
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    return found


@pytest.mark.parametrize("name", tuple(PageName))
def test_every_control_of_a_page_has_a_name(window: MainWindow, name: PageName) -> None:
    window.show_page(name)
    QApplication.processEvents()
    assert unnamed(window) == []


@pytest.mark.parametrize("name", [PageName.DESK, PageName.BOOK, PageName.SETTINGS])
def test_every_control_can_be_reached_by_tab(window: MainWindow, name: PageName) -> None:
    window.show_page(name)
    QApplication.processEvents()
    assert window.page is not None
    assert unreachable(window.page) == []


def test_no_dialog_is_forgotten() -> None:
    assert {name.partition(" ")[0] for name in OPENERS} == dialog_classes()


@pytest.mark.parametrize("which", OPENERS)
def test_every_dialog_names_its_controls_and_is_reached_by_tab(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, which: str
) -> None:
    dialog = stage(qtbot, window, desk, tmp_path).open(which)
    assert dialog.windowTitle()
    assert unnamed(dialog) == []
    # The list of commands is worked from its field.
    assert [one for one in unreachable(dialog) if which != "CommandPalette"] == []
    put_away(dialog)


def test_the_first_start_names_its_controls_and_is_reached_by_tab(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path, clock: SetClock
) -> None:
    with open_desk(tmp_path / "fresh", clock) as fresh:
        first = FirstStart(fresh)
        qtbot.addWidget(first)
        first.show()
        qtbot.waitExposed(first)
        assert unnamed(first) == []
        assert unreachable(first) == []

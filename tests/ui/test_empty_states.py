"""Where there is nothing yet, the screen says what to do next, and offers nothing that cannot be done."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.dialogs.group import GroupDialog
from bluezone_desk.ui.dialogs.passes import PassesDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.pages.report_lists import ContactFields

pytestmark = pytest.mark.gui


def test_a_day_without_visitors_offers_no_list_of_contacts(qtbot: QtBot, window: MainWindow) -> None:
    fields = ContactFields()
    qtbot.addWidget(fields)
    fields.show_lines(())
    assert not fields.ask.isEnabled()
    assert fields.visit.accessibleDescription()


def test_a_desk_without_passes_says_where_they_are_numbered(desk: Desk, window: MainWindow) -> None:
    assert desk.settings.change_desk_rules(replace(desk.settings.desk_rules(), pass_count=0)) is None
    dialog = PassesDialog(desk.passes, window)
    dialog.show()
    assert "F8" in dialog.words.text()
    assert not dialog.main.isVisible()
    dialog.close()


def test_a_group_of_nobody_cannot_be_recorded(desk: Desk, window: MainWindow) -> None:
    dialog = GroupDialog((), desk.visits.suggestions(), desk.people.recognise, desk.groups.check_in, "r", window)
    assert not dialog.main.isEnabled()
    assert "0" not in dialog.main.text()
    dialog.close()

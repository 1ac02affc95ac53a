"""The desk's rules and the habits of this computer, as the settings page keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from conftest import NCOVI, OFFICE
from PySide6.QtCore import QTime

from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import AppCheck, CheckState, GateAdvice, GatePolicy
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.pages.settings import SettingsPage
from bluezone_desk.ui.sounds import Sounds

pytestmark = pytest.mark.gui

TWO: Office = replace(OFFICE, directive=replace(OFFICE.directive, programmes=(*OFFICE.programmes, NCOVI)))


def page_of(window: MainWindow) -> SettingsPage:
    window.show_page(PageName.SETTINGS)
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def test_rules_of_the_desk_are_kept(window: MainWindow, desk: Desk) -> None:
    page = page_of(window)
    fields = page.desk_form.rules
    fields.hours.setValue(2)
    fields.passes.setValue(0)
    fields.closing.setTime(QTime(16, 30))
    assert page.is_changed
    page.save()
    assert desk.settings.desk_rules() == DeskRules(2, time(16, 30), 0)
    assert not page.is_changed


def test_each_programme_may_have_a_rule_of_its_own(window: MainWindow, desk: Desk) -> None:
    desk.settings.change_office(TWO)
    page = page_of(window)
    box = page.desk_form.rules.policies["ncovi"]
    box.setCurrentIndex(box.findData(GatePolicy.HEAD_DECIDES.value))
    page.save()
    assert desk.settings.office().gates == {"ncovi": GatePolicy.HEAD_DECIDES}
    window.show_page(PageName.DESK)
    desk_page = window.page
    assert isinstance(desk_page, DeskPage)
    desk_page.checks.choose(1)
    desk_page.checks.choose(4)
    gate = desk_page.gate
    assert gate.advice is GateAdvice.ASK_HEAD
    assert gate.decider.isVisible()
    gate.decider.setText("Ông Bảo")
    gate.reason.setText("cho vào, cài sau")
    draft = desk_page.draft("r")
    assert (draft.decided_by, draft.head_decision) == ("Ông Bảo", "cho vào, cài sau")
    assert draft.checks == (AppCheck("bluezone", CheckState.RUNNING), AppCheck("ncovi", CheckState.NOT_INSTALLED))


@pytest.fixture
def _as_before() -> Iterator[None]:
    yield
    remembered.remember_sounds(on=True)
    remembered.remember_label_choice("", "62x100", each=False)


@pytest.mark.usefixtures("_as_before")
def test_sounds_and_labels_are_this_computers_own(window: MainWindow) -> None:
    page = page_of(window)
    page.look_form.sounds.click()
    assert not remembered.has_sounds()
    assert not Sounds().play("good")
    labels = page.look_form.labels
    labels.each.click()
    labels.paper_size.setCurrentIndex(labels.paper_size.findData("A6"))
    labels.paper_size.activated.emit(1)
    assert remembered.label_choice() == ("", "A6", True)

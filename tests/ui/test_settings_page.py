"""The settings page: what is typed is what the office becomes, and nothing wrong is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.programme import GatePolicy
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui import remembered
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.settings import SettingsPage
from bluezone_desk.ui.pages.settings_directive import parse_day
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock
) -> SettingsPage:
    made = SettingsPage(desk, runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    made.entered()
    return made


def test_showing_and_reading_back_changes_nothing(page: SettingsPage, desk: Desk) -> None:
    assert page.read() == desk.settings.office()
    assert not page.is_changed
    assert not page.save_button.isEnabled()


def test_the_office_is_kept_clean_and_announced(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    form = page.office_form
    form.name.setText("So\u031b\u0309  Y tế ")
    form.recipients.setPlainText("- Như trên;\n\nLãnh đạo Sở;")
    form.authority.setCurrentIndex(form.authority.findData("KT."))
    form.head.setText("Giám đốc")
    assert page.is_changed
    with qtbot.waitSignal(page.office_changed):
        QTest.keyClick(page, Qt.Key.Key_S, CONTROL)
    office = desk.settings.office()
    assert office.name == "Sở Y tế"
    assert office.recipients == ("Như trên", "Lãnh đạo Sở")
    assert (office.signatory.authority, office.signatory.on_behalf_of) == ("KT.", "Giám đốc")
    assert not page.is_changed


def test_an_empty_name_is_said_at_its_field(page: SettingsPage, desk: Desk) -> None:
    before = desk.settings.office()
    page.sections.button(2).setChecked(True)
    page.office_form.name.setText("   ")
    page.save()
    assert page.office_form._name.problem
    assert page.sections.checkedId() == 0
    assert desk.settings.office() == before


def test_a_preset_fills_the_fields_and_can_be_edited(page: SettingsPage, desk: Desk) -> None:
    form = page.directive_form
    presets = desk.settings.presets()
    two_apps = next(n for n, preset in enumerate(presets) if len(preset.programmes) > 1)
    form.preset.setCurrentIndex(two_apps + 1)
    form.preset.activated.emit(two_apps + 1)
    form.number.setText("99/UBND-VX")
    form.issued_on.setText("5/1/2021")
    form.target.setValue(60)
    form.deadline.setText("2021-02-01")
    page.save()
    directive = desk.settings.office().directive
    assert directive.code == presets[two_apps].code
    assert directive.programmes == presets[two_apps].programmes
    assert (directive.number, directive.issued_on) == ("99/UBND-VX", date(2021, 1, 5))
    assert (directive.target_percent, directive.deadline) == (60, date(2021, 2, 1))


def test_programmes_are_added_renamed_and_removed(page: SettingsPage, desk: Desk) -> None:
    apps = page.directive_form.apps
    code = desk.settings.office().programmes[0].code
    apps.add_app.click()
    apps.rows[-1].name.setText("Sổ sức khỏe")
    apps.rows[0].name.setText("Bluezone mới")
    page.save()
    kept = desk.settings.office().programmes
    assert [(p.code, p.name) for p in kept] == [(code, "Bluezone mới"), ("so_suc_khoe", "Sổ sức khỏe")]
    apps.rows[0].remove.click()
    page.save()
    assert [p.name for p in desk.settings.office().programmes] == ["Sổ sức khỏe"]
    assert not apps.rows[0].remove.isEnabled()


def test_a_false_link_and_a_false_day_are_not_kept(page: SettingsPage, desk: Desk) -> None:
    before = desk.settings.office()
    page.directive_form.apps.rows[0].link.setText("https://bluez0ne.gov.vn")
    page.save()
    assert page.sections.checkedId() == 1
    page.directive_form.apps.rows[0].link.setText("https://www.bluezone.gov.vn")
    page.directive_form.deadline.setText("31/02/2021")
    page.save()
    assert page.directive_form._due.problem
    assert desk.settings.office() == before


def test_gate_receptionist_and_desk(page: SettingsPage, desk: Desk) -> None:
    page.desk_form.receptionist.setText("Lê Thu Hà")
    page.desk_form.desk_name.setText("Cổng phụ")
    page.desk_form.policies.button(tuple(GatePolicy).index(GatePolicy.HEAD_DECIDES)).setChecked(True)
    page.save()
    office = desk.settings.office()
    assert (office.receptionist, office.desk_name, office.gate) == (
        "Lê Thu Hà",
        "Cổng phụ",
        GatePolicy.HEAD_DECIDES,
    )


def test_what_was_typed_survives_another_page_and_can_be_dropped(page: SettingsPage, desk: Desk) -> None:
    page.office_form.place.setText("Đắk Nông")
    page.left()
    page.entered()
    assert page.office_form.place.text() == "Đắk Nông"
    page.drop_button.click()
    assert page.office_form.place.text() == desk.settings.office().place
    assert not page.is_changed


def test_a_book_that_cannot_be_written_keeps_the_edits(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)

    def full(office: object) -> None:
        raise DeskFault(Trouble.PLACE_FULL)

    monkeypatch.setattr(page.desk.settings, "change_office", full)
    page.office_form.place.setText("Đắk Nông")
    page.save()
    assert [notice.tone for notice in notices] == ["bad"]
    assert page.is_changed
    assert page.office_form.place.text() == "Đắk Nông"


def test_the_look_is_remembered_on_this_computer(page: SettingsPage) -> None:
    before = remembered.appearance()
    page.look_form.schemes.button(1).click()
    page.look_form.language.setCurrentIndex(1)
    page.look_form.language.activated.emit(1)
    page.look_form.scale.setCurrentIndex(2)
    page.look_form.scale.activated.emit(2)
    assert remembered.appearance() == remembered.Appearance("en", is_dark=True, percent=125)
    assert not page.is_changed
    remembered.remember_appearance(before)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        (" 4/8/2020 ", date(2020, 8, 4)),
        ("04-08-2020", date(2020, 8, 4)),
        ("2020-08-04", date(2020, 8, 4)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize("text", ["31/2/2020", "hôm nay", "2020", "8/2020"])
def test_other_texts_are_no_days(text: str) -> None:
    with pytest.raises(ValueError):
        parse_day(text)

"""The first start: by keyboard alone, with defaults, into a real book."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Directive
from bluezone_desk.services.opening import Desk, open_desk
from bluezone_desk.ui.first_start import FirstStart
from bluezone_desk.ui.first_start_fields import directive_label, parent_of, place_of

pytestmark = pytest.mark.gui

ENTER = Qt.Key.Key_Return


@pytest.fixture
def new_desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    with open_desk(tmp_path / "new", clock) as opened:
        yield opened


@pytest.fixture
def first(qtbot: QtBot, dressed: QApplication, new_desk: Desk) -> FirstStart:
    made = FirstStart(new_desk)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_enter_walks_through_and_opens_the_desk(
    qtbot: QtBot, first: FirstStart, new_desk: Desk, commit_text: Callable[[QWidget, str], None]
) -> None:
    assert not new_desk.settings.is_set_up()
    assert focused() is first.fields.name
    commit_text(focused(), "Sở Y tế")
    with qtbot.waitSignal(first.finished):
        for field in first.fields.in_order():
            assert focused() is field
            QTest.keyClick(focused(), ENTER)
    office = new_desk.settings.office()
    assert new_desk.settings.is_set_up()
    assert office.name == "Sở Y tế"
    assert office.directive == new_desk.settings.presets()[0]
    assert (office.parent, office.place) == ("UBND tỉnh Hòa Bình", "Hòa Bình")


def test_an_empty_name_is_asked_for_at_its_field(qtbot: QtBot, first: FirstStart, new_desk: Desk) -> None:
    first.fields.title.setFocus()
    with qtbot.assertNotEmitted(first.finished):
        QTest.keyClick(focused(), ENTER)
    assert first.fields._name_field.problem
    assert focused() is first.fields.name
    assert not new_desk.settings.is_set_up()


def test_control_enter_opens_at_once(qtbot: QtBot, first: FirstStart, new_desk: Desk) -> None:
    first.fields.name.setText("UBND xã Cun Pheo")
    with qtbot.waitSignal(first.finished):
        QTest.keyClick(first.fields.name, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert new_desk.settings.office().name == "UBND xã Cun Pheo"


def test_long_and_decomposed_names_are_kept_whole_and_composed(
    qtbot: QtBot, first: FirstStart, new_desk: Desk
) -> None:
    name = "Ban Quản lý dự án " + "Ô" * 232
    first.fields.name.setText(name)
    first.fields.signatory.setText("Nguye\u0302\u0303n Thu  Hie\u0302\u0300n")
    with qtbot.waitSignal(first.finished):
        first.start.click()
    office = new_desk.settings.office()
    assert office.name == name
    assert len(office.name) == 250
    assert office.signatory.name == "Nguyễn Thu Hiền"


def test_another_directive_refills_only_what_was_not_typed(first: FirstStart) -> None:
    first.fields.place.setText("Thành phố Rạch Giá")
    kien_giang = first.fields.directive.findText("Kiên Giang", Qt.MatchFlag.MatchContains)
    first.fields.directive.setCurrentIndex(kien_giang)
    assert first.fields.parent_body.text() == "UBND tỉnh Kiên Giang"
    assert first.fields.place.text() == "Thành phố Rạch Giá"


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch, new_desk: Desk
) -> None:
    def read_only(office: object) -> None:
        raise DeskFault(Trouble.PLACE_READ_ONLY)

    monkeypatch.setattr(new_desk.settings, "change_office", read_only)
    first.fields.name.setText("Sở Y tế")
    with qtbot.assertNotEmitted(first.finished):
        first.start.click()
    assert first.notices.isVisible()


def test_every_field_has_a_name_for_screen_readers(first: FirstStart) -> None:
    assert all(field.accessibleName() for field in first.fields.in_order())
    assert all(not isinstance(f, QLineEdit) or f.isVisible() for f in first.fields.in_order())


def test_what_a_directive_tells() -> None:
    directive = Directive("x", "Công văn", "", None, "Ủy ban nhân dân thành phố Cần Thơ")
    assert parent_of(directive) == "UBND thành phố Cần Thơ"
    assert place_of(directive) == "Cần Thơ"
    assert directive_label(directive) == "Công văn · Ủy ban nhân dân thành phố Cần Thơ"
    assert place_of(Directive("y", issuer="Bộ Y tế")) == ""

"""The desk page's parts: typing, the app check, refusals at the fields, and a book that cannot be written."""

from dataclasses import replace

import pytest
from conftest import MORNING, NCOVI, OFFICE, Commit
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.programme import AppCheck, CheckState, GateAdvice, GatePolicy
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, CheckOutDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.desk_host import host_and_department
from bluezone_desk.ui.widgets.person_rows import marked_letters
from bluezone_desk.ui.widgets.scan_field import LONGEST_TEXT

pytestmark = pytest.mark.gui


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def known(desk: Desk, name: str, state: CheckState = CheckState.RUNNING) -> None:
    outcome = desk.check_in.check_in(
        CheckInDraft(f"r-{name}", name, department="Một cửa", checks=(AppCheck("bluezone", state),))
    )
    assert isinstance(outcome, CheckedIn)
    desk.check_out.check_out(CheckOutDraft(visit_id=outcome.visit.visit_id))


def test_ten_thousand_pasted_characters_are_cut_and_said(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("x" * 10_000)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(hands.page.field.text()) == LONGEST_TEXT
    assert hands.page.strip.tone == "warn"


def test_input_method_is_never_rewritten_while_it_types(hands: Hands, commit_text: Commit) -> None:
    name = hands.page.form.name.control
    name.setFocus()
    for text in ("Đ", "ặ", "ng  ", "Thị "):
        commit_text(name, text)
    assert name.text() == "Đặng  Thị "


def test_names_are_found_without_marks_and_by_initials(desk: Desk, hands: Hands, commit_text: Commit) -> None:
    known(desk, "Đặng Thị Hòa")
    for typed in ("dang thi", "dth", "hoà"):
        hands.page.field.clear()
        commit_text(hands.page.field, typed)
        assert [person.name for person in hands.page.search.people] == ["Đặng Thị Hòa"], typed
    assert hands.page.search.popup.isVisible()
    assert hands.focus is hands.page.field


def test_new_visitor_is_the_last_row(desk: Desk, hands: Hands, commit_text: Commit) -> None:
    known(desk, "Lê Anh")
    commit_text(hands.page.field, "Lê Anh")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Return)
    assert hands.page.form.name.control.text() == "Lê Anh"
    assert hands.page.form.draft("r").visitor_id == ""


def test_letters_typed_anywhere_go_to_the_field(hands: Hands) -> None:
    hands.page.inside.view.setFocus()
    hands.write("b")
    assert (hands.page.field.text(), hands.focus) == ("b", hands.page.field)


def test_letters_stay_in_another_editor(hands: Hands) -> None:
    hands.page.form.plate.control.setFocus()
    hands.write("28a")
    assert (hands.page.form.plate.control.text(), hands.page.field.text()) == ("28a", "")


def test_number_key_waits_only_for_a_scanner(qtbot: QtBot, desk: Desk, hands: Hands) -> None:
    hands.page.form.fill_new(name="Lê Anh")
    hands.page.checks.take_focus()
    hands.page.keys.seconds = lambda: 500.0
    qtbot.keyClick(hands.focus, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: hands.page.checks.is_answered)
    assert hands.page.checks.checks() == (AppCheck("bluezone", CheckState.NOT_INSTALLED),)


def test_key_goes_on_to_the_next_programme(desk: Desk, hands: Hands) -> None:
    from dataclasses import replace

    directive = replace(OFFICE.directive, programmes=(BLUEZONE, NCOVI))
    desk.settings.change_office(replace(OFFICE, directive=directive))
    hands.page.office_updated()
    hands.page.form.fill_new(name="Lê Anh")
    hands.page.form.host.control.set_text("Một cửa")
    hands.page.go_on()
    hands.write("14")
    hands.record()
    (line,) = desk.visits.inside()
    assert (line.state("bluezone"), line.state("ncovi")) == (CheckState.RUNNING, CheckState.NOT_INSTALLED)


def test_last_answer_is_shown_and_never_reused(desk: Desk, hands: Hands) -> None:
    known(desk, "Lê Anh", CheckState.DECLINED)
    (person,) = desk.people.find("le anh")
    hands.page.flow.choose(person)
    assert hands.page.checks.findChild(QLineEdit) is None
    assert hands.page.checks.checks() == (AppCheck("bluezone", CheckState.NOT_ASKED),)
    hands.record()
    assert desk.visits.inside()[0].state("bluezone") is CheckState.NOT_ASKED


@pytest.mark.parametrize(
    ("policy", "key", "advice"),
    [
        (GatePolicy.REMIND, 1, GateAdvice.LET_IN),
        (GatePolicy.REMIND, 4, GateAdvice.GUIDE_THEN_LET_IN),
        (GatePolicy.REMIND, 5, GateAdvice.LET_IN),
        (GatePolicy.REQUIRE, 6, GateAdvice.NOT_MET),
        (GatePolicy.HEAD_DECIDES, 6, GateAdvice.ASK_HEAD),
    ],
)
def test_gate_follows_the_answer(
    desk: Desk, hands: Hands, policy: GatePolicy, key: int, advice: GateAdvice
) -> None:
    hands.page.gate.set_office(replace(OFFICE, gate=policy))
    hands.page.checks.choose(key)
    assert hands.page.gate.advice is advice
    assert hands.page.gate.reason.isVisible() is (key in (4, 6))
    assert hands.page.gate.saying in (hands.page.strip.said if key in (4, 6) else hands.page.gate.saying)
    hands.page.flow.clear()
    assert hands.page.strip.tone == ""


def test_refusal_is_said_at_the_field_and_keeps_what_was_typed(desk: Desk, hands: Hands) -> None:
    hands.page.form.fill_new(name="Lê Anh")
    hands.page.form.host.control.set_text("Một cửa")
    hands.page.form.phone.control.setText("12")
    hands.record()
    assert hands.page.form.phone.said
    assert (hands.page.form.name.said, hands.focus) == ("", hands.page.form.phone.control)
    assert (hands.page.form.name.control.text(), desk.visits.inside()) == ("Lê Anh", ())


def test_visitor_needs_a_host_before_the_record(desk: Desk, hands: Hands) -> None:
    hands.page.form.fill_new(name="Lê Anh")
    hands.record()
    assert hands.page.form.host.said
    assert desk.visits.inside() == ()


def test_full_disk_is_a_notice_and_the_form_is_kept(
    qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_draft: object) -> None:
        raise DeskFault(Trouble.PLACE_FULL)

    monkeypatch.setattr(hands.page.desk.check_in, "check_in", full)
    hands.page.form.fill_new(name="Lê Anh")
    hands.page.form.host.control.set_text("Một cửa")
    with qtbot.waitSignal(hands.page.noticed) as told:
        hands.record()
    assert isinstance(told.args[0], Notice)
    assert hands.window.notices.isVisible()
    assert hands.page.form.name.control.text() == "Lê Anh"


def test_number_is_masked_while_nobody_edits_it(hands: Hands) -> None:
    hands.page.form.fill_new(name="Lê Anh", id_number="017190000000")
    field = hands.page.form.id_number.control
    assert (field.text(), field.value()) == ("017 1•• ••• 000", "017190000000")
    field.setFocus()
    assert field.text() == "017190000000"


def test_overdue_visitors_are_counted(desk: Desk, hands: Hands, clock: SetClock) -> None:
    from datetime import timedelta

    desk.check_in.check_in(CheckInDraft("r", "Lê Anh", department="Một cửa"))
    clock.advance(timedelta(hours=5))
    hands.page.ticked()
    assert hands.page.inside._overdue.isVisible()


def test_host_or_department() -> None:
    assert host_and_department("Phòng Kế hoạch", ()) == ("", "Phòng Kế hoạch")
    assert host_and_department("Ông Bảo", ()) == ("Ông Bảo", "")
    assert host_and_department("Ông Bảo, P. CNTT", ()) == ("Ông Bảo", "P. CNTT")
    assert host_and_department("Lầu 2", ("Lầu 2",)) == ("", "Lầu 2")


def test_hits_are_marked_where_the_words_begin() -> None:
    assert marked_letters("Nguyễn Thị Hạnh", "nguyen thi h") == [(0, 6), (7, 3), (11, 1)]
    assert marked_letters("Nguyễn Thị Hạnh", "nth") == [(0, 1), (7, 1), (11, 1)]
    assert marked_letters("Nguyễn Thị Hạnh", "0912") == []


def test_green_line_goes_by_itself(qtbot: QtBot, hands: Hands) -> None:
    hands.page.strip.say("good", "Đã ghi nhận vào", "Lê Anh")
    timer = hands.page.strip._timer
    assert (timer.isActive(), timer.interval()) == (True, 5000)
    timer.setInterval(1)
    qtbot.waitUntil(lambda: hands.page.strip.tone == "")


@pytest.mark.parametrize(
    "text",
    [
        "%",
        "_",
        "' or 1=1 --",
        '"',
        "😀 Lê",
        "\u202eAnh",
        "a" * LONGEST_TEXT,
        "||||||",
        "</b>&amp;",
        "0912",
        "12",
        "*",
    ],
)
def test_nothing_typed_into_the_field_does_harm(desk: Desk, hands: Hands, commit_text: Commit, text: str) -> None:
    known(desk, "Lê Anh")
    commit_text(hands.page.field, text)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    assert (hands.page.form.is_blank, hands.page.field.text()) == (True, "")
    assert [line.name for line in desk.visits.on_day(MORNING.date())] == ["Lê Anh"]

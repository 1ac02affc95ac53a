"""A day at the desk, by keyboard and scanner, in the real window on a real book."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, VisitLine
from bluezone_desk.i18n import gettext
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow

pytestmark = pytest.mark.gui

CARD_1 = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Hà Nội|01052021"
CARD_2 = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Tổ 0, Khu phố 0, Thành phố Hồ Chí Minh|10102022"
RUNNING = (AppCheck("bluezone", CheckState.RUNNING),)


def known(desk: Desk, name: str, *, leaves: bool = True, **fields: str) -> VisitLine:
    draft = CheckInDraft(f"request-{name}", name, department="Văn phòng Sở", checks=RUNNING, **fields)
    outcome = desk.check_in.check_in(draft)
    assert isinstance(outcome, CheckedIn)
    if leaves:
        from bluezone_desk.domain.visits import CheckOutDraft

        desk.check_out.check_out(CheckOutDraft(visit_id=outcome.visit.visit_id))
    return outcome.visit


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def names_inside(desk: Desk) -> list[str]:
    return [line.name for line in desk.visits.inside()]


def test_returning_visitor_takes_six_key_presses(desk: Desk, hands: Hands) -> None:
    known(desk, "Nguyễn Thị Hạnh", phone="0912345678")
    hands.write("nth")
    hands.press(Qt.Key.Key_Return)
    hands.write("1")
    hands.record()
    assert hands.presses <= 6
    (line,) = desk.visits.inside()
    assert (line.name, line.department, line.state("bluezone")) == (
        "Nguyễn Thị Hạnh",
        "Văn phòng Sở",
        CheckState.RUNNING,
    )
    assert hands.focus is hands.page.field
    assert (hands.page.strip.tone, hands.page.form.is_blank) == ("good", True)


def test_card_visitor_takes_four_key_presses_after_the_scan(desk: Desk, hands: Hands) -> None:
    known(desk, "Người Đã Đến")
    hands.page.form.suggest(desk.visits.suggestions())
    hands.scan(CARD_1)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("1")
    hands.record()
    assert hands.presses <= 4
    (line,) = desk.visits.inside()
    assert (line.name, line.id_number, line.department) == ("Nguyễn Văn Mẫu", "001090000000", "Văn phòng Sở")
    assert line.address == "Số 0, Phố Thử Nghiệm, Hà Nội"


def test_a_number_key_in_the_empty_host_field_is_the_app_check(desk: Desk, hands: Hands) -> None:
    hands.scan(CARD_1)
    hands.write("1Van p1")
    hands.record()
    (line,) = desk.visits.inside()
    assert (line.department or line.host, line.state("bluezone")) == ("Van p1", CheckState.RUNNING)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_two_scans_in_a_row_are_two_visitors(desk: Desk, hands: Hands, end: Qt.Key) -> None:
    hands.scan(CARD_1, end)
    hands.scan(CARD_2, end)
    assert hands.page.form.name.control.text() == "Nguyễn Văn Mẫu"
    assert hands.page.form.host.control.text() == ""
    assert hands.page.flow.waiting == 1
    for _visitor in range(2):
        hands.page.form.host.control.set_text("Một cửa")
        hands.record()
    assert sorted(names_inside(desk)) == ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"]


def test_scan_without_a_suffix_ends_with_a_pause(qtbot: object, hands: Hands) -> None:
    hands.scan(CARD_1, None)
    assert hasattr(qtbot, "waitUntil")
    qtbot.waitUntil(lambda: hands.page.form.number == "001090000000")
    assert hands.page.field.text() == ""


def test_the_same_card_twice_stays_one_visitor(hands: Hands) -> None:
    hands.scan(CARD_1)
    hands.scan(CARD_1)
    assert hands.page.flow.waiting == 0


def test_scan_while_the_app_is_asked_about_answers_nothing(hands: Hands) -> None:
    hands.scan(CARD_1)
    hands.page.checks.take_focus()
    hands.scan("222222222222|333333333|Lê Thị Thử|01011982|Nữ|Số 1, Hà Nội|01052021")
    assert not hands.page.checks.is_begun
    assert hands.page.form.name.control.text() == "Nguyễn Văn Mẫu"


def test_record_pressed_twice_is_one_visit(desk: Desk, hands: Hands) -> None:
    hands.scan(CARD_1)
    hands.page.form.host.control.set_text("Một cửa")
    hands.record()
    hands.record()
    hands.press(Qt.Key.Key_Return)
    assert names_inside(desk) == ["Nguyễn Văn Mẫu"]


def test_empty_enter_does_nothing(desk: Desk, hands: Hands) -> None:
    for _time in range(3):
        hands.press(Qt.Key.Key_Return)
    assert desk.visits.inside() == ()
    assert (hands.page.strip.tone, hands.focus) == ("", hands.page.field)


def test_visitor_inside_who_scans_again_leaves_with_one_key(desk: Desk, hands: Hands) -> None:
    known(desk, "Nguyễn Văn Mẫu", leaves=False, id_number="001090000000")
    hands.scan(CARD_1)
    assert (hands.page.strip.tone, hands.page.form.is_blank) == ("accent", True)
    hands.press(Qt.Key.Key_F9)
    assert desk.visits.inside() == ()
    assert hands.page.strip.tone == "good"


def test_pass_number_after_f9_is_an_exit(desk: Desk, hands: Hands) -> None:
    known(desk, "Lò Thị Thủy", leaves=False, pass_number="011")
    hands.press(Qt.Key.Key_F9)
    hands.write("011")
    hands.press(Qt.Key.Key_Return)
    assert desk.visits.inside() == ()


def test_undo_takes_back_the_entry_and_the_exit(desk: Desk, hands: Hands, clock: SetClock) -> None:
    hands.scan(CARD_1)
    hands.page.form.host.control.set_text("Một cửa")
    hands.record()
    hands.page.flow.leave(desk.visits.inside()[0].visit_id)
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names_inside(desk) == ["Nguyễn Văn Mẫu"]
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.visits.inside() == ()
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.strip.tone == "warn"


def test_escape_clears_and_the_next_in_line_comes_up(hands: Hands) -> None:
    hands.scan(CARD_1)
    hands.scan(CARD_2)
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.form.name.control.text() == "Trần Thị Ví Dụ"
    hands.press(Qt.Key.Key_Escape)
    assert (hands.page.form.is_blank, hands.focus) == (True, hands.page.field)


def test_web_address_is_refused_and_the_form_stays_empty(desk: Desk, hands: Hands) -> None:
    hands.scan("https://bluezone.gov.vn.example.com/tai-lieu")
    assert (hands.page.strip.tone, hands.page.form.is_blank) == ("bad", True)


def test_damaged_number_is_doubted_at_its_field(hands: Hands) -> None:
    hands.scan("001001000000||Cao Lệch Mẫu|06062001|Nữ|Phường Thử, Quận Mẫu, Hà Nội|01022023")
    assert hands.page.form.id_number.said
    assert hands.page.strip.tone == "warn"
    hands.page.form.host.control.set_text("Một cửa")
    hands.record()
    assert hands.page.strip.tone == "good"


def test_another_visitor_in_the_form_brings_no_answer_along(desk: Desk, hands: Hands) -> None:
    hands.write("Lê Anh")
    hands.press(Qt.Key.Key_Return)
    hands.write("1")
    hands.page.flow.start_new("Đỗ Mai")
    assert not hands.page.checks.is_answered


def test_a_visitor_without_a_host_is_told_in_a_whole_sentence(desk: Desk, hands: Hands) -> None:
    hands.write("Lê Anh")
    hands.press(Qt.Key.Key_Return)
    hands.record()
    assert desk.visits.inside() == ()
    assert gettext("Whom or which unit?") in hands.page.strip.said
    assert hands.page.strip.tone == "bad"

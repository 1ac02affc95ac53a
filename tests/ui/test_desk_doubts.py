"""What the desk says before it is too late: whose check is meant, since when somebody is inside, an old number."""

from datetime import date, timedelta

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, CheckOutDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.dialogs.reason import ReasonDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book_story import story
from bluezone_desk.ui.wording import rule_text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("^This plugin does not support")]

CARD = "001090000000||Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01052021"
OTHER = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Hồ Chí Minh|10102022"
HEALTH = (
    "GD4010000000000|4E677579E1BB856E2056C4836E204DE1BAAB75|15/08/1990|1|48C3A0204EE1BB9969|01 - 000|01/01/2021"
    "|31/12/2021|x|$"
)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def test_a_look_at_another_page_leaves_the_number_keys_to_the_visitor_in_the_form(
    hands: Hands, desk: Desk
) -> None:
    hands.scan(CARD)
    hands.page.form.host.control.set_text("Một cửa")
    hands.press(Qt.Key.Key_F3)
    assert hands.window.page is not hands.page
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_2)
    hands.record()
    (line,) = desk.visits.inside()
    assert line.state("bluezone") is CheckState.REACTIVATED
    hands.window.show_page(PageName.BOOK)
    hands.window.show_page(PageName.DESK)
    assert hands.focus is hands.page.field


def test_somebody_inside_since_yesterday_is_said_with_the_day_and_the_exit_with_its_doubt(
    hands: Hands, desk: Desk, clock: SetClock
) -> None:
    desk.check_in.check_in(CheckInDraft("r", "Nguyễn Văn Mẫu", id_number="001090000000", host="Một cửa"))
    clock.advance(timedelta(days=1, hours=1))
    hands.scan(CARD)
    assert "08:42 05/8/2020" in hands.page.strip.said
    hands.press(Qt.Key.Key_F9)
    (line,) = desk.visits.on_day(clock.now().date() - timedelta(days=1))
    assert rule_text(line) in hands.page.strip.said
    assert ExitRule.LONG_STAY not in hands.page.strip.said
    assert hands.page.strip.tone == "warn"
    assert desk.visits.inside() == ()


def test_a_number_of_before_2018_is_shown_with_what_it_was(hands: Hands, desk: Desk) -> None:
    hands.write("01234567890")
    hands.press(Qt.Key.Key_Return)
    phone = hands.page.form.phone
    assert phone.control.text() == "0834 567 890"
    assert "01234567890" in phone.said


@pytest.mark.parametrize("card", [OTHER, HEALTH])
def test_a_card_read_twice_is_one_visitor_in_the_form_and_in_the_queue(
    hands: Hands, desk: Desk, card: str
) -> None:
    for scan in (CARD, card, card, CARD, card):
        hands.scan(scan)
    assert hands.page.flow.waiting == 1
    for _visitor in range(2):
        hands.page.form.host.control.set_text("Một cửa")
        hands.press(Qt.Key.Key_1)
        hands.page.keys.settle()
        hands.record()
        hands.scan(CARD[:20])
    assert hands.page.form.is_blank
    assert len(desk.visits.inside()) == 2
    hands.scan(card)
    hands.scan(card)
    assert hands.page.flow.waiting == 0


def test_the_story_of_a_correction_tells_its_moments_on_the_office_s_clock(desk: Desk, clock: SetClock) -> None:
    outcome = desk.check_in.check_in(CheckInDraft("r", "Nguyễn Văn Mẫu", host="Một cửa"))
    assert isinstance(outcome, CheckedIn)
    visit = outcome.visit
    clock.advance(timedelta(hours=1))
    desk.corrections.correct(visit.visit_id, {"entered_at": visit.entered_at - timedelta(minutes=30)}, "nhầm giờ")
    told = story(desk.visits.history(visit.visit_id), ())[-1]
    assert "08:42 05/8/2020 → 08:12 05/8/2020" in told


def test_the_story_tells_why_a_visitor_declined_and_a_birth_date_as_people_write_it(desk: Desk) -> None:
    check = AppCheck("bluezone", CheckState.DECLINED, "ngại")
    decided = {"head_decision": "cho vào", "decided_by": "Bà Lan"}
    draft = CheckInDraft("r", "Nguyễn Văn Mẫu", host="Một cửa", checks=(check,), **decided)
    outcome = desk.check_in.check_in(draft)
    assert isinstance(outcome, CheckedIn)
    desk.corrections.correct(outcome.visit.visit_id, {"birth_date": "15.8.1990"}, "thiếu")
    entered, corrected = story(desk.visits.history(outcome.visit.visit_id), desk.settings.office().programmes)
    assert "không đồng ý (ngại)" in entered
    assert "Bà Lan · cho vào" in entered
    assert "— → 15/8/1990" in corrected


def test_of_two_who_share_a_phone_the_chosen_one_is_taken(hands: Hands, desk: Desk, clock: SetClock) -> None:
    for name in ("Vũ Hà", "Vũ Anh"):
        clock.advance(timedelta(minutes=1))
        outcome = desk.check_in.check_in(CheckInDraft(name, name, phone="0912345678", host="Một cửa"))
        assert isinstance(outcome, CheckedIn)
        desk.check_out.check_out(CheckOutDraft(visit_id=outcome.visit.visit_id))
    hands.write("0912345678")
    hands.press(Qt.Key.Key_Return)
    assert hands.page.form.name.control.text() == "Vũ Anh"
    hands.press(Qt.Key.Key_Escape)
    hands.write("0912345678")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.page.form.name.control.text() == "Vũ Hà"


def test_an_exit_of_somebody_unknown_begins_no_entry(hands: Hands, desk: Desk) -> None:
    hands.press(Qt.Key.Key_F9)
    hands.write("khach la")
    hands.press(Qt.Key.Key_Return)
    assert (hands.page.strip.tone, hands.page.form.is_blank) == ("warn", True)
    hands.press(Qt.Key.Key_F9)
    hands.scan(CARD)
    assert hands.page.strip.said.startswith("Nguyễn Văn Mẫu")
    assert hands.page.form.is_blank
    hands.scan(CARD)
    assert hands.page.form.number == "001090000000"


def test_a_pass_that_came_back_offers_nobody_whose_number_ends_like_it(hands: Hands, desk: Desk) -> None:
    desk.check_in.check_in(CheckInDraft("r", "Vũ Hà", phone="0912000007", host="Một cửa"))
    hands.write("07")
    hands.page.keys.settle()
    hands.press(Qt.Key.Key_Return)
    assert hands.page.strip.tone == "warn"
    assert hands.page.flow.offered is None
    hands.page.field.setText("9120")
    hands.press(Qt.Key.Key_Return)
    assert hands.page.flow.offered is not None


def test_a_pass_number_chooses_no_row_until_one_is_gone_to(hands: Hands, desk: Desk) -> None:
    desk.check_in.check_in(CheckInDraft("r", "Vũ Hà", phone="0912000007", host="Một cửa"))
    hands.write("0007")
    hands.page.keys.settle()
    assert hands.page.search.popup.isVisible()
    assert hands.page.search.popup.chosen == -1
    hands.press(Qt.Key.Key_Down)
    assert hands.page.search.popup.chosen == 0
    hands.press(Qt.Key.Key_Return)
    assert hands.page.flow.offered is not None


def answer(reason: str = "pin máy hết") -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.set_text(reason)
    dialog.confirm()


def test_a_clock_that_went_back_asks_for_a_reason_once_and_nobody_is_stuck(
    qtbot: QtBot, hands: Hands, desk: Desk, clock: SetClock
) -> None:
    clock.advance(timedelta(days=400))
    desk.check_in.check_in(CheckInDraft("r", "Vũ Hà", pass_number="07", host="Một cửa"))
    clock.advance(timedelta(days=-400))
    hands.scan(CARD)
    hands.page.form.host.control.set_text("Một cửa")
    hands.record()
    answer()
    (line,) = (line for line in desk.visits.inside() if line.name == "Nguyễn Văn Mẫu")
    assert line.day == date(2020, 8, 5)
    assert desk.visits.history(line.visit_id)[0].changes["note"] == ("", "pin máy hết")
    assert hands.page.form.is_blank
    hands.window.activateWindow()
    qtbot.waitUntil(hands.page.field.hasFocus)
    hands.scan(OTHER)
    hands.page.form.host.control.set_text("Một cửa")
    hands.record()
    assert QApplication.activeModalWidget() is None
    assert len(desk.visits.inside()) == 3


def test_an_exit_by_a_clock_that_went_back_asks_for_a_reason_too(
    hands: Hands, desk: Desk, clock: SetClock
) -> None:
    clock.advance(timedelta(days=400))
    desk.check_in.check_in(CheckInDraft("r", "Vũ Hà", pass_number="07", host="Một cửa"))
    clock.advance(timedelta(days=-400))
    hands.press(Qt.Key.Key_F9)
    hands.write("07")
    hands.page.keys.settle()
    hands.press(Qt.Key.Key_Return)
    answer()
    assert desk.visits.inside() == ()
    assert desk.care.verify().ok


def test_f9_means_what_was_typed_and_not_who_was_offered_before(hands: Hands, desk: Desk) -> None:
    desk.check_in.check_in(CheckInDraft("r1", "Nguyễn Văn Mẫu", id_number="001090000000", host="Một cửa"))
    desk.check_in.check_in(CheckInDraft("r2", "Vũ Hà", pass_number="3", host="Một cửa"))
    hands.scan(CARD)
    assert hands.page.flow.offered is not None
    hands.page.field.setText("3")
    hands.press(Qt.Key.Key_F9)
    assert [line.name for line in desk.visits.inside()] == ["Nguyễn Văn Mẫu"]


def test_an_offer_that_is_not_shown_any_more_is_no_exit(hands: Hands, desk: Desk) -> None:
    desk.check_in.check_in(CheckInDraft("r1", "Nguyễn Văn Mẫu", id_number="001090000000", host="Một cửa"))
    hands.scan(CARD)
    assert hands.page.strip.offers_check_out
    hands.write("khach la")
    hands.press(Qt.Key.Key_Return)
    assert not hands.page.strip.offers_check_out
    hands.press(Qt.Key.Key_F9)
    assert len(desk.visits.inside()) == 1
    assert hands.page.flow.is_leaving


def test_a_health_card_without_a_personal_number_brings_its_holder_back_and_says_how(
    hands: Hands, desk: Desk
) -> None:
    for turn in range(2):
        hands.scan(HEALTH)
        assert bool(hands.page.form.name.said) == bool(turn)
        hands.page.form.host.control.set_text("Một cửa")
        hands.press(Qt.Key.Key_1)
        hands.record()
        (line,) = desk.visits.inside()
        hands.page.flow.leave(line.visit_id)
    first, second = desk.visits.on_day(line.day)
    assert first.visitor_id == second.visitor_id

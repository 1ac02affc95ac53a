"""What the desk says before it is too late: whose check is meant, since when somebody is inside, an old number."""

from datetime import timedelta

import pytest
from hands import Hands
from PySide6.QtCore import Qt

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.visits import CheckInDraft
from bluezone_desk.services.check_out import LONG_STAY_RULE
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName

pytestmark = pytest.mark.gui

CARD = "001090000000||Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01052021"


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
    assert LONG_STAY_RULE in hands.page.strip.said
    assert hands.page.strip.tone == "warn"
    assert desk.visits.inside() == ()


def test_a_number_of_before_2018_is_shown_with_what_it_was(hands: Hands, desk: Desk) -> None:
    hands.write("01234567890")
    hands.press(Qt.Key.Key_Return)
    phone = hands.page.form.phone
    assert phone.control.text() == "0834 567 890"
    assert "01234567890" in phone.said

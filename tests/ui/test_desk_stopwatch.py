"""How many keys a visitor takes, and whatever arrives in the one field."""

import pytest
from hands import Hands
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from bluezone_desk.domain.visits import CheckedIn, CheckInDraft, CheckOutDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.main_window import MainWindow

pytestmark = pytest.mark.gui

RETURNING_KEYS, CARD_KEYS = 6, 4
CARDS = (
    "001001000000||Cao Lệch Mẫu|06062001|Nữ|Phường Thử, Quận Mẫu, Hà Nội|01022023",
    "017190000000|113000000|Lò Thị Mẫu|15081990|Nữ|Xã Cun Pheo, Mai Châu, Hòa Bình|05082021",
)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def known(desk: Desk, name: str, number: str = "") -> None:
    outcome = desk.check_in.check_in(CheckInDraft(f"r-{name}", name, id_number=number, department="Một cửa"))
    assert isinstance(outcome, CheckedIn)
    desk.check_out.check_out(CheckOutDraft(visit_id=outcome.visit.visit_id))


def test_a_returning_visitor_takes_at_most_six_keys(hands: Hands, desk: Desk) -> None:
    known(desk, "Đặng Thị Hòa")
    hands.write("dth")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_1)
    hands.page.keys.settle()
    hands.record()
    assert [line.name for line in desk.visits.inside()] == ["Đặng Thị Hòa"]
    assert hands.presses <= RETURNING_KEYS


def test_a_card_of_a_known_visitor_takes_two_keys_and_of_a_new_one_four(hands: Hands, desk: Desk) -> None:
    known(desk, "Lò Thị Mẫu", "017190000000")
    hands.scan(CARDS[1])
    hands.press(Qt.Key.Key_1)
    hands.page.keys.settle()
    hands.record()
    assert hands.presses == 2
    hands.presses = 0
    hands.scan(CARDS[0])
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_1)
    hands.page.keys.settle()
    hands.record()
    assert hands.presses <= CARD_KEYS
    assert {line.name for line in desk.visits.inside()} == {"Lò Thị Mẫu", "Cao Lệch Mẫu"}


ANYTHING = st.text(max_size=60) | st.sampled_from(
    (
        *CARDS,
        CARDS[0] + CARDS[1],
        CARDS[0][10:],
        "%' or 1=1 --",
        "_",
        "\u202eABC\u0000",
        "👩‍👩‍👧",
        "https://www.bluezone.gov.vn",
        "０９１２３４５６７８",
        "7",
        "|" * 40,
        "Nguyễn" * 200,
    )
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ANYTHING, st.booleans()), max_size=4))
def test_whatever_arrives_in_the_field_the_next_card_is_read_whole(
    hands: Hands, desk: Desk, arrived: list[tuple[str, bool]]
) -> None:
    for text, is_typed in arrived:
        if is_typed:
            hands.page.field.setText(text)
            hands.press(Qt.Key.Key_Return)
        else:
            hands.page.take_scan(text)
    # Two visitors may wait behind the first: Esc brings them up one by one.
    while hands.page.flow.waiting or not hands.page.form.is_blank or hands.page.field.text():
        hands.press(Qt.Key.Key_Escape)
    hands.page.field.setFocus()
    hands.scan(CARDS[0])
    assert hands.page.form.number == "001001000000"
    assert hands.page.form.name.control.text() == "Cao Lệch Mẫu"
    hands.press(Qt.Key.Key_Escape)
    assert desk.visits.inside() == ()

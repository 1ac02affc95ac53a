"""Scans are told from typing by their timing, and no key is lost between two visitors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyboard_stream import BACK, CARD, ENTER, OTHER, TAB, Keyboard

from bluezone_desk.devices.scanner import End, Road
from bluezone_desk.domain.codes import Trouble

FAST = st.floats(0, 20)
NAMES = st.sampled_from(["Nguyen Van A", "tran thi hoa", "0912000678", "H' Mau Eban", "123", "Le"])


@pytest.mark.parametrize(
    ("suffix", "by"), [(ENTER, End.ENTER), (TAB, End.TAB), ("", End.PAUSE), ("\n\n", End.ENTER)]
)
def test_a_burst_is_a_scan_however_it_ends(suffix: str, by: End) -> None:
    keys = Keyboard()
    keys.type(CARD + suffix, 6)
    keys.rest()
    (scan,) = keys.scans
    assert (scan.text, scan.road, scan.ended_by, scan.warnings) == (CARD, Road.KEYBOARD, by, ())
    assert scan.chars == len(CARD)
    assert 6 * (len(CARD) - 1) <= scan.milliseconds <= 6 * (len(CARD) + 2)
    assert keys.editor == ""


@pytest.mark.parametrize("suffix", [ENTER, TAB, ""])
@given(gaps=st.lists(FAST, min_size=20, max_size=20), between=st.floats(150, 400), has_timer=st.booleans())
@settings(max_examples=25)
def test_scans_150_ms_apart_are_never_glued(
    suffix: str, gaps: list[float], between: float, has_timer: bool
) -> None:
    keys = Keyboard(has_timer=has_timer)
    wanted = [CARD, OTHER, CARD]
    for card in wanted:
        for place, sign in enumerate(card + suffix):
            keys.key(sign, gaps[place % 20] if place else between)
    keys.rest()
    assert keys.texts == wanted
    assert keys.editor == ""


@given(between=st.floats(0, 149), suffix=st.sampled_from([ENTER, TAB]))
@settings(max_examples=40)
def test_scans_closer_than_that_are_told_apart_by_their_line_ends(between: float, suffix: str) -> None:
    keys = Keyboard()
    keys.type(CARD + suffix, 5)
    keys.type(OTHER + suffix, 5, first_gap_ms=between)
    keys.rest()
    assert keys.texts == [CARD, OTHER]


def test_scans_glued_without_a_line_end_are_told_apart_by_their_content() -> None:
    keys = Keyboard()
    keys.type(CARD + OTHER + ENTER, 5)
    keys.rest()
    assert keys.texts == [CARD, OTHER]


def test_a_line_end_inside_a_card_is_the_cards() -> None:
    keys = Keyboard()
    keys.type(CARD.replace("Nghiem, ", "Nghiem,\n") + ENTER, 5)
    keys.rest()
    assert keys.texts == [CARD]


@given(
    name=NAMES, gaps=st.lists(st.floats(45, 400), min_size=15, max_size=15), end=st.sampled_from([ENTER, TAB, ""])
)
@settings(max_examples=60)
def test_typing_is_never_a_scan(name: str, gaps: list[float], end: str) -> None:
    keys = Keyboard()
    for sign, gap in zip(name + end, gaps, strict=False):
        keys.key(sign, gap)
    keys.rest()
    assert keys.scans == []
    assert keys.editor == name


@given(rolls=st.lists(st.floats(15, 34), min_size=3, max_size=3), slow=st.floats(110, 250))
@settings(max_examples=40)
def test_fingers_that_roll_over_keys_are_not_a_scanner(rolls: list[float], slow: float) -> None:
    keys = Keyboard()
    for place, sign in enumerate("nguyen thi thu hien"):
        keys.key(sign, slow if place % 4 == 0 else rolls[place % 4 - 1])
    keys.key(ENTER, slow)
    keys.rest()
    assert keys.scans == []
    assert keys.editor == "nguyen thi thu hien"


def test_a_key_held_down_is_not_a_scanner() -> None:
    keys = Keyboard()
    keys.type("a" * 60 + ENTER, 30)
    keys.rest()
    assert keys.scans == []
    assert keys.wedge.letter("a", is_repeat=True).scans == ()


@given(name=NAMES, first=st.floats(0, 300), gap=st.floats(45, 300), suffix=st.sampled_from([ENTER, TAB]))
@settings(max_examples=80)
def test_keys_typed_right_after_a_scan_go_to_the_next_visitor(
    name: str, first: float, gap: float, suffix: str
) -> None:
    keys = Keyboard()
    keys.type(CARD + suffix, 5)
    keys.type(name, gap, first_gap_ms=first)
    keys.rest()
    assert keys.texts == [CARD]
    assert keys.editor == name


@given(name=NAMES, gap=st.floats(45, 300), before=st.floats(45, 300))
@settings(max_examples=50)
def test_letters_typed_before_a_scan_stay_where_they_are(name: str, gap: float, before: float) -> None:
    keys = Keyboard()
    keys.type(name, gap)
    keys.type(CARD + ENTER, 5, first_gap_ms=before)
    keys.rest()
    assert keys.texts == [CARD]
    assert keys.editor == name


@given(stutters=st.dictionaries(st.integers(5, len(CARD) - 1), st.floats(36, 110), max_size=6))
@settings(max_examples=40)
def test_a_scanner_that_stutters_is_one_scan(stutters: dict[int, float]) -> None:
    keys = Keyboard()
    for place, sign in enumerate(CARD + ENTER):
        keys.key(sign, stutters.get(place, 5))
    keys.rest()
    assert keys.texts == [CARD]


def test_an_input_method_at_work_in_a_scan_is_applied_and_told() -> None:
    keys = Keyboard()
    keys.type(CARD.replace("Nguyen", "Nguye" + BACK + "ễn") + ENTER, 5)
    keys.rest()
    assert keys.texts == [CARD.replace("Nguyen", "Nguyễn")]
    assert keys.scans[0].warnings == (Trouble.WARN_INPUT_METHOD,)
    assert keys.scans[0].raw.endswith("\b")


@given(delay=st.floats(0, 149), gap=st.floats(0, 30), decomposed=st.booleans())
@settings(max_examples=60)
def test_corrections_after_the_enter_reach_the_scan_they_belong_to(
    delay: float, gap: float, decomposed: bool
) -> None:
    head, tail = "066192000000||Y Thu|03031992|Nam|Buon Thu|01072021", "|Mau"
    written = "âu" if not decomposed else "a\u0302u"
    keys = Keyboard()
    keys.type(head + tail + ENTER, 5)
    keys.type(BACK * 2 + written, gap, first_gap_ms=delay)
    keys.type("Le", 80)
    keys.rest()
    assert keys.texts == [head + "|Mâu"]
    assert keys.scans[0].warnings == (Trouble.WARN_INPUT_METHOD,)
    assert keys.editor == "Le"


def test_a_persons_backspace_is_no_correction() -> None:
    keys = Keyboard()
    keys.type("tuan" + BACK + "n", 90)
    keys.type(CARD + ENTER, 5, first_gap_ms=90)
    keys.type("a" + BACK + "b", 90, first_gap_ms=160)
    keys.rest()
    assert keys.texts == [CARD]
    assert keys.scans[0].warnings == ()
    assert keys.editor == "tuanb"


@given(
    events=st.lists(
        st.tuples(st.sampled_from("0123456789|abđễ \u0301" + ENTER + TAB + BACK), st.floats(0, 200)), max_size=80
    ),
    has_timer=st.booleans(),
)
@settings(max_examples=120)
def test_no_stream_of_keys_breaks_it_or_leaves_it_waiting(
    events: list[tuple[str, float]], has_timer: bool
) -> None:
    keys = Keyboard(has_timer=has_timer)
    for sign, gap in events:
        keys.key(sign, gap)
    keys.rest()
    keys.rest()
    assert keys.wedge.due is None
    keys.type(CARD + ENTER, 5, first_gap_ms=500)
    keys.rest()
    assert keys.texts[-1] == CARD


def test_what_was_scanned_is_in_no_traceback() -> None:
    keys = Keyboard()
    keys.type(CARD + ENTER, 5)
    keys.rest()
    assert "001090000000" not in repr(keys.scans)

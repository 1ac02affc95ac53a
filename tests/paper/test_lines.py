"""Text broken into lines: every letter kept, every line fitting, in time that grows with the text alone."""

from collections.abc import Callable

import pytest

from bluezone_desk.paper.decree30_lines import balanced_lines, break_lines
from bluezone_desk.paper.fonts import SERIF, width

ROOM = 120.0


@pytest.mark.parametrize("broken", [break_lines, balanced_lines])
@pytest.mark.parametrize("text", ["ă" * 20_000, "Nguyễn " + "W" * 400 + " Mẫu", "i", ""])
def test_a_word_wider_than_a_line_is_broken_between_letters(
    broken: Callable[[str, str, float, float], list[str]], text: str
) -> None:
    lines = broken(text, SERIF, 13.0, ROOM)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(width(line, SERIF, 13.0) for line in lines) <= ROOM + 0.01


def test_a_room_narrower_than_a_letter_takes_one_letter_a_line() -> None:
    assert break_lines("WWW", SERIF, 13.0, 1.0) == ["W", "W", "W"]

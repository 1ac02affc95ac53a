"""Breaking text into lines that fit."""

import re
from functools import lru_cache

from bluezone_desk.paper.fonts import width

#: Words that read badly when a line ends between them.
_BOUND = re.compile(
    r"(?<=\d) (?=lượt|người|giờ|phút|điểm|\()"
    r"|(?<=ngày) (?=\d)|(?<=tháng) (?=\d)|(?<=năm) (?=\d)|(?<=giờ) (?=\d)|(?<=số) (?=\d)|(?<=tiêu) (?=\d)"
    r"|(?<=cài) (?=đặt)|(?<=ứng) (?=dụng)|(?<=trụ) (?=sở)|(?<=–) (?=\d)|(?<=^-) "
)
_TIE = "\u00a0"


def bound(text: str) -> str:
    """The text with no-break spaces between words that belong together; `break_lines` turns them back."""
    return _BOUND.sub(_TIE, text)


def break_lines(text: str, font: str, size: float, room: float, first_room: float | None = None) -> list[str]:
    """`text` as lines no wider than `room` points (the first no wider than `first_room`).

    A word wider than a line is broken behind "-" or "/", else between letters. Joining the lines with spaces gives
    back the words; nothing is ever dropped.
    """
    gap = width(" ", font, size)
    lines: list[str] = []
    line, used = "", 0.0
    here = room if first_room is None else first_room
    for word in text.split(" "):
        for piece, wide in _pieces(word, font, size, min(room, here) if not line else room):
            if line and used + gap + wide <= here:
                line, used = f"{line} {piece}", used + gap + wide
                continue
            if line:
                lines.append(line)
                here = room
            line, used = piece, wide
    return [told.replace(_TIE, " ") for told in ([*lines, line] if line or not lines else lines)]


def balanced_lines(text: str, font: str, size: float, room: float) -> list[str]:
    """As few lines as `break_lines` needs, but of like length: for centred headings."""
    fewest = len(break_lines(text, font, size, room))
    if fewest == 1:
        return break_lines(text, font, size, room)
    narrow, wide = room / fewest * 0.8, room
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(break_lines(text, font, size, middle)) > fewest:
            narrow = middle
        else:
            wide = middle
    return break_lines(text, font, size, wide)


@lru_cache(maxsize=4096)
def _pieces(word: str, font: str, size: float, room: float) -> tuple[tuple[str, float], ...]:
    """The word with its width, or the parts of a word wider than the line."""
    whole = width(word, font, size)
    if whole <= room:
        return ((word, whole),)
    pieces: list[tuple[str, float]] = []
    start, used = 0, 0.0
    for place, letter in enumerate(word):
        wide = width(letter, font, size)
        if place > start and used + wide > room:
            # A symbol such as BC-UBND is parted behind its own signs where it has any.
            cut = max(word.rfind("-", start, place), word.rfind("/", start, place)) + 1 or place
            pieces.append((word[start:cut], width(word[start:cut], font, size)))
            start, used = cut, width(word[cut:place], font, size)
        used += wide
    return (*pieces, (word[start:], used))

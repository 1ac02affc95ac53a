"""Type that fits: a text shrinks to a floor, then wraps, and is refused by name before it would be cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper import fonts

#: A line's letters reach this far above and below the baseline, in parts of the size, marks over capitals too.
ASCENT, DESCENT = 0.98, 0.26
LEADING = 1.26
_STEP = 0.25
#: Letters of a refused text that its fault repeats.
_SHOWN = 60
_LINK_PIECE = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")


class Run(NamedTuple):
    """Letters in one face."""

    text: str
    face: str


class _Token(NamedTuple):
    """What is never broken. `space` is the width before it when it does not start a line; widths at size 1."""

    runs: tuple[Run, ...]
    width: float
    space: float


@dataclass(frozen=True, slots=True)
class Block:
    """Fitted lines, ready to draw. Sizes and heights in points."""

    lines: tuple[tuple[Run, ...], ...]
    size: float

    @property
    def height(self) -> float:
        if not self.lines:
            return 0.0
        return self.size * (ASCENT + DESCENT + LEADING * (len(self.lines) - 1))

    @property
    def width(self) -> float:
        return max((line_width(line, self.size) for line in self.lines), default=0.0)


def too_long(field: str, text: str) -> DeskFault:
    """The fault of a text that does not fit, naming its field and how it begins."""
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
    return DeskFault(Trouble.TEXT_TOO_LONG, field=field, text=shown)


def line_width(line: Sequence[Run], size: float) -> float:
    """Width of one line in points."""
    return sum(fonts.width(run.text, run.face, size) for run in line)


def plain(text: str, face: str) -> tuple[Run, ...]:
    """`text` in one face; raises DeskFault(GLYPH_MISSING) naming the letter the face lacks."""
    shown = fonts.require_glyphs(text, face)
    return (Run(shown, face),) if shown else ()


def marked(text: str, face: str, strong: str, **facts: str) -> tuple[Run, ...]:
    """`text` with **strong** parts; `facts` fill its placeholders and are taken as they are, stars and all."""
    runs = []
    for index, part in enumerate(text.split("**")):
        if part:
            chosen = strong if index % 2 else face
            filled = part.format(**facts)
            fonts.require_glyphs(filled, chosen)
            runs.append(Run(filled, chosen))
    return tuple(runs)


def fit(
    runs: Sequence[Run], size: float, floor: float, width: float, lines: int, field: str, *, loose: bool = False
) -> Block:
    """The fewest lines, at most `lines`, of the largest size from `floor` to `size` points that fit in `width`.

    Lines are balanced, so that no word stands alone; `loose` fills each line instead. Raises
    DeskFault(TEXT_TOO_LONG, field) when even `lines` lines at the floor do not hold the text.
    """
    return _fit(_words(runs), size, floor, width, lines, field, loose)


def fit_link(link: str, size: float, floor: float, width: float, lines: int, field: str = "link") -> Block:
    """Like `fit`, for a link: its scheme light, the rest bold; broken only after its own punctuation."""
    scheme, slashes, rest = link.partition("://")
    parts = [(scheme + slashes, fonts.SANS)] if slashes else []
    tokens = [_token((Run(text, face),), 0.0) for text, face in parts]
    tokens += [
        _token((Run(piece, fonts.SANS_BOLD),), 0.0) for piece in _LINK_PIECE.findall(rest if slashes else link)
    ]
    for token in tokens:
        for run in token.runs:
            fonts.require_glyphs(run.text, run.face)
    return _fit(tokens, size, floor, width, lines, field, True)


def _fit(
    tokens: list[_Token], size: float, floor: float, width: float, lines: int, field: str, loose: bool
) -> Block:
    if not tokens:
        return Block((), size)
    sizes = [size - index * _STEP for index in range(int((size - floor) / _STEP) + 1)]
    for count in range(1, lines + 1):
        for chosen in dict.fromkeys((*sizes, floor)):
            wrapped = _wrap(tokens, width / chosen)
            if wrapped is not None and len(wrapped) <= count:
                balanced = wrapped if loose else _balanced(tokens, width / chosen, len(wrapped))
                return Block(tuple(_merged(line) for line in balanced), chosen)
    raise too_long(field, "".join(run.text for run in _merged(tokens)))


def _words(runs: Sequence[Run]) -> list[_Token]:
    tokens: list[_Token] = []
    word: list[Run] = []
    space = 0.0
    for run in runs:
        for index, piece in enumerate(run.text.split(" ")):
            if index:
                if word:
                    tokens.append(_token(tuple(word), space))
                    word = []
                space = fonts.width(" ", run.face, 1)
            if piece:
                word.append(Run(piece, run.face))
    if word:
        tokens.append(_token(tuple(word), space))
    return tokens


def _token(runs: tuple[Run, ...], space: float) -> _Token:
    return _Token(runs, line_width(runs, 1), space)


def _wrap(tokens: list[_Token], limit: float) -> list[list[_Token]] | None:
    """Greedy lines no wider than `limit`, or None when one token alone is wider."""
    lines: list[list[_Token]] = []
    used = 0.0
    for token in tokens:
        if token.width > limit:
            return None
        if lines and used + token.space + token.width <= limit:
            lines[-1].append(token)
            used += token.space + token.width
        else:
            lines.append([token])
            used = token.width
    return lines


def _balanced(tokens: list[_Token], limit: float, count: int) -> list[list[_Token]]:
    """The same number of lines in the narrowest column that still holds them."""
    low, high = max(token.width for token in tokens), limit
    for _ in range(24 if count > 1 else 0):
        middle = (low + high) / 2
        tried = _wrap(tokens, middle)
        if tried is not None and len(tried) <= count:
            high = middle
        else:
            low = middle
    return _wrap(tokens, high) or [tokens]


def _merged(line: list[_Token]) -> tuple[Run, ...]:
    """The line's letters with its spaces, neighbours of one face in one run."""
    merged: list[Run] = []
    for index, token in enumerate(line):
        for place, run in enumerate(token.runs):
            gap = " " if index and place == 0 and token.space else ""
            if merged and merged[-1].face == run.face:
                merged[-1] = Run(merged[-1].text + gap + run.text, run.face)
            elif gap and merged:
                merged[-1] = Run(merged[-1].text + gap, merged[-1].face)
                merged.append(run)
            else:
                merged.append(run)
    return tuple(merged)

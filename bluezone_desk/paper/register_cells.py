"""Cells of a long table as finished PDF operators, made once for each different text.

A register of 20,000 lines has some 240,000 cells. reportlab's drawString opens a text object, sets the font and
encodes the text anew for each; here a cell is one memoised string, and a column of a page is one text object.
"""

import unicodedata
from dataclasses import dataclass

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.paper.decree30_lines import break_lines
from bluezone_desk.paper.fonts import MISSING_MARK, drawable, font


@dataclass(frozen=True, slots=True)
class Cell:
    """`code` moves down one table line (T*), shows the first line of text, and the others below it."""

    code: str
    lines: int


class Encoding(dict[str, str]):
    """Letter to its escaped code in the document's subset of one font; raises KeyError for what needs care.

    A font subset holds 256 letters. A letter that fell into a later subset brings the switch there and back.
    """

    def __init__(self, canvas: Canvas, face: str, size: float) -> None:
        super().__init__()
        self._font: TTFont = font(face)
        self._document = canvas._doc
        self._escape = canvas._escape
        self._size = size
        self.widths: dict[str, float] = {}
        self.encode(" ")

    @property
    def font_code(self) -> str:
        """Selects the font's first subset."""
        return f"{self._font.getSubsetInternalName(0, self._document)} {self._size:g} Tf"

    def __missing__(self, letter: str) -> str:
        if ord(letter) not in self._font.face.charToGlyph or (letter != " " and _needs_care(letter)):
            raise KeyError(letter)
        return self.encode(letter)

    def encode(self, letter: str) -> str:
        """The code of a letter the font has, combining marks included."""
        [(subset, code)] = self._font.splitString(letter, self._document)
        shown: str = self._escape(code)
        if subset:
            other = self._font.getSubsetInternalName(subset, self._document)
            shown = f")Tj {other} {self._size:g} Tf({shown})Tj {self.font_code}("
        self[letter] = shown
        self.widths[letter] = self._font.stringWidth(letter, self._size)
        return shown


def _needs_care(letter: str) -> bool:
    """Marks that NFC may join to a letter, and signs that are not printed."""
    return unicodedata.category(letter)[0] in "MCZ"


class ColumnCells:
    """Turns the texts of one column into cells of `room` points, wrapping what is longer."""

    def __init__(self, encoding: Encoding, face: str, size: float, room: float, leading: float) -> None:
        self._encoding = encoding
        self._face = face
        self._size = size
        self._room = room
        self._leading = leading
        self._made: dict[str, Cell] = {"": Cell("T*", 1)}
        self.has_marks = False

    def cell(self, text: str) -> Cell:
        """The cell of a text. Letters the font lacks become `MISSING_MARK`, and `has_marks` says so."""
        made = self._made.get(text)
        if made is None:
            made = self._made[text] = self._make(text)
        return made

    def broken(self, text: str) -> list[str]:
        """The text as the lines its cell shows."""
        return break_lines(drawable(text, self._face), self._face, self._size, self._room)

    def _make(self, text: str) -> Cell:
        encoding = self._encoding
        try:
            code = "".join(map(encoding.__getitem__, text))
            if sum(map(encoding.widths.__getitem__, text)) <= self._room:
                return Cell(f"T*({code})Tj", 1)
        except KeyError:
            shown = drawable(text, self._face)
            self.has_marks = self.has_marks or shown.count(MISSING_MARK) > text.count(MISSING_MARK)
            for letter in shown:
                if letter not in encoding:
                    encoding.encode(letter)
        first, *others = [self._show(line) for line in self.broken(text)]
        below = "".join(f" 0 -{self._leading:g} Td{line}" for line in others)
        return Cell(f"T*{first}{below}", 1 + len(others))

    def _show(self, line: str) -> str:
        return f"({''.join(map(self._encoding.__getitem__, line))})Tj"

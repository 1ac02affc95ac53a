"""The fonts of official papers (Tinos, metric twin of Times New Roman) and of posters (Be Vietnam Pro).

reportlab draws nothing for a letter its font lacks and misplaces decomposed marks, both without a word. So text
is brought to NFC here, and a missing letter is either refused (`require_glyphs`) or marked (`drawable`).
"""

import threading
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paths import resource

SERIF: Final = "Tinos-Regular"
SERIF_BOLD: Final = "Tinos-Bold"
SERIF_ITALIC: Final = "Tinos-Italic"
SERIF_BOLD_ITALIC: Final = "Tinos-BoldItalic"
SANS: Final = "BeVietnamPro_400Regular"
SANS_MEDIUM: Final = "BeVietnamPro_500Medium"
SANS_SEMIBOLD: Final = "BeVietnamPro_600SemiBold"
SANS_BOLD: Final = "BeVietnamPro_700Bold"
SANS_EXTRABOLD: Final = "BeVietnamPro_800ExtraBold"

#: Stands for letters the font lacks. The paper that prints it also prints a note that says so.
MISSING_MARK: Final = "[?]"

_FOLDER = {"T": "tinos", "B": "be-vietnam-pro"}
_lock = threading.Lock()


@cache
def font(name: str) -> TTFont:
    """The font of that name, read from `resources/fonts` and registered with reportlab on first use."""
    with _lock:
        if name not in pdfmetrics.getRegisteredFontNames():
            file = resource("fonts", _FOLDER[name[0]], f"{name}.ttf")
            pdfmetrics.registerFont(TTFont(name, str(file), shapable=False))
        return pdfmetrics.getFont(name)


def width(text: str, name: str, size: float) -> float:
    """Width of one line of `text` in points."""
    return float(font(name).stringWidth(text, size))


def has_glyph(character: str, name: str) -> bool:
    return ord(character) in font(name).face.charToGlyph


def missing_glyph(text: str, *names: str) -> str:
    """The first character of `text` that one of the fonts cannot draw, or ""."""
    return next((c for c in one_line(text) if not all(has_glyph(c, name) for name in names)), "")


def require_glyphs(text: str, *names: str) -> str:
    """`one_line(text)`; raises DeskFault(GLYPH_MISSING, glyph, text) when a font lacks a letter of it."""
    glyph = missing_glyph(text, *names)
    if glyph:
        raise DeskFault(Trouble.GLYPH_MISSING, glyph=glyph, text=text)
    return one_line(text)


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset(chr(code) for code in font(name).face.charToGlyph)


def drawable(text: str, name: str) -> str:
    """`one_line(text)` with every run of letters the font lacks replaced by one `MISSING_MARK`."""
    shown = one_line(text)
    letters = _letters(name)
    if letters.issuperset(shown):
        return shown
    parts: list[str] = []
    for character in shown:
        if character in letters:
            parts.append(character)
        elif not parts or parts[-1] != MISSING_MARK:
            parts.append(MISSING_MARK)
    return "".join(parts)

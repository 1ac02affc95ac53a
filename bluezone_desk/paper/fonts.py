"""The fonts of official papers (Tinos, metric twin of Times New Roman) and of posters (Be Vietnam Pro).

reportlab draws nothing for a letter its font lacks and misplaces decomposed marks, both without a word. So text
is brought to NFC here, and a missing letter is either refused (`require_glyphs`) or marked (`drawable`).
"""

import threading
import unicodedata
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
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
    return next((c for c in printable(text) if not all(has_glyph(c, name) for name in names)), "")


def require_glyphs(text: str, *names: str) -> str:
    """`printable(text)`; raises DeskFault(GLYPH_MISSING, glyph, text) when a font lacks a letter of it."""
    glyph = missing_glyph(text, *names)
    if glyph:
        raise DeskFault(Trouble.GLYPH_MISSING, glyph=glyph, text=text)
    return printable(text)


def printable(text: str) -> str:
    """`text` in NFC on one line: control and format characters dropped, any white space one plain space."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in _UNPRINTED)
    return " ".join(unicodedata.normalize("NFC", kept).split())


_UNPRINTED = frozenset({"Cc", "Cf", "Cs"})


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset(chr(code) for code in font(name).face.charToGlyph)


def drawable(text: str, name: str) -> str:
    """`printable(text)` with every run of letters the font lacks replaced by one `MISSING_MARK`."""
    shown = printable(text)
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

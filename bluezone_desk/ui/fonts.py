"""The screen's type: Be Vietnam Pro from the resources, the system's own face where it cannot be loaded."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from bluezone_desk.paths import resource

FAMILY = "Be Vietnam Pro"
#: The weights the screen uses; ExtraBold is for posters.
_FILES = ("400Regular", "500Medium", "600SemiBold", "700Bold")


@cache
def load() -> bool:
    """Register the shipped faces once; False when the system's face has to do."""
    folder = resource("fonts", "be-vietnam-pro")
    ids = [QFontDatabase.addApplicationFont(str(folder / f"BeVietnamPro_{name}.ttf")) for name in _FILES]
    return all(number >= 0 for number in ids)


def text_font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The screen's face at `size_px` logical pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font

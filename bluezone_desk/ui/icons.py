"""The program's own line icons, tinted with a role's colour."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bluezone_desk.paths import resource


@lru_cache(maxsize=64)
def pixmap(name: str, colour: str, size_px: int) -> QPixmap:
    """The icon `name` at `size_px` logical pixels, sharp on the screen it is for."""
    drawing = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    image = QPixmap(QSize(round(size_px * ratio), round(size_px * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return image


def icon(name: str, colour: str, size_px: int = 18) -> QIcon:
    """The same drawing for buttons and actions."""
    return QIcon(pixmap(name, colour, size_px))

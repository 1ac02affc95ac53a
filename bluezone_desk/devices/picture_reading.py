"""Reads the codes in a camera's picture, and tells a new code from the one still held in front of it."""

import hashlib
import os
from collections.abc import Callable

import zxingcpp
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from bluezone_desk.domain.scan_text import decoded

#: A code that is not seen for so long was taken away; the same one is a new scan then.
SAME_CODE_SECONDS = 3.0
#: A card's code in a picture smaller than this may have fewer pixels than it has modules to tell apart.
_SMALL_PX = 900
_FORMATS = zxingcpp.barcode_formats_from_str("QRCode")


def codes_in(picture: QImage) -> tuple[str, ...]:
    """The texts of the QR codes in it, UTF-8 whatever the code claims; none when nothing can be read."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return ()
    found = _read(grey, zxingcpp.Binarizer.LocalAverage)
    if not found:
        found = _read(grey, zxingcpp.Binarizer.GlobalHistogram)
    if not found and max(grey.width(), grey.height()) < _SMALL_PX:
        doubled = QSize(grey.width() * 2, grey.height() * 2)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        found = _read(
            grey.scaled(doubled, keep, Qt.TransformationMode.SmoothTransformation), zxingcpp.Binarizer.LocalAverage
        )
    return found


def _read(grey: QImage, binarizer: zxingcpp.Binarizer) -> tuple[str, ...]:
    codes = zxingcpp.read_barcodes(grey, formats=_FORMATS, binarizer=binarizer)
    return tuple(dict.fromkeys(decoded(code.bytes) for code in codes if code.bytes))


class SeenCodes:
    """Which codes are in front of the camera now; it keeps no text, only what tells one from another."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._salt = os.urandom(16)
        self._seen: dict[bytes, float] = {}

    def is_new(self, text: str) -> bool:
        """Whether this code was not seen during the last three seconds. Asking counts as seeing it."""
        now = self._seconds()
        self._seen = {code: at for code, at in self._seen.items() if now - at < SAME_CODE_SECONDS}
        code = hashlib.blake2b(text.encode("utf-8", "replace"), key=self._salt).digest()
        is_known = code in self._seen
        self._seen[code] = now
        return not is_known

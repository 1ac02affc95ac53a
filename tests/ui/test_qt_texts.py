"""Qt's own texts: those we know in our language, the others as Qt has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bluezone_desk.ui.qt_texts import QtTexts, speak_our_language

pytestmark = pytest.mark.gui


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QApplication]:
    speak_our_language()
    yield qapp
    for texts in qapp.findChildren(QtTexts):
        qapp.removeTranslator(texts)
        texts.setParent(None)
        texts.deleteLater()


def test_texts_of_qt_are_ours_or_qts_but_never_empty(spoken: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    assert QCoreApplication.translate("QFileDialog", "Recent Places") == "Recent Places"


def test_pictures_are_still_read(spoken: QApplication, tmp_path: Path) -> None:
    drawn = QImage(40, 30, QImage.Format.Format_RGB32)
    drawn.fill(0)
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.ReadWrite)
    assert drawn.save(held, "PNG")  # type: ignore[call-overload]
    assert QImage.fromData(held.data()).size() == drawn.size()

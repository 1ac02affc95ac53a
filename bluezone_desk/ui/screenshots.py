"""Pictures of the window's pages without a screen, for the demo, the guide and the self-test."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.task_runner import InlineTaskRunner
from bluezone_desk.ui.theme import dress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.services.opening import Desk

SIZE_PX = (1366, 768)
#: Previews wait a moment for the last key press before they are drawn.
_SETTLES_MS = 700
_CHOSEN_ROW = 3


def take(
    desk: Desk,
    clock: Clock,
    folder: Path,
    size_px: tuple[int, int] = SIZE_PX,
    pages: Iterable[PageName] = tuple(PageName),
    scanned: str = "",
) -> tuple[Path, ...]:
    """Open every page of the real window and write `<page>.png` of each into `folder`; the files written.

    Nothing appears on a screen. `scanned` is a card just scanned when the desk's picture is taken; it is not
    recorded. Raises DeskFault(OUTPUT_FAILED).
    """
    app = _application()
    # A platform without a screen has much to say about what it cannot do.
    before = qInstallMessageHandler(_note)
    dress(app)
    window = MainWindow(InlineTaskRunner(), clock)
    try:
        window.resize(*size_px)
        window.show()
        window.open_with(desk)
        return tuple(_take_page(window, page, folder, scanned) for page in pages)
    finally:
        window.on_close = None
        window.close()
        window.deleteLater()
        _settle(0)
        qInstallMessageHandler(before)


def _note(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger(__name__).debug(text)


def _take_page(window: MainWindow, page: PageName, folder: Path, scanned: str) -> Path:
    window.show_page(page)
    if page is PageName.DESK and scanned and isinstance(window.page, DeskPage):
        window.page.keys.scanned.emit(scanned)
        window.page.keys.number_pressed.emit(1)
    _settle(_SETTLES_MS)
    if page is PageName.BOOK and isinstance(window.page, BookPage):
        # With a line chosen the page shows what it is for.
        window.page.list.table.selectRow(_CHOSEN_ROW)
        _settle(_SETTLES_MS)
    target = folder / f"{page.value}.png"
    if not window.grab().save(str(target)):
        raise DeskFault(Trouble.OUTPUT_FAILED, path=target)
    return target


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["bluezone-desk"])

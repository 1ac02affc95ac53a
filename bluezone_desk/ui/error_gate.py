"""The one gate at which bugs end: logged always, shown at most every five seconds, and the desk goes on.

Python's hooks are called on whatever thread failed, so nothing here touches a widget but the slot the signal
queues to. Known trouble (`DeskFault`) that nobody caught becomes a notice instead.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from bluezone_desk import __version__
from bluezone_desk.domain.faults import DeskFault

QUIET_SECONDS = 5.0

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorGate(QObject):
    """Catches what nothing else caught, on every thread; made on the window's thread."""

    _met = Signal(object)

    def __init__(
        self,
        show_bug: Callable[[str], None],
        show_fault: Callable[[DeskFault], None],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`show_bug` gets the details to copy, `show_fault` the known trouble; both on the window's thread."""
        super().__init__()
        self._show_bug = show_bug
        self._show_fault = show_fault
        self._seconds = seconds
        self._shown_at = -QUIET_SECONDS
        self._before = (sys.excepthook, threading.excepthook)
        self._met.connect(self._show)

    def install(self) -> None:
        """Take over Python's and Qt's last words."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(log_qt_message)

    def remove(self) -> None:
        """Give back what `install` took."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def meet(self, error: BaseException) -> None:
        """An error that ended work nobody answers for; may be called on any thread."""
        if isinstance(error, DeskFault):
            _log.info("known trouble: %s", error.code)
        else:
            _log.error("bug", exc_info=error)
        self._met.emit(error)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.meet(error.with_traceback(trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.meet(args.exc_value)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, DeskFault):
            self._show_fault(error)
            return
        now = self._seconds()
        if now - self._shown_at < QUIET_SECONDS:
            return
        self._shown_at = now
        self._show_bug(details_of(error))


def details_of(error: BaseException) -> str:
    """What "copy details" puts on the clipboard: versions and the trace. Values of variables are not in it."""
    # Read when the first bug is met.
    import platform
    import traceback

    python = platform.python_version()
    versions = f"Bluezone Desk {__version__} · Python {python} · Qt {qt_version} · {platform.platform()}\n"
    return versions + "".join(traceback.format_exception(error))


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """Qt's own messages go where the program's go."""
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "qt", text)

"""Which screen the slide show is on: put up, taken down, lost with its screen and put up when that is back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.slide_show import DWELL_SECONDS, SlideShow

#: The screens there are, the one the window is on first.
Screens = Callable[[], Sequence[QScreen]]


def screens_beside(window: QWidget) -> Screens:
    """All screens, the one `window` stands on first."""

    def listed() -> list[QScreen]:
        own = window.screen()
        return [own, *(screen for screen in QGuiApplication.screens() if screen is not own)]

    return listed


class SecondScreen(QObject):
    """Shows pictures full-screen on the first screen that is not the window's own."""

    #: The show is on (True) or off (False); a show that waits for its screen counts as off.
    changed = Signal(bool)
    noticed = Signal(object)

    def __init__(self, window: QWidget, screens: Screens | None = None) -> None:
        super().__init__(window)
        self._screens = screens or screens_beside(window)
        self._pictures: tuple[bytes, ...] = ()
        self._on: QScreen | None = None
        self._is_wanted = False
        self._seconds = DWELL_SECONDS
        self.show_window: SlideShow | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_added)
            app.screenRemoved.connect(self._screen_removed)

    @property
    def is_on(self) -> bool:
        return self._on is not None

    def is_standing(self) -> bool:
        """Whether the second screen is higher than wide; False when there is none."""
        other = self._other()
        return other is not None and other.geometry().height() > other.geometry().width()

    def require_screen(self) -> None:
        """Raises DeskFault(SCREEN_MISSING) when no second screen is connected."""
        if self._other() is None:
            raise DeskFault(Trouble.SCREEN_MISSING)

    def put_up(self, pictures: Sequence[bytes], seconds: int = DWELL_SECONDS) -> None:
        """Show these pictures, each so long, in place of those before. Raises DeskFault(SCREEN_MISSING)."""
        self.require_screen()
        self._seconds = seconds
        self._pictures = tuple(pictures)
        self._is_wanted = True
        self._start()

    def set_dwell(self, seconds: int) -> None:
        """How long each picture stays from now on."""
        self._seconds = seconds
        if self.show_window is not None:
            self.show_window.set_dwell(seconds)

    def take_over(self, before: "SecondScreen") -> None:
        """Go on with the show of another, which has none from then on; the visitors see no change."""
        self._pictures, self._seconds = before._pictures, before._seconds
        self._on, self._is_wanted = before._on, before._is_wanted
        self.show_window = before.show_window
        if self.show_window is not None:
            self.show_window.ended.disconnect(before._ended)
            self.show_window.ended.connect(self._ended)
        before.show_window, before._on, before._is_wanted = None, None, False
        self.changed.emit(self.is_on)

    def take_down(self) -> None:
        """End the show and forget its pictures."""
        self._is_wanted = False
        if self.show_window is not None:
            self.show_window.close()

    def _other(self) -> QScreen | None:
        screens = self._screens()
        return screens[1] if len(screens) > 1 else None

    def _start(self) -> None:
        other = self._other()
        if other is None:
            return
        if self.show_window is None:
            self.show_window = SlideShow()
            self.show_window.ended.connect(self._ended)
        self._on = other
        self.show_window.set_dwell(self._seconds)
        self.show_window.set_pictures(self._pictures)
        self.show_window.setScreen(other)
        self.show_window.start(QRect(other.geometry()))
        self.changed.emit(True)

    def _ended(self) -> None:
        """The window was closed, by Esc or from here."""
        window, self.show_window = self.show_window, None
        self._on = None
        self._is_wanted = False
        self._pictures = ()
        if window is not None:
            window.deleteLater()
        self.changed.emit(False)

    def _screen_removed(self, screen: QScreen) -> None:
        if self._on is None or self._on is not screen:
            return
        self._on = None
        if self.show_window is not None:
            self.show_window.pause()
        self.changed.emit(False)
        self.noticed.emit(
            Notice(
                _("The visitors' screen was unplugged"),
                _("Nothing is lost. The show goes on by itself when the screen is plugged in again."),
                "warn",
            )
        )

    def _screen_added(self, screen: QScreen) -> None:
        if self._is_wanted and self._on is None:
            self._start()

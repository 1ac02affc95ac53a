"""Undo and redo of everything that can be chosen or typed for a poster, a burst of typing at a time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bluezone_desk.ui.pages.poster_fields import PosterState

_MOST = 200


class PosterHistory:
    """States in the order they were; `undo` and `redo` give the one to put back, None when there is none."""

    def __init__(self) -> None:
        self._states: list[PosterState] = []
        self._place = -1

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place < len(self._states) - 1

    def remember(self, state: PosterState) -> None:
        """This is how it stands now; what could be redone is dropped when it differs."""
        if self._place >= 0 and self._states[self._place] == state:
            return
        self._states = [*self._states[: self._place + 1], state][-_MOST:]
        self._place = len(self._states) - 1

    def undo(self, now: PosterState) -> PosterState | None:
        """The state before `now`."""
        self.remember(now)
        return self._step(-1)

    def redo(self, now: PosterState) -> PosterState | None:
        """The state that was left by `undo`, unless something else was done since."""
        self.remember(now)
        return self._step(1)

    def _step(self, by: int) -> PosterState | None:
        if not 0 <= self._place + by < len(self._states):
            return None
        self._place += by
        return self._states[self._place]


class UndoKeys(QObject):
    """Keeps text fields from taking undo and redo for themselves: on this page one undo serves all fields."""

    def __init__(self, fields: tuple[QWidget, ...], undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().__init__(fields[0])
        self._actions = {QKeySequence.StandardKey.Undo: undo, QKeySequence.StandardKey.Redo: redo}
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            for key, action in self._actions.items():
                if event.matches(key):
                    if event.type() == QEvent.Type.ShortcutOverride:
                        event.accept()
                    elif event.type() == QEvent.Type.KeyPress:
                        action()
                    return True
        return super().eventFilter(watched, event)

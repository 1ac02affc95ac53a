"""One book has one window: a second start raises the first one's and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK_NAME = "window.lock"
WAIT_MS = 1500
#: A window that has just been started answers a moment after it is painted.
TRIES, BETWEEN_TRIES_MS = 12, 250


class SingleInstance(QObject):
    """Holds the book's window lock. `raise_asked` comes when somebody starts the program again."""

    raise_asked = Signal()

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        # A name of its own for every book, short enough for a socket's path.
        place = str(data_dir.resolve()).encode()
        digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256).toHex().data()
        self._name = "bluezone-desk-" + bytes(digest[:16]).decode()
        self._lock = QLockFile(str(data_dir / LOCK_NAME))
        # A lock is stale when its process is gone, however old or young it is.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether this start may have the window. A folder that takes no lock file is for the book to judge."""
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def answer(self) -> None:
        """Listen for later starts. The network library is read here, after the window stands."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_knock)
        self._server.listen(self._name)

    def raise_the_first(self) -> bool:
        """Ask the running window to come to the front; False when nobody answered."""
        from PySide6.QtNetwork import QLocalSocket

        for attempt in range(TRIES):
            if attempt:
                QThread.msleep(BETWEEN_TRIES_MS)
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(WAIT_MS):
                socket.disconnectFromServer()
                return True
        return False

    def release(self) -> None:
        """Let the next start have the window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_knock(self) -> None:
        assert self._server is not None
        knock = self._server.nextPendingConnection()
        if knock is not None:
            knock.close()
            knock.deleteLater()
        self.raise_asked.emit()

"""One book has one window: a second start raises the first one's and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_NAME = "window.lock"
WAIT_MS = 1500


class SingleInstance(QObject):
    """Holds the book's window lock. `raise_asked` comes when somebody starts the program again."""

    raise_asked = Signal()

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        # A name of its own for every book, short enough for a socket's path.
        self._name = "bluezone-desk-" + hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(data_dir / LOCK_NAME))
        # A lock is stale when its process is gone, however old or young it is.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether this start may have the window. A folder that takes no lock file is for the book to judge."""
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_knock)
        self._server.listen(self._name)
        return True

    def raise_the_first(self) -> bool:
        """Ask the running window to come to the front; False when nobody answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        has_answered = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return has_answered

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

"""Every action by its name: typed without marks, chosen with the arrow keys, done with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.commands import Command, found
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.command_rows import COMMAND_ROLE, CommandDelegate

WIDTH_PX, HEIGHT_PX = 620, 420
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Closes before the chosen command runs, so that the command finds the window as it was."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._commands = tuple(commands)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("What do you want to do? Marks are not needed."))
        self.field.setAccessibleName(_("Find a command"))
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        self._rows = QStandardItemModel(self)
        self.view = QListView()
        set_role(self.view, "rows")
        self.view.setAccessibleName(_("Commands"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setItemDelegate(CommandDelegate(self.view))
        self.view.setModel(self._rows)
        self.view.clicked.connect(lambda _index: self._run())
        self._lay_out()
        self._stand_over(parent.window())
        self._list("")

    @property
    def commands(self) -> tuple[Command, ...]:
        """What is listed now."""
        return tuple(self._rows.item(row).data(COMMAND_ROLE) for row in range(self._rows.rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
            if event.key() in _MOVES:
                self.view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _list(self, query: str) -> None:
        self._rows.clear()
        for command in found(self._commands, query):
            item = QStandardItem(command.words)
            item.setData(command, COMMAND_ROLE)
            item.setAccessibleText(f"{command.words} {command.key}".strip())
            item.setEditable(False)
            self._rows.appendRow(item)
        self.view.setCurrentIndex(self._rows.index(0, 0))

    def _run(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        command = index.data(COMMAND_ROLE)
        self.accept()
        command.act()

    def _lay_out(self) -> None:
        frame = QFrame()
        set_role(frame, "popup")
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def _stand_over(self, window: QWidget) -> None:
        worn, place = theme(), window.geometry()
        self.resize(worn.px(WIDTH_PX), min(worn.px(HEIGHT_PX), window.height() - 80))
        self.move(place.center().x() - self.width() // 2, place.top() + 60)

"""A line that may be typed freely or taken from what was typed before, marks or not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QSizePolicy, QWidget

from bluezone_desk.domain.names import fold
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoldedCompleter(QCompleter):
    """Completes "van p" to "Văn phòng": compares folded keys, offers the texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCompletionRole(_KEY_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, texts: Sequence[str]) -> None:
        model = QStandardItemModel(self)
        for text in texts:
            item = QStandardItem(text)
            item.setData(fold(text), _KEY_ROLE)
            model.appendRow(item)
        self.setModel(model)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter with nothing chosen in the open list means the text as it stands: the editor gets it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            popup, editor = self.popup(), self.parent()
            if (
                popup is not None
                and popup.isVisible()
                and not popup.currentIndex().isValid()
                and editor is not None
            ):
                popup.hide()
                QApplication.sendEvent(editor, event.clone())
                return True
        if event.type() is QEvent.Type.Show and watched is self.popup():
            self._widen()
        return super().eventFilter(watched, event)

    def _widen(self) -> None:
        """The open list is as wide as its texts, whatever the field is."""
        popup = self.popup()
        if popup is None or popup.model() is None:
            return
        set_role(popup, "suggested")
        metrics, model = popup.fontMetrics(), popup.model()
        texts = (str(model.index(row, 0).data()) for row in range(model.rowCount()))
        popup.setMinimumWidth(max(map(metrics.horizontalAdvance, texts), default=0) + theme().px(40))

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: object) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))  # type: ignore[attr-defined]


class SuggestBox(QComboBox):
    """Down takes the most used one; nothing is ever put in by itself while somebody types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._offered: list[str] = []
        self.setModel(QStringListModel(self))
        self._completer = FoldedCompleter(self)
        self.setCompleter(self._completer)

    def offer(self, texts: Sequence[str]) -> None:
        """What to suggest, most used first; the text in the field stays."""
        if self._offered == list(texts):
            return
        self._offered = list(texts)
        kept = self.currentText()
        self.setModel(QStringListModel(self._offered, self))
        self._completer.offer(texts)
        self.set_text(kept)

    def text(self) -> str:
        return self.currentText().strip()

    def set_text(self, text: str) -> None:
        """Put a text in. An open list is closed: it would take the keys that are meant for what comes next."""
        # Asked for its list, a completer makes one: only while some list is open.
        popup = self._completer.popup() if QApplication.activePopupWidget() is not None else None
        if popup is not None:
            popup.hide()
        self.setCurrentIndex(-1)
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel turned over the form must not change a host unseen.
        event.ignore()

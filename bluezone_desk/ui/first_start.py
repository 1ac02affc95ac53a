"""The first start: one calm screen, done in a minute. Enter goes on, and everything can be changed later."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.first_start_fields import FirstStartFields
from bluezone_desk.ui.notices import NoticeBar, notice_of
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

CARD_WIDTH_PX = 680
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStart(QWidget):
    """Asks what the papers need and stores it. `finished` comes once the office is in the book."""

    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notices = NoticeBar()
        self.fields = FirstStartFields(desk.settings.office(), desk.settings.presets())
        self.start = QPushButton(_("Open the desk"))
        set_role(self.start, "primary")
        self.start.clicked.connect(self._store)
        self._lay_out()
        for field in self.fields.in_order():
            field.installEventFilter(self)
        self.fields.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, and from the last one opens the desk."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self._go_on(watched, event.modifiers())
        return True

    def _go_on(self, watched: QObject, modifiers: Qt.KeyboardModifier) -> None:
        fields = self.fields.in_order()
        place = next(n for n, field in enumerate(fields) if field is watched)
        if place + 1 < len(fields) and not modifiers & Qt.KeyboardModifier.ControlModifier:
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._store()

    def _store(self) -> None:
        office = self.fields.office()
        if not office.name:
            self.fields.show_missing_name()
            return
        try:
            refusal = self._desk.settings.change_office(office)
        except DeskFault as fault:
            self.notices.show_notice(notice_of(fault))
            return
        if refusal is not None:
            self.fields.show_missing_name()
            return
        self.finished.emit()

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(theme().px(CARD_WIDTH_PX))
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(18)
        column.addLayout(self._greeting())
        column.addWidget(self.notices)
        column.addWidget(self.fields)
        column.addLayout(self._closing())
        ground = QWidget()
        set_role(ground, "plain")
        around = QVBoxLayout(ground)
        around.setContentsMargins(20, 20, 20, 20)
        around.addStretch(1)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _greeting(self) -> QVBoxLayout:
        title = QLabel(_("Welcome to Bluezone Desk"))
        set_role(title, "big")
        words = QLabel(_("Six fields, about a minute. Everything can be changed later under Settings."))
        words.setWordWrap(True)
        set_role(words, "faint")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(words)
        return column

    def _closing(self) -> QHBoxLayout:
        hint = QLabel(_("Enter goes to the next field, Ctrl+Enter opens the desk at once."))
        hint.setWordWrap(True)
        set_role(hint, "small")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(hint, 1)
        row.addWidget(self.start)
        return row

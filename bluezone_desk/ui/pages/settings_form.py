"""What the sections of the settings page share: a card of labelled fields that reads and shows an office."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.office import Office
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

Control = TypeVar("Control", bound=QWidget)
MOST_LETTERS = 300
_FORM_WIDTH_PX = 720


class SettingsForm(QFrame):
    """One section. `changed` comes with every edit; `problems` are said at their fields."""

    changed = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.title = title
        self._row = 0
        inner = QWidget()
        set_role(inner, "plain")
        self._column = QVBoxLayout(inner)
        side = 24 if theme().percent == SMALLEST_PERCENT else 16
        self._column.setContentsMargins(side, 16, side, 12)
        self._column.setSpacing(10)
        self._add_heading(title, words)
        held = QWidget()
        held.setMaximumWidth(theme().px(_FORM_WIDTH_PX))
        self._grid = QGridLayout(held)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._column.addWidget(held)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def show_office(self, office: Office) -> None:
        """Fill the fields from this office."""
        raise NotImplementedError

    def read_into(self, office: Office) -> Office:
        """This office with what the fields say now."""
        raise NotImplementedError

    def first_problem(self) -> QWidget | None:
        """Say at each field what is wrong with it; the first such field, None when all is well."""
        return None

    def add(
        self, label: str, control: Control, *, is_wide: bool = False, column: int = 0, hint: str = ""
    ) -> LabelledField[Control]:
        """A labelled field in the next row, or in the second column of the last one."""
        field = LabelledField(label, control, hint)
        if column == 0:
            self._row += 1
        self._grid.addWidget(field, self._row, column, 1, 2 if is_wide else 1)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, over the whole width."""
        self._row += 1
        self._grid.addWidget(widget, self._row, 0, 1, 2)

    def watch(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Edits of these fields are changes."""
        for field in fields:
            if isinstance(field, QLineEdit):
                field.setMaxLength(MOST_LETTERS)
            field.textChanged.connect(lambda: self.changed.emit())

    def _add_heading(self, title: str, words: str) -> None:
        heading, told = QLabel(title), QLabel(words)
        set_role(heading, "heading")
        set_role(told, "faint")
        told.setWordWrap(True)
        self._column.addWidget(heading)
        self._column.addWidget(told)

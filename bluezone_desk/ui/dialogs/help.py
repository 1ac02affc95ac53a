"""The keys of the program, as they are bound."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.keys import GROUPS, Keys, help_row
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.key_cap import KeyCap

WIDTH_PX, HEIGHT_PX = 1040, 720


class HelpDialog(AskingDialog):
    """F1 opens it, F1 or Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Keys"), _("Everything can be done without the mouse."), parent)
        held = QWidget()
        set_role(held, "plain")
        columns = QHBoxLayout(held)
        columns.setSpacing(theme().px(28))
        first, second = QVBoxLayout(), QVBoxLayout()
        for place, (title, rows) in enumerate(GROUPS):
            column = first if place == 0 else second
            column.addWidget(_group(_(title), rows))
        for column in (first, second):
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("Keys"))
        scroll.setWidget(held)
        self.body.addWidget(scroll, 1)
        self.add_button(_("Close"), self.accept, role="primary").setFocus()
        self.fit_to(WIDTH_PX, HEIGHT_PX)

    def rows(self) -> list[str]:
        """Every row as it reads."""
        return [f"{key} {_(words)}".strip() for _title, rows in GROUPS for key, words in map(help_row, rows)]


def _group(title: str, rows: tuple[Keys | str, ...]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, theme().px(10))
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(theme().px(4))
    heading = QLabel(title)
    set_role(heading, "heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, (key, words) in enumerate(map(help_row, rows), 1):
        if key:
            grid.addWidget(KeyCap(key), number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        told = QLabel(_(words))
        told.setWordWrap(True)
        grid.addWidget(told, number, 1)
    grid.setColumnStretch(1, 1)
    return held

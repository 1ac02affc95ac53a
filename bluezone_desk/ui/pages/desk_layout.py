"""Where the parts of the desk page stand: the visitor's card over the figures, those inside beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme

if TYPE_CHECKING:
    from bluezone_desk.ui.pages.desk import DeskPage


#: Between the card and the figures, and around all parts where text is larger.
GAP_PX = 12


class DeskGround(QScrollArea):
    """The card and the day's figures; these give way where large text needs the height for the visitor."""

    def __init__(self, card: QWidget, figures: QWidget) -> None:
        super().__init__()
        self._card, self._figures = card, figures
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP_PX)
        left.addWidget(card)
        left.addWidget(figures)
        left.addStretch(1)
        ground = QWidget()
        set_role(ground, "plain")
        ground.setLayout(left)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)

    def fit(self) -> None:
        """Show the figures where there is room for them."""
        needed = self._card.minimumSizeHint().height() + GAP_PX + self._figures.minimumSizeHint().height()
        self._figures.setVisible(needed <= self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)


def lay_out(page: DeskPage) -> DeskGround:
    """Put the page's parts into their places; returns what scrolls where a window is too low for all of them."""
    scroll = DeskGround(_visitor_card(page), page.figures)
    row = QHBoxLayout(page)
    row.setContentsMargins(*((20, 16, 20, 16) if _is_roomy() else (GAP_PX,) * 4))
    row.setSpacing(16 if _is_roomy() else GAP_PX)
    row.addWidget(scroll, 10)
    row.addWidget(page.inside, 4)
    return scroll


def _visitor_card(page: DeskPage) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*((20, 16, 20, 14) if _is_roomy() else (14, 12, 14, 12)))
    column.setSpacing(9 if _is_roomy() else 7)
    for part in (page.field, page.strip, page.form):
        column.addWidget(part)
    column.addWidget(page.checks, 1)
    column.addWidget(page.gate)
    return card


def _is_roomy() -> bool:
    return theme().percent == SMALLEST_PERCENT

"""Where the parts of the desk page stand: the visitor's card over the figures, those inside beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

if TYPE_CHECKING:
    from bluezone_desk.ui.pages.desk import DeskPage


def lay_out(page: DeskPage) -> QScrollArea:
    """Put the page's parts into their places; returns what scrolls where a window is too low for all of them."""
    left = QVBoxLayout()
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(12)
    left.addWidget(_visitor_card(page))
    left.addWidget(page.figures)
    left.addStretch(1)
    ground = QWidget()
    set_role(ground, "plain")
    ground.setLayout(left)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(ground)
    row = QHBoxLayout(page)
    row.setContentsMargins(20, 16, 20, 16)
    row.setSpacing(16)
    row.addWidget(scroll, 1)
    row.addWidget(page.inside)
    return scroll


def _visitor_card(page: DeskPage) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 14)
    column.setSpacing(theme().px(9))
    for part in (page.field, page.strip, page.form):
        column.addWidget(part)
    column.addWidget(page.checks, 1)
    column.addWidget(page.gate)
    return card

"""Colours by role, sizes by scale, and the one place that dresses the application."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from bluezone_desk.ui import fonts
from bluezone_desk.ui.style import room_px, stylesheet
from bluezone_desk.ui.tokens import DARK, LIGHT, Tokens

SMALLEST_PERCENT = 100
LARGEST_PERCENT = 150


@dataclass(frozen=True, slots=True)
class Theme:
    """What the screen wears now: the palette's roles and the text scale in percent."""

    tokens: Tokens
    percent: int = SMALLEST_PERCENT

    def px(self, size: float) -> int:
        """A measure of the design, in logical pixels at the present text scale."""
        return round(size * self.percent / 100)

    def room(self, size: int) -> int:
        """A height, padding or gap of the design around text: it grows slower than the text."""
        return room_px(size, self.percent)

    def panel(self, width: int, share: float = 0.5) -> int:
        """The width of a panel beside the work: it grows by so large a share of the text's growth."""
        return round(width * (1 + share * (self.percent - 100) / 100))

    def colour(self, role: str) -> QColor:
        """The colour of one role of `Tokens`, by name."""
        return QColor(getattr(self.tokens, role))

    @property
    def is_dark(self) -> bool:
        return self.tokens is DARK


_worn = Theme(LIGHT)


def theme() -> Theme:
    """The theme in use; painted widgets ask at every paint, so a change needs no restart."""
    return _worn


def dress(app: QApplication, *, dark: bool = False, percent: int = SMALLEST_PERCENT) -> Theme:
    """Put the palette, the fonts and the style sheet on the application; `percent` is held within 100 to 150."""
    global _worn
    held = max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))
    _worn = Theme(DARK if dark else LIGHT, held)
    fonts.load()
    # From one style sheet to another Qt takes ten times as long as from none.
    app.setStyleSheet("")
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(fonts.text_font(_worn.px(14)))
    app.setPalette(_palette(_worn.tokens))
    app.setStyleSheet(stylesheet(_worn.tokens, held, dark=dark))
    return _worn


def _palette(tokens: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.card,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.faint,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.Link: tokens.accent_text,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette

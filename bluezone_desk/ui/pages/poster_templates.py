"""The list of templates: a small picture, a name and what it is for, chosen with the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.ui.fonts import text_font
from bluezone_desk.ui.pages.poster_words import messages_hint, messages_title, template_hint, template_title
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

WIDTH_PX = 250
_INSET_PX, _PICTURE_PX = 10, 44
#: The entry behind the templates that is no paper: texts to send and to read aloud.
MESSAGES = "messages"


class TemplateCard(QAbstractButton):
    """One template, drawn whole: its frame, its picture and two lines of text."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.title = messages_title() if key == MESSAGES else template_title(key)
        self.hint = messages_hint() if key == MESSAGES else template_hint(key, TEMPLATES[key].sizes)
        self.setCheckable(True)
        self.setAccessibleName(f"{self.title}, {self.hint}")
        self.setToolTip(self.hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        height = self._title_height() + self._hint_height() + theme().room(32)
        return QSize(theme().panel(WIDTH_PX) - 32, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(worn.colour("accent" if is_marked else "line"), 2 if is_marked else 1))
        painter.setBrush(worn.colour("selected" if self.isChecked() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(worn.colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 7, 7)
        self._draw_picture(painter)
        self._draw_texts(painter)
        painter.end()

    def _draw_picture(self, painter: QPainter) -> None:
        worn = theme()
        box = worn.px(_PICTURE_PX)
        wide, tall = {"screen-wide": (1.0, 0.6), "screen-tall": (0.56, 1.0)}.get(self.key, (0.74, 1.0))
        width, height = box * wide, box * tall
        left = worn.px(_INSET_PX) + (box - width) / 2
        page = QRectF(left, (self.height() - height) / 2, width, height)
        if self.key == MESSAGES:
            self._draw_lines(painter, page)
            return
        painter.setPen(QPen(worn.colour("field_line"), 1))
        painter.setBrush(worn.colour("on_accent"))
        painter.drawRoundedRect(page, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("accent"))
        band = height * 0.3
        painter.drawRect(QRectF(page.left() + 1, page.top() + 1, page.width() - 2, band))
        side = min(width, height - band) * 0.46
        painter.setBrush(worn.colour("nav"))
        middle = page.top() + band + (height - band) / 2
        painter.drawRect(QRectF(page.center().x() - side / 2, middle - side / 2, side, side))

    def _draw_lines(self, painter: QPainter, page: QRectF) -> None:
        worn = theme()
        painter.setPen(QPen(worn.colour("field_line"), 1))
        painter.setBrush(worn.colour("accent_soft"))
        painter.drawRoundedRect(page, 3, 3)
        painter.setPen(QPen(worn.colour("accent"), 2))
        for number, share in enumerate((0.62, 0.62, 0.4)):
            y = page.top() + page.height() * (0.3 + 0.2 * number)
            painter.drawLine(QPointF(page.left() + 6, y), QPointF(page.left() + page.width() * share + 4, y))

    def _draw_texts(self, painter: QPainter) -> None:
        worn = theme()
        left, room = self._text_left(), self._room()
        title_height, hint_height = self._title_height(), self._hint_height()
        top = (self.height() - title_height - hint_height) // 2
        painter.setFont(_title_font())
        painter.setPen(worn.colour("ink"))
        wrapped = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(left, top, room, title_height), wrapped, self.title)
        painter.setFont(_hint_font())
        painter.setPen(worn.colour("second"))
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(left, top + title_height, room, hint_height), flags, self.hint)

    def _text_left(self) -> int:
        return theme().px(_INSET_PX + _PICTURE_PX + 10)

    def _room(self) -> int:
        return theme().panel(WIDTH_PX) - 32 - theme().px(_INSET_PX) - self._text_left()

    def _title_height(self) -> int:
        return _wrapped_height(self.title, _title_font(), self._room()) + 2

    def _hint_height(self) -> int:
        return _wrapped_height(self.hint, _hint_font(), self._room())


def _title_font() -> QFont:
    return text_font(theme().px(13), QFont.Weight.DemiBold)


def _hint_font() -> QFont:
    return text_font(theme().px(12))


def _wrapped_height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(0, 0, width, 0, int(Qt.TextFlag.TextWordWrap), text).height()


class PosterTemplates(QFrame):
    """All templates there are; exactly one is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFixedWidth(theme().panel(WIDTH_PX))
        self.cards = QButtonGroup(self)
        title = QLabel(_("Templates"))
        set_role(title, "heading")
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(title)
        for key in (*TEMPLATES, MESSAGES):
            card = TemplateCard(key)
            self.cards.addButton(card)
            column.addWidget(card)
        column.addStretch(1)
        self.cards.buttons()[0].setChecked(True)
        self.cards.buttonToggled.connect(self._toggled)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    @property
    def key(self) -> str:
        card = self.cards.checkedButton()
        return card.key if isinstance(card, TemplateCard) else next(iter(TEMPLATES))

    def focus_chosen(self) -> None:
        card = self.cards.checkedButton()
        if card is not None:
            card.setFocus()

    def choose(self, key: str) -> None:
        for card in self.cards.buttons():
            if isinstance(card, TemplateCard) and card.key == key:
                card.setChecked(True)

    def _toggled(self, card: QAbstractButton, is_chosen: bool) -> None:
        if is_chosen and isinstance(card, TemplateCard):
            self.chosen.emit(card.key)

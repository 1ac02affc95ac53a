"""What a poster asks of its maker, the box that says what was proven of it, and the ways out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.ui.pages.poster_fields import PosterFields
from bluezone_desk.ui.slide_show import DWELL_SECONDS
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 290


@dataclass(frozen=True, slots=True)
class ProofWords:
    """What the proof box says; `tone` is good, bad or calm."""

    title: str
    text: str = ""
    tone: str = "calm"


class PosterOptions(QFrame):
    """The panel beside the poster. `changed` comes with every change of the poster."""

    changed = Signal()

    def __init__(self, office: Office, presets: Sequence[Directive] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFixedWidth(theme().panel(WIDTH_PX, 0.75))
        self.fields = PosterFields(office, presets)
        self.fields.changed.connect(self.changed)
        self.link, self.headline = self.fields.link, self.fields.headline
        self.paper, self.language, self.places = self.fields.paper, self.fields.language, self.fields.places
        self.undo, self.redo = QPushButton("↶"), QPushButton("↷")
        self.print = QPushButton()
        set_role(self.print, "primary")
        self.save_pdf, self.save_png = QPushButton(_("Save PDF")), QPushButton(_("Save PNG"))
        self.show_second = QPushButton()
        self.dwell = QSpinBox()
        self.dwell.setRange(3, 600)
        self.dwell.setValue(DWELL_SECONDS)
        # The style sheet's padding does not reach the line inside a spin box.
        self.dwell.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        self.cancel = QPushButton(_("Cancel"))
        self._proof = QFrame()
        self._proof_title, self._proof_text = QLabel(), QLabel()
        self._lay_out()
        self.show_template(next(iter(TEMPLATES)))
        self.show_proof(ProofWords(""))
        self.show_steps(can_undo=False, can_redo=False)
        self.show_second_screen(is_on=False)

    def show_template(self, key: str) -> None:
        """Offer what this template can be; a screen is not printed."""
        self.fields.show_template(key)
        self.print.setVisible(not TEMPLATES[key].is_screen)

    def show_copies(self, count: int) -> None:
        self.print.setText(_("Print {count}").format(count=count) + " (Ctrl+P)")

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_second_screen(self, *, is_on: bool) -> None:
        text = _("Take the second screen's poster down") if is_on else _("Show on the second screen")
        self.show_second.setText(f"{text} (F11)")

    def show_proof(self, words: ProofWords, *, can_cancel: bool = False) -> None:
        """Say what was proven; a sign goes with the colour."""
        sign = {"good": "✓ ", "bad": "✗ "}.get(words.tone, "")
        self._proof_title.setText(sign + words.title)
        self._proof_text.setText(words.text)
        self._proof_text.setVisible(bool(words.text))
        self._proof.setVisible(bool(words.title))
        self._proof.setAccessibleName(f"{words.title} {words.text}".strip())
        self.cancel.setVisible(can_cancel)
        for widget in (self._proof, self._proof_title, self._proof_text):
            set_tone(widget, words.tone)
        # A text that grows a line does not tell the panel's layout by itself.
        self._exits_layout.invalidate()
        whole = self.layout()
        if whole is not None:
            whole.invalidate()
            whole.activate()

    def set_released(self, is_released: bool) -> None:
        """Only a proven poster can be printed, saved or shown."""
        for button in (self.print, self.save_pdf, self.save_png, self.show_second):
            button.setEnabled(is_released)

    def _lay_out(self) -> None:
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 10, 16, 4)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.fields)
        column.addWidget(LabelledField(_("Second screen: seconds for each picture"), self.dwell))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 12)
        whole.setSpacing(8)
        whole.addWidget(scroll, 1)
        self._exits_layout = self._exits()
        whole.addLayout(self._exits_layout)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Options"))
        set_role(title, "heading")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(title)
        row.addStretch(1)
        for button, name in ((self.undo, _("Undo") + " (Ctrl+Z)"), (self.redo, _("Redo") + " (Ctrl+Y)")):
            set_role(button, "segment")
            button.setAccessibleName(name)
            button.setToolTip(name)
            row.addWidget(button)
        return row

    def _proof_box(self) -> QFrame:
        set_role(self._proof, "proof")
        column = QVBoxLayout(self._proof)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        set_role(self._proof_title, "proof_title")
        set_role(self._proof_text, "proof_text")
        for label in (self._proof_title, self._proof_text):
            label.setWordWrap(True)
            column.addWidget(label)
        set_role(self.cancel, "segment")
        column.addWidget(self.cancel)
        return self._proof

    def _exits(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.save_pdf, self.save_png):
            row.addWidget(button, 1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addWidget(self._proof_box())
        column.addWidget(self.print)
        column.addLayout(row)
        column.addWidget(self.show_second)
        return column

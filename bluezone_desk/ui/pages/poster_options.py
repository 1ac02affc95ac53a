"""What a poster asks of its maker, and the box that says what was proven of it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.links import check_link
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.paper.poster import PosterRequest
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.pages.poster_words import size_title
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

WIDTH_PX = 290
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class ProofWords:
    """What the proof box says; `tone` is good, bad or calm."""

    title: str
    text: str = ""
    tone: str = "calm"


class PosterOptions(QFrame):
    """The panel beside the poster. `changed` comes with every change of the poster."""

    changed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setFixedWidth(theme().px(WIDTH_PX))
        self._office = office
        self.link, self.headline = QLineEdit(), QLineEdit()
        self.paper, self.language = QComboBox(), QComboBox()
        self.places = QPlainTextEdit()
        self.print = QPushButton()
        set_role(self.print, "primary")
        self.save_pdf, self.save_png = QPushButton(_("Save PDF")), QPushButton(_("Save PNG"))
        self._proof = QFrame()
        self._proof_title, self._proof_text = QLabel(), QLabel()
        self._lay_out()
        self.set_office(office)
        self.show_template(next(iter(TEMPLATES)))
        self.show_proof(ProofWords(""))
        self._connect()

    def set_office(self, office: Office) -> None:
        """Start from this office's links and desk; what was typed since stays."""
        linked = [programme.link for programme in office.programmes if programme.link]
        usual = linked[0] if len(linked) == 1 else ""
        if self.link.text() in ("", *(p.link for p in self._office.programmes)):
            self.link.setText(usual)
        names = ", ".join(programme.name for programme in office.programmes)
        self.link.setPlaceholderText("" if usual else _("empty: codes for {names}").format(names=names))
        if self.places.toPlainText() in ("", self._office.desk_name):
            self.places.setPlainText(office.desk_name)
        self._office = office

    def show_template(self, key: str) -> None:
        """Offer the sizes this template comes in; the size chosen before stays when there is one."""
        before = self.paper.currentData()
        self.paper.blockSignals(True)
        self.paper.clear()
        for size in TEMPLATES[key].sizes:
            self.paper.addItem(size_title(size), size)
        self.paper.setCurrentIndex(max(0, self.paper.findData(before)))
        self.paper.blockSignals(False)
        self._size_field.setVisible(self.paper.count() > 1)
        self.print.setVisible(not TEMPLATES[key].is_screen)

    def request(self, template: str) -> PosterRequest:
        """What is asked now, places cleaned and blank lines dropped."""
        lines = [clean_name(line) for line in self.places.toPlainText().splitlines()]
        return PosterRequest(
            template=template,
            size=str(self.paper.currentData()),
            language=str(self.language.currentData()),
            link=self.link.text().strip(),
            places=tuple(line for line in lines if line),
            headline=clean_name(self.headline.text()),
        )

    def link_problem(self) -> str:
        """Why the link may not be printed, said at the field too; "" when it may."""
        link = self.link.text().strip()
        trouble = check_link(link) if link else None
        host = link.partition("://")[2].partition("/")[0]
        problem = sentence(trouble, {"host": host}) if trouble is not None else ""
        self._link_field.show_problem(problem)
        return problem

    def show_copies(self, count: int) -> None:
        self.print.setText(_("Print {count}").format(count=count) + "  (Ctrl+P)")

    def show_proof(self, words: ProofWords) -> None:
        """Say what was proven; a sign goes with the colour."""
        sign = {"good": "✓ ", "bad": "✗ "}.get(words.tone, "")
        self._proof_title.setText(sign + words.title)
        self._proof_text.setText(words.text)
        self._proof_text.setVisible(bool(words.text))
        self._proof.setVisible(bool(words.title))
        self._proof.setAccessibleName(f"{words.title} {words.text}".strip())
        for widget in (self._proof, self._proof_title, self._proof_text):
            set_tone(widget, words.tone)

    def set_released(self, is_released: bool) -> None:
        """Only a proven poster can be printed or saved."""
        for button in (self.print, self.save_pdf, self.save_png):
            button.setEnabled(is_released)

    def _connect(self) -> None:
        for field in (self.link, self.headline):
            field.textChanged.connect(lambda: self.changed.emit())
        for choice in (self.paper, self.language):
            choice.currentIndexChanged.connect(lambda: self.changed.emit())
        self.places.textChanged.connect(lambda: self.changed.emit())

    def _lay_out(self) -> None:
        inner = QWidget()
        set_role(inner, "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(12)
        title = QLabel(_("Options"))
        set_role(title, "heading")
        column.addWidget(title)
        self._add_fields(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 14)
        whole.setSpacing(8)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._exits())

    def _add_fields(self, column: QVBoxLayout) -> None:
        for field in (self.link, self.headline):
            field.setMaxLength(_MOST_LETTERS)
        self.language.addItem(_("Vietnamese"), "vi")
        self.language.addItem(_("Vietnamese, English"), "vi+en")
        self.places.setTabChangesFocus(True)
        self.places.setFixedHeight(theme().px(84))
        for choice in (self.paper, self.language):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(3)
        self.headline.setPlaceholderText(_("as the template has it"))
        self._link_field = LabelledField(_("Link"), self.link)
        self._size_field = LabelledField(_("Paper size"), self.paper)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._size_field, 2)
        row.addWidget(LabelledField(_("Language"), self.language), 3)
        column.addWidget(self._link_field)
        column.addLayout(row)
        column.addWidget(LabelledField(_("Places, one poster for each line"), self.places))
        column.addWidget(LabelledField(_("Headline"), self.headline))

    def _proof_box(self) -> QFrame:
        set_role(self._proof, "proof")
        column = QVBoxLayout(self._proof)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        set_role(self._proof_title, "proof_title")
        set_role(self._proof_text, "proof_text")
        for label in (self._proof_title, self._proof_text):
            label.setWordWrap(True)
            column.addWidget(label)
        return self._proof

    def _exits(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.save_pdf, self.save_png):
            row.addWidget(button, 1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(10)
        column.addWidget(self._proof_box())
        column.addWidget(self.print)
        column.addLayout(row)
        return column

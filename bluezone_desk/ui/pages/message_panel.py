"""Texts to send and to read aloud: made from the directive, changed at will, counted, copied with one key."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.links import check_link
from bluezone_desk.domain.message_text import message_length, without_marks
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext, noop
from bluezone_desk.paper.message_file import message_docx, message_txt
from bluezone_desk.paper.message_wording import (
    SYLLABLES_EACH_SECOND,
    MessageOrder,
    message_text,
    reading_of,
    syllables,
)
from bluezone_desk.saving import file_name
from bluezone_desk.sentences import sentence
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.page import Page
from bluezone_desk.ui.pages.poster_words import directive_title
from bluezone_desk.ui.paper_outlet import PaperOutlet
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import SMALLEST_PERCENT, theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

COPY_KEY = "Ctrl+Shift+C"
_KINDS = {"sms": noop("SMS"), "zalo": noop("Zalo post"), "loudspeaker": noop("Loudspeaker bulletin")}


class MessagePanel(QFrame):
    """One text at a time; what was typed stays until another text is asked for, and can be undone after."""

    noticed = Signal(object)

    def __init__(self, desk: Desk, presets: Sequence[Directive], page: Page) -> None:
        super().__init__(page)
        set_role(self, "card")
        self._desk = desk
        self._presets = tuple(preset for preset in presets if preset.number or preset.issuer)
        self._office = desk.settings.office()
        self._made = ""
        self.kinds = QButtonGroup(self)
        self.directive, self.link, self.reading = QComboBox(), QLineEdit(), QLineEdit()
        self.no_marks = QCheckBox(_("Without Vietnamese marks"))
        self.text = QPlainTextEdit()
        self.told = QLabel()
        self.copy = QPushButton(_("Copy") + f" ({COPY_KEY})")
        self.save_txt, self.save_docx = QPushButton(_("Save TXT")), QPushButton(_("Save Word"))
        self.outlet = PaperOutlet(page, page.runner)
        self.outlet.noticed.connect(self.noticed)
        self._lay_out()
        self.set_office(self._office)
        self._connect()

    @property
    def kind(self) -> str:
        return list(_KINDS)[self.kinds.checkedId()]

    def set_office(self, office: Office) -> None:
        """Speak for this office from now on."""
        self._office = office
        chosen = self.directive.currentData()
        self.directive.blockSignals(True)
        self.directive.clear()
        self.directive.addItem(directive_title(office.directive) or _("the office's own"), "")
        for preset in self._presets:
            self.directive.addItem(directive_title(preset), preset.code)
        self.directive.setCurrentIndex(max(0, self.directive.findData(chosen)))
        self.directive.blockSignals(False)

    def show_message(self) -> None:
        """The text of the present choices; a link that may not be printed leaves the last text as it is."""
        link = self.link.text().strip()
        trouble = check_link(link, self._desk.links.hosts()) if link else None
        host = link.partition("://")[2].partition("/")[0]
        self._link_field.show_problem(sentence(trouble, {"host": host}) if trouble else "")
        is_spoken = self.kind == "loudspeaker"
        self._reading_field.setVisible(is_spoken)
        self.no_marks.setVisible(not is_spoken)
        if trouble is not None:
            return
        office = self._spoken_for()
        order = MessageOrder(self.kind, link, self.reading.text().strip(), not self.no_marks.isChecked())
        self.reading.setPlaceholderText(reading_of(MessageOrder(self.kind, link), office))
        self._put(message_text(order, office))

    def copy_text(self) -> None:
        """The whole text to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.noticed.emit(Notice(_("Copied"), self.told.text(), "good", seconds=5))

    def _spoken_for(self) -> Office:
        chosen = self.directive.currentData()
        preset = next((one for one in self._presets if one.code == chosen), None)
        return replace(self._office, directive=preset) if preset else self._office

    def _put(self, text: str) -> None:
        """In place of what stands there, as one step that can be undone."""
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _strip(self) -> None:
        """Marks go from what is typed, too; they come back with the text made anew."""
        if self.no_marks.isChecked():
            self._put(without_marks(self.text.toPlainText()))
        else:
            self.show_message()

    def _count(self) -> None:
        text = self.text.toPlainText()
        for button in (self.copy, self.save_txt, self.save_docx):
            button.setEnabled(bool(text.strip()))
        if self.kind == "loudspeaker":
            read = syllables(text)
            told = _("{count} syllables, about {seconds} seconds to read")
            self.told.setText(told.format(count=read, seconds=round(read / SYLLABLES_EACH_SECOND)))
            return
        length = message_length(text)
        letters = _("{count} letters").format(count=length.letters)
        if self.kind == "zalo":
            self.told.setText(letters)
            return
        parts = ngettext("{count} SMS", "{count} SMS", length.parts).format(count=length.parts)
        most = length.encoding.single if length.parts <= 1 else length.encoding.joined * length.parts
        room = _("room for {count} more").format(count=most - length.units)
        said = [letters, length.encoding.value, parts, room]
        if length.odd_letter:
            said.append(_("because of “{letter}”").format(letter=length.odd_letter))
        self.told.setText(" · ".join(said))

    def _save(self, ending: str, make: Callable[[], bytes]) -> None:
        self.outlet.save(make(), file_name(f"tin-{self.kind}", None, ending))

    def _save_docx(self) -> None:
        text, kind, office = self.text.toPlainText(), self.kind, self._spoken_for()
        self._save("docx", lambda: message_docx(text, kind, office))

    def _connect(self) -> None:
        self.kinds.idToggled.connect(lambda _place, is_chosen: self.show_message() if is_chosen else None)
        self.directive.currentIndexChanged.connect(lambda: self.show_message())
        for field in (self.link, self.reading):
            field.editingFinished.connect(self.show_message)
        self.no_marks.toggled.connect(lambda: self._strip())
        self.text.textChanged.connect(self._count)
        self.copy.clicked.connect(lambda: self.copy_text())
        self.save_txt.clicked.connect(lambda: self._save("txt", lambda: message_txt(self.text.toPlainText())))
        self.save_docx.clicked.connect(lambda: self._save_docx())
        shortcut = QShortcut(QKeySequence(COPY_KEY), self)
        shortcut.activated.connect(self.copy_text)

    def _lay_out(self) -> None:
        title = QLabel(_("Texts to send and to read aloud"))
        set_role(title, "heading")
        kinds = QHBoxLayout()
        kinds.setSpacing(6)
        for place, words in enumerate(_KINDS.values()):
            button = QPushButton(_(words))
            button.setCheckable(True)
            set_role(button, "segment")
            self.kinds.addButton(button, place)
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.kinds.button(0).setChecked(True)
        self.link.setPlaceholderText(_("the directive's own"))
        self._link_field = LabelledField(
            _("Link"), self.link, _("The app's site may no longer be served: open the link on a phone first.")
        )
        self._reading_field = LabelledField(_("How the announcer says the link"), self.reading)
        self.text.setAccessibleName(_("Text"))
        set_role(self.told, "faint")
        set_role(self.copy, "primary")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(kinds)
        directive = LabelledField(_("Directive"), self.directive)
        if theme().percent == SMALLEST_PERCENT:
            column.addLayout(_row((directive, 1), (self._link_field, 1)))
        else:
            column.addWidget(directive)
            column.addWidget(self._link_field)
        column.addWidget(self._reading_field)
        column.addWidget(self.text, 1)
        column.addLayout(_row((self.told, 1), (self.no_marks, 0)))
        column.addLayout(_row((QLabel(), 1), (self.save_txt, 0), (self.save_docx, 0), (self.copy, 0)))


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row

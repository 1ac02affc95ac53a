"""Scan something now: what was read, how it came, and what the desk would take it for. Nothing is recorded."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluezone_desk.devices.scanner import Scan
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.services.people import Recognised
from bluezone_desk.ui.scanning import ScannerHub
from bluezone_desk.ui.scanning_reader import WedgeReader
from bluezone_desk.ui.scanning_words import facts_of, how_it_came, kind_words, text_shown
from bluezone_desk.ui.style import set_role, set_tone
from bluezone_desk.ui.theme import theme

PREVIEW_WIDTH_PX = 240


class ScannerTest(QFrame):
    """While it is seen, scans of every device come here and not to the desk; what it shows goes with it."""

    def __init__(self, recognise: Callable[[str], Recognised], ground: QWidget) -> None:
        super().__init__()
        set_role(self, "proof")
        self._recognise = recognise
        self._hub: ScannerHub | None = None
        self.reader = WedgeReader(ground)
        self.reader.scanned.connect(self.show_scan)
        self.reader.typed.connect(self._show_typed)
        self.title = _plain("proof_title")
        self.how = _plain("small")
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(2)
        self.doubts = _plain("doubt")
        self.preview = QLabel()
        self.preview.setAccessibleName(_("What the camera sees"))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.how)
        column.addLayout(self.facts)
        column.addWidget(self.doubts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.clear()

    def use_scanners(self, hub: ScannerHub) -> None:
        """Borrow scans from this hub while seen."""
        self._hub = hub
        hub.pictured.connect(self._show_picture)

    def clear(self) -> None:
        """Wait for a scan."""
        self._say(
            "", _("Scan something now"), _("A card, a pass, any code. It is shown here and recorded nowhere.")
        )
        self.preview.hide()

    def show_scan(self, scan: Scan) -> None:
        """Say what this is; its text is shown only when it is no card, whose fields say more."""
        try:
            seen = self._recognise(scan.raw)
        except DeskFault as fault:
            self._say("bad", fault_sentence(fault), how_it_came(scan))
            return
        facts = facts_of(seen.identified)
        is_refused = not facts and bool(seen.problems)
        tone = "bad" if is_refused else ("good" if facts else "")
        self._say(tone, kind_words(seen.identified), how_it_came(scan))
        for label, value in facts or ((_("Text"), text_shown(scan)),):
            self._add(label, value)
        if not is_refused:
            self._warn([problem_sentence(problem) for problem in seen.problems])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reader.listen()
        if self._hub is not None:
            self._hub.lend(self.show_scan)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.ignore()
        if self._hub is not None:
            self._hub.take_back()
        self.clear()

    def _show_typed(self, count: int, gap_ms: int) -> None:
        words = _("{count} signs, {gap} ms apart. A scanner sends at least 12, less than 35 ms apart.")
        self._say("", _("Typed by hand"), words.format(count=count, gap=gap_ms))

    def _show_picture(self, picture: object) -> None:
        image = getattr(picture, "image", None)
        if image is None or not self.isVisible():
            return
        width = theme().px(PREVIEW_WIDTH_PX)
        self.preview.setPixmap(QPixmap.fromImage(image.scaledToWidth(width)))
        self.preview.show()

    def _say(self, tone: str, title: str, how: str) -> None:
        self.title.setText(title)
        self.how.setText(how)
        for part in (self, self.title):
            set_tone(part, tone)
        while self.facts.rowCount():
            self.facts.removeRow(0)
        self._warn([])
        self.setAccessibleName(title)
        self.setAccessibleDescription(how)

    def _add(self, label: str, value: str) -> None:
        name, said = _plain("small"), _plain("")
        name.setText(label)
        said.setText(value)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.facts.addRow(name, said)

    def _warn(self, sentences: list[str]) -> None:
        self.doubts.setText("\n".join(f"⚠ {words}" for words in sentences))
        self.doubts.setVisible(bool(sentences))


def _plain(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label

"""Second step of an import: which column holds what, old letters shown before and after, and why it comes late."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.import_cells import Cell, text_of
from bluezone_desk.domain.import_columns import ColumnMap
from bluezone_desk.domain.import_table import FirstLook
from bluezone_desk.domain.legacy_text import Legacy, from_legacy
from bluezone_desk.domain.programme import Programme
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui.import_words import encoding_text, field_choices
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_SAMPLE_ROWS, _SAMPLES = 40, 3


class ImportColumnsStep(QWidget):
    """What was guessed is filled in; everything can be changed."""

    def __init__(self, programmes: Sequence[Programme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programmes = programmes
        self._rows: Sequence[Sequence[Cell]] = ()
        self._look: FirstLook | None = None
        self.convert = QCheckBox()
        self._samples = QLabel()
        self._samples.setTextFormat(Qt.TextFormat.PlainText)
        self._samples.setWordWrap(True)
        set_role(self._samples, "faint")
        self._old = QFrame()
        set_role(self._old, "proof")
        self.table = QTableWidget(0, 3)
        self.fields: list[QComboBox] = []
        self.reason = QLineEdit()
        self.reason.setMaxLength(250)
        self.reason_field = LabelledField(_("Reason, kept with every line"), self.reason)
        self.estimate = QCheckBox(_("Estimate missing exits of past days at the end of the day"))
        self.convert.toggled.connect(lambda _on: self._show_samples())
        self._lay_out()

    def show_table(self, rows: Sequence[Sequence[Cell]], look: FirstLook, reason: str) -> None:
        """This table was read."""
        self._rows, self._look = rows, look
        legacy = look.legacy
        self._old.setVisible(legacy is not None)
        if legacy is not None:
            words = _("The text is in the old encoding {encoding}: convert it")
            self.convert.setText(words.format(encoding=encoding_text(legacy.encoding)))
            shown = "\n".join(f"{before}  →  {after}" for before, after in legacy.samples)
            self._samples.setText(shown)
            self.convert.setAccessibleDescription(shown)
        self.convert.setChecked(legacy is not None)
        self.reason.setText(reason)
        self._fill(look.columns)

    @property
    def encoding(self) -> Legacy | None:
        """The encoding to convert from, when that was agreed to."""
        legacy = self._look.legacy if self._look else None
        return legacy.encoding if legacy and self.convert.isChecked() else None

    def columns(self) -> ColumnMap | None:
        """The columns as they are chosen now."""
        if self._look is None:
            return None
        found = self._look.columns
        chosen = {str(box.currentData()): place for place, box in enumerate(self.fields) if box.currentData()}
        return ColumnMap(found.heading_row, found.headings, chosen, found.day)

    def _fill(self, columns: ColumnMap) -> None:
        self.fields = []
        self.table.setRowCount(len(columns.headings))
        for place, heading in enumerate(columns.headings):
            title = QTableWidgetItem(heading or _("Column {number}").format(number=place + 1))
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(place, 0, title)
            sample = QTableWidgetItem()
            sample.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(place, 1, sample)
            box = QComboBox()
            box.setAccessibleName(_("{column} holds").format(column=title.text()))
            for name, text in field_choices(self._programmes):
                box.addItem(text, name)
            box.setCurrentIndex(max(0, box.findData(columns.field_of(place))))
            box.currentIndexChanged.connect(lambda _index, at=place: self._keep_single(at))
            self.table.setCellWidget(place, 2, box)
            self.fields.append(box)
        self._show_samples()

    def _keep_single(self, chosen: int) -> None:
        """A field has one column: choosing it here takes it from where it was."""
        name = self.fields[chosen].currentData()
        for place, box in enumerate(self.fields):
            if name and place != chosen and box.currentData() == name:
                box.setCurrentIndex(0)

    def _show_samples(self) -> None:
        if self._look is None:
            return
        first = self._look.columns.heading_row + 1
        for place in range(self.table.rowCount()):
            told = (row[place] for row in self._rows[first : first + _SAMPLE_ROWS] if place < len(row))
            texts = [text for cell in told if (text := self._read(cell))][:_SAMPLES]
            item = self.table.item(place, 1)
            if item is not None:
                item.setText(" · ".join(texts))

    def _read(self, cell: Cell) -> str:
        encoding = self.encoding
        return from_legacy(cell, encoding) if encoding and isinstance(cell, str) else text_of(cell)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._old)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(2)
        inside.addWidget(self.convert)
        inside.addWidget(self._samples)
        self.table.setHorizontalHeaderLabels([_("Column in the file"), _("For example"), _("Holds")])
        self.table.setAccessibleName(_("Columns of the file"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme().px(44))
        self.table.setShowGrid(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(2, theme().px(220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._old)
        column.addWidget(self.table, 1)
        column.addWidget(self.estimate)
        column.addWidget(self.reason_field)

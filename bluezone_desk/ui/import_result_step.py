"""Last step of an import: what would be recorded, which rows are wrong and why, and what was recorded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.import_results import BadRow, ImportCounts
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.import_words import days_text, summary, why_text
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme

#: More are counted, not listed.
_MOST_LISTED = 1_000


class ImportResultStep(QWidget):
    """Shows; the dialog records."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        set_role(self.title, "heading")
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(24)
        self._figures.setVerticalSpacing(4)
        self.table = QTableWidget(0, 3)
        self.skip = QCheckBox()
        self.take_back = QPushButton(_("Take back the whole import…"))
        self._bad = 0
        self._lay_out()

    @property
    def may_record(self) -> bool:
        """Nothing is wrong, or what is wrong is to be left out."""
        return self._bad == 0 or self.skip.isChecked()

    def show_judged(self, counts: ImportCounts, bad: tuple[BadRow, ...]) -> None:
        """What the dry run found."""
        self._bad = len(bad)
        days = days_text(counts)
        self.title.setText(_("Nothing has been recorded yet.") + (f" {days}" if days else ""))
        self._show_figures(counts, len(bad))
        self.table.setVisible(bool(bad))
        self.table.setRowCount(min(len(bad), _MOST_LISTED))
        for place, row in enumerate(bad[:_MOST_LISTED]):
            for column, text in enumerate((str(row.number), row.name, why_text(row))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(place, column, item)
        self.take_back.hide()
        self.skip.setVisible(bool(bad))
        self.skip.setChecked(False)
        words = ngettext(
            "Leave out {count} bad row and record the rest",
            "Leave out {count} bad rows and record the rest",
            len(bad),
        )
        self.skip.setText(words.format(count=number_text(len(bad))))

    def show_recorded(self, counts: ImportCounts, left_out: int) -> None:
        """What was recorded."""
        words = ngettext("{count} visit was recorded.", "{count} visits were recorded.", counts.good)
        self.title.setText(words.format(count=number_text(counts.good)))
        self._show_figures(counts, left_out, is_recorded=True)
        self.skip.hide()
        self.take_back.setVisible(counts.good > 0)

    def _show_figures(self, counts: ImportCounts, bad: int, *, is_recorded: bool = False) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, (name, figure, tone) in enumerate(summary(counts, bad, is_recorded=is_recorded)):
            label, number = QLabel(name), QLabel(figure)
            set_role(label, "faint")
            set_role(number, "pill", tone)
            number.setAccessibleName(f"{name}: {figure}")
            row, column = divmod(place, 2)
            self._figures.addWidget(label, row, column * 2)
            self._figures.addWidget(number, row, column * 2 + 1, Qt.AlignmentFlag.AlignLeft)
        self._figures.setColumnStretch(3, 1)

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels([_("Row"), _("Full name"), _("What is wrong")])
        self.table.setAccessibleName(_("Rows with something wrong"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setMinimumSectionSize(theme().px(32))
        # A sentence that is cut tells nobody what to correct.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self._figures)
        column.addWidget(self.table, 1)
        column.addWidget(self.skip)
        column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)

"""First step of an import: which file, and which of its sheets."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.paper.book_reading import TEXT_ENDINGS, WORKBOOK_ENDINGS, BookFile
from bluezone_desk.ui import remembered
from bluezone_desk.ui.qt_texts import speak_our_language
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.labelled_field import LabelledField

AskFile = Callable[[QWidget, Path], Path | None]


def ask_file(window: QWidget, folder: Path) -> Path | None:
    """Ask which table to read; None when the user thought better of it."""
    speak_our_language()
    endings = " ".join(f"*{ending}" for ending in (*WORKBOOK_ENDINGS, *TEXT_ENDINGS))
    dialog = QFileDialog(
        window, _("Choose the visitor book"), str(folder), _("Excel and CSV tables") + f" ({endings})"
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Open"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Cancel"))
    is_chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if is_chosen and chosen else None


class ImportFileStep(QWidget):
    """`file_chosen` comes with a path; the dialog reads it and hands back what was found."""

    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_file: AskFile = ask_file
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setPlaceholderText(_("No file chosen yet"))
        self.choose = QPushButton(_("Choose a file…"))
        self.choose.clicked.connect(self._ask)
        self.sheet = QComboBox()
        self._sheet_field = LabelledField(_("Sheet"), self.sheet)
        self._sheet_field.hide()
        self._lay_out()

    def show_book(self, book: BookFile, likeliest: int) -> None:
        """These sheets were found; the likeliest is chosen."""
        self.sheet.clear()
        for sheet in book.sheets:
            rows = ngettext("{count} row", "{count} rows", len(sheet.rows)).format(count=len(sheet.rows))
            self.sheet.addItem(f"{sheet.name} · {rows}")
        self.sheet.setCurrentIndex(likeliest)
        self._sheet_field.show()

    def forget(self) -> None:
        """No file could be read."""
        self.sheet.clear()
        self._sheet_field.hide()

    def _ask(self) -> None:
        chosen = self.ask_file(self, remembered.folder())
        if chosen is not None:
            self.path.setText(str(chosen))
            self.file_chosen.emit(chosen)

    def _lay_out(self) -> None:
        words = QLabel(
            _(
                "An Excel workbook (.xlsx, .xls), a LibreOffice document (.ods) or a CSV file with one visit in"
                " each row. The file is only read; nothing is recorded before the last step."
            )
        )
        words.setWordWrap(True)
        set_role(words, "faint")
        row = QHBoxLayout()
        row.setSpacing(12)
        field = LabelledField(_("File"), self.path)
        row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self._sheet_field)
        column.addStretch(1)

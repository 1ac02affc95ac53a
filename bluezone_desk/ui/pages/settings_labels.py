"""The visitor's label on this computer: which printer, which size, and whether every entry gets one."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.widgets.labelled_field import LabelledField

#: As the paper knows them, and as people call them.
_SIZES = (("62x100", "62 × 100 mm"), ("A6", "A6"))


class LabelSettings(QWidget):
    """Kept as soon as it is chosen. The printers are asked for when the list is first shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer, self.paper_size = QComboBox(), QComboBox()
        self.each = QCheckBox(_("Print a label at every entry, with the next free pass"))
        known, size, each = remembered.label_choice()
        self.printer.addItem(_("The default printer"), "")
        for name in _printers(known):
            self.printer.addItem(name, name)
        for code, words in _SIZES:
            self.paper_size.addItem(words, code)
        self.printer.setCurrentIndex(max(0, self.printer.findData(known)))
        self.paper_size.setCurrentIndex(max(0, self.paper_size.findData(size)))
        self.each.setChecked(each)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(LabelledField(_("Printer of the labels"), self.printer), 0, 0)
        grid.addWidget(LabelledField(_("Size of the labels"), self.paper_size), 0, 1)
        grid.addWidget(self.each, 1, 0, 1, 2)
        for box in (self.printer, self.paper_size):
            box.activated.connect(self._keep)
        self.each.toggled.connect(self._keep)

    def _keep(self) -> None:
        printer, size = str(self.printer.currentData()), str(self.paper_size.currentData())
        remembered.remember_label_choice(printer, size, each=self.each.isChecked())


def _printers(known: str) -> list[str]:
    """Installed printers, and the one chosen before even when it is unplugged today."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = list(QPrinterInfo.availablePrinterNames())
    return names if known in ("", *names) else [known, *names]

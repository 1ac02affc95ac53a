"""Who was inside together with the chosen visit: how many, never whom all; the list is asked for with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.contact_list import USUAL_MINUTES, Company
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.style import set_role


class BookCompany(QWidget):
    """`list_asked` wants the list of contacts of that visit."""

    list_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rule, heading = QFrame(), QLabel(_("Inside at the same time"))
        set_role(rule, "rule")
        set_role(heading, "label")
        self._told = QLabel()
        self._told.setWordWrap(True)
        set_role(self._told, "faint")
        self.ask = QPushButton(_("List of contacts…"))
        set_role(self.ask, "small")
        self.ask.clicked.connect(self.list_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (rule, heading, self._told, self.ask):
            column.addWidget(widget)

    @property
    def told(self) -> str:
        """What is said of the company."""
        return self._told.text()

    def show_company(self, company: Company | None) -> None:
        """Say how many they were; nothing at all of a voided line."""
        self.setVisible(company is not None)
        if company is None:
            return
        self._told.setText("\n".join(_words(company)))
        self.ask.setVisible(bool(company.persons))


def _words(company: Company) -> list[str]:
    if company.longest is None:
        return [_("Nobody else for {minutes} minutes or more.").format(minutes=USUAL_MINUTES)]
    count = ngettext(
        "{count} visitor for {minutes} minutes or more, {same} with the same host",
        "{count} visitors for {minutes} minutes or more, {same} with the same host",
        company.persons,
    )
    longest = _("Longest: {name}, {minutes} minutes")
    return [
        count.format(
            count=number_text(company.persons), minutes=USUAL_MINUTES, same=number_text(company.at_same_host)
        ),
        longest.format(name=company.longest.line.name, minutes=number_text(company.longest.minutes)),
    ]

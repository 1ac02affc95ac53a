"""The sites a poster's link may lead to: what each is for, one more, one less; each change in the journal."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, problem_sentence
from bluezone_desk.services.links_allowed import LinksAllowed
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField


class PosterSites(QDialog):
    """`sites_changed` comes with every change. Look-alikes of a known site are never taken."""

    sites_changed = Signal()

    def __init__(self, links: LinksAllowed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sites on posters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._links = links
        self.listed = QListWidget()
        self.listed.setAccessibleName(_("Sites on posters"))
        self.host, self.purpose = QLineEdit(), QLineEdit()
        self.host.setPlaceholderText("www.example.gov.vn")
        self._host_field = LabelledField(_("Site"), self.host)
        self._purpose_field = LabelledField(_("What for"), self.purpose)
        self.add, self.remove = QPushButton(_("Allow this site")), QPushButton(_("Take off the list"))
        self._lay_out()
        self._show()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.listed.currentItemChanged.connect(lambda: self._show_choice())

    def _add(self) -> None:
        refused = self._tried(lambda: self._links.allow(self.host.text(), self.purpose.text()))
        if refused is None:
            self.host.clear()
            self.purpose.clear()

    def _remove(self) -> None:
        chosen = self.listed.currentItem()
        if chosen is not None:
            self._tried(lambda: self._links.forbid(str(chosen.data(Qt.ItemDataRole.UserRole))))

    def _tried(self, verb: Callable[[], Refused | None]) -> Refused | None:
        for field in (self._host_field, self._purpose_field):
            field.show_problem("")
        try:
            refused = verb()
        except DeskFault as fault:
            self._host_field.show_problem(fault_sentence(fault))
            return None
        if isinstance(refused, Refused):
            problem = refused.problems[0]
            field = self._purpose_field if problem.field == "purpose" else self._host_field
            field.show_problem(problem_sentence(problem))
        else:
            self._show()
            self.sites_changed.emit()
        return refused

    def _show(self) -> None:
        self.listed.clear()
        own, hosts = self._links.own(), self._links.hosts()
        for host in sorted(hosts, key=lambda name: (name not in own, name)):
            item = QListWidgetItem(f"{host}  ·  {hosts[host]}")
            item.setData(Qt.ItemDataRole.UserRole, host)
            item.setToolTip(_("added by the office") if host in own else _("the program's own list"))
            self.listed.addItem(item)
        self._show_choice()

    def _show_choice(self) -> None:
        chosen = self.listed.currentItem()
        self.remove.setEnabled(chosen is not None and chosen.data(Qt.ItemDataRole.UserRole) in self._links.own())

    def _lay_out(self) -> None:
        title, told = QLabel(_("Sites on posters")), QLabel()
        set_role(title, "heading")
        told.setText(_("Links may lead to these sites only. Adding one is written in the journal with your name."))
        told.setWordWrap(True)
        set_role(told, "faint")
        set_role(self.add, "primary")
        self.remove.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (title, told, self.listed, self._host_field, self._purpose_field):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(theme().px(440))


def show_sites(window: QWidget, links: LinksAllowed, changed: Callable[[], None]) -> None:
    """Open the list over `window`; `changed` is called with every change."""
    dialog = PosterSites(links, window)
    dialog.sites_changed.connect(changed)
    dialog.open()

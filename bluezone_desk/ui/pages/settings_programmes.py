"""The programmes a directive asks for: a name and a link each, as many as the office needs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bluezone_desk.domain.links import check_link
from bluezone_desk.domain.names import clean_name, fold
from bluezone_desk.domain.programme import Programme
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.style import set_role, set_tone

_MOST_LETTERS = 200


class ProgrammeRow(QWidget):
    """One programme. `code` stays what the book knows it by, whatever its name becomes."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, programme: Programme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = programme.code
        self.name, self.link = QLineEdit(programme.name), QLineEdit(programme.link)
        self.remove = QPushButton(_("Remove"))
        set_role(self.remove, "quiet")
        self._problem = QLabel()
        set_role(self._problem, "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.name.setPlaceholderText(_("App's name"))
        self.name.setAccessibleName(_("App's name"))
        self.link.setPlaceholderText("https://")
        self.link.setAccessibleName(_("App's link"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.link, 4)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)
        for field in (self.name, self.link):
            field.setMaxLength(_MOST_LETTERS)
            field.textChanged.connect(lambda: self.changed.emit())
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def programme(self) -> Programme | None:
        """The programme as typed, None while it has no name."""
        name = clean_name(self.name.text())
        code = self._code or fold(name).replace(" ", "_")
        return Programme(code, name, self.link.text().strip()) if name else None

    def problem(self) -> str:
        """Why the link may not be printed, said below it; "" when it may, or when there is none."""
        link = self.link.text().strip()
        trouble = check_link(link) if link else None
        host = link.partition("://")[2].partition("/")[0]
        text = sentence(trouble, {"host": host}) if trouble is not None else ""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        set_tone(self.link, "bad" if text else "")
        return text


class ProgrammeRows(QWidget):
    """All programmes; one always stays."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ProgrammeRow] = []
        title = QLabel(_("Apps the desk asks about, with the link its posters lead to"))
        set_role(title, "label")
        self.add_app = QPushButton(_("Add an app"))
        self.add_app.clicked.connect(self.add_empty)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(title)
        whole.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(self.add_app)
        foot.addStretch(1)
        whole.addLayout(foot)

    def show_programmes(self, programmes: tuple[Programme, ...]) -> None:
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for programme in programmes:
            self._add(programme)

    def programmes(self) -> tuple[Programme, ...]:
        """Those that have a name, each code once."""
        named = (row.programme() for row in self.rows)
        return tuple({programme.code: programme for programme in named if programme is not None}.values())

    def first_problem(self) -> QWidget | None:
        wrong = [row for row in self.rows if row.problem()]
        if wrong:
            return wrong[0].link
        return None if self.programmes() else self.rows[0].name

    def add_empty(self) -> None:
        """A fresh row, ready to be typed in."""
        self._add(Programme("", ""))
        self.rows[-1].name.setFocus()
        self.changed.emit()

    def _add(self, programme: Programme) -> None:
        row = ProgrammeRow(programme)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.addWidget(row)
        self._show_removable()

    def _remove(self, row: ProgrammeRow) -> None:
        self.rows.remove(row)
        self._drop(row)
        self._show_removable()
        self.rows[0].name.setFocus()
        self.changed.emit()

    def _drop(self, row: ProgrammeRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_removable(self) -> None:
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)

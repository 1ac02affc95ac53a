"""A delegation: the header once, the members scanned or pasted, each with an app state, all of them in at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHeaderView, QLabel, QLineEdit, QTableView, QWidget

from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.groups import GroupCheckedIn, GroupDraft, GroupOutcome
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import Damaged, IdNumber, PassNumber, PhoneNumber
from bluezone_desk.domain.name_list import MOST_LINES, Listed, name_list
from bluezone_desk.domain.programme import KEYED_STATES, Programme
from bluezone_desk.domain.visits import CheckInDraft, Person
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.sentences import fault_sentence, problem_sentence, sentence
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.keys import Keys, shown
from bluezone_desk.ui.pages.desk_host import host_and_department
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import theme
from bluezone_desk.ui.widgets.gather_field import GatherField
from bluezone_desk.ui.widgets.group_table import NAME, TONE_ROLE, GroupTable
from bluezone_desk.ui.widgets.labelled_field import LabelledField
from bluezone_desk.ui.widgets.pill_delegate import PillDelegate
from bluezone_desk.ui.widgets.suggest_box import SuggestBox
from bluezone_desk.ui.wording import state_short

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.selection import Suggestions
    from bluezone_desk.services.people import Recognised

WIDTH_PX, HEIGHT_PX = 940, 660
_LEFT_OUT_SHOWN = 3


class MemberTable(QTableView):
    """Says what to do while nobody is in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme().colour("second"))
        words = _("Nobody yet. Scan the first card, or paste the delegation's list.")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(20, 0, -20, 0), int(flags), words)


class GroupDialog(AskingDialog):
    """Nothing is written before the button is pressed; then all come in, or none."""

    checked_in = Signal(object)

    def __init__(
        self,
        programmes: tuple[Programme, ...],
        suggestions: Suggestions,
        recognise: Callable[[str], Recognised],
        check_in: Callable[[GroupDraft], GroupOutcome],
        request_id: str,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Record a group"), "", parent)
        self._programmes, self._recognise, self._check_in = programmes, recognise, check_in
        self._request_id = request_id
        #: The members when leaving them was warned of.
        self._warned_of: tuple[CheckInDraft, ...] = ()
        self._departments = suggestions.departments
        self.organisation, self.host, self.purpose = QLineEdit(), SuggestBox(), SuggestBox()
        self.host.offer([*suggestions.departments, *suggestions.hosts])
        self.purpose.offer(suggestions.purposes)
        self.field = GatherField()
        self.table = MemberTable()
        self.model = GroupTable(programmes)
        self._told = QLabel()
        self._told.setWordWrap(True)
        set_role(self._told, "doubt")
        self._lay_out()
        self._connect()
        self.add_cancel()
        self.main = self.add_button("", self.confirm, role="primary")
        self.main.setDefault(False)
        self.main.setAutoDefault(False)
        self._follow()
        self.fit_to(WIDTH_PX, HEIGHT_PX)
        self.organisation.setFocus()

    def draft(self) -> GroupDraft:
        """The delegation as it stands."""
        host, department = host_and_department(self.host.text(), self._departments)
        return GroupDraft(
            self._request_id,
            tuple(self.model.members),
            self.organisation.text(),
            host,
            department,
            self.purpose.text(),
        )

    def take(self, text: str) -> None:
        """One member: a scan, a number, a phone or a name."""
        seen = self._recognise(text)
        found, person = seen.identified, seen.person
        self._say("")
        match found:
            case Damaged():
                self._say(sentence(found.code))
            case CardScan() | HealthCardScan():
                self._add(_of_card(found, person))
            case IdNumber() | PhoneNumber() | PassNumber():
                if person is None:
                    self._say(_("Nobody in the book has this number: type the name."))
                else:
                    self._add(
                        CheckInDraft("", person.name, person.visitor_id, person.id_number, phone=person.phone)
                    )
            case _:
                self.take_list(text)

    def take_scan(self, raw: str) -> None:
        """A scan that needed no focus is a member like one in the field."""
        self.take(raw)

    def take_list(self, text: str) -> None:
        """Several lines at once, cleaned; what names nobody is said."""
        found = name_list(text)
        doubled = self._add(*(_draft(person) for person in found.people if not person.doubled))
        doubled += sum(person.doubled for person in found.people)
        told = []
        if doubled:
            words = ngettext("{count} line stood twice.", "{count} lines stood twice.", doubled)
            told.append(words.format(count=doubled))
        if found.left_out:
            told.append(_("Left out: {lines}.").format(lines="; ".join(found.left_out[:_LEFT_OUT_SHOWN])))
        if found.too_many:
            words = _("{count} lines beyond the first {limit} were not taken.")
            told.append(words.format(count=found.too_many, limit=MOST_LINES))
        if told:
            self._say(" ".join(told))

    def confirm(self) -> None:
        """All of them in, or a word at each who is not."""
        if not self.model.members:
            return
        try:
            outcome = self._check_in(self.draft())
        except DeskFault as fault:
            self.say_problem(fault_sentence(fault))
            return
        if isinstance(outcome, GroupCheckedIn):
            self.accept()
            self.checked_in.emit(outcome)
            return
        self.model.say(outcome.members)
        words = [problem_sentence(problem) for problem in outcome.problems]
        if outcome.members:
            words.append(_("Nobody was recorded: look at the rows that say why."))
            self.table.selectRow(min(outcome.members))
        self.say_problem(" ".join(words))

    def reject(self) -> None:
        """A list that was gathered is not thrown away by one key."""
        members, count = tuple(self.model.members), len(self.model.members)
        if members == self._warned_of:
            super().reject()
            return
        self._warned_of = members
        words = ngettext("{count} visitor is not recorded.", "{count} visitors are not recorded.", count)
        self.say_problem(words.format(count=count) + " " + _("Once more to leave without recording."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            rows = [index.row() for index in self.table.selectionModel().selectedRows()]
            if event.key() == Qt.Key.Key_Delete and rows:
                self.model.remove(rows)
                self._follow()
                return True
            if event.text() in "123456" and event.text() and rows and self._programmes:
                self._answer(rows, int(event.text()))
                return True
        return super().eventFilter(watched, event)

    def _answer(self, rows: list[int], number: int) -> None:
        """The answer of a number key, for the first programme that lacks one on these rows, else the first."""
        codes = [programme.code for programme in self._programmes]
        place = self.table.currentIndex().column() - 2
        open_codes = [c for c in codes if any(self.model.state(r, c).value == "not_asked" for r in rows)]
        code = codes[place] if 0 <= place < len(codes) else (open_codes or codes)[0]
        self.model.set_state(rows, code, KEYED_STATES[number - 1])

    def _add(self, *drafts: CheckInDraft) -> int:
        """How many of these were in the list already."""
        known = set(map(_told_apart, self.model.members))
        fresh = [draft for draft in drafts if _told_apart(draft) not in known]
        if fresh:
            self.model.add(fresh)
            self.table.scrollToBottom()
        elif drafts:
            self._say(_("{name} is in the list already.").format(name=drafts[0].name))
        self._follow()
        return len(drafts) - len(fresh) if fresh else 0

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _follow(self) -> None:
        count = len(self.model.members)
        words = ngettext("Record {count} visitor", "Record {count} visitors", count).format(count=count)
        self.main.setText(f"{words if count else _('Record a group')} ({shown(Keys.RECORD)})")
        self.main.setEnabled(bool(count))

    def _connect(self) -> None:
        self.field.given.connect(self.take)
        self.field.pasted.connect(self.take_list)
        self.table.installEventFilter(self)
        for key in (Keys.RECORD, Keys.RECORD_PAD):
            QShortcut(QKeySequence(key), self, self.confirm)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        controls: dict[str, QWidget] = {
            _("Organisation"): self.organisation,
            _("Person or unit visited"): self.host,
            _("Purpose"): self.purpose,
        }
        for place, (label, control) in enumerate(controls.items()):
            head.addWidget(LabelledField(label, control), 0, place)
            head.setColumnStretch(place, 1)
        self.body.addLayout(head)
        self.body.addWidget(
            LabelledField(_("Members: scan a card, type a name, or paste a list (Ctrl+V)"), self.field)
        )
        self._dress_table()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._told)
        keys = " · ".join(f"{n} {state_short(state)}" for n, state in enumerate(KEYED_STATES, 1))
        told = QLabel(keys + " · " + _("Del removes, F2 corrects the name, Ctrl+A takes all"))
        told.setWordWrap(True)
        set_role(told, "small")
        self.body.addWidget(told)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Members of the group"))
        table.setItemDelegate(PillDelegate(TONE_ROLE, table))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QTableView.EditTrigger.EditKeyPressed | QTableView.EditTrigger.DoubleClicked)
        table.verticalHeader().setDefaultSectionSize(theme().px(34))
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.model.columnCount() - 1):
            table.setColumnWidth(column, theme().px(150))


def _told_apart(draft: CheckInDraft) -> tuple[str, str, str]:
    """Two of one name are two people when a number says so."""
    return draft.name, draft.id_number, draft.phone


def _draft(person: Listed) -> CheckInDraft:
    return CheckInDraft("", person.name, id_number=person.id_number, phone=person.phone)


def _of_card(card: CardScan | HealthCardScan, person: Person | None) -> CheckInDraft:
    """What a card says; a name the scan damaged is the book's."""
    is_whole = not isinstance(card, CardScan) or card.name_status == "whole"
    return CheckInDraft(
        "",
        card.name if is_whole or person is None else person.name,
        id_number=card.id_number if isinstance(card, CardScan) else "",
        old_id_number=card.old_id_number if isinstance(card, CardScan) else "",
        birth_date=card.birth_date,
        sex=card.sex,
        address=card.address,
    )

"""What is asked of a paper, and what can be said against it before anything is read or drawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.contact_list import ContactList
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.saving import file_name


class PaperKind(StrEnum):
    """The papers of the desk."""

    DAILY = "daily"
    PERIOD = "period"
    REGISTER = "register"
    CONTACTS = "contacts"
    INSIDE = "inside"
    HANDOVER = "handover"


#: The file types that every paper comes in; the first is the one that is shown and printed.
ENDINGS: Final = (".pdf", ".docx", ".xlsx")

_STEMS: Final = {
    PaperKind.DAILY: "bao-cao-ngay",
    PaperKind.PERIOD: "bao-cao-tien-do",
    PaperKind.REGISTER: "so-ra-vao",
    PaperKind.CONTACTS: "danh-sach-tiep-xuc",
    PaperKind.INSIDE: "danh-sach-dang-o-trong",
    PaperKind.HANDOVER: "ban-giao-ca-truc",
}

_TITLES: Final = {
    PaperKind.DAILY: "Báo cáo ngày",
    PaperKind.PERIOD: "Báo cáo tiến độ",
    PaperKind.REGISTER: "Sổ ra vào",
    PaperKind.CONTACTS: "Danh sách tiếp xúc",
    PaperKind.INSIDE: "Danh sách khách đang ở trong",
    PaperKind.HANDOVER: "Bàn giao ca trực",
}

#: Papers that somebody signs in the office's name.
SIGNED: Final = frozenset({PaperKind.DAILY, PaperKind.PERIOD})
#: Papers about days that are asked for; the others speak of now or of one visit.
OF_DAYS: Final = frozenset({PaperKind.DAILY, PaperKind.PERIOD, PaperKind.REGISTER})

_MOST_DAYS: Final = 3700
#: Letters of what is written by hand: the number stands in a narrow box, the notes below a table.
_MOST_LETTERS: Final = {"number": 40, "taken_by": 250, "notes": 1000}
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What was asked. `office` already carries the signatory and the recipients of this one paper.

    `contacts` is the list that a contact paper prints: it was asked for, approved and journaled before.
    `with_charts`, when not said, is as usual for the paper; `archive` asks for PDF/A-2b of a signed paper's PDF.
    `taken_by` and `notes` belong to a shift's hand-over.
    """

    kind: PaperKind
    first: date
    last: date
    office: Office
    number: str = ""
    with_register: bool = True
    with_charts: bool | None = None
    masked: bool = True
    archive: bool = False
    contacts: ContactList | None = None
    taken_by: str = ""
    notes: str = ""

    def name(self, ending: str) -> str:
        """The file name to suggest; `ending` with or without its dot."""
        return file_name(_STEMS[self.kind], self.first, ending.lstrip("."), self.last)

    @property
    def title(self) -> str:
        """What the printer's queue shows."""
        return _TITLES[self.kind]


def require_days(order: PaperOrder, today: date) -> None:
    """Raises DeskFault: DAYS_TURNED, DAYS_IN_FUTURE, DAYS_TOO_MANY. A period may end after today, not begin."""
    if order.kind not in OF_DAYS:
        return
    first, last = order.first, order.last
    facts = {"first": short_date(first), "last": short_date(last)}
    if first > last:
        raise DeskFault(Trouble.DAYS_TURNED, **facts)
    if first > today:
        raise DeskFault(Trouble.DAYS_IN_FUTURE, today=short_date(today), **facts)
    if (last - first).days >= _MOST_DAYS:
        raise DeskFault(Trouble.DAYS_TOO_MANY, **facts)


def require_short(order: PaperOrder) -> None:
    """Raises DeskFault(TEXT_TOO_LONG) naming the text that no paper has room for."""
    for field, most in _MOST_LETTERS.items():
        text = getattr(order, field)
        if len(text) > most:
            raise DeskFault(Trouble.TEXT_TOO_LONG, field=field, text=text[:_SHOWN] + "…")


def remarks(order: PaperOrder) -> tuple[Trouble, ...]:
    """What has to be said beside a paper that is made all the same."""
    if order.kind in SIGNED and not order.office.signatory.name:
        return (Trouble.SIGNATORY_MISSING,)
    return ()

"""Rows of somebody else's visitor book, read as drafts of visits. Nothing is guessed that is not said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from bluezone_desk.domain.clock import OFFICE_ZONE, office_day, office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.id_number import parse_id_number
from bluezone_desk.domain.import_cells import Cell, day_of, id_of, phone_of, text_of, time_of
from bluezone_desk.domain.import_columns import CHECK_PREFIX, ColumnMap, ImportField
from bluezone_desk.domain.legacy_text import Legacy, from_legacy
from bluezone_desk.domain.names import clean_name, fold
from bluezone_desk.domain.phones import parse_phone
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckInDraft, Problem

#: An exit that the imported book does not tell is at the end of office hours, or of the day.
_OFFICE_END, _DAY_END = time(17, 0), time(23, 59)
#: A day before this is a slip of the pen, or the day 0 of a spreadsheet's time.
_EARLIEST = date(1990, 1, 1)

_TEXTS = ("name", "organisation", "address", "host", "department", "purpose", "pass_number", "plate")
_NOTHING = frozenset(("", "-", "--", "x", "khong", "khong co", "ko", "ko co", "k", "none", "n a", "na", "0"))
_STATE_WORDS: dict[CheckState, tuple[str, ...]] = {
    CheckState.RUNNING: ("dat", "co", "x", "v", "roi", "da cai", "da cai dat", "da bat", "dang chay", "yes", "1"),
    CheckState.REACTIVATED: ("bat lai", "bat lai tai quay", "vua bat lai"),
    CheckState.INSTALLED_HERE: ("cai tai quay", "vua cai", "cai moi"),
    CheckState.NOT_INSTALLED: ("khong", "khong dat", "chua", "chua cai", "chua cai dat", "ko", "no", "0"),
    CheckState.UNSUPPORTED: ("khong ho tro", "khong co dien thoai", "khong dien thoai", "khong smartphone"),
    CheckState.DECLINED: ("khong dong y", "tu choi"),
    CheckState.NOT_ASKED: ("chua hoi", "khong hoi", "-", ""),
}
_STATES = {word: state for state, words in _STATE_WORDS.items() for word in words}
_STATE_CODES = frozenset(CheckState)
_TICKS = str.maketrans("✓✔☑", "xxx")


@dataclass(frozen=True, slots=True)
class ImportWish:
    """How a sheet is to be read. `reason` marks every line as catch-up; `source` tells the file and sheet apart.

    `day` is the day of lines that tell none. `exits_estimated`: a line of a past day without an exit gets the
    end of the day, as an estimate; otherwise it is bad.
    """

    columns: ColumnMap
    reason: str
    source: str
    encoding: Legacy | None = None
    day: date | None = None
    exits_estimated: bool = False


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line as read, its draft as the book keeps it; `number` is the spreadsheet's, from 1.

    Without `problems` it can be recorded.
    """

    number: int
    draft: CheckInDraft
    left_at: datetime | None = None
    left_rule: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = ()


def read_rows(
    rows: Sequence[Sequence[Cell]],
    wish: ImportWish,
    programmes: Sequence[str],
    now: datetime,
    *,
    is_cut: bool = False,
) -> Iterator[ImportRow | None]:
    """Every row below the headings; None for one that is no visit: blank, a page's heading again, a total.

    A day told once holds for the lines below it. `is_cut`: the file ended inside its last row.
    """
    reader = _Reader(wish, tuple(programmes), now)
    first = wish.columns.heading_row + 1
    for place, cells in enumerate(rows[first:], first):
        row = reader.read(place + 1, cells)
        if row and is_cut and place == len(rows) - 1:
            row = replace(row, problems=(*row.problems, Problem(Trouble.IMPORT_ROW_HALF)))
        yield row


class _Reader:
    def __init__(self, wish: ImportWish, programmes: tuple[str, ...], now: datetime) -> None:
        self._wish = wish
        self._columns = wish.columns.columns
        self._programmes = programmes
        self._today = office_day(now)
        self._reason = clean_name(wish.reason)
        self._day = wish.columns.day or wish.day
        self._problems: list[Problem] = []
        self._texts: list[str] = []

    def read(self, number: int, cells: Sequence[Cell]) -> ImportRow | None:
        self._problems = []
        self._texts = [text_of(cell) for cell in cells]
        is_visit = self._is_visit()
        told = self._cell(cells, ImportField.DAY)
        day = day_of(told)
        if day is None and is_visit and text_of(told):
            self._doubt(Trouble.IMPORT_DAY_UNREADABLE, "day", told)
        self._day = day or self._day
        if not is_visit:
            self._take_day_line(cells)
            return None
        entered_at = self._moment(cells, ImportField.ENTERED, self._day)
        left_at, rule = self._exit(cells, entered_at)
        draft = self._draft(number, cells, entered_at)
        note = self._text(cells, ImportField.NOTE)
        return ImportRow(number, draft, left_at, rule, note, tuple(self._problems))

    def _is_visit(self) -> bool:
        name = self._shown(ImportField.NAME)
        if not (name or self._shown(ImportField.ENTERED) or self._shown(ImportField.ID_NUMBER)):
            return False
        heading = self._wish.columns.headings[self._columns[ImportField.NAME]]
        # A printed book repeats its headings on each page.
        return len(name) != len(heading) or fold(name) != fold(heading)

    def _take_day_line(self, cells: Sequence[Cell]) -> None:
        """A line that holds a day and nothing else is the day of those below."""
        told = [cell for cell in cells if text_of(cell)]
        if len(told) == 1 and (day := day_of(told[0])) and day >= _EARLIEST:
            self._day = day

    def _cell(self, cells: Sequence[Cell], name: str) -> Cell:
        place = self._columns.get(name)
        return "" if place is None or place >= len(cells) else cells[place]

    def _shown(self, name: str) -> str:
        """The text of a column, in the file's own letters."""
        place = self._columns.get(name)
        return "" if place is None or place >= len(self._texts) else self._texts[place]

    def _text(self, cells: Sequence[Cell], name: str) -> str:
        if self._wish.encoding is None:
            return self._shown(name)
        # Not from the shown text: it has lost its soft hyphens, and one is a letter of TCVN3.
        cell = self._cell(cells, name)
        is_old = isinstance(cell, str) and not cell.isascii()
        return clean_name(from_legacy(str(cell), self._wish.encoding)) if is_old else self._shown(name)

    def _doubt(self, code: Trouble, field: str, cell: Cell = "") -> None:
        self._problems.append(Problem(code, field, {"text": text_of(cell)[:40]}))

    def _moment(self, cells: Sequence[Cell], name: str, day: date | None) -> datetime | None:
        """The moment of a column: its own day, else the line's, and its time."""
        cell = self._cell(cells, name)
        if not self._shown(name) and name == ImportField.LEFT:
            return None
        clock = time_of(cell)
        own = day_of(cell) if isinstance(cell, datetime) or (isinstance(cell, str) and len(cell) > 8) else None
        day = own if own and own >= _EARLIEST else day
        if clock is None:
            self._doubt(Trouble.IMPORT_TIME_UNREADABLE, name, cell)
        if day is None and name == ImportField.ENTERED and not self._problems:
            self._doubt(Trouble.IMPORT_DAY_UNREADABLE, "day")
        if day is not None and day < _EARLIEST:
            self._doubt(Trouble.IMPORT_DAY_UNREADABLE, "day", day)
            return None
        if clock is None or day is None:
            return None
        return datetime.combine(day, clock, OFFICE_ZONE)

    def _exit(self, cells: Sequence[Cell], entered_at: datetime | None) -> tuple[datetime | None, str]:
        if entered_at is None:
            return None, ""
        left_at = self._moment(cells, ImportField.LEFT, office_day(entered_at))
        if left_at is not None and left_at < entered_at:
            facts = {"time": f"{office_time(entered_at):%H:%M}"}
            self._problems.append(Problem(Trouble.EXIT_BEFORE_ENTRY, "left_at", facts))
        if left_at or self._shown(ImportField.LEFT) or office_day(entered_at) >= self._today:
            return left_at, ""
        if not self._wish.exits_estimated:
            self._doubt(Trouble.IMPORT_EXIT_MISSING, "left_at")
            return None, ""
        end = _OFFICE_END if office_time(entered_at).time() <= _OFFICE_END else _DAY_END
        estimated = datetime.combine(office_day(entered_at), end, OFFICE_ZONE)
        return max(estimated, entered_at), ExitRule.IMPORT_DAY_END

    def _draft(self, number: int, cells: Sequence[Cell], entered_at: datetime | None) -> CheckInDraft:
        texts: dict[str, Any] = {name: self._text(cells, name) for name in _TEXTS}
        id_number, phone = id_of(self._cell(cells, "id_number")), phone_of(self._cell(cells, "phone"))
        known_id, known_phone = parse_id_number(id_number), parse_phone(phone)
        return CheckInDraft(
            request_id=f"{self._wish.source}:{number}",
            id_number=known_id or ("" if fold(id_number) in _NOTHING else id_number),
            phone=known_phone.number if known_phone else "" if fold(phone) in _NOTHING else phone,
            party=self._party(cells),
            checks=tuple(self._check(cells, code) for code in self._programmes),
            reason=self._reason,
            entered_at=entered_at,
            **texts,
        )

    def _party(self, cells: Sequence[Cell]) -> int:
        cell = self._cell(cells, ImportField.PARTY)
        text = self._shown(ImportField.PARTY)
        if not text or fold(text) in _NOTHING:
            return 0
        if text.isascii() and text.isdigit() and len(text) < 4:
            return int(text)
        self._doubt(Trouble.PARTY_INVALID, "party", cell)
        return 0

    def _check(self, cells: Sequence[Cell], code: str) -> AppCheck:
        cell = self._cell(cells, CHECK_PREFIX + code)
        told = fold(self._text(cells, CHECK_PREFIX + code).translate(_TICKS))
        state = _STATES.get(told) or (CheckState(told) if told in _STATE_CODES else None)
        if state is None:
            self._doubt(Trouble.IMPORT_STATE_UNREADABLE, CHECK_PREFIX + code, cell)
        return AppCheck(code, state or CheckState.NOT_ASKED)


def default_reason(file_name: str) -> str:
    """The reason offered for an import: every line tells which file it came from."""
    return f"nhập bù: {file_name}"[:200]


def source_of(digest: str, sheet: str) -> str:
    """What names a sheet of a file, whatever the file is called: the same sheet again adds nothing."""
    return f"import:{digest[:32]}:{sheet[:60]}"

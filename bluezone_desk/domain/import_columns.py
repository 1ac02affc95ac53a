"""Which column of somebody else's visitor book holds what: guessed from its headings, confirmed by a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bluezone_desk.domain.import_cells import Cell, day_of, text_of
from bluezone_desk.domain.legacy_text import Legacy, from_legacy
from bluezone_desk.domain.names import fold
from bluezone_desk.domain.programme import Programme

HEADINGS_WITHIN = 20
#: Headings of a visitor book name at least so many fields.
_FEWEST_FIELDS = 2
CHECK_PREFIX = "check:"


class ImportField(StrEnum):
    """What a column can hold. A column of app states is `check:` and the programme's code."""

    NAME = "name"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    HOST = "host"
    DEPARTMENT = "department"
    PURPOSE = "purpose"
    DAY = "day"
    ENTERED = "entered_at"
    LEFT = "left_at"
    PASS_NUMBER = "pass_number"
    PLATE = "plate"
    PARTY = "party"
    NOTE = "note"


#: Folded headings by field, the most telling first; one fits whole, by its beginning, or by a word.
_HEADINGS: dict[str, tuple[str, ...]] = {
    ImportField.ENTERED: (
        "gio vao", "gio den", "thoi gian vao", "thoi gian den", "vao luc", "den luc", "gio vao co quan",
        "ngay gio vao", "vao", "den", "time in", "entered at", "entered", "check in", "gio",
    ),
    ImportField.LEFT: (
        "gio ra", "gio ve", "thoi gian ra", "thoi gian ve", "ra luc", "ve luc", "ngay gio ra", "ra", "ve",
        "time out", "left at", "check out",
    ),
    ImportField.ID_NUMBER: (
        "so cmnd cccd", "so cccd cmnd", "cccd cmnd", "cmnd cccd", "so cccd", "so cmnd", "cccd", "cmnd", "cmt",
        "so can cuoc", "can cuoc cong dan", "can cuoc", "so giay to", "giay to tuy than", "giay to",
        "so dinh danh", "ho chieu", "id number", "id no", "id card",
    ),
    ImportField.PHONE: (
        "so dien thoai", "dien thoai", "so dt", "sdt", "dt", "di dong", "so di dong", "phone number", "phone",
        "mobile",
    ),
    ImportField.PASS_NUMBER: ("so the khach", "the khach", "so the", "ma the", "the", "pass", "badge"),
    ImportField.PLATE: ("bien so xe", "bien so", "bien kiem soat", "plate"),
    ImportField.PARTY: (
        "so nguoi di cung", "nguoi di cung", "so nguoi kem theo", "di cung", "kem theo", "party", "companions",
    ),
    ImportField.HOST: (
        "gap ai", "nguoi tiep", "nguoi can gap", "nguoi gap", "can gap", "lien he voi", "lien he", "gap", "host",
        "person visited",
    ),
    ImportField.DEPARTMENT: (
        "phong bo phan", "phong ban", "bo phan", "don vi tiep", "noi den", "den phong", "phong", "department",
    ),
    ImportField.PURPOSE: (
        "noi dung lam viec", "noi dung cong viec", "noi dung", "ly do", "muc dich", "cong viec", "purpose",
        "reason",
    ),
    ImportField.DAY: ("ngay thang nam", "ngay thang", "ngay vao", "ngay den", "ngay", "date", "day"),
    ImportField.ORGANISATION: (
        "don vi cong tac", "co quan cong tac", "co quan don vi", "co quan dia chi", "don vi", "co quan", "cong ty",
        "noi cong tac", "to chuc", "nha thau", "organisation", "organization", "company",
    ),
    ImportField.ADDRESS: ("dia chi", "noi o", "thuong tru", "noi thuong tru", "cho o", "address"),
    ImportField.NAME: (
        "ho va ten", "ho ten", "ho va ten khach", "ho ten khach", "ten khach", "khach den", "full name", "name",
        "ten", "khach",
    ),
    ImportField.NOTE: ("ghi chu", "note", "notes"),
}  # fmt: skip
#: Headings of our own workbook that begin like others and hold something else.
_NOT_MEANT = ("gio ra uoc tinh", "so trong ngay", "ky ten", "chu ky", "than nhiet", "nguoi ghi", "nhap bu")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column (from 0) holds which field; `heading_row` is the index of the row above the first line.

    `headings` are the columns' words as the file has them; `day` is one that stands above the table, if any.
    """

    heading_row: int
    headings: tuple[str, ...]
    columns: Mapping[str, int] = field(default_factory=dict)
    day: date | None = None

    def with_field(self, name: str, column: int | None) -> "ColumnMap":
        """The same with `name` in another column; None takes it out. A column holds one field."""
        kept = {key: place for key, place in self.columns.items() if key != name and place != column}
        return ColumnMap(
            self.heading_row, self.headings, kept if column is None else kept | {name: column}, self.day
        )

    def field_of(self, column: int) -> str:
        """What the column holds; "" for nothing."""
        return next((name for name, place in self.columns.items() if place == column), "")

    def column_named(self, told: str) -> int | None:
        """The column with this heading (marks do not matter) or this letter, as a spreadsheet shows it."""
        wanted = fold(told)
        for place, heading in enumerate(self.headings):
            if wanted and fold(heading) == wanted:
                return place
        if told.isascii() and told.isalpha() and len(told) <= 2:
            place = sum((ord(letter) - 64) * 26**n for n, letter in enumerate(reversed(told.upper()))) - 1
            return place if place < len(self.headings) else None
        return None


def fields_for(programmes: Sequence[Programme]) -> tuple[str, ...]:
    """Every field a column can hold at this office."""
    return (*map(str, ImportField), *(CHECK_PREFIX + programme.code for programme in programmes))


def guess_columns(
    rows: Sequence[Sequence[Cell]], programmes: Sequence[Programme], encoding: Legacy | None = None
) -> ColumnMap | None:
    """The headings among the first 20 rows, None when no row names a visitor and something else.

    A heading may stand in two rows (`Giờ` over `vào` and `ra`); titles above are passed over.
    """
    best: ColumnMap | None = None
    for place, row in enumerate(rows[:HEADINGS_WITHIN]):
        single = tuple(_words(cell, encoding) for cell in row)
        candidates = [(place, single)]
        is_title = sum(map(bool, single)) < _FEWEST_FIELDS
        if not is_title and place + 1 < len(rows) and all(isinstance(cell, str) for cell in rows[place + 1]):
            candidates.append((place + 1, _joined(single, [_words(cell, encoding) for cell in rows[place + 1]])))
        for end, headings in candidates:
            columns = _matched(headings, programmes)
            is_book = ImportField.NAME in columns and len(columns) >= _FEWEST_FIELDS
            if is_book and (best is None or len(columns) > len(best.columns)):
                best = ColumnMap(end, headings, columns, _day_above(rows[:place]))
    return best


def _words(cell: Cell, encoding: Legacy | None) -> str:
    text = text_of(cell)
    return from_legacy(text, encoding) if encoding and not text.isascii() else text


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    joined, last = [], ""
    for place in range(max(len(above), len(below))):
        upper = above[place] if place < len(above) else ""
        lower = below[place] if place < len(below) else ""
        # A heading over several columns stands in the first of them only.
        last = upper or (last if lower else "")
        joined.append(f"{last} {lower}".strip())
    return tuple(joined)


def _day_above(rows: Iterable[Sequence[Cell]]) -> date | None:
    found = (day_of(cell) for row in rows for cell in row)
    return next((day for day in found if day), None)


def _matched(headings: Sequence[str], programmes: Sequence[Programme]) -> dict[str, int]:
    wanted = _HEADINGS | {
        CHECK_PREFIX + programme.code: (fold(programme.name), fold(programme.code)) for programme in programmes
    }
    offers = []
    for column, heading in enumerate(headings):
        folded = " ".join(fold("".join(c if c.isalnum() else " " for c in heading)).split())
        if not folded or folded.startswith(_NOT_MEANT):
            continue
        offers += [(score, column, name) for name, words in wanted.items() if (score := _score(folded, words))]
    taken: dict[str, int] = {}
    for _, column, name in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
        if name not in taken and column not in taken.values():
            taken[name] = column
    return taken


def _score(heading: str, words: Sequence[str]) -> int:
    """How well a heading fits: whole, at its beginning, anywhere; longer words tell more."""
    best = 0
    for word in words:
        if heading == word:
            best = max(best, 300 + len(word))
        elif heading.startswith(word + " "):
            best = max(best, 200 + len(word))
        elif f" {word} " in f" {heading} " and len(word) > 3:
            best = max(best, 100 + len(word))
    return best

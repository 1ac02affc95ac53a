"""Reading a table that somebody else made: a workbook of Excel or LibreOffice, or comma separated values.

What the file is, its first bytes say, not its name. A hostile or broken one is refused before it can cost memory.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_cells import Cell
from bluezone_desk.paper.book_reading_guard import MOST_CELLS, check_archive
from bluezone_desk.paper.book_reading_text import table_of

LARGEST_FILE_MB = 64
MOST_ROWS = 99_999
TEXT_ENDINGS = (".csv", ".tsv", ".txt")
WORKBOOK_ENDINGS = (".xlsx", ".xls", ".ods")

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0]` is row 1 of the sheet; rows may differ in length. `is_cut`: the file ends inside its last row."""

    name: str
    rows: Sequence[Sequence[Cell]]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class BookFile:
    """A table read whole. `digest` is the file's SHA-256, so that the same file is known again."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]


def read_book(path: Path) -> BookFile:
    """Every sheet with something in it, cells typed as the file types them.

    Raises DeskFault: INPUT_FILE, IMPORT_KIND, IMPORT_LOCKED, IMPORT_TOO_LARGE, IMPORT_TOO_WIDE, IMPORT_TOO_LONG,
    IMPORT_DAMAGED, IMPORT_TEXT_DAMAGED, IMPORT_EMPTY.
    """
    content = _content(path)
    if content.startswith((_ZIP, _COMPOUND)):
        sheets = _workbook(path, content)
    elif path.suffix.lower() in TEXT_ENDINGS:
        rows, is_cut = table_of(content, path)
        sheets = (Sheet(path.stem, rows, is_cut),) if rows else ()
    else:
        raise DeskFault(Trouble.IMPORT_KIND, path=path)
    if not sheets:
        raise DeskFault(Trouble.IMPORT_EMPTY, path=path)
    if any(len(sheet.rows) > MOST_ROWS for sheet in sheets):
        raise DeskFault(Trouble.IMPORT_TOO_LONG, path=path, limit=MOST_ROWS)
    return BookFile(path.name, hashlib.sha256(content).hexdigest(), sheets)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE_MB * _MB:
            raise DeskFault(Trouble.IMPORT_TOO_LARGE, path=path, limit=LARGEST_FILE_MB)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise DeskFault(Trouble.INPUT_FILE, path=path) from error


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    if content.startswith(_ZIP):
        check_archive(content, path)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            kinds = {sheet.name: sheet.typ for sheet in workbook.sheets_metadata}
            names = [name for name in workbook.sheet_names if kinds[name] == SheetTypeEnum.WorkSheet]
            return tuple(sheet for name in names if (sheet := _sheet(workbook.get_sheet_by_name(name), path)))
    except PasswordError as error:
        raise DeskFault(Trouble.IMPORT_LOCKED, path=path) from error
    except (CalamineError, ValueError, OSError) as error:
        raise DeskFault(Trouble.IMPORT_DAMAGED, path=path) from error


def _sheet(found: object, path: Path) -> Sheet | None:
    from python_calamine import CalamineSheet

    assert isinstance(found, CalamineSheet)
    if found.total_height > MOST_ROWS:
        raise DeskFault(Trouble.IMPORT_TOO_LONG, path=path, limit=MOST_ROWS)
    if found.total_height * found.total_width > MOST_CELLS:
        raise DeskFault(Trouble.IMPORT_TOO_WIDE, path=path)
    if not found.height:
        return None
    # Empty rows above stay, so that a row has the number that the spreadsheet shows.
    return Sheet(found.name, found.to_python(skip_empty_area=False))

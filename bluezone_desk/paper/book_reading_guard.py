"""Looking into a workbook's archive before a reader unpacks it: how much it really holds, and where its cells lie.

A reader of spreadsheets makes one dense table from the first cell to the last, so one cell far out costs as much
as a million. The sizes in the archive's directory are only what its maker says: every part is unpacked here, up to
a limit.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: Unpacked parts together: 50,000 rows of 20 columns are 60 MB.
LARGEST_UNPACKED_MB = 96
MOST_CELLS = 5_000_000
MOST_PARTS = 2_000
#: The last column is BZ.
WIDEST = 78

_CHUNK = 1 << 20
_OVERLAP = 64
_MB = 1 << 20
#: A cell written the usual way, at a place within the limits; any other is looked at by itself.
_USUAL_CELL = re.compile(rb'<c r="[AB]?[A-Z][0-9]{1,5}"[ />]')
_CELLS = tuple(
    before + b"c" + after for before in (b"<", b":") for after in (b" ", b">", b"/", b"\t", b"\n", b"\r")
)
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY", b"\0")
#: Beyond this size, a sheet written in an unusual way is not looked through cell by cell.
_LARGEST_UNUSUAL_MB = 16
_READERS = {"xl/workbook.xml": "xlsx", "content.xml": "ods"}
_PLACE = re.compile(r"([A-Z]{1,7})([0-9]{1,9})")


def check_archive(content: bytes, path: Path) -> None:
    """Raise DeskFault unless this is a workbook that can be read within the limits.

    IMPORT_KIND, IMPORT_TOO_LARGE, IMPORT_TOO_WIDE, IMPORT_DAMAGED.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if not names & _READERS.keys() or "xl/workbook.bin" in names:
                raise DeskFault(Trouble.IMPORT_KIND, path=path)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED_MB * _MB:
                raise DeskFault(Trouble.IMPORT_TOO_LARGE, path=path, limit=LARGEST_UNPACKED_MB)
            _check_parts(archive, parts, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DeskFault(Trouble.IMPORT_DAMAGED, path=path) from error


def _check_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], path: Path) -> None:
    left = LARGEST_UNPACKED_MB * _MB
    for part in parts:
        is_unusual = part.filename == "content.xml"
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        tail = b""
        for piece in _pieces(archive, part):
            left -= len(piece)
            if left < 0:
                raise DeskFault(Trouble.IMPORT_TOO_LARGE, path=path, limit=LARGEST_UNPACKED_MB)
            seen = tail + piece
            if is_xml and any(sign in seen for sign in _FORBIDDEN):
                raise DeskFault(Trouble.IMPORT_DAMAGED, path=path)
            end = _whole(seen)
            is_unusual = is_unusual or _has_unusual(seen[:end])
            tail = seen[end:]
        if is_unusual or _has_unusual(tail):
            _check_cells(archive, part, path)


def _has_unusual(seen: bytes) -> bool:
    usual = len(_USUAL_CELL.findall(seen))
    # Two quick counts answer for nearly every sheet; twelve are exact.
    if seen.count(b"<c") == usual and b":c" not in seen:
        return False
    return sum(map(seen.count, _CELLS)) != usual


def _whole(seen: bytes) -> int:
    """Where the last tag of a piece begins: it may go on in the next one."""
    cut = seen.rfind(b"<", max(0, len(seen) - _OVERLAP))
    return cut if cut >= 0 else len(seen)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    # The reader that follows ignores the directory's sizes; so must this one.
    part.file_size = LARGEST_UNPACKED_MB * _MB + 1
    with archive.open(part) as stream:
        while True:
            try:
                piece = stream.read(_CHUNK)
            except EOFError:
                return
            if not piece:
                return
            yield piece


def _check_cells(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    """The exact way: count columns and cells as a reader would."""
    extent = _Extent(path)
    left = LARGEST_UNPACKED_MB * _MB if part.filename == "content.xml" else _LARGEST_UNUSUAL_MB * _MB
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = extent.open
    try:
        for piece in _pieces(archive, part):
            left -= len(piece)
            if left < 0:
                raise DeskFault(Trouble.IMPORT_TOO_LARGE, path=path, limit=_LARGEST_UNUSUAL_MB)
            parser.Parse(piece)
    except expat.ExpatError as error:
        raise DeskFault(Trouble.IMPORT_DAMAGED, path=path) from error


class _Extent:
    """How far the cells of a part reach, in either format. Raises DeskFault(IMPORT_TOO_WIDE) when too far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._column = 0
        self._row_repeat = 1
        self._cells = 0

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "c":
            self._workbook_cell(attributes.get("r", ""))
        elif name in ("row", "table-row"):
            self._column = 0
            self._row_repeat = _count(attributes, "number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            self._document_cell(attributes)

    def _workbook_cell(self, place: str) -> None:
        found = _PLACE.fullmatch(place)
        self._column = _column_number(found[1]) if found else self._column + 1
        self._judge(self._column, 1)

    def _document_cell(self, attributes: dict[str, str]) -> None:
        repeat = _count(attributes, "number-columns-repeated")
        self._column += repeat
        if any(key.rpartition(" ")[2] == "value-type" for key in attributes):
            self._judge(self._column, repeat * self._row_repeat)

    def _judge(self, column: int, cells: int) -> None:
        self._cells += cells
        if column > WIDEST or self._cells > MOST_CELLS:
            raise DeskFault(Trouble.IMPORT_TOO_WIDE, path=self._path)


def _count(attributes: dict[str, str], name: str) -> int:
    told = next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "1")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 1


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number

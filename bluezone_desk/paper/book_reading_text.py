"""Comma, semicolon or tab separated values, in whatever encoding a spreadsheet once wrote them."""

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

LONGEST_LINE = 65_536
_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 20


def table_of(content: bytes, path: Path) -> tuple[list[list[str]], bool]:
    """The rows, and whether the file ends inside its last one (fewer fields than its fellows, no end of line).

    Bytes that are not UTF-8 are shown as Windows-1252 shows them; which old encoding they are, the text tells.
    Raises DeskFault(IMPORT_TEXT_DAMAGED) naming line and column.
    """
    text = _decoded(content, path)
    _check_lines(text, path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    try:
        # An empty row keeps its place, so that rows have the numbers a spreadsheet shows.
        rows.extend(reader)
    except csv.Error as error:
        raise DeskFault(Trouble.IMPORT_TEXT_DAMAGED, path=path, line=reader.line_num, column=1) from error
    usual = Counter(len(row) for row in rows if row).most_common(1)
    is_cut = bool(rows) and not text.endswith(("\n", "\r")) and 0 < len(rows[-1]) < usual[0][0]
    return (rows if any(any(field.strip() for field in row) for row in rows) else []), is_cut


def _decoded(content: bytes, path: Path) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DeskFault(Trouble.IMPORT_TEXT_DAMAGED, path=path, line=1, column=error.start // 2) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes have no sign in Windows-1252; as Latin-1 shows them they are at least kept.
        return content.decode("cp1252", "surrogateescape").translate(_UNDEFINED)


_UNDEFINED = {0xDC00 + code: code for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _check_lines(text: str, path: Path) -> None:
    hole = text.find("\0")
    if hole >= 0:
        line_start = text.rfind("\n", 0, hole) + 1
        raise DeskFault(
            Trouble.IMPORT_TEXT_DAMAGED,
            path=path,
            line=text.count("\n", 0, hole) + 1,
            column=hole - line_start + 1,
        )
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        if len(line) > LONGEST_LINE:
            raise DeskFault(Trouble.IMPORT_TEXT_DAMAGED, path=path, line=number, column=LONGEST_LINE)


def _separator(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of fields."""
    lines = [line for _, line in zip(range(_LINES_LOOKED_AT), io.StringIO(text), strict=False) if line.strip()]

    def agreement(sign: str) -> tuple[int, int]:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        fields, agreeing = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return agreeing, fields

    return max(_SEPARATORS, key=agreement)

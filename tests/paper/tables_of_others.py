"""Workbooks as strangers make them: harmless ones, and ones built to hurt whoever reads them."""

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_SHEET = "xl/worksheets/sheet1.xml"
_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_TAIL = b"</sheetData></worksheet>"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry'
    ' manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Sổ">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


def workbook(path: Path, rows: Sequence[Sequence[Any]], sheet: str = "Sổ khách") -> Path:
    """A workbook with these rows; days and times as Excel types them."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def with_sheet(path: Path, body: bytes, head: bytes = _HEAD) -> Path:
    """A real workbook whose only sheet says `body`."""
    plain = workbook(path.with_suffix(".plain"), [["x"]])
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, head + body + _TAIL if name == _SHEET else old.read(name))
    return path


def lying_about_sizes(path: Path) -> Path:
    """The archive's directory says that every part has a hundred bytes."""
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", content, place + 24, 100)
        place = content.find(b"PK\x01\x02", place + 4)
    path.write_bytes(content)
    return path


def document(path: Path, rows: str) -> Path:
    """A LibreOffice document with these rows of XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format(rows=rows))
    path.write_bytes(out.getvalue())
    return path

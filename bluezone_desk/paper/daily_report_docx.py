"""The daily report as a Word file, for an office that wants to change a sentence before signing.

Same words and same measures as the PDF (`wording.py`, `decree30.py`); Word breaks the lines.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper import daily_report_docx_parts as parts
from bluezone_desk.paper import daily_report_docx_styles as styles
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.fonts import printable
from bluezone_desk.paper.register_rows import register_columns, register_notes, register_rows
from bluezone_desk.paper.wording import INTERNAL, ReportOptions, ReportText, report_text
from bluezone_desk.paper.wording_blocks import Block, Heading, Paragraph, ResultTable

#: Columns of the register that hold ID and phone numbers.
_NUMBERS = (2, 3)
_LANDSCAPE_ROOM = 252 * law.MM


def daily_report_docx(summary: DaySummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about one day in Word's format, with the register as annex unless `options` say otherwise.

    Same input, same bytes. Letters are drawn by the fonts of whoever opens it, so none is refused or marked here.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    document = Document()
    styles.set_styles(document)
    _set_page(document)
    _describe(document, text, summary.made_at)
    parts.add_heading_table(document, text)
    _add_title(document, text)
    _add_body(document, text.blocks)
    parts.add_closing_table(document, text)
    if text.has_annex:
        programmes = tuple(f.programme for f in summary.figures.programmes)
        _add_annex(document, text, summary, programmes, chosen.masked)
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved)


def _undated(saved: io.BytesIO) -> bytes:
    """The same package with one fixed date on every part, so that the same report is the same file."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in package.namelist():
            packed.writestr(zipfile.ZipInfo(name), package.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _describe(document: WordDocument, text: ReportText, made_at: datetime) -> None:
    properties = document.core_properties
    properties.title = text.title[:255]
    properties.author = text.office[:255]
    properties.comments = "Bluezone Desk"
    properties.language = "vi-VN"
    properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(law.TOP_MM), Mm(law.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(law.LEFT_MM), Mm(law.RIGHT_MM)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    parts.number_pages(section)


def _add_title(document: WordDocument, text: ReportText) -> None:
    document.add_paragraph(law.KIND, style=styles.TITLE)
    parts.add_subject(document, text.subject)
    if len(text.addressees) == 1:
        document.add_paragraph(f"Kính gửi: {text.addressees[0]}", style=styles.ADDRESSEE)
    elif text.addressees:
        document.add_paragraph("Kính gửi:", style=styles.ADDRESSEE).alignment = WD_ALIGN_PARAGRAPH.LEFT
        last = len(text.addressees) - 1
        for n, name in enumerate(text.addressees):
            line = document.add_paragraph(f"- {name}{'.' if n == last else ';'}", style=styles.ADDRESSEE)
            line.alignment = WD_ALIGN_PARAGRAPH.LEFT
            line.paragraph_format.left_indent = Mm(55)


def _add_body(document: WordDocument, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading(told, level):
                document.add_paragraph(told, style=f"Heading {level}")
            case Paragraph(told):
                document.add_paragraph(told, style=styles.BODY)
            case ResultTable():
                _add_result_table(document, block)


def _add_result_table(document: WordDocument, table: ResultTable) -> None:
    widths = (11.3, 85.2, 21.2, 47.3)
    rows = ((row.texts, row.is_sum) for row in table.rows)
    centred, left, right = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
    document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    parts.add_grid(document, table.head, rows, widths, styles.CELL, (centred, left, right, centred))


def _add_annex(
    document: WordDocument, text: ReportText, summary: DaySummary, programmes: Sequence[Programme], masked: bool
) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    parts.restart_numbers(section)
    parts.add_boxed(document, INTERNAL, _LANDSCAPE_ROOM)
    document.add_paragraph("Phụ lục", style=styles.TITLE)
    document.add_paragraph(text.annex_title, style=styles.TITLE)
    document.add_paragraph(text.annex_reference, style=styles.REFERENCE)
    columns = register_columns(programmes, _LANDSCAPE_ROOM)
    lines = (*summary.carried, *summary.lines)
    rows = ((_tied(row), False) for row in register_rows(lines, programmes, summary.figures.day, masked))
    widths = tuple(column.wide / law.MM for column in columns)
    alignments = tuple(WD_ALIGN_PARAGRAPH.CENTER if c.sample else WD_ALIGN_PARAGRAPH.LEFT for c in columns)
    parts.add_grid(document, tuple(c.title for c in columns), rows, widths, styles.SMALL_CELL, alignments)
    for note in register_notes(lines, masked):
        document.add_paragraph(note, style=styles.NOTE)


def _tied(row: Sequence[str]) -> list[str]:
    """The row without signs XML cannot hold, and with its ID and phone numbers unbreakable."""
    told = [printable(text) for text in row]
    return [text.replace(" ", "\u00a0") if column in _NUMBERS else text for column, text in enumerate(told)]

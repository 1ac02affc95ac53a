"""A report in the form of Decree 30/2020/NĐ-CP as a Word file, to be changed before signing.

Same words and same measures as the PDF (`wording*.py`, `decree30.py`); Word breaks the lines.
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

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.chart import HEIGHT
from bluezone_desk.paper.chart_picture import chart_png
from bluezone_desk.paper.decree30_table import column_widths
from bluezone_desk.paper.wording_blocks import (
    Block,
    Chart,
    ColumnForm,
    CountChart,
    Grid,
    Heading,
    Paragraph,
    ShareChart,
)
from bluezone_desk.paper.wording_document import ReportText

_SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def report_document(text: ReportText, made_at: datetime) -> WordDocument:
    """The report from its heading to its recipients; an annex may follow, then `document_bytes`."""
    document = new_document(text.title, text.office, made_at)
    parts.add_heading_table(document, text)
    _add_title(document, text)
    _add_body(document, text.blocks)
    parts.add_closing_table(document, text)
    return document


def new_document(title: str, author: str, made_at: datetime, *, is_landscape: bool = False) -> WordDocument:
    """An empty A4 document with the decree's styles, margins and page numbers."""
    document = Document()
    styles.set_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if is_landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(law.TOP_MM), Mm(law.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(law.LEFT_MM), Mm(law.RIGHT_MM)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    parts.number_pages(section)
    properties = document.core_properties
    properties.title, properties.author = title[:255], author[:255]
    properties.comments, properties.language = "Bluezone Desk", "vi-VN"
    properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)
    return document


def document_bytes(document: WordDocument, *tables: Iterable[str]) -> bytes:
    """The finished package with one fixed date on every part, so that the same paper is the same file.

    `tables` are the rows of its long tables (`docx_parts.add_long_grid`) in their order, written as they come.
    """
    rows = iter(tables)
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in package.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            first, *others = package.read(name).split(parts.ROWS_HERE.encode())
            with packed.open(part, "w") as written:
                written.write(first)
                for after in others:
                    written.writelines(map(str.encode, next(rows)))
                    written.write(after)
    return out.getvalue()


def start_annex(document: WordDocument, *, is_landscape: bool) -> None:
    """A new part with page numbers of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends a part is empty; as high as a line of text it may need a page of its own.
    document.paragraphs[-1].style = styles.RULE
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if is_landscape else (Mm(210), Mm(297))
    parts.restart_numbers(section)


def add_annex_heading(document: WordDocument, text: ReportText) -> None:
    """The three heading lines of an annex."""
    document.add_paragraph("Phụ lục", style=styles.TITLE)
    document.add_paragraph(text.annex_title, style=styles.TITLE)
    document.add_paragraph(text.annex_reference, style=styles.REFERENCE)


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
            case ShareChart() | CountChart():
                _add_chart(document, block)
            case _:
                add_table(document, block, styles.CELL)


def add_table(document: WordDocument, table: Grid, style: str) -> None:
    """A ruled table of figures across the page, its sums bold, its head on every page."""
    if document.paragraphs:
        document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    widths = [wide / law.MM for wide in column_widths(table.columns, law.PORTRAIT_ROOM)]
    rows = ((row.texts, row.is_sum) for row in table.rows)
    parts.add_grid(document, table.head, rows, widths, style, alignments(table.columns))


def alignments(columns: Sequence[ColumnForm]) -> tuple[WD_ALIGN_PARAGRAPH, ...]:
    return tuple(_SIDES[column.side] for column in columns)


def _add_chart(document: WordDocument, chart: Chart) -> None:
    """The chart as a picture that says in words what it shows, with its caption below."""
    line = document.add_paragraph(style=styles.PICTURE)
    line.paragraph_format.keep_with_next = True
    picture = line.add_run().add_picture(
        io.BytesIO(chart_png(chart, law.PORTRAIT_ROOM)), Pt(law.PORTRAIT_ROOM), Pt(HEIGHT)
    )
    picture._inline.docPr.set("descr", chart.caption)
    document.add_paragraph(chart.caption, style=styles.CAPTION)

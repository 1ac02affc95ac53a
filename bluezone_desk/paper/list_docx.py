"""An office's own list as a Word file: its top, its table, and the places to sign below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.register_table import Column
from bluezone_desk.paper.report_docx import new_document
from bluezone_desk.paper.wording_document import INTERNAL


def start_list(
    office: Office, title: str, circumstances: str, made_at: datetime, *, is_internal: bool = False
) -> WordDocument:
    """The top of the list. One that is internal, marked so, is on landscape A4; the others are upright."""
    name = one_line(office.name).upper()
    document = new_document(title.capitalize(), name, made_at, is_landscape=is_internal)
    if is_internal:
        parts.add_boxed(document, INTERNAL, law.LANDSCAPE_ROOM)
    document.add_paragraph(name, style=styles.AGENCY)
    document.add_paragraph(title, style=styles.TITLE)
    document.paragraphs[-1].paragraph_format.space_before = styles.GAP
    document.add_paragraph(one_line(circumstances), style=styles.CIRCUMSTANCES)
    return document


def add_list(
    document: WordDocument, columns: Sequence[Column], rows: Iterable[Sequence[str]], style: str
) -> Iterator[str]:
    """A ruled table of texts, its head on every page; columns with a sample are centred.

    Its rows are returned for `document_bytes`, which asks for them.
    """
    return parts.add_long_grid(
        document,
        [column.title for column in columns],
        ([one_line(text) for text in row] for row in rows),
        [column.wide / law.MM for column in columns],
        style,
        [WD_ALIGN_PARAGRAPH.CENTER if column.sample else WD_ALIGN_PARAGRAPH.LEFT for column in columns],
    )


def add_notes(document: WordDocument, notes: Sequence[str]) -> None:
    """What stands below a table: the first, which counts or is filled in, in bold."""
    for n, note in enumerate(notes):
        document.add_paragraph(note, style=styles.NOTE if n else styles.COUNT)

"""The register of visits as a Word file: as a paper of its own, and as the daily report's annex."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.register_rows import register_columns, register_notes, register_rows
from bluezone_desk.paper.register_words import kept_lines, register_words
from bluezone_desk.paper.report_docx import document_bytes, new_document

#: Columns of the register that hold ID and phone numbers.
_NUMBERS = (2, 3)


def register_docx(
    lines: Sequence[VisitLine],
    office: Office,
    day_from: date,
    day_to: date,
    made_at: datetime,
    *,
    masked: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """The register of these visits on landscape A4, in the lines' order. Same input, same bytes.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = register_words(office, day_from, day_to, masked)
    document = new_document(words.title.capitalize(), words.office, made_at, is_landscape=True)
    if words.box:
        parts.add_boxed(document, words.box, law.LANDSCAPE_ROOM)
    document.add_paragraph(words.office, style=styles.AGENCY)
    document.add_paragraph(words.title, style=styles.TITLE)
    document.paragraphs[-1].paragraph_format.space_after = styles.GAP
    rows = add_register(document, lines, office.programmes, words.day, masked=masked, progress=progress)
    return document_bytes(document, rows)


def add_register(
    document: WordDocument,
    lines: Sequence[VisitLine],
    programmes: Sequence[Programme],
    day: date | None,
    *,
    masked: bool,
    progress: Progress | None = None,
) -> Iterator[str]:
    """Head and notes on a landscape page; the rows are returned for `document_bytes`, which asks for them.

    Asking raises DeskFault(WORK_CANCELLED) when `progress` answers False.
    """
    kept = kept_lines(lines)
    columns = register_columns(programmes, law.LANDSCAPE_ROOM)
    widths = tuple(column.wide / law.MM for column in columns)
    alignments = tuple(WD_ALIGN_PARAGRAPH.CENTER if c.sample else WD_ALIGN_PARAGRAPH.LEFT for c in columns)
    rows = told(map(_tied, register_rows(kept, programmes, day, masked)), len(kept), progress)
    head = tuple(column.title for column in columns)
    written = parts.add_long_grid(document, head, rows, widths, styles.SMALL_CELL, alignments)
    for note in register_notes(kept, masked):
        document.add_paragraph(note, style=styles.NOTE)
    return written


def _tied(row: Sequence[str]) -> list[str]:
    """The row without signs XML cannot hold, and with its ID and phone numbers unbreakable."""
    shown = [one_line(text) for text in row]
    return [text.replace(" ", "\u00a0") if column in _NUMBERS else text for column, text in enumerate(shown)]

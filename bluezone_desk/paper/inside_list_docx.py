"""The evacuation list as a Word file."""

from collections.abc import Sequence
from datetime import datetime

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.inside_words import (
    TITLE,
    inside_columns,
    inside_count,
    inside_moment,
    inside_notes,
    inside_rows,
    those_inside,
)
from bluezone_desk.paper.list_docx import add_list, add_notes, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.report_docx import document_bytes


def inside_list_docx(
    lines: Sequence[VisitLine], office: Office, made_at: datetime, progress: Progress | None = None
) -> bytes:
    """Everyone without an exit, in the words and the order of the PDF. Same input, same bytes.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    inside = those_inside(lines)
    document = start_list(office, TITLE, inside_moment(made_at), made_at)
    document.add_paragraph(inside_count(inside), style=styles.TITLE)
    document.paragraphs[-1].paragraph_format.space_before = styles.GAP
    document.paragraphs[-1].paragraph_format.space_after = styles.GAP
    tables = []
    if inside:
        rows = told(inside_rows(inside, made_at), len(inside), progress)
        tables.append(add_list(document, inside_columns(law.PORTRAIT_ROOM), rows, styles.CALL_CELL))
    add_notes(document, inside_notes(inside))
    return document_bytes(document, *tables)

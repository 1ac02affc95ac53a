"""A shift's hand-over as a Word file."""

from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.handover_words import TITLE, handover_columns, handover_rows, handover_words
from bluezone_desk.paper.list_docx import add_list, add_notes, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.report_docx import document_bytes


def handover_list_docx(handover: Handover, office: Office, progress: Progress | None = None) -> bytes:
    """The words of the PDF on portrait A4, ready to be added to before signing. Same input, same bytes.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = handover_words(handover, office)
    document = start_list(office, TITLE, words.circumstances, handover.made_at)
    document.paragraphs[-1].paragraph_format.space_after = styles.GAP
    for text in words.figures:
        document.add_paragraph(text, style=styles.LINE)
    tables = []
    if handover.inside:
        document.paragraphs[-1].paragraph_format.space_after = styles.GAP
        rows = told(handover_rows(handover), len(handover.inside), progress)
        columns = handover_columns(law.PORTRAIT_ROOM, handover)
        tables.append(add_list(document, columns, rows, styles.LIST_CELL))
    add_notes(document, words.notes)
    document.add_paragraph(words.noted, style=styles.LINE).paragraph_format.space_before = styles.GAP
    parts.add_places_to_sign(document, words.signatures, law.PORTRAIT_ROOM / law.MM)
    return document_bytes(document, *tables)

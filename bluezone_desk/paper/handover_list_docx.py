"""A shift's hand-over as a Word file."""

from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.handover_words import TITLE, handover_columns, handover_rows, handover_words
from bluezone_desk.paper.list_docx import add_list, add_notes, start_list
from bluezone_desk.paper.report_docx import document_bytes


def handover_list_docx(handover: Handover, office: Office) -> bytes:
    """The words of the PDF on portrait A4, ready to be added to before signing. Same input, same bytes."""
    words = handover_words(handover, office)
    document = start_list(office, TITLE, words.circumstances, handover.made_at)
    document.paragraphs[-1].paragraph_format.space_after = styles.GAP
    for told in words.figures:
        document.add_paragraph(told, style=styles.LINE)
    if handover.inside:
        document.paragraphs[-1].paragraph_format.space_after = styles.GAP
        add_list(
            document,
            handover_columns(law.PORTRAIT_ROOM, handover),
            handover_rows(handover),
            styles.LIST_CELL,
        )
    add_notes(document, words.notes)
    document.add_paragraph(words.noted, style=styles.LINE).paragraph_format.space_before = styles.GAP
    parts.add_places_to_sign(document, words.signatures, law.PORTRAIT_ROOM / law.MM)
    return document_bytes(document)

"""The contact list of one visit as a Word file, in full, for inside use only."""

from bluezone_desk.domain.contact_list import ContactList
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.contact_words import contact_columns, contact_notes, contact_rows, contact_words
from bluezone_desk.paper.list_docx import add_list, add_notes, start_list
from bluezone_desk.paper.progress import Progress, told
from bluezone_desk.paper.report_docx import document_bytes


def contact_list_docx(found: ContactList, office: Office, progress: Progress | None = None) -> bytes:
    """The words of the PDF on landscape A4, certain overlaps first. Same input, same bytes.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = contact_words(found)
    document = start_list(office, words.title, words.circumstances, found.made_at, is_internal=True)
    for text in words.subject:
        document.add_paragraph(text, style=styles.LINE)
    columns, total, tables = contact_columns(law.LANDSCAPE_ROOM), len(found.rows) + len(found.estimated), []
    done = 0
    for title, contacts in ((words.certain_title, found.rows), (words.estimated_title, found.estimated)):
        document.add_paragraph(title, style=styles.PART)
        if contacts:
            rows = told(contact_rows(contacts, found.subject.day), total, progress, done)
            tables.append(add_list(document, columns, rows, styles.SMALL_CELL))
            done += len(contacts)
    add_notes(document, contact_notes(found))
    parts.add_places_to_sign(document, words.signatures, law.LANDSCAPE_ROOM / law.MM)
    return document_bytes(document, *tables)

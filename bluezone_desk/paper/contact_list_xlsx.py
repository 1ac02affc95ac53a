"""The contact list as a workbook: times and minutes as such, to be sorted by those who call the contacts."""

from collections.abc import Sequence

from bluezone_desk.domain.contact_list import Contact, ContactList
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paper.contact_words import SAME_HOST, TITLES, contact_notes, contact_words
from bluezone_desk.paper.list_xlsx import ListColumn, ListSheet, Value, write_list
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register_rows import host_text, named_text
from bluezone_desk.paper.report_xlsx import new_book
from bluezone_desk.paper.wording_document import INTERNAL

_WIDTHS = (6, 26, 16, 14, 26, 24, 17, 17, 17, 17, 9, 10)
_NUMBERS = ("TT", "Số phút")
_MOMENTS = ("Vào", "Ra", "Cùng lúc từ", "đến")


def contact_list_xlsx(found: ContactList, office: Office, progress: Progress | None = None) -> bytes:
    """One sheet of certain overlaps and one of estimated ones. Same input, same bytes; no formula, no link.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = contact_words(found)
    name = one_line(office.name).upper()
    above = (INTERNAL, name, words.title, words.circumstances, *words.subject)
    columns = tuple(_column(title, wide) for title, wide in zip(TITLES, _WIDTHS, strict=True))
    done = 0
    with new_book(words.title.capitalize(), name, found.made_at) as (book, out):
        for sheet, title, contacts, notes in (
            ("Đã ghi nhận đủ", words.certain_title, found.rows, contact_notes(found)),
            ("Ước tính", words.estimated_title, found.estimated, []),
        ):
            rows = _rows(contacts)
            listed = ListSheet(sheet, (*above, title), columns, rows, notes, is_landscape=True)
            write_list(book, listed, progress, start=done, total=len(found.rows) + len(found.estimated))
            done += len(rows)
    return out.getvalue()


def _column(title: str, wide: float) -> ListColumn:
    if title in _MOMENTS:
        return ListColumn(title, wide, "moment")
    return ListColumn(title, wide, "number" if title in _NUMBERS else "text")


def _rows(contacts: Sequence[Contact]) -> list[tuple[Value, ...]]:
    return [
        (
            n,
            named_text(contact.line),
            contact.line.id_number,
            contact.line.phone,
            contact.line.organisation or contact.line.address,
            host_text(contact.line),
            contact.line.entered_at,
            contact.line.left_at,
            contact.overlap_from,
            contact.overlap_to,
            contact.minutes,
            SAME_HOST if contact.at_same_host else "",
        )
        for n, contact in enumerate(contacts, start=1)
    ]

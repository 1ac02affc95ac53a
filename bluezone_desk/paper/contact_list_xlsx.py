"""The contact list as a workbook: times and minutes as such, to be sorted by those who call the contacts."""

from collections.abc import Sequence

import xlsxwriter

from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.contact_list import Contact, ContactList
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.contact_words import SAME_HOST, TITLES, contact_notes, contact_words
from bluezone_desk.paper.fonts import printable
from bluezone_desk.paper.register_rows import host_text
from bluezone_desk.paper.report_xlsx import FACE, new_book
from bluezone_desk.paper.wording_document import INTERNAL

_WIDTHS = (6, 26, 16, 14, 26, 24, 17, 17, 17, 17, 9, 10)


def contact_list_xlsx(found: ContactList, office: Office) -> bytes:
    """One sheet of certain overlaps and one of estimated ones. Same input, same bytes; no formula, no link."""
    words = contact_words(found)
    book, out = new_book(words.title.capitalize(), printable(office.name).upper(), found.made_at)
    with book:
        above = (INTERNAL, printable(office.name).upper(), words.title, words.circumstances, *words.subject)
        _write(book, "Đã ghi nhận đủ", (*above, words.certain_title), found.rows, contact_notes(found))
        _write(book, "Ước tính", (*above, words.estimated_title), found.estimated, [])
    return out.getvalue()


def _write(
    book: xlsxwriter.Workbook, name: str, above: Sequence[str], contacts: Sequence[Contact], notes: Sequence[str]
) -> None:
    sheet = book.add_worksheet(name)
    shape = {"font_name": FACE, "font_size": 11, "valign": "top"}
    bold = book.add_format(shape | {"bold": True})
    head = book.add_format(shape | {"bold": True, "border": 1, "align": "center", "text_wrap": True})
    text = book.add_format(shape | {"border": 1, "num_format": "@", "text_wrap": True})
    number = book.add_format(shape | {"border": 1, "num_format": "0"})
    moment = book.add_format(shape | {"border": 1, "num_format": "dd/mm/yyyy hh:mm"})
    for row, told in enumerate(above):
        sheet.write_string(row, 0, told, bold)
    top = len(above) + 1
    for column, (title, wide) in enumerate(zip(TITLES, _WIDTHS, strict=True)):
        sheet.set_column(column, column, wide)
        sheet.write_string(top, column, title, head)
    sheet.freeze_panes(top + 1, 2)
    sheet.autofilter(top, 0, top + max(1, len(contacts)), len(TITLES) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    for n, contact in enumerate(contacts, start=1):
        _write_row(sheet, top + n, n, contact, (text, number, moment))
    for below, told in enumerate(notes, start=1):
        sheet.write_string(top + len(contacts) + below, 0, told, bold)


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    ordinal: int,
    contact: Contact,
    shapes: tuple[xlsxwriter.format.Format, xlsxwriter.format.Format, xlsxwriter.format.Format],
) -> None:
    text, number, moment = shapes
    line = contact.line
    sheet.write_number(row, 0, ordinal, number)
    person = (line.name, line.id_number, line.phone, line.organisation or line.address, host_text(line))
    for column, told in enumerate(person, start=1):
        sheet.write_string(row, column, printable(told), text)
    moments = (line.entered_at, line.left_at, contact.overlap_from, contact.overlap_to)
    for column, at in enumerate(moments, start=6):
        if at is None:
            sheet.write_blank(row, column, None, moment)
        else:
            sheet.write_datetime(row, column, office_time(at).replace(tzinfo=None), moment)
    sheet.write_number(row, 10, contact.minutes, number)
    sheet.write_string(row, 11, SAME_HOST if contact.at_same_host else "", text)

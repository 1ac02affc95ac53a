"""A message as a file to hand on: plain text, or Word for whoever reads it aloud."""

from datetime import datetime

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line

_TITLES = {"sms": "TIN NHẮN SMS", "zalo": "TIN ZALO", "loudspeaker": "BẢN TIN TRUYỀN THANH"}
#: The same message gives the same bytes.
_MADE = datetime(2020, 1, 1)


def message_txt(text: str) -> bytes:
    """UTF-8 with the mark that lets Notepad know it, lines ended as Windows ends them."""
    return ("\ufeff" + "\r\n".join(text.splitlines()) + "\r\n").encode("utf-8")


def message_docx(text: str, kind: str, office: Office) -> bytes:
    """A page in the papers' face: what it is, whose it is, and the text large enough to read aloud."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    from bluezone_desk.paper.report_docx import document_bytes

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(16 if kind == "loudspeaker" else 14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    heads = ((one_line(office.name).upper(), False), (_TITLES[kind], True))
    for shown, is_bold in heads:
        line = document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(shown).bold = is_bold
    for shown in text.splitlines():
        line = document.add_paragraph(one_line(shown))
        line.paragraph_format.line_spacing = 1.5 if kind == "loudspeaker" else 1.15
        line.paragraph_format.space_after = Pt(6)
    facts = document.core_properties
    facts.title, facts.author, facts.created, facts.modified = _TITLES[kind], office.name[:255], _MADE, _MADE
    return document_bytes(document)

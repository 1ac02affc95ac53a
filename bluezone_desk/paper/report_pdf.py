"""A report in the form of Decree 30/2020/NĐ-CP on PDF pages: everything but its annex."""

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_body import body_items
from bluezone_desk.paper.decree30_closing import closing_items
from bluezone_desk.paper.decree30_flow import place
from bluezone_desk.paper.decree30_heading import addressee_items, draw_heading
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, SERIF_BOLD_ITALIC, SERIF_ITALIC, require_glyphs
from bluezone_desk.paper.wording_blocks import Block, CountChart, Heading, Paragraph, ShareChart
from bluezone_desk.paper.wording_document import ReportText


def report_sheet(text: ReportText) -> Sheet:
    """The sheets of the report, open for an annex; `Sheet.finish` gives the bytes.

    Raises DeskFault(GLYPH_MISSING) when the office's own words hold a letter the font lacks.
    """
    _require_letters(text)
    sheet = Sheet(text.title, text.office)
    top = draw_heading(sheet, text)
    items = [
        *addressee_items(sheet, text.addressees),
        *body_items(text.blocks, sheet.room),
        *closing_items(text, sheet.room),
    ]
    place(sheet, items, top - law.PARAGRAPH_GAP)
    return sheet


def _require_letters(text: ReportText) -> None:
    faces = (SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC)
    own = (text.parent, text.office, text.number_line, text.place_and_date, text.subject, text.signatory)
    listed = (*text.addressees, *text.recipients, *text.signature_titles)
    told = (part for block in text.blocks for part in _words(block))
    for part in (*own, *listed, *told):
        require_glyphs(part, *faces)


def _words(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text) | Paragraph(text):
            return (text,)
        case ShareChart():
            return (block.caption, *(series.name for series in block.series))
        case CountChart():
            return (block.caption,)
        case _:
            return block.head

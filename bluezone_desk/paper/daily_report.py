"""The daily report of the desk as a PDF in the form of Decree 30/2020/NĐ-CP, ready to be signed."""

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_body import body_items
from bluezone_desk.paper.decree30_closing import closing_items
from bluezone_desk.paper.decree30_flow import place
from bluezone_desk.paper.decree30_heading import addressee_items, draw_heading
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, SERIF_BOLD_ITALIC, SERIF_ITALIC, require_glyphs
from bluezone_desk.paper.register import draw_annex
from bluezone_desk.paper.wording import ReportOptions, ReportText, report_text
from bluezone_desk.paper.wording_blocks import ResultTable

__all__ = ["ReportOptions", "daily_report"]


def daily_report(summary: DaySummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about one day, with the register as annex unless `options` say otherwise.

    Same input, same bytes. Raises DeskFault(GLYPH_MISSING) when the office's own words hold a letter the font
    lacks; such a letter in a visitor's name is marked in the register and explained there.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    _require_letters(text)
    sheet = Sheet(text.title, text.office)
    top = draw_heading(sheet, text)
    items = [
        *addressee_items(sheet, text.addressees),
        *body_items(text.blocks, sheet.room),
        *closing_items(text, sheet.room),
    ]
    place(sheet, items, top - law.PARAGRAPH_GAP)
    if text.has_annex:
        programmes = tuple(f.programme for f in summary.figures.programmes)
        lines = (*summary.carried, *summary.lines)
        draw_annex(sheet, text, lines, programmes, summary.figures.day, chosen.masked)
    return sheet.finish()


def _require_letters(text: ReportText) -> None:
    faces = (SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC)
    own = (text.parent, text.office, text.number_line, text.place_and_date, text.subject, text.signatory)
    listed = (*text.addressees, *text.recipients, *text.signature_titles)
    for part in (*own, *listed):
        require_glyphs(part, *faces)
    for block in text.blocks:
        told = block.head if isinstance(block, ResultTable) else (block.text,)
        for part in told:
            require_glyphs(part, *faces)

"""The daily report of the desk as a PDF in the form of Decree 30/2020/NĐ-CP, ready to be signed."""

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.archive import About, archived
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register import draw_annex
from bluezone_desk.paper.report_pdf import report_sheet
from bluezone_desk.paper.wording import ReportOptions, report_text

__all__ = ["ReportOptions", "daily_report"]


def daily_report(
    summary: DaySummary, office: Office, options: ReportOptions | None = None, progress: Progress | None = None
) -> bytes:
    """The report about one day, with the register as annex unless `options` say otherwise.

    Same input, same bytes. Raises DeskFault(GLYPH_MISSING) when the office's own words hold a letter the font
    lacks; such a letter in a visitor's name is marked in the register and explained there. `progress` is told rows
    of the register; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    sheet = report_sheet(text)
    if text.has_annex:
        programmes = tuple(f.programme for f in summary.figures.programmes)
        lines = (*summary.carried, *summary.lines)
        draw_annex(sheet, text, lines, programmes, summary.figures.day, chosen.masked, progress)
    pdf = sheet.finish()
    return archived(pdf, About(text.title, text.office, summary.made_at)) if chosen.archive else pdf

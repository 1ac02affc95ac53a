"""The daily report as a spreadsheet: its words and figures on one sheet, the register on another."""

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register_xlsx import write_register
from bluezone_desk.paper.report_xlsx import ReportSheet, new_book
from bluezone_desk.paper.wording import ReportOptions, report_text
from bluezone_desk.paper.wording_document import INTERNAL


def daily_report_xlsx(
    summary: DaySummary, office: Office, options: ReportOptions | None = None, progress: Progress | None = None
) -> bytes:
    """The report about one day with its counts as numbers; the register follows unless `options` say otherwise.

    Same input, same bytes; no cell is a formula or a link. `progress` is told rows of the register; raises
    DeskFault(WORK_CANCELLED) when it answers False.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    with new_book(text.title, text.office, summary.made_at) as (book, out):
        ReportSheet(book).write(text)
        if text.has_annex:
            programmes = tuple(f.programme for f in summary.figures.programmes)
            above = (INTERNAL, text.annex_title, text.annex_reference)
            lines, day = (*summary.carried, *summary.lines), summary.figures.day
            write_register(book, "Phụ lục", above, lines, programmes, day, masked=chosen.masked, progress=progress)
    return out.getvalue()

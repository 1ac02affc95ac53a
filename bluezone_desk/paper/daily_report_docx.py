"""The daily report as a Word file: the words of the PDF, ready to be changed before signing."""

from collections.abc import Iterator

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_parts as parts
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register_docx import add_register
from bluezone_desk.paper.report_docx import (
    add_annex_heading,
    document_bytes,
    report_document,
    start_annex,
)
from bluezone_desk.paper.wording import ReportOptions, report_text
from bluezone_desk.paper.wording_document import INTERNAL


def daily_report_docx(
    summary: DaySummary, office: Office, options: ReportOptions | None = None, progress: Progress | None = None
) -> bytes:
    """The report about one day in Word's format, with the register as annex unless `options` say otherwise.

    Same input, same bytes. Letters are drawn by the fonts of whoever opens it, so none is refused or marked here.
    `progress` is told rows of the register; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    chosen = options or ReportOptions()
    text = report_text(summary, office, chosen)
    document = report_document(text, summary.made_at)
    tables: list[Iterator[str]] = []
    if text.has_annex:
        programmes = tuple(f.programme for f in summary.figures.programmes)
        lines = (*summary.carried, *summary.lines)
        start_annex(document, is_landscape=True)
        parts.add_boxed(document, INTERNAL, law.LANDSCAPE_ROOM)
        add_annex_heading(document, text)
        day = summary.figures.day
        tables.append(add_register(document, lines, programmes, day, masked=chosen.masked, progress=progress))
    return document_bytes(document, *tables)

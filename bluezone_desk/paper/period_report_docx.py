"""The periodic progress report as a Word file: the words of the PDF, and pictures of its charts."""

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period_figures import PeriodSummary
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.report_docx import (
    add_annex_heading,
    add_table,
    document_bytes,
    report_document,
    start_annex,
)
from bluezone_desk.paper.wording_document import ReportOptions
from bluezone_desk.paper.wording_period import annex_table, period_text


def period_report_docx(summary: PeriodSummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about a period in Word's format. Same input, same bytes.

    Raises DeskFault(GLYPH_MISSING) only for a name that stands in a chart.
    """
    text = period_text(summary, office, options or ReportOptions())
    document = report_document(text, summary.made_at)
    if text.has_annex:
        start_annex(document, is_landscape=False)
        add_annex_heading(document, text)
        add_table(document, annex_table(summary), styles.SMALL_CELL)
    return document_bytes(document)

"""The periodic progress report as a PDF in the form of Decree 30/2020/NĐ-CP, with its charts."""

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period_figures import PeriodSummary
from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.archive import About, archived
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.decree30_table import column_widths
from bluezone_desk.paper.register import draw_annex_heading
from bluezone_desk.paper.register_table import Column, RegisterTable, Type
from bluezone_desk.paper.report_pdf import report_sheet
from bluezone_desk.paper.wording_blocks import FigureRow, FigureTable
from bluezone_desk.paper.wording_document import ReportOptions
from bluezone_desk.paper.wording_period import annex_table, period_text

__all__ = ["ReportOptions", "period_report"]

_TYPE = Type(11.0, 13.0, 16.5)
_DIGITS = 5


def period_report(summary: PeriodSummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about a week, a month or any period; the table by day is an annex when there are many days.

    Same input, same bytes. Raises DeskFault(GLYPH_MISSING) when the office's own words hold a letter the font
    lacks.
    """
    chosen = options or ReportOptions()
    text = period_text(summary, office, chosen)
    sheet = report_sheet(text)
    if text.has_annex:
        sheet.start_part(law.A4_PORTRAIT)
        _draw_days(sheet, annex_table(summary), draw_annex_heading(sheet, text) - 8)
    pdf = sheet.finish()
    return archived(pdf, About(text.title, text.office, summary.made_at)) if chosen.archive else pdf


def _draw_days(sheet: Sheet, table: FigureTable, top: float) -> None:
    widths = column_widths(table.columns, sheet.room)
    samples = ("", *("0" * _DIGITS,) * 3, *("000/000 (00,0%)",) * (len(table.columns) - 4))
    columns = [Column(title, wide, s) for title, wide, s in zip(table.head, widths, samples, strict=True)]
    days = (_aligned(row) for row in table.rows if not row.is_sum)
    sums = next((_aligned(row) for row in table.rows if row.is_sum), [])
    RegisterTable(sheet, columns, _TYPE).draw(days, top, sums)


def _aligned(row: FigureRow) -> list[str]:
    """Numbers end under each other: two spaces are as wide as one digit."""
    return [f"{text:>{_DIGITS}}".replace(" ", "  ") if 1 <= n <= 3 else text for n, text in enumerate(row.texts)]

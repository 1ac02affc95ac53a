"""The periodic progress report as a workbook: its words, its days as typed columns, and charts over them."""

from collections.abc import Iterator

import xlsxwriter

from bluezone_desk.domain.figures import DayFigures
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period_figures import PeriodFigures, PeriodSummary
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paper.report_xlsx import FACE, ReportSheet, new_book
from bluezone_desk.paper.wording_document import ReportOptions
from bluezone_desk.paper.wording_period import period_text
from bluezone_desk.paper.wording_period_steps import elapsed

_DAYS, _HOURS = "Theo ngày", "Theo giờ"
_DASHES = ("solid", "dash", "round_dot", "long_dash_dot")
_FORMS = ("dd/mm/yyyy", "#,##0", "0.0%")
_MARKS = ("circle", "square", "diamond", "triangle")


def period_report_xlsx(summary: PeriodSummary, office: Office, options: ReportOptions | None = None) -> bytes:
    """The report about a period; the sheet of days has dates, numbers and percentages as such, filters and a sum.

    Same input, same bytes; no cell is a formula or a link.
    """
    text = period_text(summary, office, options or ReportOptions())
    with new_book(text.title, text.office, summary.made_at) as (book, out):
        ReportSheet(book).write(text)
        figures = elapsed(summary)
        _write_days(book, figures, office.directive.target_percent)
        _write_hours(book, figures)
    return out.getvalue()


def _write_days(book: xlsxwriter.Workbook, figures: PeriodFigures, target: int) -> None:
    sheet = book.add_worksheet(_DAYS)
    names = [one_line(checked.programme.name) for checked in figures.programmes]
    titles = ["Ngày", "Lượt vào", "Số người", "Lượt ra", "Người đi cùng"]
    titles += [title for name in names for title in (f"{name}: đang chạy", f"{name}: mẫu số", f"{name}: tỷ lệ")]
    shape = {"font_name": FACE, "font_size": 12}
    plain = {form: book.add_format(shape | {"num_format": form}) for form in _FORMS}
    total = {form: book.add_format(shape | {"bold": True, "top": 1, "num_format": form}) for form in _FORMS}
    _write_head(book, sheet, titles, len(figures.days))
    for row, day in enumerate(figures.days, start=1):
        sheet.write_datetime(row, 0, day.day, plain["dd/mm/yyyy"])
        _write_cells(sheet, row, day, plain)
    last = len(figures.days)
    sheet.write_string(last + 1, 0, "Cộng", total["#,##0"])
    _write_cells(sheet, last + 1, figures, total)
    _add_share_chart(book, sheet, names, last, target)


def _write_head(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, titles: list[str], rows: int
) -> None:
    shape = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
    head = book.add_format(shape | {"font_name": FACE, "font_size": 12})
    for column, title in enumerate(titles):
        sheet.set_column(column, column, 14)
        sheet.write_string(0, column, title, head)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, rows, len(titles) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_cells(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    figures: DayFigures | PeriodFigures,
    forms: dict[str, xlsxwriter.format.Format],
) -> None:
    for column, (value, form) in enumerate(_cells(figures), start=1):
        if value is not None:
            sheet.write_number(row, column, value, forms[form])


def _cells(figures: DayFigures | PeriodFigures) -> Iterator[tuple[float | None, str]]:
    for number in (figures.entries, figures.persons, figures.exits, figures.companions):
        yield number, "#,##0"
    for checked in figures.programmes:
        share = checked.passing
        yield share.count, "#,##0"
        yield share.of, "#,##0"
        yield (None if share.percent is None else float(share.percent / 100)), "0.0%"


def _add_share_chart(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, names: list[str], last: int, target: int
) -> None:
    """Lines told apart by dashes and marks; the target is written in the title."""
    if not names or last < 2:
        return
    chart = book.add_chart({"type": "line"})
    for n, name in enumerate(names):
        column = 7 + 3 * n
        chart.add_series(
            {
                "name": name,
                "categories": [_DAYS, 1, 0, last, 0],
                "values": [_DAYS, 1, column, last, column],
                "line": {"color": "black", "width": 1.5, "dash_type": _DASHES[n % len(_DASHES)]},
                "marker": {
                    "type": _MARKS[n % len(_MARKS)],
                    "size": 6,
                    "border": {"color": "black"},
                    "fill": {"color": "black" if n == 0 else "white"},
                },
            }
        )
    held = f" (mục tiêu {target}%)" if target else ""
    chart.set_title({"name": f"Tỷ lệ lượt khách chạy ứng dụng theo ngày{held}", "name_font": {"size": 12}})
    chart.set_y_axis({"min": 0, "max": 1, "num_format": "0%"})
    chart.set_x_axis({"date_axis": True, "num_format": "dd/mm"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 320})
    sheet.set_h_pagebreaks([last + 2])
    sheet.insert_chart(last + 3, 0, chart)


def _write_hours(book: xlsxwriter.Workbook, figures: PeriodFigures) -> None:
    sheet = book.add_worksheet(_HOURS)
    bold = book.add_format({"font_name": FACE, "font_size": 12, "bold": True, "border": 1})
    plain = book.add_format({"font_name": FACE, "font_size": 12, "num_format": "#,##0"})
    sheet.set_column(0, 1, 14)
    for column, title in enumerate(("Giờ", "Lượt vào")):
        sheet.write_string(0, column, title, bold)
    for hour, count in enumerate(figures.entries_by_hour):
        sheet.write_string(hour + 1, 0, f"{hour:02d}–{hour + 1:02d}", plain)
        sheet.write_number(hour + 1, 1, count, plain)
    sheet.write_string(25, 0, "Cộng", bold)
    sheet.write_number(25, 1, figures.entries, bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 24, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.insert_chart(1, 3, _hours_chart(book))


def _hours_chart(book: xlsxwriter.Workbook) -> xlsxwriter.chart.Chart:
    """Hatched bars with their numbers, readable on any copier."""
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "Lượt vào",
            "categories": [_HOURS, 1, 0, 24, 0],
            "values": [_HOURS, 1, 1, 24, 1],
            "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "black", "bg_color": "white"},
            "border": {"color": "black"},
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": "Số lượt khách vào theo giờ", "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_size({"width": 760, "height": 320})
    return chart

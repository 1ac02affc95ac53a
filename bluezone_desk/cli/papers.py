"""report: papers made by the command line are the ones the window makes."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.cli import options, output
from bluezone_desk.cli.desks import opened_desk, today
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.paper.wording import ReportOptions


def add(
    commands: Commands,
    shared: Parser,
) -> None:
    report_parser = commands.add_parser("report", help=_("papers to sign"), description=_("papers to sign"))
    kinds = report_parser.add_subparsers(
        title=_("Commands"), metavar=_("COMMAND"), required=True, parser_class=Parser
    )
    told = _("the daily report in Decree 30 form")
    daily = kinds.add_parser("daily", parents=[shared], help=told, description=told)
    daily.add_argument("--date", type=options.day, metavar="D", default=None, help=_("day, today when absent"))
    daily.add_argument("--number", default="", metavar="TEXT", help=_("number of the document, blank when absent"))
    daily.add_argument("--without-register", action="store_true", help=_("leave the register out"))
    daily.add_argument("--unmasked", action="store_true", help=_("whole ID and phone numbers in the register"))
    _output(daily)
    daily.set_defaults(work=report_daily)


def _output(parser: Parser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="F", required=True, help=_("file to write"))


def report_daily(chosen: argparse.Namespace) -> int:
    """The paper is drawn whole in memory before the old file is touched."""
    make = _REPORTS[output.ending_of(chosen.output, list(_REPORTS))]
    with opened_desk(chosen) as desk:
        day = chosen.date or today()
        summary = desk.reports.day(day)
        office = desk.settings.office()
    content = make(summary, office, chosen)
    output.write_file(chosen.output, content)
    return 0


def _pdf(summary: DaySummary, office: Office, chosen: argparse.Namespace) -> bytes:
    from bluezone_desk.paper.daily_report import daily_report

    return daily_report(summary, office, _report_options(chosen))


def _report_options(chosen: argparse.Namespace) -> "ReportOptions":
    from bluezone_desk.paper.wording import ReportOptions

    return ReportOptions(
        number=chosen.number, with_register=not chosen.without_register, masked=not chosen.unmasked
    )


def _docx(summary: DaySummary, office: Office, chosen: argparse.Namespace) -> bytes:
    from bluezone_desk.paper.daily_report_docx import daily_report_docx

    return daily_report_docx(summary, office, _report_options(chosen))


def _xlsx(summary: DaySummary, office: Office, chosen: argparse.Namespace) -> bytes:
    from bluezone_desk.paper.daily_report_xlsx import daily_report_xlsx

    return daily_report_xlsx(summary, office, _report_options(chosen))


_REPORTS = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx}

"""report and poster: papers made by the command line are the ones the window makes."""

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
    from bluezone_desk.paper.poster import ProvenPoster
    from bluezone_desk.paper.wording import ReportOptions

#: A picture of a paper poster, sharp enough for a wall screen and a chat group.
_PICTURE_DPI = 200


def add(
    commands: Commands,
    shared: Parser,
    bilingual: Parser,
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

    told = _("posters that are proven to scan")
    poster_parser = commands.add_parser("poster", parents=[bilingual], help=told, description=told)
    poster_parser.add_argument(
        "--template",
        default="door",
        metavar="T",
        help=_("kind of poster: {kinds}").format(kinds="door, leaflet, tent, guide, screen-wide, screen-tall"),
    )
    poster_parser.add_argument(
        "--size", default="", metavar="S", help=_("size of paper: A3, A4, A5 or A6; the usual one when absent")
    )
    poster_parser.add_argument("--link", default="", metavar="URL", help=_("the directive's link when absent"))
    poster_parser.add_argument("--headline", default="", metavar="TEXT", help=_("instead of the usual headline"))
    poster_parser.add_argument(
        "--place", action="append", default=[], metavar="NAME", help=_("one poster for each")
    )
    _output(poster_parser)
    poster_parser.set_defaults(work=poster)


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


def poster(chosen: argparse.Namespace) -> int:
    """A PDF with a page for each place, a PNG of one place, or a folder with a file for each place."""
    with opened_desk(chosen) as desk:
        office = desk.settings.office()
    places = tuple(chosen.place) or (office.desk_name,)
    if chosen.output.suffix == "" or chosen.output.is_dir():
        return _poster_folder(chosen, places, office)
    ending = output.ending_of(chosen.output, [".pdf", ".png"] if len(places) == 1 else [".pdf"])
    made = _drawn(chosen, places, office)
    output.write_file(chosen.output, made.pdf if ending == ".pdf" else _picture(made))
    return 0


def _poster_folder(chosen: argparse.Namespace, places: tuple[str, ...], office: Office) -> int:
    """Every place's poster is proven before the first is written."""
    made = [_drawn(chosen, (place,), office, number) for number, place in enumerate(places, 1)]
    output.make_folder(chosen.output)
    for number, one in enumerate(made, 1):
        name = f"{chosen.template}-{number:02d}"
        if one.pngs:
            output.write_file(chosen.output / f"{name}.png", one.pngs[0])
        else:
            output.write_file(chosen.output / f"{name}.pdf", one.pdf)
    return 0


def _drawn(chosen: argparse.Namespace, places: tuple[str, ...], office: Office, first: int = 1) -> "ProvenPoster":
    from bluezone_desk.paper.poster import PosterRequest
    from bluezone_desk.paper.poster import poster as draw
    from bluezone_desk.paper.poster_templates import TEMPLATES

    template = TEMPLATES.get(chosen.template)
    usual_size = template.sizes[0] if template else ""

    request = PosterRequest(
        template=chosen.template,
        size=chosen.size or usual_size,
        language=chosen.paper_language,
        link=chosen.link,
        places=places,
        headline=chosen.headline,
        first_number=first,
    )
    return draw(request, office, output.counter(_("{done} of {of} pages proven")))


def _picture(made: "ProvenPoster") -> bytes:
    from bluezone_desk.paper.rendering import page_png

    return made.pngs[0] if made.pngs else page_png(made.pdf, 0, _PICTURE_DPI)

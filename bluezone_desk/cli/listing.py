"""find, inside and visits: who is known, who is here, who was."""

import argparse
from collections.abc import Iterable, Sequence

from bluezone_desk.cli import options, output, shapes
from bluezone_desk.cli.desks import opened_desk, today
from bluezone_desk.cli.head import add_pin_file, demand_head
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _


def add(commands: Commands, shared: Parser) -> None:
    told = _("find known visitors by name, number or phone")
    find_parser = commands.add_parser("find", parents=[shared], help=told, description=told)
    find_parser.add_argument("query", metavar=_("QUERY"), help=_("name with or without marks, or digits"))
    find_parser.add_argument("--limit", type=options.count, default=20, metavar="N", help=_("at most so many"))
    find_parser.set_defaults(work=find)

    told = _("who is inside now")
    inside_parser = commands.add_parser("inside", parents=[shared], help=told, description=told)
    inside_parser.set_defaults(work=inside)

    told = _("visits of today or of the days named")
    visits_parser = commands.add_parser("visits", parents=[shared], help=told, description=told)
    visits_parser.add_argument("--from", dest="from_day", type=options.day, metavar="D", help=_("first day"))
    visits_parser.add_argument("--to", dest="to_day", type=options.day, metavar="D", help=_("last day"))
    visits_parser.add_argument("--programme", default="", metavar="CODE", help=_("app looked at, e.g. bluezone"))
    visits_parser.add_argument("--state", choices=[str(s) for s in CheckState], help=_("state of the app"))
    visits_parser.add_argument("--host", default="", metavar="TEXT", help=_("person or unit visited"))
    visits_parser.set_defaults(work=visits)

    for parser in (find_parser, inside_parser, visits_parser):
        parser.add_argument("--json", action="store_true", help=_("JSON with whole numbers"))
        add_pin_file(parser)
    for parser in (inside_parser, visits_parser):
        parser.add_argument("-o", "--output", type=options.place, metavar="F", help=_("write a file instead"))


def find(chosen: argparse.Namespace) -> int:
    from bluezone_desk.domain.id_number import mask_id
    from bluezone_desk.domain.phones import mask_phone

    with opened_desk(chosen) as desk:
        if chosen.json:
            demand_head(chosen, desk)
        people = desk.people.find(chosen.query, limit=chosen.limit)
    if chosen.json:
        output.say_json([shapes.person(known) for known in people])
        return 0
    heads = (_("Full name"), _("ID number"), _("Phone"), _("Organisation"), _("Last visit"))
    rows = []
    for known in people:
        last = office_time(known.last_entered_at).strftime("%d/%m/%Y %H:%M") if known.last_entered_at else ""
        rows.append((known.name, mask_id(known.id_number), mask_phone(known.phone), known.organisation, last))
    output.columns(rows, heads)
    return 0


def inside(chosen: argparse.Namespace) -> int:
    from bluezone_desk.producing.order import ENDINGS, PaperKind, PaperOrder

    if chosen.output is not None:
        output.ending_of(chosen.output, ENDINGS)
    with opened_desk(chosen) as desk:
        if chosen.json:
            demand_head(chosen, desk)
        lines = desk.visits.inside()
        if chosen.output is not None:
            from bluezone_desk.cli.papers import produce

            day = today()
            produce(chosen.output, desk, PaperOrder(PaperKind.INSIDE, day, day, desk.settings.office()))
    return _listed(lines, chosen)


def visits(chosen: argparse.Namespace) -> int:
    ending = "" if chosen.output is None else output.ending_of(chosen.output, [".xlsx", ".csv"])
    wanted = _filter(chosen)
    with opened_desk(chosen) as desk:
        if chosen.json or chosen.output is not None:
            demand_head(chosen, desk)
        lines = desk.visits.select(wanted)
        _demand_programme(wanted.programme, lines, desk.settings.office().programmes)
        if chosen.output is not None:
            from bluezone_desk.paper.workbook import visits_csv, visits_xlsx

            make = visits_csv if ending == ".csv" else visits_xlsx
            title = _title(wanted)
            output.write_file(chosen.output, make(lines, desk.settings.office().programmes, title))
    return _listed(lines, chosen)


def _filter(chosen: argparse.Namespace) -> VisitFilter:
    """Without days, today; with one, from it until today or everything until it. Raises DeskFault(DAYS_TURNED)."""
    first, last = chosen.from_day, chosen.to_day
    if first is None and last is None:
        first = last = today()
    if first is not None and last is not None and first > last:
        raise DeskFault(Trouble.DAYS_TURNED, first=short_date(first), last=short_date(last))
    return VisitFilter(
        from_day=first,
        to_day=last,
        programme=clean_name(chosen.programme),
        state=CheckState(chosen.state) if chosen.state else None,
        host=clean_name(chosen.host),
    )


def _demand_programme(code: str, lines: Sequence[VisitLine], asked: Iterable[Programme]) -> None:
    """No visit with an app nobody asks for is a slip of the keys, not an answer. Raises DeskFault."""
    if code and not lines and code not in [programme.code for programme in asked]:
        raise DeskFault(Trouble.PROGRAMME_UNKNOWN, programme=code)


def _title(wanted: VisitFilter) -> str:
    first = short_date(wanted.from_day) if wanted.from_day else "…"
    last = short_date(wanted.to_day) if wanted.to_day else "…"
    return f"Sổ ra vào ngày {first}" if first == last else f"Sổ ra vào từ {first} đến {last}"


def _listed(lines: Iterable[VisitLine], chosen: argparse.Namespace) -> int:
    """The lines on stdout; with a file written, only when JSON is asked for too."""
    if chosen.json:
        output.say_json([shapes.visit(line) for line in lines])
    elif chosen.output is None:
        heads = (
            _("No."),
            _("Day"),
            _("Entered"),
            _("Left"),
            _("Full name"),
            _("Person or unit visited"),
            _("Visitor pass"),
        )
        output.columns((_row(line) for line in lines), heads)
    return 0


def _row(line: VisitLine) -> tuple[str, ...]:
    left = office_time(line.left_at).strftime("%H:%M") if line.left_at else "—"
    entered = office_time(line.entered_at)
    host = line.host or line.department
    return (
        f"{line.number:03d}",
        entered.strftime("%d/%m/%Y"),
        entered.strftime("%H:%M"),
        left,
        line.name,
        host,
        line.pass_number,
    )

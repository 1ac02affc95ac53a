"""report: papers made by the command line are the ones the window makes, and are journaled like them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.cli import options, output
from bluezone_desk.cli.desks import opened_desk, today
from bluezone_desk.cli.head import add_pin_file, demand_head
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence, sentence

if TYPE_CHECKING:
    from bluezone_desk.producing.make import MadePaper
    from bluezone_desk.producing.order import PaperOrder
    from bluezone_desk.services.opening import Desk


def add(commands: Commands, shared: Parser) -> None:
    from bluezone_desk.cli import report_check

    told = _("papers to sign")
    kinds = commands.add_parser("report", help=told, description=told).add_subparsers(
        title=_("Commands"), metavar=_("COMMAND"), required=True, parser_class=Parser
    )
    daily = _kind(kinds, shared, "daily", _("the daily report in Decree 30 form"), report_daily)
    daily.add_argument("--date", type=options.day, metavar="D", default=None, help=_("day, today when absent"))
    period = _kind(kinds, shared, "period", _("the progress report of a week, a month, any period"), report_period)
    register = _kind(kinds, shared, "register", _("the register of visits, as a paper"), report_register)
    for parser in (period, register):
        parser.add_argument(
            "--from", dest="first", type=options.day, metavar="D", required=True, help=_("first day")
        )
        parser.add_argument(
            "--to", dest="last", type=options.day, metavar="D", help=_("last day; today when absent")
        )
    for parser in (daily, period):
        parser.add_argument(
            "--number", default="", metavar="TEXT", help=_("number of the document, blank when absent")
        )
        parser.add_argument(
            "--charts",
            action=argparse.BooleanOptionalAction,
            default=None,
            help=_("with charts or without; a period has them, a day has none when not said"),
        )
        parser.add_argument("--archive", action="store_true", help=_("a PDF in the form archives keep, PDF/A-2b"))
        parser.add_argument("--json", action="store_true", help=_("say the figures as JSON"))
    daily.add_argument("--without-register", action="store_true", help=_("leave the register out"))
    daily.add_argument("--unmasked", action="store_true", help=_("whole ID and phone numbers in the register"))
    register.add_argument("--full", action="store_true", help=_("whole ID and phone numbers in the register"))
    for parser in (daily, register, _add_contacts(kinds, shared)):
        add_pin_file(parser)
    handover = _kind(kinds, shared, "handover", _("the hand-over of the shift"), report_handover)
    handover.add_argument("--to-whom", default="", metavar="NAME", help=_("who takes the desk over"))
    handover.add_argument("--notes", default="", metavar="TEXT", help=_("what the next shift must know"))
    report_check.add(kinds, shared)


def _add_contacts(kinds: Commands, shared: Parser) -> Parser:
    told = _("who was inside together with one visitor; the request is journaled")
    contacts = _kind(kinds, shared, "contacts", told, report_contacts)
    contacts.add_argument("--visit", required=True, metavar="ID", help=_("the visit, as `visits --json` names it"))
    contacts.add_argument("--reason", required=True, metavar="TEXT", help=_("why the list is asked for"))
    contacts.add_argument("--approver", default="", metavar="NAME", help=_("who approved it"))
    contacts.add_argument(
        "--minutes", type=options.count, default=15, metavar="N", help=_("shortest time together, 15 when absent")
    )
    return contacts


def _kind(kinds: Commands, shared: Parser, name: str, told: str, work: object) -> Parser:
    parser = kinds.add_parser(name, parents=[shared], help=told, description=told)
    parser.add_argument("-o", "--output", type=options.place, metavar="F", required=True, help=_("file to write"))
    parser.set_defaults(work=work)
    return parser


def report_daily(chosen: argparse.Namespace) -> int:
    from bluezone_desk.producing.order import PaperKind, PaperOrder

    with opened_desk(chosen) as desk:
        if chosen.unmasked:
            demand_head(chosen, desk)
        day = chosen.date or today()
        order = PaperOrder(
            PaperKind.DAILY,
            day,
            day,
            desk.settings.office(),
            number=chosen.number,
            with_register=not chosen.without_register,
            with_charts=chosen.charts,
            archive=chosen.archive,
            masked=not chosen.unmasked,
        )
        return _produce(chosen, desk, order)


def report_period(chosen: argparse.Namespace) -> int:
    from bluezone_desk.producing.order import PaperKind, PaperOrder

    with opened_desk(chosen) as desk:
        order = PaperOrder(
            PaperKind.PERIOD,
            chosen.first,
            chosen.last or today(),
            desk.settings.office(),
            number=chosen.number,
            with_charts=chosen.charts,
            archive=chosen.archive,
        )
        return _produce(chosen, desk, order)


def report_register(chosen: argparse.Namespace) -> int:
    from bluezone_desk.producing.order import PaperKind, PaperOrder

    with opened_desk(chosen) as desk:
        if chosen.full:
            demand_head(chosen, desk)
        order = PaperOrder(
            PaperKind.REGISTER,
            chosen.first,
            chosen.last or today(),
            desk.settings.office(),
            masked=not chosen.full,
        )
        return _produce(chosen, desk, order)


def report_contacts(chosen: argparse.Namespace) -> int:
    """The request is journaled before the list is drawn, whatever becomes of the file."""
    from bluezone_desk.producing.order import ENDINGS, PaperKind, PaperOrder

    output.ending_of(chosen.output, ENDINGS)
    with opened_desk(chosen) as desk:
        demand_head(chosen, desk)
        asked = desk.reports.contacts(chosen.visit, chosen.reason, chosen.approver, minutes=chosen.minutes)
        if isinstance(asked, Refused):
            output.complain(problem_sentence(asked.problems[0]))
            return 1
        day = asked.subject.day
        return _produce(
            chosen, desk, PaperOrder(PaperKind.CONTACTS, day, day, desk.settings.office(), contacts=asked)
        )


def report_handover(chosen: argparse.Namespace) -> int:
    from bluezone_desk.producing.order import PaperKind, PaperOrder

    with opened_desk(chosen) as desk:
        day, office = today(), desk.settings.office()
        order = PaperOrder(PaperKind.HANDOVER, day, day, office, taken_by=chosen.to_whom, notes=chosen.notes)
        return _produce(chosen, desk, order)


def _produce(chosen: argparse.Namespace, desk: "Desk", order: "PaperOrder") -> int:
    from bluezone_desk.producing.order import remarks

    made = produce(chosen.output, desk, order)
    for remark in remarks(order):
        output.complain(sentence(remark))
    if getattr(chosen, "json", False):
        output.say_json(shape(made))
    return 0


def produce(path: Path, desk: "Desk", order: "PaperOrder") -> "MadePaper":
    """The paper is drawn whole in memory before the old file is touched, and journaled once it is on the disk."""
    from bluezone_desk.producing.make import make_paper, record_paper
    from bluezone_desk.producing.order import ENDINGS
    from bluezone_desk.services.system_clock import SystemClock

    ending = output.ending_of(path, ENDINGS)
    made = make_paper(desk, order, ending, SystemClock().now(), output.counter(_("{done} of {of} lines")))
    output.write_file(path, made.content)
    record_paper(desk, made)
    return made


def shape(made: "MadePaper") -> dict[str, object]:
    """A produced paper as JSON."""
    return {
        "ok": True,
        "kind": made.kind.value,
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "sha256": made.sha256,
        "figures": made.figures,
    }

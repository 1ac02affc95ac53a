"""link: the sites that links on posters may lead to."""

import argparse

from bluezone_desk.cli import output
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import problem_sentence


def add(commands: Commands, shared: Parser) -> None:
    told = _("sites that links on posters may lead to")
    parser = commands.add_parser("link", help=told, description=told)
    kinds = parser.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), required=True, parser_class=Parser)
    told = _("list the sites and what each is for")
    listing = kinds.add_parser("list", parents=[shared], help=told, description=told)
    listing.add_argument("--json", action="store_true", help=_("one JSON object"))
    listing.set_defaults(work=show)
    told = _("allow one more site")
    adding = kinds.add_parser("allow", parents=[shared], help=told, description=told)
    adding.add_argument("host", metavar="HOST", help=_("the site's name, as in www.example.gov.vn"))
    adding.add_argument("--purpose", required=True, metavar="TEXT", help=_("what the site is for"))
    adding.set_defaults(work=allow)
    told = _("take a site of the office's own off the list")
    taking = kinds.add_parser("forbid", parents=[shared], help=told, description=told)
    taking.add_argument("host", metavar="HOST", help=_("the site's name, as in www.example.gov.vn"))
    taking.set_defaults(work=forbid)


def show(chosen: argparse.Namespace) -> int:
    with opened_desk(chosen) as desk:
        hosts, own = desk.links.hosts(), desk.links.own()
    if chosen.json:
        output.say_json([{"host": host, "purpose": hosts[host], "own": host in own} for host in sorted(hosts)])
        return 0
    rows = [(host, hosts[host], _("the office") if host in own else _("the program")) for host in sorted(hosts)]
    output.columns(rows, (_("Site"), _("What for"), _("Added by")))
    return 0


def allow(chosen: argparse.Namespace) -> int:
    with opened_desk(chosen) as desk:
        return _ended(desk.links.allow(chosen.host, chosen.purpose))


def forbid(chosen: argparse.Namespace) -> int:
    with opened_desk(chosen) as desk:
        return _ended(desk.links.forbid(chosen.host))


def _ended(refused: Refused | None) -> int:
    if refused is None:
        return 0
    output.complain(problem_sentence(refused.problems[0]))
    return 1

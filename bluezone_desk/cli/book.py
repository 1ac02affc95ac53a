"""book info and book verify: what the book is, and whether it still adds up."""

import argparse
import dataclasses

from bluezone_desk.cli import output, shapes
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence


def add(commands: Commands, shared: Parser) -> None:
    told = _("the book's state, and whether it still adds up")
    book_parser = commands.add_parser("book", help=told, description=told)
    kinds = book_parser.add_subparsers(
        title=_("Commands"), metavar=_("COMMAND"), required=True, parser_class=Parser
    )
    for name, work, what in (
        ("info", info, _("where the book lies and what it holds")),
        ("verify", verify, _("fold the journal again and compare it with the tables")),
    ):
        parser = kinds.add_parser(name, parents=[shared], help=what, description=what)
        parser.add_argument("--json", action="store_true", help=_("JSON for scripts"))
        parser.set_defaults(work=work)


def info(chosen: argparse.Namespace) -> int:
    with opened_desk(chosen) as desk:
        book = desk.care.info()
    if chosen.json:
        shape = dataclasses.asdict(book)
        shape |= {
            "path": str(book.path),
            "first_at": shapes.moment(book.first_at),
            "last_at": shapes.moment(book.last_at),
        }
        output.say_json(shape)
        return 0
    known = [
        (_("File"), str(book.path)),
        (_("Desk"), book.desk),
        (_("Visits"), str(book.visits)),
        (_("Visitors"), str(book.people)),
        (_("Journal lines"), str(book.lines)),
        (_("First line"), office_time(book.first_at).strftime("%d/%m/%Y %H:%M") if book.first_at else "—"),
        (_("Last line"), office_time(book.last_at).strftime("%d/%m/%Y %H:%M") if book.last_at else "—"),
        (_("Chain closes with"), book.head_digest or "—"),
        (_("Size"), _("{count} bytes").format(count=book.size_bytes)),
        (_("Book version"), str(book.schema)),
        ("SQLite", book.sqlite_version),
    ]
    output.facts(known)
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """0 when the book adds up, 1 when not: the result goes to stdout, the sentence to stderr."""
    with opened_desk(chosen) as desk:
        found = desk.care.verify(output.counter(_("{done} of {of} lines")))
        path = str(desk.care.info().path)
    bad = found.first_bad
    if chosen.json:
        output.say_json(
            {
                "ok": found.ok,
                "lines_checked": found.lines_checked,
                "code": None if found.code is None else str(found.code),
                "first_bad": None if bad is None else dataclasses.asdict(bad),
            }
        )
    elif found.ok:
        output.say(_("The book adds up: {count} journal lines checked.").format(count=found.lines_checked))
    elif bad is not None:
        output.say(
            _("First line that disagrees: desk {desk}, line {number}: {what}").format(
                desk=bad.desk, number=bad.number, what=bad.what
            )
        )
    if not found.ok:
        facts = {"path": path} | ({} if bad is None else dataclasses.asdict(bad))
        output.complain(sentence(found.code or Trouble.BOOK_DAMAGED, facts))
    return 0 if found.ok else 1

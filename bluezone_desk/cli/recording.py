"""check-in, check-out and identify: one line in, one line out, flushed only after its commit."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from bluezone_desk.cli import lines, output, shapes
from bluezone_desk.cli.entries import Entry, entry_in, entry_out
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence, sentence

Answer = Callable[[Entry], shapes.Shape]


def add(commands: Commands, shared: Parser) -> None:
    for name, work, told in (
        ("check-in", check_in, _("record visitors: one JSON object or raw card a line")),
        ("check-out", check_out, _("record exits: one JSON object, raw card or pass a line")),
        ("identify", identify, _("say what scans are, and store nothing")),
    ):
        parser = commands.add_parser(name, parents=[shared], help=told, description=told)
        parser.add_argument(
            "--file", type=Path, metavar="F", default=None, help=_("read this file instead of standard input")
        )
        parser.set_defaults(work=work)


def check_in(chosen: argparse.Namespace) -> int:
    from bluezone_desk.cli.arrivals import arrive
    from bluezone_desk.cli.desks import opened_desk

    with lines.opened(chosen.file) as stream, opened_desk(chosen) as desk:
        return _answer_each(lines.texts(stream), entry_in, lambda entry: arrive(desk, entry, ""))


def check_out(chosen: argparse.Namespace) -> int:
    from bluezone_desk.cli.departures import depart
    from bluezone_desk.cli.desks import opened_desk

    with lines.opened(chosen.file) as stream, opened_desk(chosen) as desk:
        return _answer_each(lines.texts(stream), entry_out, lambda entry: depart(desk, entry))


def _answer_each(given: Iterator[str | Trouble], read: Callable[[str], Entry], answer: Answer) -> int:
    """One result for each line and each scan in it; blank lines are nobody. Returns 1 when any failed."""
    failed = False
    for text in given:
        if isinstance(text, str) and not text.strip():
            continue
        for result in _results(text, read, answer):
            failed = failed or not result["ok"]
            output.say_json(result)
    return 1 if failed else 0


def _results(text: str | Trouble, read: Callable[[str], Entry], answer: Answer) -> Iterator[shapes.Shape]:
    if isinstance(text, Trouble):
        yield shapes.refusal(text, sentence(text))
        return
    try:
        entries = _separated(read(text))
    except DeskFault as fault:
        yield shapes.refusal(fault.code, fault_sentence(fault))
        return
    for entry in entries:
        try:
            yield answer(entry)
        except DeskFault as fault:
            yield shapes.refusal(fault.code, fault_sentence(fault))


def _separated(entry: Entry) -> list[Entry]:
    """Two cards glued into one raw line are two visitors."""
    from bluezone_desk.domain.identify import split_scans

    if not entry.raw:
        return [entry]
    scans = split_scans(entry.texts["scan"])
    return [Entry({"scan": scan}, raw=True) for scan in scans] if len(scans) > 1 else [entry]


def identify(chosen: argparse.Namespace) -> int:
    from bluezone_desk.cli.desks import today
    from bluezone_desk.cli.readings import reading
    from bluezone_desk.domain.identify import identify as read_scan
    from bluezone_desk.domain.identify import split_scans

    failed = False
    day = today()
    with lines.opened(chosen.file) as stream:
        for text in lines.texts(stream):
            scans = [text] if isinstance(text, Trouble) else split_scans(text) or [text]
            for scan in scans:
                if isinstance(scan, Trouble):
                    result = shapes.refusal(scan, sentence(scan))
                else:
                    result = reading(read_scan(scan, day))
                failed = failed or not result["ok"]
                output.say_json(result)
    return 1 if failed else 0

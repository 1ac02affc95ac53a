"""report check: whether a file is the paper that was produced, and whether the book still says the same."""

import argparse
import hashlib
from pathlib import Path
from typing import Any

from bluezone_desk.cli import output, shapes
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.produced_paper import ProducedPaper
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import fault_sentence

_PIECE_BYTES = 1 << 20


def add(kinds: Commands, shared: Parser) -> None:
    told = _("whether a paper is the one that was produced, and whether the book has changed since")
    parser = kinds.add_parser("check", parents=[shared], help=told, description=told)
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the paper"))
    parser.add_argument("--json", action="store_true", help=_("the answer as JSON"))
    parser.set_defaults(work=check)


def check(chosen: argparse.Namespace) -> int:
    """0 when the file is the one produced and the book says the same, else 1 with one sentence."""
    sha256 = _digest_of(chosen.file)
    with opened_desk(chosen) as desk:
        paper = desk.papers.check(sha256)
    doubt = _doubt(chosen.file, paper)
    if chosen.json:
        output.say_json(_shape(sha256, paper, doubt))
        return 0 if doubt is None else 1
    if doubt is not None or paper is None:
        raise doubt or DeskFault(Trouble.PAPER_UNKNOWN, path=chosen.file)
    told = _("{name} is the paper produced at {time} on {day} by {by}; the book says the same today.")
    output.say(
        told.format(
            name=chosen.file.name,
            time=clock_time(paper.made_at),
            day=_day(paper),
            by=paper.made_by,
        )
    )
    return 0


def _doubt(path: Path, paper: ProducedPaper | None) -> DeskFault | None:
    if paper is None:
        return DeskFault(Trouble.PAPER_UNKNOWN, path=path)
    if paper.has_changed:
        return DeskFault(Trouble.PAPER_OUTDATED, path=path, made=_day(paper))
    return None


def _day(paper: ProducedPaper) -> str:
    from bluezone_desk.domain.clock import office_day

    return short_date(office_day(paper.made_at))


def _digest_of(path: Path) -> str:
    """SHA-256 of the whole file, read in pieces. Raises DeskFault(INPUT_FILE)."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
    except (OSError, ValueError) as error:
        raise DeskFault(Trouble.INPUT_FILE, path=path) from error
    return digest.hexdigest()


def _shape(sha256: str, paper: ProducedPaper | None, doubt: DeskFault | None) -> dict[str, Any]:
    shape: dict[str, Any] = {"ok": doubt is None, "sha256": sha256}
    if doubt is not None:
        shape |= {"code": str(doubt.code), "message": fault_sentence(doubt)}
    if paper is not None:
        shape |= {
            "kind": paper.kind,
            "from": paper.day_from.isoformat(),
            "to": paper.day_to.isoformat(),
            "made_at": shapes.moment(paper.made_at),
            "made_by": paper.made_by,
            "has_changed": paper.has_changed,
            "figures": dict(paper.figures),
        }
    return shape

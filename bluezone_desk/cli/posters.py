"""poster: the ones the window makes, for one place or a list of hundreds."""

import argparse
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.cli import output
from bluezone_desk.cli.desks import opened_desk, today
from bluezone_desk.cli.options import Commands, Parser, address, place
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.paper.logo import Logo
    from bluezone_desk.paper.place_list import PlaceList
    from bluezone_desk.paper.poster import PosterRequest, ProvenPoster
    from bluezone_desk.services.opening import Desk

#: A picture of a paper poster, sharp enough for a wall screen and a chat group.
_PICTURE_DPI = 200


def add(commands: Commands, bilingual: Parser) -> None:
    told = _("posters that are proven to scan")
    parser = commands.add_parser("poster", parents=[bilingual], help=told, description=told)
    kinds = "door, leaflet, tent, guide, screen-wide, screen-tall"
    parser.add_argument(
        "--template", default="door", metavar="T", help=_("kind of poster: {kinds}").format(kinds=kinds)
    )
    parser.add_argument(
        "--size", default="", metavar="S", help=_("size of paper: A3, A4, A5 or A6; the usual one when absent")
    )
    parser.add_argument("--link", type=address, metavar="URL", help=_("the directive's link when absent"))
    parser.add_argument("--headline", default="", metavar="TEXT", help=_("instead of the usual headline"))
    parser.add_argument("--place", action="append", default=[], metavar="NAME", help=_("one poster for each"))
    parser.add_argument(
        "--places", type=Path, metavar="F", help=_("list of places, CSV or XLSX, one poster for each row")
    )
    parser.add_argument("--logo", type=Path, metavar="F", help=_("PNG or JPEG, instead of the office's own logo"))
    parser.add_argument("--without-logo", action="store_true", help=_("leave the logo out"))
    parser.add_argument("--without-proof-line", action="store_true", help=_("leave the small line of proof out"))
    parser.add_argument("--dated", action="store_true", help=_("print today's date with the line of proof"))
    parser.add_argument(
        "--together", action="store_true", help=_("codes of several apps side by side on one sheet, smaller")
    )
    parser.add_argument(
        "-o", "--output", type=place, metavar="F", required=True, help=_("PDF or PNG file, or a folder")
    )
    parser.set_defaults(work=poster)


@dataclass(frozen=True)
class _Order:
    """A poster asked for, and the office it is for."""

    request: "PosterRequest"
    office: Office


def poster(chosen: argparse.Namespace) -> int:
    """A PDF with a page for each place, a PNG of one place, or a folder with a file for each place."""
    from bluezone_desk.paper.poster_batch import release_facts
    from bluezone_desk.services.poster_record import Release

    with opened_desk(chosen) as desk:
        order = _Order(_request(chosen, desk), desk.settings.office())
        if chosen.output.suffix == "" or chosen.output.is_dir():
            made, digest = _folder(chosen.output, order)
        else:
            made, digest = _file(chosen.output, order)
        desk.posters.poster_released(Release(**release_facts(order.request, made, digest)))
    return 0


def _file(path: Path, order: _Order) -> "tuple[tuple[ProvenPoster, ...], str]":
    from bluezone_desk.paper.poster import poster as draw
    from bluezone_desk.paper.rendering import page_png

    is_single = len(order.request.places) == 1
    ending = output.ending_of(path, [".pdf", ".png"] if is_single else [".pdf"])
    made = draw(order.request, order.office, _counter())
    picture = made.pngs[0] if made.pngs else None
    content = made.pdf if ending == ".pdf" else picture or page_png(made.pdf, 0, _PICTURE_DPI)
    output.write_file(path, content)
    return (made,), hashlib.sha256(content).hexdigest()


def _folder(path: Path, order: _Order) -> "tuple[tuple[ProvenPoster, ...], str]":
    """Every place's poster is proven before the first is written."""
    from bluezone_desk.paper.poster_batch import named_files, poster_each
    from bluezone_desk.saving import save_into

    made = poster_each(order.request, order.office, _counter())
    files = named_files(order.request, made)
    save_into(path, files)
    digests = "".join(hashlib.sha256(content).hexdigest() for content in files.values())
    return made, hashlib.sha256(digests.encode()).hexdigest()


def _counter() -> Callable[[int, int], None] | None:
    return output.counter(_("{done} of {of} pages proven"))


def _request(chosen: argparse.Namespace, desk: "Desk") -> "PosterRequest":
    from bluezone_desk.paper.poster import PosterRequest
    from bluezone_desk.paper.poster_templates import TEMPLATES

    template = TEMPLATES.get(chosen.template)
    listed = _places(chosen, desk.settings.office())
    return PosterRequest(
        template=chosen.template,
        size=chosen.size or (template.sizes[0] if template else ""),
        language=chosen.paper_language,
        link=chosen.link or "",
        places=listed.places,
        place_lines=listed.lines,
        places_name=listed.name,
        headline=chosen.headline,
        has_proof_line=not chosen.without_proof_line,
        printed_on=today() if chosen.dated else None,
        allowed_hosts=desk.links.hosts(),
        is_together=chosen.together,
        logo=_logo(chosen, desk),
    )


def _places(chosen: argparse.Namespace, office: Office) -> "PlaceList":
    """Places named on the line come first, then those of the file; without either the desk's own."""
    from bluezone_desk.paper.place_list import PlaceList, read_places

    if chosen.places is None:
        return PlaceList(tuple(chosen.place) or (office.desk_name,), ())
    listed = read_places(chosen.places)
    named = tuple(chosen.place)
    return PlaceList(named + listed.places, (0,) * len(named) + listed.lines, listed.name)


def _logo(chosen: argparse.Namespace, desk: "Desk") -> "Logo | None":
    from bluezone_desk.paper.logo import kept_logo, read_logo

    if chosen.without_logo:
        return None
    if chosen.logo is None:
        kept = desk.posters.logo()
        return kept_logo(kept.png, kept.ground) if kept else None
    try:
        content = chosen.logo.read_bytes()
    except (OSError, ValueError) as error:
        raise DeskFault(Trouble.INPUT_FILE, path=chosen.logo) from error
    return read_logo(content, chosen.logo.name)

"""Posters and hand-outs: from an order to pages that are proven to scan."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.links import ALLOWED_HOSTS, check_link
from bluezone_desk.domain.office import BLUEZONE, Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper import fonts
from bluezone_desk.paper.logo import Logo
from bluezone_desk.paper.place_list import bad_rows
from bluezone_desk.paper.poster_sheet import Face, Sheet
from bluezone_desk.paper.poster_templates import TEMPLATES, Template
from bluezone_desk.paper.poster_text import PosterText, headline_of
from bluezone_desk.paper.poster_wording import directive_line
from bluezone_desk.paper.progress import Progress, tell
from bluezone_desk.paper.proof import Aim, Proof, prove_pages, prove_screen
from bluezone_desk.paper.qr_drawing import Level, qr_code
from bluezone_desk.paper.rendering import page_png

LANGUAGES = ("vi", "vi+en")


@dataclass(frozen=True, slots=True)
class PosterRequest:
    """What to make. One poster for each place, numbered in turn from `first_number`.

    `template` and `size` are keys of `poster_templates.TEMPLATES`, `language` is "vi" or "vi+en". `link` alone
    makes one code; `programmes` makes one code for each that has a link; with neither, the office's own programmes
    are taken. `allowed_hosts` replaces the hosts a link may lead to.

    Several codes get a sheet each, so that each keeps its least size; `is_together` puts them side by side on one
    sheet, smaller, and is refused where they would be smaller than any code of that template may be. A screen
    always shows them together.
    """

    template: str = "door"
    size: str = "A4"
    language: str = "vi"
    link: str = ""
    places: tuple[str, ...] = ("Cổng chính",)
    headline: str = ""
    programmes: tuple[Programme, ...] = ()
    has_proof_line: bool = True
    printed_on: date | None = None
    first_number: int = 1
    allowed_hosts: Mapping[str, str] | None = None
    is_together: bool = False
    #: Lines of a list the places come from, by which bad ones are named; and the list's name.
    place_lines: tuple[int, ...] = ()
    places_name: str = ""
    #: Stands in the band. The codes then carry level H.
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class ProvenPoster:
    """Released pages. `pngs` has one picture for each page of a screen template and is empty for paper."""

    pdf: bytes
    proofs: tuple[Proof, ...]
    pngs: tuple[bytes, ...] = ()


def poster(request: PosterRequest, office: Office, progress: Progress | None = None) -> ProvenPoster:
    """Draws and proves all pages; the same order gives the same bytes. Nothing is released half-done.

    `progress(done, total)` counts proven pages; when it returns False the work stops with
    DeskFault(WORK_CANCELLED). Other faults: LINK_*, GLYPH_MISSING(glyph, text), TEXT_TOO_LONG(field, text),
    PLACES_BAD_ROWS(name, rows, lines) for places with `place_lines`, POSTER_CODES_TOO_SMALL(count, side, least),
    POSTER_NOT_PROVEN(check, place), POSTER_CHOICE(choice, allowed).
    """
    template = _template(request)
    pdf, aims = drawn(request, office)
    if not template.is_screen:
        return ProvenPoster(pdf, prove_pages(pdf, aims, progress))
    return _screens(pdf, aims, progress)


def drawn(request: PosterRequest, office: Office) -> tuple[bytes, list[Aim]]:
    """The pages before their proof, and what each must show; not to be released. Raises as `poster`."""
    canvas, out = canvas_of(office)
    aims: list[Aim] = []
    bad: list[tuple[int, DeskFault]] = []
    for line, (place, number) in zip(_lines(request), _places(request), strict=True):
        try:
            aims += _draw_place(canvas, request, office, place, number)
        except DeskFault as fault:
            if not request.place_lines or not _is_about(fault, place):
                raise
            bad.append((line, fault))
    if bad:
        raise bad_rows(bad, request.places_name)
    canvas.save()
    return out.getvalue(), aims


def _draw_place(canvas: Any, request: PosterRequest, office: Office, place: str, number: str) -> list[Aim]:
    """Draws all pages of one place and says what each must show."""
    template, aims = _template(request), []
    programmes, linked = _programmes(request, office)
    for spoken, codes in _sheets(request, template, programmes, linked):
        text = _text(request, office, spoken, codes, place, number)
        for face in template.faces(text, template.size_for(request.size)):
            draw_face(canvas, face)
            aims.append(Aim(place, face.links, face.minimum_side, _level(request)))
    return aims


def _lines(request: PosterRequest) -> tuple[int, ...]:
    return request.place_lines or tuple(range(1, max(1, len(request.places)) + 1))


def _is_about(fault: DeskFault, place: str) -> bool:
    """The fault lies in this place's own name, and another place may do better."""
    if fault.code is Trouble.GLYPH_MISSING:
        return fault.facts["glyph"] in place
    return fault.code is Trouble.TEXT_TOO_LONG and fault.facts["field"] == "place"


def _sheets(
    request: PosterRequest,
    template: Template,
    programmes: tuple[Programme, ...],
    linked: tuple[Programme, ...],
) -> list[tuple[tuple[Programme, ...], tuple[Programme, ...]]]:
    """The programmes each sheet speaks of and those it has codes for."""
    if len(linked) == 1 or request.is_together or template.is_screen:
        return [(programmes, linked)]
    return [((programme,), (programme,)) for programme in linked]


def _screens(pdf: bytes, aims: list[Aim], progress: Progress | None) -> ProvenPoster:
    pngs: list[bytes] = []
    proofs: list[Proof] = []
    for index, aim in enumerate(aims):
        png = page_png(pdf, index, 72)
        proofs += prove_screen(png, index + 1, aim)
        pngs.append(png)
        tell(progress, index + 1, len(aims))
    return ProvenPoster(pdf, tuple(proofs), tuple(pngs))


def _template(request: PosterRequest) -> Template:
    template = TEMPLATES.get(request.template)
    if template is None:
        raise DeskFault(Trouble.POSTER_CHOICE, choice=request.template, allowed=", ".join(TEMPLATES))
    size = template.size_for(request.size)
    if not size:
        raise DeskFault(Trouble.POSTER_CHOICE, choice=request.size, allowed=", ".join(template.sizes))
    if request.language not in LANGUAGES:
        raise DeskFault(Trouble.POSTER_CHOICE, choice=request.language, allowed=", ".join(LANGUAGES))
    return template


def _programmes(request: PosterRequest, office: Office) -> tuple[tuple[Programme, ...], tuple[Programme, ...]]:
    """The programmes the words speak of, and those among them that get a code; every link is judged."""
    if request.programmes:
        spoken = request.programmes
    elif request.link:
        spoken = (_programme_of(request.link, office),)
    else:
        spoken = office.programmes or (BLUEZONE,)
    linked = tuple(programme for programme in spoken if programme.link)
    if not linked:
        linked = spoken = (BLUEZONE,)
    for programme in linked:
        trouble = check_link(programme.link, request.allowed_hosts)
        if trouble is not None:
            raise DeskFault(trouble, host=_host(programme.link), link=programme.link)
    return spoken, linked


def _programme_of(link: str, office: Office) -> Programme:
    """The programme a link belongs to: the office's own with that link, else the one its host names."""
    known = next((p for p in office.programmes if p.link == link), None)
    if known is not None:
        return known
    if "ncovi" in link:
        return Programme("ncovi", "NCOVI", link)
    purpose = ALLOWED_HOSTS.get(_host(link), "")
    if purpose.startswith("Bluezone") or "bluezone" in link or "1508062685" in link:
        return Programme(BLUEZONE.code, BLUEZONE.name, link)
    if "1501934178" in link:
        return Programme("ncovi", "NCOVI", link)
    return Programme("", _host(link), link)


def text_of(request: PosterRequest, office: Office) -> PosterText:
    """What the first place's poster says, before it is laid out. Raises DeskFault(LINK_*)."""
    programmes, linked = _programmes(request, office)
    return _text(request, office, programmes, linked, *_places(request)[0])


def _level(request: PosterRequest) -> Level:
    return "H" if request.logo else "Q"


def _host(link: str) -> str:
    return link.partition("://")[2].partition("/")[0]


def _places(request: PosterRequest) -> list[tuple[str, str]]:
    """Places with their numbers, "01" and on, all as long as the longest."""
    places = [one_line(place) for place in request.places] or [""]
    digits = max(2, len(str(request.first_number + len(places) - 1)))
    return [(place, f"{request.first_number + index:0{digits}}") for index, place in enumerate(places)]


def _text(
    request: PosterRequest,
    office: Office,
    programmes: tuple[Programme, ...],
    linked: tuple[Programme, ...],
    place: str,
    number: str,
) -> PosterText:
    return PosterText(
        office=one_line(office.name),
        programmes=programmes,
        codes=tuple((programme, qr_code(programme.link, _level(request))) for programme in linked),
        headline=headline_of(one_line(request.headline), programmes),
        directive=one_line(directive_line(office.directive)),
        place=place,
        number=number,
        is_bilingual=request.language == "vi+en",
        has_proof_line=request.has_proof_line,
        printed_on=request.printed_on,
        logo=request.logo,
    )


def canvas_of(office: Office) -> tuple[Any, io.BytesIO]:
    """An empty document whose bytes depend on nothing but what is drawn."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    name = fonts.font(fonts.SANS).fontName
    canvas = Canvas(out, invariant=1, pageCompression=1, initialFontName=name, lang="vi-VN")
    canvas.setTitle("Poster")
    canvas.setAuthor(one_line(office.name))
    canvas.setCreator("Bluezone Desk")
    return canvas, out


def draw_face(canvas: Any, face: Face) -> None:
    """One page with this face."""
    canvas.setPageSize((face.width * face.unit, face.height * face.unit))
    face.draw(Sheet(canvas, face.width, face.height, face.unit))
    canvas.showPage()

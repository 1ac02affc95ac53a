"""Posters of many places as a file each: all of them, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bluezone_desk.domain.names import fold
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, drawn, poster
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.progress import Progress, tell

_MOST_NAME_LETTERS = 60


def poster_each(
    request: PosterRequest, office: Office, progress: Progress | None = None
) -> tuple[ProvenPoster, ...]:
    """A proven poster for each place, numbered in turn. Raises as `poster` does.

    All are drawn before the first is proven, so that a bad row of a long list is told at once.
    """
    drawn(request, office)
    made = []
    for index, place in enumerate(request.places):
        alone = replace(request, places=(place,), place_lines=(), first_number=request.first_number + index)
        made.append(poster(alone, office))
        tell(progress, index + 1, len(request.places))
    return tuple(made)


def release_facts(request: PosterRequest, made: Sequence[ProvenPoster], digest: str) -> dict[str, Any]:
    """What is written down of a release, by the names of `services.poster_record.Release`."""
    proofs = [proof for one in made for proof in one.proofs]
    return {
        "template": request.template,
        "size": request.size,
        "language": request.language,
        "links": tuple(dict.fromkeys(proof.link for proof in proofs)),
        "places": len(request.places),
        "codes": sum(proof.codes for proof in proofs),
        "smallest_mm": min((proof.qr_mm for proof in proofs), default=0.0),
        "level": min((proof.level for proof in proofs), key="LMQH".index, default=""),
        "checks": tuple(dict.fromkeys(check for proof in proofs for check in proof.checks)),
        "digest": digest,
    }


def named_files(request: PosterRequest, made: tuple[ProvenPoster, ...]) -> Mapping[str, bytes]:
    """The files of a folder: "door-01-cong-chinh.pdf", or PNG for a screen, in the order of the places."""
    digits = max(2, len(str(request.first_number + len(made) - 1)))
    files = {}
    for index, (place, one) in enumerate(zip(request.places, made, strict=True)):
        stem = f"{request.template}-{request.first_number + index:0{digits}}"
        place_part = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(place)).split())
        name = "-".join(part for part in (stem, place_part[:_MOST_NAME_LETTERS].strip("-")) if part)
        is_screen = TEMPLATES[request.template].is_screen
        files[f"{name}.png" if is_screen else f"{name}.pdf"] = one.pngs[0] if is_screen else one.pdf
    return files

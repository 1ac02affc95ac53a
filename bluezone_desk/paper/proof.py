"""Proof that a finished page scans: it is rendered as it will print or show, and every code on it is read back.

The page is read sharp and coarse, and at both blurred, tilted and pale; the code's size, level and quiet zone are
taken from the rendered page and the decoder, never from what was meant to be drawn. A page that fails is not
released.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

from PIL import Image, ImageFilter

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.i18n import gettext, noop
from bluezone_desk.paper.progress import Progress, tell
from bluezone_desk.paper.qr_drawing import Level
from bluezone_desk.paper.rendering import OpenedPdf

FINE_DPI, COARSE_DPI = 200, 100
TILT_DEGREES = 15
KEPT_CONTRAST = 0.4
#: Blur of an unsteady hand: standard deviation in modules of the code.
BLUR_MODULES = 0.4
#: Reading distance in sides of the code: a rule of thumb, not a measurement.
DISTANCE_SIDES = 10
#: Drawing and decoding let other threads run: from so many pages on, two are proven at a time.
_FEW_PAGES = 4
_QUIET_ASKED, _QUIET_SEEN_MOST = 4.0, 8.0
_INK_BELOW = 192
_LEVELS = "LMQH"

#: Every check by the name that stands in `Proof.checks`, and what it means when it fails.
_REASONS = {
    "print_200dpi": noop("the code cannot be read as it would be printed"),
    "print_100dpi": noop("the code cannot be read in a coarse print"),
    "screen_full": noop("the code cannot be read on the screen"),
    "screen_half": noop("the code cannot be read on a small screen"),
    "blurred": noop("the code cannot be read when it is blurred"),
    "tilted": noop("the code cannot be read at a slant"),
    "low_contrast": noop("the code cannot be read in a pale print"),
    "size": noop("the code is too small"),
    "level": noop("the code's error correction is too weak"),
    "quiet_zone": noop("the white frame of the code is too narrow"),
    "link": noop("the code leads to another link"),
    "only_our_codes": noop("another code is on the page"),
    "printed_link": noop("the link in letters differs from the code"),
}


@dataclass(frozen=True, slots=True)
class Aim:
    """What one page must show. `links` has one entry for each code; an empty tuple means no code at all.

    `minimum_mm` is the least side of a code without its quiet zone; on a screen `minimum_mm` counts pixels.
    `level` is the least error correction.
    """

    place: str
    links: tuple[str, ...]
    minimum_mm: float
    level: Level = "Q"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was measured of one link on one released page (counted from 1); the worst of `codes` equal codes.

    `qr_mm` and `distance_m` (ten sides, a rule of thumb) are 0 on a screen, whose size nobody knows.
    """

    page: int
    link: str
    qr_mm: float
    level: str
    quiet_modules: float
    checks: tuple[str, ...]
    distance_m: float
    place: str = ""
    codes: int = 1
    qr_px: int = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    """One code as the decoder found it on the sharp picture; lengths in pixels."""

    link: str
    level: str
    side: float
    module: float
    quiet_modules: float
    box: tuple[int, int, int, int]


def prove_pages(pdf: bytes, aims: Sequence[Aim], progress: Progress | None = None) -> tuple[Proof, ...]:
    """Proofs of all pages of `pdf`, of which `aims` has one each.

    Raises DeskFault(POSTER_NOT_PROVEN, check, place) at the first page that fails, and DeskFault(WORK_CANCELLED)
    when `progress(done, total)` returns False.
    """
    proofs: list[Proof] = []
    with closing(OpenedPdf(pdf)) as opened, _lanes(len(aims)) as each:

        def prove(index: int) -> tuple[Proof, ...]:
            views, text = opened.views(index, (FINE_DPI, COARSE_DPI))
            return _prove_page(index + 1, views, text, aims[index])

        for index, proven in enumerate(each(prove, range(len(aims)))):
            proofs += proven
            tell(progress, index + 1, len(aims))
    return tuple(proofs)


@contextmanager
def _lanes(pages: int) -> Iterator[Callable[..., Iterator[tuple[Proof, ...]]]]:
    """A `map` that works on two pages at a time, in order; what has not begun when it is left never does."""
    if pages < _FEW_PAGES:
        yield map
        return
    pool = ThreadPoolExecutor(2, thread_name_prefix="proof")
    try:
        yield pool.map
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prove_page(page: int, views: tuple[Image.Image, ...], text: str, aim: Aim) -> tuple[Proof, ...]:
    fine, coarse = views
    seen = _read_sharp(fine, aim, "print_200dpi", tolerance=1 / FINE_DPI * 25.4, unit=FINE_DPI / 25.4)
    _same_links(_decode(coarse), aim, "print_100dpi")
    hard = _read_hard(coarse, aim, seen, COARSE_DPI / FINE_DPI)
    if seen:
        _read_hard(_with_frames(fine, seen), aim, seen, 1)
    checks = ("print_200dpi", "size", "level", "quiet_zone", "print_100dpi", *hard, _printed_link(text, aim))
    return _proofs(page, aim, seen, checks, unit=FINE_DPI / 25.4)


def prove_screen(png: bytes, page: int, aim: Aim) -> tuple[Proof, ...]:
    """Proofs of one picture for a screen, read whole and at half its size. Raises as `prove_pages` does."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    seen = _read_sharp(picture, aim, "screen_full", tolerance=1, unit=1)
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    _same_links(_decode(half), aim, "screen_half")
    checks = _read_hard(half, aim, seen, 0.5)
    return _proofs(page, aim, seen, ("screen_full", "size", "level", "quiet_zone", "screen_half", *checks), unit=0)


def _proofs(page: int, aim: Aim, seen: list[_Seen], checks: tuple[str, ...], unit: float) -> tuple[Proof, ...]:
    proofs = []
    for link in dict.fromkeys(aim.links):
        same = [code for code in seen if code.link == link]
        side = min(code.side for code in same)
        side_mm = round(side / unit, 1) if unit else 0.0
        proofs.append(
            Proof(
                page,
                link,
                side_mm,
                min((code.level for code in same), key=_LEVELS.index),
                min(code.quiet_modules for code in same),
                checks,
                round(side_mm * DISTANCE_SIDES / 1000, 1),
                aim.place,
                len(same),
                0 if unit else round(side),
            )
        )
    return tuple(proofs)


def _read_sharp(picture: Image.Image, aim: Aim, check: str, *, tolerance: float, unit: float) -> list[_Seen]:
    """Codes of the sharp picture, all rules checked. `tolerance` in the aim's unit, `unit` is its pixels."""
    found = _decode(picture)
    _same_links(found, aim, check)
    seen = [_measured(picture, code) for code in found]
    for code in seen:
        if code.side / unit < aim.minimum_mm - tolerance:
            _fail("size", aim)
        if _LEVELS.index(code.level) < _LEVELS.index(aim.level):
            _fail("level", aim)
        if code.quiet_modules < _QUIET_ASKED:
            _fail("quiet_zone", aim)
    return seen


def _read_hard(picture: Image.Image, aim: Aim, seen: list[_Seen], scale: float) -> tuple[str, ...]:
    """Reads the picture as a poor camera and a poor printer see it; returns the names of the checks passed."""
    blur = min((code.module for code in seen), default=2.0) * scale * BLUR_MODULES
    views: dict[str, Callable[[], Image.Image]] = {
        "blurred": lambda: picture.filter(ImageFilter.GaussianBlur(blur)),
        "tilted": lambda: picture.rotate(TILT_DEGREES, Image.Resampling.NEAREST, expand=True, fillcolor=255),
        "low_contrast": lambda: picture.point([round(128 + (grey - 128) * KEPT_CONTRAST) for grey in range(256)]),
    }
    for name, view in views.items():
        _same_links(_decode(view()), aim, name)
    return tuple(views)


def _with_frames(picture: Image.Image, seen: list[_Seen]) -> Image.Image:
    """The part of the picture that holds all codes and the white around them: the rest was searched sharp."""
    reach = max(code.module for code in seen) * _QUIET_ASKED
    left, top = min(code.box[0] for code in seen) - reach, min(code.box[1] for code in seen) - reach
    right, bottom = max(code.box[2] for code in seen) + reach, max(code.box[3] for code in seen) + reach
    box = (max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom))
    return picture.crop(box)


def _same_links(found: list[Any], aim: Aim, check: str) -> None:
    links, asked = Counter(code.text for code in found), Counter(aim.links)
    if links == asked:
        return
    if links - asked:
        # Something else can be read here: a wrong link is worse than none.
        _fail("link" if asked - links else "only_our_codes", aim)
    _fail(check, aim)


def _decode(picture: Image.Image) -> list[Any]:
    import zxingcpp

    return list(
        zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"), try_invert=False)
    )


def _measured(picture: Image.Image, code: Any) -> _Seen:
    corners = code.position
    points = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    side = min(right - left, bottom - top)
    module = side / (17 + 4 * int(code.extra["Version"]))
    box = (left, top, right, bottom)
    return _Seen(code.text, code.extra["ECLevel"], side, module, _quiet(picture, box, module), box)


def _quiet(picture: Image.Image, box: tuple[int, int, int, int], module: float) -> float:
    """Modules around `box` without ink or the picture's edge, in quarters, to one pixel, at most 8."""
    left, top, right, bottom = box
    edge = min(left, top, picture.width - right, picture.height - bottom)
    most = min(_QUIET_SEEN_MOST, (edge + 1) / module)
    reach = int(_QUIET_SEEN_MOST * module) + 2
    around = picture.crop((left - reach, top - reach, right + reach, bottom + reach))
    ink = around.point([255 if grey < _INK_BELOW else 0 for grey in range(256)])
    width, height = right - left, bottom - top
    ink.paste(0, (reach - 1, reach - 1, reach + width + 2, reach + height + 2))
    quiet = 0.0
    while quiet + 0.25 <= most:
        out = round((quiet + 0.25) * module) - 1
        if ink.crop((reach - out, reach - out, reach + width + out, reach + height + out)).getbbox() is not None:
            break
        quiet += 0.25
    return quiet


def _printed_link(text: str, aim: Aim) -> str:
    """The link stands on the page in letters, too, exactly as in the code."""
    together = "".join(text.split())
    if any(link not in together for link in aim.links):
        _fail("printed_link", aim)
    return "printed_link"


def _fail(check: str, aim: Aim) -> NoReturn:
    raise DeskFault(Trouble.POSTER_NOT_PROVEN, check=check, place=aim.place, reason=gettext(_REASONS[check]))

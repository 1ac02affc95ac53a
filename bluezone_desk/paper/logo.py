"""An office's logo: any PNG or JPEG made harmless, flat and small enough to print on every page."""

import io
import warnings
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PIL import Image, ImageOps, ImageStat

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: The file itself, and its picture once unpacked: what a scanner or a camera makes, and not more.
MOST_BYTES = 10_000_000
MOST_SIDE_PX = 8_000
MOST_PIXELS = 40_000_000
_MOST = f"{MOST_SIDE_PX} × {MOST_SIDE_PX} px, {MOST_PIXELS // 1_000_000} Mpx, {MOST_BYTES // 1_000_000} MB"
#: Kept for printing: 400 dpi on the largest plate of an A4 poster.
_KEPT_PX = 700
#: A drawing as light as this vanishes on white and is laid on the band's deep blue.
_LIGHT = 205.0
_WHITE, _DEEP_BLUE = (255, 255, 255), (11, 42, 117)


@dataclass(frozen=True)
class Logo:
    """A flat RGB picture as PNG bytes, and the colour of the plate it stands on."""

    png: bytes
    width: int
    height: int
    ground: tuple[int, int, int] = _WHITE

    @property
    def ground_hex(self) -> str:
        return "#{:02X}{:02X}{:02X}".format(*self.ground)

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of the largest picture of these proportions in a room of `width` by `height`."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale

    @cached_property
    def reader(self) -> Any:
        """For reportlab, which embeds it once in a document however often it is drawn."""
        from reportlab.lib.utils import ImageReader

        return ImageReader(io.BytesIO(self.png))


def read_logo(content: bytes, name: str = "") -> Logo:
    """The logo of a file's bytes. Transparency is laid on white, or on deep blue when the drawing is light.

    Raises DeskFault: LOGO_IS_SVG, LOGO_TOO_LARGE(name, detail, most), LOGO_NOT_A_PICTURE(name). A picture's size
    is judged by its head, before any of it is unpacked.
    """
    if len(content) > MOST_BYTES:
        raise DeskFault(Trouble.LOGO_TOO_LARGE, name=name, detail=f"{len(content) / 1e6:.0f} MB", most=_MOST)
    if _is_svg(content):
        raise DeskFault(Trouble.LOGO_IS_SVG, name=name)
    picture = _unpacked(content, name)
    flat, ground = _flat(picture)
    flat.thumbnail((_KEPT_PX, _KEPT_PX), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=True)
    return Logo(out.getvalue(), *flat.size, ground)


def kept_logo(png: bytes, ground: str) -> Logo:
    """A logo read before, as it was kept. Raises DeskFault as `read_logo` does when what was kept is damaged."""
    made = read_logo(png)
    colour = tuple(int(ground[place : place + 2], 16) for place in (1, 3, 5))
    return Logo(png, made.width, made.height, (colour[0], colour[1], colour[2]))


def _is_svg(content: bytes) -> bool:
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<svg", b"<?xml", b"<!doctype")) or b"<svg" in head


def _unpacked(content: bytes, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # The size is judged below, by limits far under the one Pillow warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            width, height = picture.size
            if max(width, height) > MOST_SIDE_PX or width * height > MOST_PIXELS:
                raise DeskFault(Trouble.LOGO_TOO_LARGE, name=name, detail=f"{width} × {height} px", most=_MOST)
            picture.load()
            return ImageOps.exif_transpose(picture)
    except Image.DecompressionBombError as bomb:
        raise DeskFault(Trouble.LOGO_TOO_LARGE, name=name, detail=f"> {MOST_SIDE_PX} px", most=_MOST) from bomb
    except (OSError, ValueError, SyntaxError) as damaged:
        raise DeskFault(Trouble.LOGO_NOT_A_PICTURE, name=name) from damaged


def _flat(picture: Image.Image) -> tuple[Image.Image, tuple[int, int, int]]:
    """The picture without transparency, cut to what can be seen, and the colour it was laid on."""
    if picture.mode.startswith("I"):
        picture = Image.eval(picture.convert("I"), lambda grey: grey * (1 / 256)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB"), _WHITE
    seen = picture.convert("RGBA")
    seen = seen.crop(seen.getchannel("A").getbbox() or (0, 0, *seen.size))
    alpha = seen.getchannel("A")
    light = ImageStat.Stat(seen.convert("L"), alpha.point(lambda grey: 255 if grey > 40 else 0)).mean[0]
    ground = _DEEP_BLUE if light > _LIGHT and any(alpha.histogram()[:255]) else _WHITE
    flat = Image.new("RGB", seen.size, ground)
    flat.paste(seen, mask=alpha)
    return flat, ground

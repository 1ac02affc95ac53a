"""The pictures a visitor's screen shows in turn: the proven poster, the steps, the right application, a greeting.

Nothing on them is personal: they are made of the office, its directive and its programmes alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bluezone_desk.domain.office import BLUEZONE, Office
from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import plain, too_long
from bluezone_desk.paper.poster import PosterRequest, ProvenPoster, canvas_of, draw_face, poster, text_of
from bluezone_desk.paper.poster_sheet import BLUE, NIGHT, PALE_BLUE, WHITE, Face, Sheet
from bluezone_desk.paper.poster_text import Pair, PosterText, Type
from bluezone_desk.paper.poster_wording import Said, four_steps, said_names, warning
from bluezone_desk.paper.rendering import page_png

WIDE, TALL = "screen-wide", "screen-tall"
_LONG, _SHORT = 1920, 1080
_PARTS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44)

_HOW = Said("Bốn bước trước khi vào", "Four steps before you enter")
_RIGHT = Said("Chọn đúng ứng dụng {names}", "Choose the right {names}")
_LOOK = (
    Said("**Tải từ mã** trên màn hình này hoặc hỏi lễ tân", "Use the code on this screen, or ask reception"),
    Said("**Xem kỹ tên** và nhà phát triển trước khi cài", "Check the name and the developer first"),
)
_NEARLY = Said("**Không cài** ứng dụng có tên chỉ gần giống", "Do not install apps whose names only look alike")
_WELCOME = Said("Kính chào quý khách", "Welcome")
_HELPED = (
    Said("Xin mời đến **quầy tiếp đón** để ghi nhận ra vào", "Please register at the reception desk"),
    Said("Chưa cài được ứng dụng? **Lễ tân sẵn sàng giúp**", "Need help with the app? Reception will help you"),
)


@dataclass(frozen=True, slots=True)
class Slides:
    """PNG pictures in the order shown; `proven` is the poster they begin with."""

    pictures: tuple[bytes, ...]
    proven: ProvenPoster


def slides(request: PosterRequest, office: Office) -> Slides:
    """The pictures for a lying or a standing screen, by the request's template. Raises as `poster` does.

    The place stays off the screen when the request names none.
    """
    proven = poster(replace(request, places=request.places[:1], place_lines=()), office)
    text = text_of(replace(request, places=("",)), office)
    names = said_names(text.programmes)
    right = Said(_RIGHT.vi.format(names=names.vi), _RIGHT.en.format(names=names.en))
    told = [(_HOW, four_steps(text.programmes), True), (right, (_alike(text), *_LOOK), False)]
    told.append((_WELCOME, _HELPED, False))
    size = (_LONG, _SHORT) if request.template == WIDE else (_SHORT, _LONG)
    canvas, out = canvas_of(office)
    for title, rows, is_numbered in told:
        draw_face(canvas, _face(text, title, rows, size, is_numbered=is_numbered))
    canvas.save()
    drawn = out.getvalue()
    return Slides((*proven.pngs[:1], *(page_png(drawn, page, 72) for page in range(len(told)))), proven)


def usual_slides(office: Office, template: str = WIDE) -> Slides:
    """The slides of the office's own directive, in both languages. Raises as `poster` does."""
    programmes = tuple(p for p in office.programmes if p.link) or (BLUEZONE,)
    return slides(PosterRequest(template=template, language="vi+en", places=("",), programmes=programmes), office)


def _alike(text: PosterText) -> Said:
    """The look-alikes that are known by name, or what look-alikes are."""
    said = warning(text.programmes)
    return said if "{names}" not in said.vi else _NEARLY


def _face(
    text: PosterText, title: Said, rows: Sequence[Said], size: tuple[int, int], *, is_numbered: bool
) -> Face:
    width, height = size

    def draw(sheet: Sheet) -> None:
        sheet.band(0, 0, width, height, BLUE, NIGHT)
        _Slide(sheet, text, title, rows, is_numbered).draw()

    return Face(width, height, draw, unit=1.0)


class _Slide:
    """A title and rows of large type, in the middle of the picture's height."""

    def __init__(
        self, sheet: Sheet, text: PosterText, title: Said, rows: Sequence[Said], is_numbered: bool
    ) -> None:
        self.sheet = sheet
        self.text = text
        self.title = title
        self.rows = rows
        self.is_numbered = is_numbered
        self.margin = 0.075 * min(sheet.width, sheet.height) + 24
        self.width = sheet.width - 2 * self.margin

    def draw(self) -> None:
        """Draws all at the largest type that fits. Raises DeskFault(TEXT_TOO_LONG)."""
        for part in _PARTS:
            type_ = Type(part)
            disc = 116 * part if self.is_numbered else 0.0
            office = type_.fit(
                plain(self.text.office.upper(), fonts.SANS_SEMIBOLD), 38, 26, self._beside(part), 10, "office"
            )
            title = type_.fit(plain(self.title.vi, fonts.SANS_EXTRABOLD), 118, 80, self.width, 3, "headline")
            under = type_.fit(
                plain(self.text.english(self.title), fonts.SANS_MEDIUM), 54, 36, self.width, 2, "headline"
            )
            pairs = type_.pairs(self.text, self.rows, 66, self.width - disc * 1.4, 5, "steps")
            gap = 44 * part
            heights = [max(pair.height, disc) for pair in pairs]
            used = office.height + title.height + under.height + sum(heights) + gap * (len(pairs) + 2)
            if used <= self.sheet.height - 1.6 * self.margin:
                break
        else:
            raise too_long("headline", self.title.vi)
        y = (self.sheet.height - used) / 2
        self._logo(part)
        y = self.sheet.text(office, self.margin, y, PALE_BLUE) + 0.4 * gap
        y = self.sheet.text(title, self.margin, y, WHITE)
        y = self.sheet.text(under, self.margin, y, PALE_BLUE) + 1.6 * gap
        for number, (pair, height) in enumerate(zip(pairs, heights, strict=True), 1):
            self._row(number, pair, y, disc, height)
            y += height + gap

    def _beside(self, part: float) -> float:
        plate, _ = self.text.plate(330 * part, 150 * part)
        return self.width - plate * 1.1

    def _logo(self, part: float) -> None:
        if self.text.logo is not None:
            width, height = self.text.plate(330 * part, 150 * part)
            self.sheet.plate(
                self.text.logo, self.sheet.width - self.margin * 0.6 - width, self.margin * 0.6, width, height
            )

    def _row(self, number: int, pair: Pair, y: float, disc: float, height: float) -> None:
        left = self.margin
        if disc:
            self.sheet.disc(left, y + (height - disc) / 2, disc, str(number), WHITE, BLUE)
            left += disc * 1.4
        top = self.sheet.text(pair.vi, left, y + (height - pair.height) / 2, WHITE)
        self.sheet.text(pair.en, left, top, PALE_BLUE)

"""Sheets of an official paper: a reportlab canvas with the settings every paper here must have."""

import io

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.fonts import SERIF, font, width


class Sheet:
    """Draws black text and rules on A4 pages, lower left corner as origin, lengths in points.

    The finished bytes depend on what was drawn alone: no clock, no random identifier.
    """

    def __init__(self, title: str, author: str, size: tuple[float, float] = law.A4_PORTRAIT) -> None:
        # Base 85 makes streams a quarter larger and slower, for mail systems of another age.
        rl_config.useA85 = 0
        self._out = io.BytesIO()
        self.canvas = Canvas(
            self._out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=font(SERIF).fontName,
            lang="vi-VN",
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(title)
        self.canvas.setCreator("Bluezone Desk")
        self.size = size
        self.page_in_part = 1

    @property
    def left(self) -> float:
        return law.LEFT_MM * law.MM

    @property
    def right(self) -> float:
        return self.size[0] - law.RIGHT_MM * law.MM

    @property
    def top(self) -> float:
        return self.size[1] - law.TOP_MM * law.MM

    @property
    def bottom(self) -> float:
        return law.BOTTOM_MM * law.MM

    @property
    def room(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def text(self, x: float, y: float, text: str, face: str, size: float, stretch: float = 0.0) -> None:
        """One run on the baseline `y` from `x`; `stretch` points are added to every space."""
        font(face)
        run = self.canvas.beginText(x, y)
        run.setFont(face, size)
        run.setWordSpace(stretch)
        run.textOut(text)
        self.canvas.drawText(run)

    def centred(self, middle: float, y: float, text: str, face: str, size: float) -> None:
        self.text(middle - width(text, face, size) / 2, y, text, face, size)

    def flush_right(self, right: float, y: float, text: str, face: str, size: float) -> None:
        self.text(right - width(text, face, size), y, text, face, size)

    def rule(self, x: float, y: float, length: float, thickness: float = law.RULE_WIDTH) -> None:
        """A level line to the right."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x, y, x + length, y)

    def upright(self, x: float, y: float, length: float, thickness: float = law.RULE_WIDTH) -> None:
        """A vertical line upwards."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x, y, x, y + length)

    def box(self, x: float, y: float, wide: float, high: float, thickness: float = law.RULE_WIDTH) -> None:
        self.canvas.setLineWidth(thickness)
        self.canvas.rect(x, y, wide, high)

    def turn_page(self) -> None:
        """Ends this page and numbers the next one of the same part."""
        self.canvas.showPage()
        self.canvas.setPageSize(self.size)
        self.page_in_part += 1
        self._number_page()

    def start_part(self, size: tuple[float, float]) -> None:
        """Ends this page and begins a part with its own page numbers; its first page shows none."""
        self.canvas.showPage()
        self.size = size
        self.canvas.setPageSize(size)
        self.page_in_part = 1

    def _number_page(self) -> None:
        y = self.size[1] - law.PAGE_NUMBER_FROM_TOP
        self.centred(self.middle, y, str(self.page_in_part), SERIF, law.PAGE_NUMBER_SIZE)

    def finish(self) -> bytes:
        """Ends the last page; the whole document."""
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()

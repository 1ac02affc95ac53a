"""Reads a finished PDF back: every run of text with its font, size, place and colour, and every ruled line."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
#: PDFium widens the bounds of a stroked line by its width.
_HALF_STROKE = 0.75


@dataclass(frozen=True, slots=True)
class Run:
    """`left` and `right` are the ink's edges, `base` the height of the baseline, all in points from the corner."""

    text: str
    font: str
    size: float
    left: float
    right: float
    base: float
    color: tuple[int, int, int]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    left: float
    right: float
    low: float
    high: float

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def is_level(self) -> bool:
        return self.high - self.low < 2 < self.length


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    text: str

    def run(self, text: str) -> Run:
        """The one run that is exactly this text."""
        [found] = [run for run in self.runs if run.text == text]
        return found

    def having(self, part: str) -> list[Run]:
        return [run for run in self.runs if part in run.text]


def read(pdf: bytes, first: int = 0, most: int = 10_000) -> list[Page]:
    """The pages from `first` (counted from 0) on, at most so many."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(document[n]) for n in range(first, min(len(document), first + most))]
    finally:
        document.close()


def _page(sheet: pypdfium2.PdfPage) -> Page:
    textpage = sheet.get_textpage()
    runs: list[Run] = []
    rules: list[Rule] = []
    for item in sheet.get_objects(textpage=textpage):
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            run = _run(item)
            if run.text:
                runs.append(run)
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            left, low, right, high = item.get_bounds()
            rules.append(Rule(left + _HALF_STROKE, right - _HALF_STROKE, low, high))
    text = textpage.get_text_range().replace("\r\n", "\n")
    width, height = sheet.get_size()
    textpage.close()
    sheet.close()
    return Page(width, height, tuple(runs), tuple(rules), text)


def _run(item: pypdfium2.PdfTextObj) -> Run:
    left, _, right, _ = item.get_bounds()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha)
    return Run(
        # PDFium reports a hyphen at a line's end as a soft one.
        text=item.extract().replace("\x02", "-").strip(),
        font=item.get_font().get_base_name().rpartition("+")[2],
        size=round(item.get_font_size(), 2),
        left=left,
        right=right,
        base=round(item.get_matrix().f, 2),
        color=(red.value, green.value, blue.value),
    )

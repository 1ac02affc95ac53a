"""The visitor's label: who, to whom, when, and a code of digits only that a scanner types right in any layout.

The finished label is rendered and its code read back before it is released.
"""

import io
from dataclasses import dataclass
from typing import Literal

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper import fonts
from bluezone_desk.paper.layout import Block, fit, plain
from bluezone_desk.paper.poster_sheet import MM, Sheet
from bluezone_desk.paper.proof import Aim, prove_pages
from bluezone_desk.paper.qr_drawing import qr_code

LabelSize = Literal["62x100", "A6"]
_BLACK, _WHITE = "#000000", "#FFFFFF"
#: A pass of four digits is a code of 21 modules; this keeps a module at or above 1 mm on the roll.
_LEAST_SIDE = 22.0
#: White beyond the quiet zone in mm: thermal heads smear.
_SPARE = 0.8
#: The words' type is as large as the room between band and code allows.
_PARTS = (1.35, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6)


@dataclass(frozen=True, slots=True)
class _Measures:
    """Lengths in mm, type in points."""

    width: float
    height: float
    margin: float
    side: float
    scale: float


LABEL_SIZES: dict[str, _Measures] = {
    "62x100": _Measures(62.0, 100.0, 3.5, 28.0, 1.0),
    "A6": _Measures(105.0, 148.0, 8.0, 44.0, 1.5),
}


def pass_label(line: VisitLine, office: Office, size: LabelSize = "62x100") -> bytes:
    """One page of 62 x 100 mm (label roll) or A6 as PDF, black on white for thermal printers.

    Without a pass number there is no code. A text too long for its place is cut and ends in "…"; letters the
    font lacks are marked. Raises DeskFault(POSTER_NOT_PROVEN) when the code cannot be read back from the page.
    """
    from reportlab.pdfgen.canvas import Canvas

    measures = LABEL_SIZES[size]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(measures.width * MM, measures.height * MM), invariant=1)
    canvas.setTitle(f"Thẻ khách {line.pass_number}".strip())
    _Label(Sheet(canvas, measures.width, measures.height), measures, line).draw(office)
    canvas.showPage()
    canvas.save()
    pdf = out.getvalue()
    code = code_of(line)
    prove_pages(pdf, [Aim(line.pass_number, (code,) if code else (), _LEAST_SIDE)])
    return pdf


def code_of(line: VisitLine) -> str:
    """What the label's code says: the pass number when it is digits, else "" and no code."""
    number = line.pass_number
    return number if number.isascii() and number.isdigit() else ""


class _Label:
    """Draws from above and from below; the name takes what is left."""

    def __init__(self, sheet: Sheet, measures: _Measures, line: VisitLine) -> None:
        self.sheet = sheet
        self.measures = measures
        self.line = line
        self.room = (measures.width - 2 * measures.margin) * MM

    def draw(self, office: Office) -> None:
        m, sheet, middle = self.measures, self.sheet, self.measures.width / 2
        top = sheet.text(self._fit(office.name, fonts.SANS_SEMIBOLD, 8, 6, 2), middle, m.margin, _BLACK, "centre")
        band = 11.0 * m.scale
        sheet.box(m.margin, top + 1, m.width - 2 * m.margin, band, _BLACK, 1.5)
        word = f"KHÁCH {self.line.pass_number}".strip()
        block = self._fit(word, fonts.SANS_BOLD, 20, 8, 1, width=0.94)
        sheet.text(block, middle, top + 1 + (band - block.height / MM) / 2, _WHITE, "centre")
        bottom = self._foot()
        self._who(top + band + 2.5, bottom)

    def _foot(self) -> float:
        """The code with its digits; returns where it begins."""
        m, code = self.measures, code_of(self.line)
        if not code:
            return m.height - m.margin
        digits = self._fit(code, fonts.SANS_BOLD, 10, 8, 1)
        y = m.height - m.margin - digits.height / MM
        self.sheet.text(digits, m.width / 2, y, _BLACK, "centre")
        made = qr_code(code)
        quiet = made.quiet_width(m.side) + _SPARE
        top = y - quiet - m.side
        self.sheet.qr(made, (m.width - m.side) / 2, top, m.side)
        return top - quiet

    def _who(self, top: float, bottom: float) -> None:
        host = ", ".join(part for part in (self.line.host, self.line.department) if part)
        party = f" và {self.line.party} người đi cùng" if self.line.party else ""
        moment = f"Vào {clock_time(self.line.entered_at)}, ngày {short_date(self.line.day)}"
        gap = 1.2 * self.measures.scale
        for part in _PARTS:
            told = [
                self._fit(self.line.name + party, fonts.SANS_BOLD, 15 * part, 8 * part, 3),
                self._fit(f"Gặp: {host}" if host else "", fonts.SANS_MEDIUM, 10 * part, 7 * part, 2),
                self._fit(moment, fonts.SANS, 9 * part, 6.5 * part, 1),
            ]
            blocks = [block for block in told if block.lines]
            used = sum(block.height / MM for block in blocks) + gap * (len(blocks) - 1)
            if used <= bottom - top:
                break
        y = top + max(0.0, (bottom - top - used) / 2)
        for block in blocks:
            y = self.sheet.text(block, self.measures.width / 2, y, _BLACK, "centre") + gap

    def _fit(self, text: str, face: str, size: float, floor: float, lines: int, width: float = 1.0) -> Block:
        scale = self.measures.scale
        shown = fonts.drawable(text, face)
        while True:
            try:
                return fit(plain(shown, face), size * scale, floor * scale, self.room * width, lines, "label")
            except DeskFault as fault:
                if fault.code is not Trouble.TEXT_TOO_LONG:
                    raise
                shown = shown.rstrip("… ")[: -max(1, len(shown) // 10)].rstrip() + "…"

"""Reads a Word file back as a reader sees it: every line with the type its style and runs give it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_SIDES = {0: "left", 1: "centre", 2: "right", 3: "justified", None: "left"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `rule` is the length in points of the line ruled above it, 0 without one."""

    text: str
    style: str
    font: str
    size: float
    is_bold: bool
    is_italic: bool
    side: str
    color: str
    rule: float
    paragraph: Paragraph

    @property
    def type(self) -> tuple[float, bool, bool]:
        return (self.size, self.is_bold, self.is_italic)


def open_word(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def body_lines(document: Document) -> list[Line]:
    """Paragraphs outside tables, in order."""
    wide = _room(document)
    return [_line(paragraph, wide) for paragraph in document.paragraphs]


def cell_lines(cell: _Cell) -> list[Line]:
    wide = Length(cell.width or 0).pt
    return [_line(paragraph, wide) for paragraph in cell.paragraphs]


def every_line(document: Document) -> Iterator[Line]:
    """All paragraphs of the document in its order, those in tables included."""
    wide = _room(document)
    for element in document.element.body.iter(qn("w:p")):
        yield _line(Paragraph(element, document._body), wide)


def repeats_head(table: Table) -> bool:
    return table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None


def _room(document: Document) -> float:
    section = document.sections[0]
    return float(Length(section.page_width - section.left_margin - section.right_margin).pt)


def _line(paragraph: Paragraph, room: float) -> Line:
    style = paragraph.style
    shape, own = style.paragraph_format, paragraph.paragraph_format
    alignment = own.alignment if own.alignment is not None else shape.alignment
    runs = [run for run in paragraph.runs if run.text]
    told = paragraph.text.replace("\n", " ").replace("\u00a0", " ")
    return Line(
        text=told,
        style=style.name,
        font=next((run.font.name for run in runs if run.font.name), style.font.name),
        size=next(
            (run.font.size.pt for run in runs if run.font.size), style.font.size.pt if style.font.size else 0
        ),
        is_bold=bool(style.font.bold) or any(run.font.bold for run in runs),
        is_italic=bool(style.font.italic) or any(run.font.italic for run in runs),
        side=_SIDES[alignment],
        color=str(style.font.color.rgb),
        rule=_rule(paragraph, room),
        paragraph=paragraph,
    )


def _rule(paragraph: Paragraph, room: float) -> float:
    borders = paragraph._p.find(f".//{qn('w:pBdr')}/{qn('w:top')}")
    if borders is None:
        return 0.0
    shape = paragraph.paragraph_format
    sides = sum(Length(side).pt for side in (shape.left_indent, shape.right_indent) if side is not None)
    return room - sides

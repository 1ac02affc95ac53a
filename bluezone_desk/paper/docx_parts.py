"""Pieces of the Word report that python-docx has no words for: rules, page fields, and long tables built fast."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper import docx_styles as styles
from bluezone_desk.paper.decree30_lines import balanced_lines, bound
from bluezone_desk.paper.fonts import SERIF_BOLD, width
from bluezone_desk.paper.wording_document import ReportText

_ROOM_MM = 210 - law.LEFT_MM - law.RIGHT_MM
_LEFT_BOX_MM = 74.0
_TWENTIETHS_PER_MM = 1440 / 25.4
_CELL_MARGIN = 70
#: Stands in a document where the rows of a long table belong.
ROWS_HERE = "<!--rows-->"
_ALIGN = {WD_ALIGN_PARAGRAPH.LEFT: "left", WD_ALIGN_PARAGRAPH.CENTER: "center", WD_ALIGN_PARAGRAPH.RIGHT: "right"}


def number_pages(section: Section) -> None:
    """A page number, centred in the header of every page but the first."""
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    line._p.append(parse_xml(field))


def restart_numbers(section: Section) -> None:
    """This section's pages count from 1 again, and its first page shows no number."""
    section.different_first_page_header_footer = True
    kind = section._sectPr.find(qn("w:pgNumType"))
    if kind is None:
        kind = parse_xml(f"<w:pgNumType {nsdecls('w')}/>")
        columns = section._sectPr.find(qn("w:cols"))
        columns.addprevious(kind) if columns is not None else section._sectPr.append(kind)
    kind.set(qn("w:start"), "1")


def add_boxed(document: WordDocument, text: str, room: float) -> None:
    """Box 11: the words in a frame of one line, no wider than they need, on a page of `room` points."""
    line = document.add_paragraph(text, style=styles.BOXED)
    line.paragraph_format.right_indent = Pt(room - width(text, SERIF_BOLD, law.BODY_SIZE) - 8)
    line.paragraph_format.left_indent = Pt(4)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="3" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    _add_borders(line, sides)


def _add_borders(line: WordParagraph, sides: str) -> None:
    line._p.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"),
        *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


def add_rule(place: WordDocument | WordCell, room_mm: float, length: float) -> None:
    """A centred line of `length` points at the end of the place, which is `room_mm` wide."""
    line = place.add_paragraph(style=styles.RULE)
    side = max(0.0, (room_mm * law.MM - length) / 2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(side)
    _add_borders(line, '<w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/>')


def add_subject(document: WordDocument, text: str) -> None:
    """Box 5a: the subject, and a rule of a third to a half of its last line."""
    lines = balanced_lines(bound(text), SERIF_BOLD, law.TITLE_SIZE, _ROOM_MM * law.MM * 0.84)
    document.add_paragraph("\n".join(lines), style=styles.TITLE)
    _add_part_rule(document, lines, law.TITLE_SIZE, _ROOM_MM)


def _add_part_rule(place: WordDocument | WordCell, lines: list[str], size: float, room_mm: float) -> None:
    widths = [width(line, SERIF_BOLD, size) for line in lines]
    add_rule(place, room_mm, law.part_rule(widths[-1], max(widths)))


def add_heading_table(document: WordDocument, text: ReportText) -> None:
    """Boxes 1 to 4 in a table without lines."""
    left, right = _two_boxes(document, 2, _LEFT_BOX_MM)
    if text.parent:
        _fill(left[0], text.parent, styles.AGENCY_PARENT)
    _fill(left[0], text.office, styles.AGENCY)
    lines = balanced_lines(text.office, SERIF_BOLD, law.AGENCY_SIZE, _LEFT_BOX_MM * law.MM)
    _add_part_rule(left[0], lines, law.AGENCY_SIZE, _LEFT_BOX_MM)
    _fill(right[0], law.NATION, styles.NATION)
    _fill(right[0], law.MOTTO, styles.MOTTO)
    add_rule(right[0], _ROOM_MM - _LEFT_BOX_MM, width(law.MOTTO, SERIF_BOLD, law.MOTTO_SIZE))
    _fill(left[1], text.number_line, styles.NUMBER)
    _fill(right[1], text.place_and_date, styles.PLACE_DATE)
    document.add_paragraph(style=styles.TITLE)


def add_closing_table(document: WordDocument, text: ReportText) -> None:
    """Recipients and signature side by side, on the page of the last paragraph."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    left, right = _two_boxes(document, 1, _ROOM_MM / 2)
    _fill(left[0], "Nơi nhận:", styles.RECIPIENTS_HEAD)
    for line in text.recipients:
        _fill(left[0], line, styles.RECIPIENTS)
    for n, title in enumerate(text.signature_titles):
        _fill(right[0], title, styles.SIGNATURE if n else styles.SIGNATURE_HEAD)
    for _ in range(4):
        _fill(right[0], "", styles.SIGNATURE)
    _fill(right[0], text.signatory, styles.SIGNATURE)


def add_places_to_sign(document: WordDocument, places: Sequence[tuple[str, str]], room_mm: float) -> None:
    """Two titles side by side on one page, each with room for a signature and the name when it is known."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    boxes = _two_boxes(document, 1, room_mm / 2, room_mm)
    for [cell], (title, name) in zip(boxes, places, strict=True):
        _fill(cell, title, styles.SIGNATURE_HEAD)
        _fill(cell, "(Ký, ghi rõ họ tên)", styles.CIRCUMSTANCES)
        for _ in range(3):
            _fill(cell, "", styles.SIGNATURE)
        _fill(cell, name, styles.SIGNATURE)


def _two_boxes(
    document: WordDocument, rows: int, left_mm: float, room_mm: float = _ROOM_MM
) -> tuple[list[WordCell], list[WordCell]]:
    table = document.add_table(rows, 2)
    table.autofit = False
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    form = table._tbl.tblPr
    form.append(parse_xml(f'<w:tblInd {nsdecls("w")} w:w="0" w:type="dxa"/>'))
    form.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    for column, wide in zip(table.columns, (left_mm, room_mm - left_mm), strict=True):
        column.width = Mm(wide)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, wide in zip(row.cells, (left_mm, room_mm - left_mm), strict=True):
            cell.width = Mm(wide)
    return [row.cells[0] for row in table.rows], [row.cells[1] for row in table.rows]


def _fill(cell: WordCell, text: str, style: str) -> None:
    """Adds a paragraph; a new cell's own empty one is used first."""
    first = cell.paragraphs[0]
    is_new = len(cell.paragraphs) == 1 and first.style is not None and first.style.name == "Normal"
    paragraph = first if is_new else cell.add_paragraph()
    paragraph.style = style
    paragraph.add_run(text)


def add_grid(
    document: WordDocument,
    head: Sequence[str],
    rows: Iterable[tuple[Sequence[str], bool]],
    widths_mm: Sequence[float],
    style: str,
    alignments: Sequence[WD_ALIGN_PARAGRAPH],
) -> None:
    """A ruled table whose head is repeated on every page; rows marked True are bold.

    Written as XML in one piece: python-docx looks up every cell anew, which takes minutes for thousands of rows.
    """
    _insert_grid(
        document, head, "".join(_grid_rows(document, rows, widths_mm, style, alignments)), widths_mm, style
    )


def add_long_grid(
    document: WordDocument,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths_mm: Sequence[float],
    style: str,
    alignments: Sequence[WD_ALIGN_PARAGRAPH],
) -> Iterator[str]:
    """The same without its rows: `ROWS_HERE` stands for them until `report_docx.document_bytes` asks for them.

    A tree of 20,000 rows would take 700 MB.
    """
    _insert_grid(document, head, ROWS_HERE, widths_mm, style)
    return _grid_rows(document, ((row, False) for row in rows), widths_mm, style, alignments)


def _grid_rows(
    document: WordDocument,
    rows: Iterable[tuple[Sequence[str], bool]],
    widths_mm: Sequence[float],
    style: str,
    alignments: Sequence[WD_ALIGN_PARAGRAPH],
) -> Iterator[str]:
    """The XML of each row; rows marked True are bold."""
    style_id = escape(document.styles[style].style_id)
    kinds = (_ALIGN[alignment] for alignment in alignments)
    cells = [_cell_form(style_id, wide, kind) for wide, kind in zip(_twentieths(widths_mm), kinds, strict=True)]
    for row, is_bold in rows:
        yield _row(row, cells, "<w:cantSplit/>", is_bold=is_bold)


def _insert_grid(
    document: WordDocument, head: Sequence[str], rows: str, widths_mm: Sequence[float], style: str
) -> None:
    style_id = escape(document.styles[style].style_id)
    wides = _twentieths(widths_mm)
    centred = [_cell_form(style_id, wide, "center") for wide in wides]
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="{_CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    xml = [
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(wides)}" w:type="dxa"/>',
        f'<w:tblInd w:w="{_CELL_MARGIN}" w:type="dxa"/>',
        f"<w:tblBorders>{lines}</w:tblBorders>",
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{wide}"/>' for wide in wides),
        "</w:tblGrid>",
        _row(head, centred, "<w:cantSplit/><w:tblHeader/>", is_bold=True),
        rows,
        "</w:tbl>",
    ]
    document._body._element.insert_element_before(parse_xml("".join(xml)), "w:sectPr")


def _twentieths(widths_mm: Sequence[float]) -> list[int]:
    return [round(mm * _TWENTIETHS_PER_MM) for mm in widths_mm]


def _cell_form(style_id: str, wide: int, alignment: str) -> str:
    shape = f'<w:pPr><w:pStyle w:val="{style_id}"/><w:jc w:val="{alignment}"/></w:pPr>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr><w:p>{shape}<w:r>%s</w:r></w:p></w:tc>'


def _row(texts: Sequence[str], forms: Sequence[str], properties: str, *, is_bold: bool) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    cells = (
        form % f'{bold}<w:t xml:space="preserve">{escape(text)}</w:t>'
        for form, text in zip(forms, texts, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

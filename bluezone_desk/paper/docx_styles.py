"""Word styles with the types and gaps of Decree 30/2020, so that an office edits text and not formats."""

from typing import Final

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from bluezone_desk.paper import decree30 as law

FACE: Final = "Times New Roman"
BODY: Final = "Nội dung văn bản"
TITLE: Final = "Tên loại và trích yếu"
ADDRESSEE: Final = "Kính gửi"
AGENCY_PARENT: Final = "Cơ quan chủ quản"
AGENCY: Final = "Cơ quan ban hành"
NATION: Final = "Quốc hiệu"
MOTTO: Final = "Tiêu ngữ"
NUMBER: Final = "Số và ký hiệu"
PLACE_DATE: Final = "Địa danh và thời gian"
SIGNATURE: Final = "Người ký"
SIGNATURE_HEAD: Final = "Quyền hạn, chức vụ"
RECIPIENTS_HEAD: Final = "Nơi nhận"
RECIPIENTS: Final = "Danh sách nơi nhận"
CELL: Final = "Ô bảng"
SMALL_CELL: Final = "Ô danh sách"
REFERENCE: Final = "Kèm theo"
NOTE: Final = "Ghi chú"
BOXED: Final = "Lưu hành nội bộ"
RULE: Final = "Đường kẻ"
LINE: Final = "Dòng của danh sách"
PART: Final = "Phần của danh sách"
CIRCUMSTANCES: Final = "Thời điểm lập"
LIST_CELL: Final = "Ô phiếu"
COUNT: Final = "Tổng số"
CALL_CELL: Final = "Ô điểm danh"
PICTURE: Final = "Biểu đồ"
CAPTION: Final = "Tên biểu đồ"

#: Space between a paper's title and its first table.
GAP: Final = Pt(8)

_CENTRE, _LEFT, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
#: name: size, bold, italic, alignment, space before, space after.
_STYLES: Final = {
    BODY: (law.BODY_SIZE, False, False, _JUSTIFY, law.PARAGRAPH_GAP, 0.0),
    TITLE: (law.TITLE_SIZE, True, False, _CENTRE, 0.0, 0.0),
    ADDRESSEE: (law.BODY_SIZE, False, False, _CENTRE, 8.0, 4.0),
    AGENCY_PARENT: (law.AGENCY_SIZE, False, False, _CENTRE, 0.0, 0.0),
    AGENCY: (law.AGENCY_SIZE, True, False, _CENTRE, 0.0, 0.0),
    NATION: (law.NATION_SIZE, True, False, _CENTRE, 0.0, 0.0),
    MOTTO: (law.MOTTO_SIZE, True, False, _CENTRE, 0.0, 0.0),
    NUMBER: (law.NUMBER_SIZE, False, False, _CENTRE, 2.0, 0.0),
    PLACE_DATE: (law.BODY_SIZE, False, True, _CENTRE, 2.0, 0.0),
    SIGNATURE: (law.BODY_SIZE, True, False, _CENTRE, 0.0, 0.0),
    SIGNATURE_HEAD: (law.BODY_SIZE, True, False, _CENTRE, 12.0, 0.0),
    RECIPIENTS_HEAD: (law.RECIPIENTS_HEAD_SIZE, True, True, _LEFT, 12.0, 0.0),
    RECIPIENTS: (law.RECIPIENTS_SIZE, False, False, _LEFT, 0.0, 0.0),
    CELL: (law.BODY_SIZE, False, False, _LEFT, 1.0, 1.0),
    SMALL_CELL: (9.0, False, False, _LEFT, 1.0, 1.0),
    REFERENCE: (law.BODY_SIZE, False, True, _CENTRE, 0.0, 6.0),
    NOTE: (10.0, False, True, _LEFT, 2.0, 0.0),
    BOXED: (law.BODY_SIZE, True, False, _LEFT, 0.0, 0.0),
    PICTURE: (law.BODY_SIZE, False, False, _CENTRE, law.PARAGRAPH_GAP, 0.0),
    CAPTION: (law.BODY_SIZE, False, True, _CENTRE, 0.0, 6.0),
    LINE: (law.BODY_SIZE, False, False, _LEFT, 0.0, 0.0),
    PART: (law.BODY_SIZE, True, False, _LEFT, 8.0, 4.0),
    CIRCUMSTANCES: (law.BODY_SIZE, False, True, _CENTRE, 0.0, 0.0),
    COUNT: (10.0, True, False, _LEFT, 4.0, 0.0),
    LIST_CELL: (11.0, False, False, _LEFT, 1.5, 1.5),
    CALL_CELL: (12.0, False, False, _LEFT, 2.5, 2.5),
    RULE: (2.0, False, False, _CENTRE, 2.0, 0.0),
}


def set_styles(document: WordDocument) -> None:
    """Makes Times New Roman 13 the normal text, and adds a style for each box of the decree."""
    _set_face(document.styles["Normal"], law.BODY_SIZE, is_bold=False, is_italic=False)
    for name, (size, is_bold, is_italic, alignment, before, after) in _STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set_face(style, size, is_bold=is_bold, is_italic=is_italic)
        shape = style.paragraph_format
        shape.alignment, shape.space_before, shape.space_after = alignment, Pt(before), Pt(after)
        shape.line_spacing = 1.15 if name == BODY else 1.0
    document.styles[BODY].paragraph_format.first_line_indent = Mm(12.7)
    document.styles[PART].paragraph_format.keep_with_next = True
    document.styles[RULE].paragraph_format.line_spacing = Pt(4)
    for level, before in ((1, 10.0), (2, law.PARAGRAPH_GAP)):
        style = document.styles[f"Heading {level}"]
        _set_face(style, law.BODY_SIZE, is_bold=True, is_italic=False)
        shape = style.paragraph_format
        shape.first_line_indent, shape.space_before, shape.space_after = Mm(12.7), Pt(before), Pt(0)
        shape.keep_with_next = True


def _set_face(style: ParagraphStyle, size: float, *, is_bold: bool, is_italic: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FACE, Pt(size), is_bold, is_italic
    font.color.rgb = RGBColor(0, 0, 0)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), FACE)

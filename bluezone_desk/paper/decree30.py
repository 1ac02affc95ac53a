"""Measures of Decree 30/2020/NĐ-CP, Appendix I, as this program chooses them within the decree's ranges.

Lengths are in points unless the name says `mm`; type sizes are points, as in the decree.
"""

from typing import Final

MM: Final = 72 / 25.4

A4_PORTRAIT: Final = (210 * MM, 297 * MM)
A4_LANDSCAPE: Final = (297 * MM, 210 * MM)

#: The decree allows 20 to 25, 20 to 25, 30 to 35 and 15 to 20 mm.
TOP_MM: Final = 20.0
BOTTOM_MM: Final = 20.0
LEFT_MM: Final = 30.0
RIGHT_MM: Final = 15.0

#: Width of the text area.
PORTRAIT_ROOM: Final = (210 - LEFT_MM - RIGHT_MM) * MM
LANDSCAPE_ROOM: Final = (297 - LEFT_MM - RIGHT_MM) * MM

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
KIND: Final = "BÁO CÁO"

NATION_SIZE: Final = 12.0
MOTTO_SIZE: Final = 13.0
AGENCY_SIZE: Final = 12.0
NUMBER_SIZE: Final = 13.0
TITLE_SIZE: Final = 14.0
BODY_SIZE: Final = 13.0
RECIPIENTS_HEAD_SIZE: Final = 12.0
RECIPIENTS_SIZE: Final = 11.0
PAGE_NUMBER_SIZE: Final = 13.0

FIRST_LINE_INDENT: Final = 12.7 * MM
PARAGRAPH_GAP: Final = 6.0
#: 1.15 of Times' single spacing; the decree allows single to 1.5.
BODY_LEADING: Final = BODY_SIZE * 1.149 * 1.15
RULE_WIDTH: Final = 0.75

#: Where the page number's baseline stands inside the top margin, from the sheet's upper edge.
PAGE_NUMBER_FROM_TOP: Final = 13 * MM


def part_rule(last_line: float, widest_line: float) -> float:
    """Length of a rule a third to a half as long as its last line and, where it can be, as its widest line."""
    return min(last_line / 2, max(last_line * 0.4, widest_line / 3))

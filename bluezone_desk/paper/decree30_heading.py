"""Boxes 1 to 5a and 9a of Decree 30/2020: who issues, the nation's name, number, date, title, addressee."""

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_flow import Item
from bluezone_desk.paper.decree30_lines import balanced_lines, bound, break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, width
from bluezone_desk.paper.wording_document import ReportText

_BOX_GAP = 2.5 * law.MM
_LINE = 15.0
_RULE_DROP = 5.0
_NUMBER_DROP = 22.0
_TITLE_LINE = 18.0


def draw_heading(sheet: Sheet, text: ReportText) -> float:
    """Draws boxes 1 to 5a at the top of the first page; the height below which the rest may be drawn."""
    nation_room = width(law.NATION, SERIF_BOLD, law.NATION_SIZE)
    nation_middle = sheet.right - nation_room / 2
    agency_room = sheet.room - nation_room - _BOX_GAP
    agency_middle = sheet.left + agency_room / 2
    first = sheet.top - law.AGENCY_SIZE
    below = min(
        _draw_nation(sheet, nation_middle, first), _draw_agency(sheet, text, agency_middle, agency_room, first)
    )
    line = below - _NUMBER_DROP
    below = min(
        _draw_number(sheet, text.number_line, agency_middle, agency_room, line),
        _draw_date(sheet, text.place_and_date, nation_middle, nation_room, line),
    )
    return _draw_title(sheet, text.subject, below - 32)


def _draw_nation(sheet: Sheet, middle: float, y: float) -> float:
    sheet.centred(middle, y, law.NATION, SERIF_BOLD, law.NATION_SIZE)
    y -= _LINE
    sheet.centred(middle, y, law.MOTTO, SERIF_BOLD, law.MOTTO_SIZE)
    wide = width(law.MOTTO, SERIF_BOLD, law.MOTTO_SIZE)
    sheet.rule(middle - wide / 2, y - _RULE_DROP, wide)
    return y - _RULE_DROP


def _draw_agency(sheet: Sheet, text: ReportText, middle: float, room: float, y: float) -> float:
    if text.parent:
        for line in balanced_lines(text.parent, SERIF, law.AGENCY_SIZE, room):
            sheet.centred(middle, y, line, SERIF, law.AGENCY_SIZE)
            y -= _LINE
    return _draw_ruled(
        sheet, balanced_lines(text.office, SERIF_BOLD, law.AGENCY_SIZE, room), middle, y, law.AGENCY_SIZE
    )


def _draw_ruled(
    sheet: Sheet, lines: list[str], middle: float, y: float, size: float, leading: float = _LINE
) -> float:
    """Bold centred lines with a rule a third to a half of their length; the rule's height."""
    for line in lines:
        sheet.centred(middle, y, line, SERIF_BOLD, size)
        y -= leading
    widths = [width(line, SERIF_BOLD, size) for line in lines]
    long = law.part_rule(widths[-1], max(widths))
    y += leading - _RULE_DROP - (size - law.AGENCY_SIZE) / 2
    sheet.rule(middle - long / 2, y, long)
    return y


def _draw_number(sheet: Sheet, text: str, middle: float, room: float, y: float) -> float:
    """The first line stands on the date's baseline; a very long symbol goes on below."""
    for line in balanced_lines(text, SERIF, law.NUMBER_SIZE, room):
        sheet.centred(middle, y, line, SERIF, law.NUMBER_SIZE)
        y -= _LINE
    return y + _LINE


def _draw_date(sheet: Sheet, text: str, middle: float, room: float, y: float) -> float:
    """The first line stands on the number's baseline; a very long place name goes on below."""
    for line in balanced_lines(bound(text), SERIF_ITALIC, law.BODY_SIZE, room):
        sheet.centred(middle, y, line, SERIF_ITALIC, law.BODY_SIZE)
        y -= _LINE
    return y + _LINE


def _draw_title(sheet: Sheet, subject: str, y: float) -> float:
    sheet.centred(sheet.middle, y, law.KIND, SERIF_BOLD, law.TITLE_SIZE)
    lines = balanced_lines(bound(subject), SERIF_BOLD, law.TITLE_SIZE, sheet.room * 0.84)
    return _draw_ruled(sheet, lines, sheet.middle, y - _TITLE_LINE, law.TITLE_SIZE, _TITLE_LINE)


def addressee_items(sheet: Sheet, addressees: tuple[str, ...]) -> list[Item]:
    """Box 9a: one addressee on the line of "Kính gửi:", several below it with dashes under the colon."""
    label = "Kính gửi: "
    if not addressees:
        return []
    if len(addressees) == 1:
        return _one_addressee(sheet, label + addressees[0])
    x = sheet.left + sheet.room * 0.22
    dash = x + width(label.rstrip(" :"), SERIF, law.BODY_SIZE)
    items = [_line_item(x, label.rstrip(), gap=16)]
    last = len(addressees) - 1
    for n, name in enumerate(addressees):
        lines = break_lines(f"- {name}{'.' if n == last else ';'}", SERIF, law.BODY_SIZE, sheet.right - dash)
        items += [_line_item(dash, line, gap=2 if first == 0 else 0) for first, line in enumerate(lines)]
    return items


def _one_addressee(sheet: Sheet, text: str) -> list[Item]:
    lines = balanced_lines(text, SERIF, law.BODY_SIZE, sheet.room * 0.84)
    starts = [sheet.middle - width(line, SERIF, law.BODY_SIZE) / 2 for line in lines]
    return [
        _line_item(x, line, gap=16 if n == 0 else 0) for n, (x, line) in enumerate(zip(starts, lines, strict=True))
    ]


def _line_item(x: float, text: str, gap: float) -> Item:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(x, top - law.BODY_SIZE, text, SERIF, law.BODY_SIZE)

    return Item(law.BODY_LEADING, draw, gap, kept=True)

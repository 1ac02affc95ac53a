"""Boxes 7 and 9b of Decree 30/2020: who signs, and who receives."""

from bluezone_desk.paper import decree30 as law
from bluezone_desk.paper.decree30_flow import Item
from bluezone_desk.paper.decree30_lines import balanced_lines, break_lines
from bluezone_desk.paper.decree30_sheet import Sheet
from bluezone_desk.paper.fonts import SERIF, SERIF_BOLD, SERIF_BOLD_ITALIC
from bluezone_desk.paper.wording_document import ReportText

_LINE = 16.0
_RECIPIENT_LINE = 13.0
#: Room for signature and seal: a round seal is 36 mm wide.
_SIGNATURE_ROOM = 78.0
_GAP = 16.0
#: Recipients beyond these go on below the signature, so that the block always fits a page.
_MOST_BESIDE = 40


def closing_items(text: ReportText, room: float) -> list[Item]:
    """Recipients at the left and signature at the right in one block that no page break divides."""
    left_room, right_room = room * 0.46, room * 0.50
    received = [
        line for name in text.recipients for line in break_lines(name, SERIF, law.RECIPIENTS_SIZE, left_room)
    ]
    beside, below = received[:_MOST_BESIDE], received[_MOST_BESIDE:]
    titles = [
        line for t in text.signature_titles for line in balanced_lines(t, SERIF_BOLD, law.BODY_SIZE, right_room)
    ]
    names = balanced_lines(text.signatory, SERIF_BOLD, law.BODY_SIZE, right_room)
    high = max(
        (len(titles) + len(names)) * _LINE + _SIGNATURE_ROOM,
        _LINE + len(beside) * _RECIPIENT_LINE,
    )

    def draw(sheet: Sheet, top: float) -> None:
        first = top - law.BODY_SIZE
        sheet.text(sheet.left, first, "Nơi nhận:", SERIF_BOLD_ITALIC, law.RECIPIENTS_HEAD_SIZE)
        for n, line in enumerate(beside):
            sheet.text(sheet.left, first - _LINE + 2 - n * _RECIPIENT_LINE, line, SERIF, law.RECIPIENTS_SIZE)
        middle = sheet.right - right_room / 2
        for n, line in enumerate(titles):
            sheet.centred(middle, first - n * _LINE, line, SERIF_BOLD, law.BODY_SIZE)
        below_titles = first - len(titles) * _LINE - _SIGNATURE_ROOM
        for n, line in enumerate(names):
            sheet.centred(middle, below_titles - n * _LINE, line, SERIF_BOLD, law.BODY_SIZE)

    return [Item(high, draw, _GAP, kept=False), *(_recipient_item(line) for line in below)]


def _recipient_item(line: str) -> Item:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(sheet.left, top - law.RECIPIENTS_SIZE, line, SERIF, law.RECIPIENTS_SIZE)

    return Item(_RECIPIENT_LINE, draw)

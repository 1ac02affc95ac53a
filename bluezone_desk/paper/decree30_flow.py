"""Items of text put on pages from top to bottom, with what belongs together kept together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bluezone_desk.paper.decree30_sheet import Sheet


@dataclass(frozen=True, slots=True)
class Item:
    """One line, row or block. `draw(sheet, top)` draws it below the height `top`.

    `gap` is the space above it, left out at the top of a page. `kept` items stay on the page of the next item.
    """

    height: float
    draw: Callable[[Sheet, float], None]
    gap: float = 0.0
    kept: bool = False
    #: Drawn again above this item when it starts a page: a table's head.
    again: "Item | None" = None


def place(sheet: Sheet, items: Iterable[Item], top: float) -> float:
    """Draws the items from `top` down, turning pages as needed; the height at which the last one ends."""
    for group in _groups(items):
        whole = group[0].height + sum(item.gap + item.height for item in group[1:])
        page = sheet.top - sheet.bottom
        if top < sheet.top and top - group[0].gap - whole < sheet.bottom and whole <= page:
            sheet.turn_page()
            top = sheet.top
        for item in group:
            gap = 0.0 if top == sheet.top else item.gap
            if top < sheet.top and top - gap - item.height < sheet.bottom:
                sheet.turn_page()
                top, gap = sheet.top, 0.0
            if item.again and top == sheet.top:
                item.again.draw(sheet, top)
                top -= item.again.height
            item.draw(sheet, top - gap)
            top -= gap + item.height
    return top


def _groups(items: Iterable[Item]) -> Iterable[list[Item]]:
    group: list[Item] = []
    for item in items:
        group.append(item)
        if not item.kept:
            yield group
            group = []
    if group:
        yield group

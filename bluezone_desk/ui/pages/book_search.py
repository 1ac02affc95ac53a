"""One search of the book, off the window's thread: short lists whole, long ones as an outline to page by."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bluezone_desk.domain.book_page import BookOutline, BookSort
from bluezone_desk.domain.clock import Clock
from bluezone_desk.domain.selection import Suggestions, VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.pages.book_lines import MOST_LISTED, PAGE_LINES


@dataclass(frozen=True, slots=True)
class Found:
    """What one search brought back: `lines` when they are few, else an `outline`; and the footer's figures."""

    wanted: VisitFilter
    sort: BookSort
    lines: tuple[VisitLine, ...]
    outline: BookOutline | None
    count: int
    inside: int
    voided: int
    suggestions: Suggestions
    milliseconds: int


def search_book(desk: Desk, clock: Clock, wanted: VisitFilter, sort: BookSort) -> Found:
    """Read what the filter asks for, in this order. With a clock that is set by hand, no time is spent."""
    started = clock.now()
    count = desk.visits.count(wanted)
    if count <= MOST_LISTED:
        lines, outline = desk.visits.select(wanted), None
        inside, voided = sum(line.inside for line in lines), sum(line.voided for line in lines)
        count = len(lines)
    else:
        lines, outline = (), desk.visits.outline(wanted, sort, PAGE_LINES)
        count = outline.count
        inside = desk.visits.count(replace(wanted, is_inside=True))
        voided = count - desk.visits.count(replace(wanted, with_voided=False))
    took = max(0, round((clock.now() - started) / timedelta(milliseconds=1)))
    return Found(wanted, sort, lines, outline, count, inside, voided, desk.visits.suggestions(), took)

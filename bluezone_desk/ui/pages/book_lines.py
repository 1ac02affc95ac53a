"""The lines behind the table: a short list as a whole, a long one a page at a time, as they are scrolled to."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from bluezone_desk.domain.book_page import BookOutline, PageKey
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import VisitLine

#: Up to so many lines are read at once, and can be sorted by any column.
MOST_LISTED = 2000
#: Lines of one page, and pages kept: what a screen shows, and a good way around it.
PAGE_LINES, KEPT_PAGES = 50, 80

Fetch = Callable[[PageKey | None], Sequence[VisitLine]]


class PagedLines:
    """Reads the page of a row when the row is asked for; memory stays what the kept pages take."""

    def __init__(self, outline: BookOutline, fetch: Fetch) -> None:
        self._outline = outline
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[VisitLine]] = OrderedDict()

    def __len__(self) -> int:
        return self._outline.count

    def line(self, row: int) -> VisitLine | None:
        """The line of this row; None beyond the end, or when lines went since the outline was taken."""
        if not 0 <= row < self._outline.count:
            return None
        number, place = divmod(row, self._outline.step)
        page = self._pages.get(number)
        if page is None:
            try:
                page = self._pages[number] = self._fetch(self._outline.marks[number])
            except DeskFault:
                # Asked for again at the next paint; a table has no place to say more.
                return None
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def known(self) -> Iterator[tuple[int, VisitLine]]:
        """Rows that are in memory now."""
        for number, page in self._pages.items():
            for place, line in enumerate(page):
                yield number * self._outline.step + place, line


class StreamedLines(Sequence[VisitLine]):
    """All lines of a filter, read anew in pieces at each walk: an export of any length in flat memory."""

    def __init__(self, count: int, chunks: Callable[[], Iterator[Sequence[VisitLine]]]) -> None:
        self._count = count
        self._chunks = chunks

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[VisitLine]:
        for lines in self._chunks():
            yield from lines

    @overload
    def __getitem__(self, place: int) -> VisitLine: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[VisitLine]: ...

    def __getitem__(self, place: int | slice) -> VisitLine | Sequence[VisitLine]:
        return tuple(self)[place]

"""The evacuation list as a workbook: entries as moments, people as a number that is summed."""

from collections.abc import Sequence
from datetime import datetime

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.inside_words import (
    CALLED_BY,
    TITLE,
    inside_count,
    inside_moment,
    people_of,
    those_inside,
)
from bluezone_desk.paper.list_xlsx import ListColumn, ListSheet, write_list
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register_rows import host_text
from bluezone_desk.paper.report_xlsx import new_book

_COLUMNS = (
    ListColumn("TT", 6, "number"),
    ListColumn("Họ và tên", 30),
    ListColumn("Gặp ai, phòng", 30),
    ListColumn("Giờ vào", 17, "moment"),
    ListColumn("Thẻ", 8),
    ListColumn("Số người", 9, "number"),
    ListColumn("Có mặt", 9),
)


def inside_list_xlsx(
    lines: Sequence[VisitLine], office: Office, made_at: datetime, progress: Progress | None = None
) -> bytes:
    """Everyone without an exit, in the order of the PDF, companions in a column of their own.

    Same input, same bytes; no formula, no link. `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it
    answers False.
    """
    inside = those_inside(lines)
    name = one_line(office.name).upper()
    with new_book(TITLE.capitalize(), name, made_at) as (book, out):
        rows = [
            (n, line.name, host_text(line), line.entered_at, line.pass_number, 1 + line.party, "")
            for n, line in enumerate(inside, start=1)
        ]
        write_list(
            book,
            ListSheet(
                "Đang ở trong",
                above=(name, TITLE, inside_moment(made_at), inside_count(inside)),
                columns=_COLUMNS,
                rows=rows,
                sums=("", "Cộng", "", "", "", people_of(inside), ""),
                below=(CALLED_BY,) if inside else (),
            ),
            progress,
        )
    return out.getvalue()

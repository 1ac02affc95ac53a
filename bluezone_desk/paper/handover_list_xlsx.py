"""A shift's hand-over as a workbook: entries as moments, people as a number that is summed."""

from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.paper.handover_words import OVERDUE, TITLE, handover_words
from bluezone_desk.paper.list_xlsx import ListColumn, ListSheet, write_list
from bluezone_desk.paper.progress import Progress
from bluezone_desk.paper.register_rows import host_text
from bluezone_desk.paper.report_xlsx import new_book

_COLUMNS = (
    ListColumn("TT", 6, "number"),
    ListColumn("Họ và tên", 30),
    ListColumn("Gặp ai, phòng", 28),
    ListColumn("Giờ vào", 17, "moment"),
    ListColumn("Thẻ", 8),
    ListColumn("Số người", 9, "number"),
    ListColumn("Ghi chú", 11),
)


def handover_list_xlsx(handover: Handover, office: Office, progress: Progress | None = None) -> bytes:
    """The words of the PDF, companions in a column of their own. Same input, same bytes; no formula, no link.

    `progress` is told rows; raises DeskFault(WORK_CANCELLED) when it answers False.
    """
    words = handover_words(handover, office)
    name = one_line(office.name).upper()
    late = {line.visit_id for line in handover.overdue}
    rows = [
        (
            n,
            line.name,
            host_text(line),
            line.entered_at,
            line.pass_number,
            1 + line.party,
            OVERDUE if line.visit_id in late else "",
        )
        for n, line in enumerate(handover.inside, start=1)
    ]
    signed = (f"{title}: {who or '………………………………'}" for title, who in words.signatures)
    with new_book(TITLE.capitalize(), name, handover.made_at) as (book, out):
        write_list(
            book,
            ListSheet(
                "Bàn giao ca",
                above=(name, TITLE, words.circumstances, *words.figures),
                columns=_COLUMNS,
                rows=rows,
                sums=("", "Cộng", "", "", "", handover.people_inside, ""),
                below=(*words.notes[:1], words.noted, *signed),
            ),
            progress,
        )
    return out.getvalue()

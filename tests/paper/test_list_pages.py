"""The lists' Word files opened by LibreOffice: heads, page numbers and places to sign stand as in the PDF."""

from datetime import UTC, datetime, timedelta

import pytest
import word_opening
from paper_reading import MM, Page
from sample_day import OFFICE, visit

from bluezone_desk.domain.contact_list import contact_list
from bluezone_desk.domain.handover import hand_over
from bluezone_desk.paper.contact_list_docx import contact_list_docx
from bluezone_desk.paper.handover_list_docx import handover_list_docx
from bluezone_desk.paper.inside_list_docx import inside_list_docx

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not word_opening.OFFICE_PROGRAM, reason=word_opening.NOT_HERE),
]
EVENING = datetime(2020, 8, 5, 10, 30, tzinfo=UTC)
SUBJECT = visit(21)


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    inside = [visit(n, entered_at=SUBJECT.entered_at, left_at=None) for n in range(30, 110)]
    found = contact_list(SUBJECT, inside, made_at=EVENING, reason="Truy vết", made_by="Hà", approver="Mẫn")
    handover = hand_over(inside, shift_from=EVENING - timedelta(hours=9), made_at=EVENING, given_by="Hà")
    documents = {
        "contacts": contact_list_docx(found, OFFICE),
        "inside": inside_list_docx(inside, OFFICE, EVENING),
        "handover": handover_list_docx(handover, OFFICE),
    }
    return word_opening.opened(tmp_path_factory.mktemp("lists"), documents)


@pytest.mark.parametrize("name", ["contacts", "inside", "handover"])
def test_pages_after_the_first_are_numbered_and_repeat_the_head(lists: dict[str, list[Page]], name: str) -> None:
    pages = lists[name]
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        above = [run.text for run in page.runs if run.base > page.height - 18 * MM]
        assert above == ([] if number == 1 else [str(number)])
    assert all(page.having("Họ và tên") for page in pages if page.having("Văn phòng"))
    assert sum(len(page.having("Họ và tên")) for page in pages) >= 3


@pytest.mark.parametrize(("name", "titles"), [("contacts", "LẬP DUYỆT"), ("handover", "GIAO NHẬN")])
def test_places_to_sign_stand_side_by_side_and_not_alone(
    lists: dict[str, list[Page]], name: str, titles: str
) -> None:
    last = lists[name][-1]
    [left], [right] = (last.having(f"NGƯỜI {title}") for title in titles.split())
    assert left.base == pytest.approx(right.base)
    assert left.right < last.width / 2 < right.left
    assert [run for run in last.runs if left.base + 10 < run.base < last.height - 18 * MM] != []


def test_nothing_runs_over_the_edges(lists: dict[str, list[Page]]) -> None:
    for pages in lists.values():
        for page in pages:
            assert all(run.left >= 29 * MM and run.right <= page.width - 14 * MM for run in page.runs)
